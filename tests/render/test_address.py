"""From permalinks to files and addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.render.address import (
    Addresses,
    feed_permalink,
    index_of_pattern,
    output_path,
    page_number,
)

BLOG = Addresses(origin="https://example.org", base="/blog", default_lang="en")


@pytest.mark.parametrize(
    ("permalink", "path"),
    [
        ("/", "index.html"),
        ("/a/b/", "a/b/index.html"),
        ("/a/b", "a/b/index.html"),
        ("/404.html", "404.html"),
        ("/v1.2/", "v1.2/index.html"),
        ("/feed.atom", "feed.atom"),
        ("/.well-known", ".well-known/index.html"),
    ],
)
def test_a_permalink_has_one_file(permalink: str, path: str) -> None:
    assert output_path(permalink) == path


def test_addresses_count_in_the_base_path_and_are_escaped() -> None:
    assert BLOG.href("/über uns/") == "/blog/%C3%BCber%20uns/"
    assert BLOG.absolute("/a/") == "https://example.org/blog/a/"
    assert BLOG.permalink_of("/blog/%C3%BCber%20uns/") == "/über uns/"
    assert BLOG.permalink_of("/blog") == "/"
    assert BLOG.permalink_of("/blogger/") is None
    assert BLOG.in_language("/a/", "de") == "/de/a/"
    assert BLOG.in_language("/a/", "en") == "/a/"


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=20))
def test_escaping_never_loses_an_address(text: str) -> None:
    permalink = "/" + text
    assert BLOG.permalink_of(BLOG.href(permalink)) == permalink


def test_feeds_and_further_pages_stand_below_their_page() -> None:
    assert feed_permalink("/", "atom") == "/feed.atom"
    assert feed_permalink("/people/jana/", "json") == "/people/jana/feed.json"
    assert feed_permalink("/people/jana.html", "rss") == "/people/jana/feed.rss"
    assert page_number("/tags/a/", 1) == "/tags/a/"
    assert page_number("/tags/a/", 3) == "/tags/a/page/3/"
    assert page_number("/tags/a.html", 2) == "/tags/a/page/2/"


@pytest.mark.parametrize(
    ("pattern", "index"),
    [
        ("/who/{slug}/", "/who/"),
        ("who/{slug}/", "/who/"),
        ("/about/us/{slug}.html", "/about/us/"),
        ("/{slug}/", "/people/"),
        ("/who-{slug}.html", "/people/"),
        ("/{year}/who/{slug}/", "/people/"),
    ],
)
def test_the_list_stands_above_its_pages_but_never_on_the_home_page(
    pattern: str, index: str
) -> None:
    assert index_of_pattern(pattern, "/people/") == index

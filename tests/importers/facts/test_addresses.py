"""Old addresses: as Jekyll and Hugo made them, chosen by what the old texts link to."""

from datetime import date

import pytest

from corpblog.importers.facts.addresses import (
    JEKYLL_STYLES,
    choose,
    clean,
    corpblog_pattern,
    date_parts,
    filled,
    is_safe,
    pretty,
)

PARTS = {
    **date_parts(date(2014, 3, 2)),
    "title": "Coming-soon",
    "slug": "coming-soon",
    "categories": "news/ulm",
}


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        (JEKYLL_STYLES["date"], "/news/ulm/2014/03/02/Coming-soon.html"),
        (JEKYLL_STYLES["pretty"], "/news/ulm/2014/03/02/Coming-soon/"),
        (JEKYLL_STYLES["ordinal"], "/news/ulm/2014/061/Coming-soon.html"),
        (JEKYLL_STYLES["weekdate"], "/news/ulm/2014/W09/Sun/Coming-soon.html"),
        (JEKYLL_STYLES["none"], "/news/ulm/Coming-soon.html"),
        ("/blog/:short_year/:i_month/:slug", "/blog/14/3/coming-soon/"),
        ("/:long_month/:long_day/:title/index.html", "/March/Sunday/Coming-soon/"),
        ("/:unknown/:slug/", "/coming-soon/"),
    ],
)
def test_a_pattern_is_filled_as_the_old_tool_did(pattern: str, address: str) -> None:
    assert filled(pattern, PARTS) == address


def test_the_style_that_old_texts_link_to_is_chosen_with_the_own_host() -> None:
    texts = ["[a](https://blog.example.org/2014/03/02/x/) [b](/2014/03/02/x) https://other.org/y"]
    choice = choose(
        JEKYLL_STYLES, [{**date_parts(date(2014, 3, 2)), "title": "x"}], texts, "jekyll"
    )
    assert (choice.pattern, choice.host) == (JEKYLL_STYLES["pretty"], "blog.example.org")
    assert choice.reason == "2 links in the old texts lead to posts at such addresses"


def test_without_links_the_default_is_taken_and_said() -> None:
    choice = choose(JEKYLL_STYLES, [{"title": "x"}], ["no links"], "jekyll")
    assert (choice.pattern, choice.host) == (JEKYLL_STYLES["date"], "")
    assert "jekyll's default" in choice.reason


def test_addresses_are_cleaned() -> None:
    assert [clean(a) for a in ("x", "/a//b/index.html", "/a%20b/?q#f", "/f.pdf", "")] == [
        "/x/",
        "/a/b/",
        "/a b/",
        "/f.pdf",
        "/",
    ]
    assert pretty("/2014/x.html") == "/2014/x/"


def test_addresses_that_leave_the_site_are_unsafe() -> None:
    assert [is_safe(a) for a in ("/a/", "/../a", "/a/..", "a", "/a\\b", "/a\x00")] == [
        True,
        False,
        False,
        False,
        False,
        False,
    ]


def test_the_pattern_for_new_posts_is_told_where_corpblog_has_words_for_it() -> None:
    assert corpblog_pattern("/:categories/:year/:month/:title.html") == "/{year}/{month}/{slug}/"
    assert corpblog_pattern("/:sections/:stripped/", "blog") == "/blog/{slug}/"
    assert corpblog_pattern("/:y_day/:title/") == ""

"""Addresses that cannot be understood stop no build with a bug."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.markup.targets import host_of
from tests.render.rendered import render
from tests.sites import CONFIG, post

BROKEN = "http://["


@given(st.one_of(st.text(max_size=30), st.text(max_size=20).map("http://".__add__)))
def test_any_text_has_a_host_or_none(text: str) -> None:
    assert isinstance(host_of(text), str)


def test_the_host_of_an_address_is_without_port_and_in_small_letters() -> None:
    assert host_of("https://Blog.Example.org:8080/a") == "blog.example.org"
    assert host_of(BROKEN) == host_of("/path/") == host_of("") == ""


def test_a_broken_original_elsewhere_is_shown_as_it_is(tmp_path: Path) -> None:
    site = render(tmp_path, {"content/posts/a.md": post(f"canonical: '{BROKEN}'")})
    assert "2026/11/a-post/index.html" in site.files


def test_a_broken_profile_elsewhere_is_shown_as_it_is(tmp_path: Path) -> None:
    profile = f"---\nname: Jana Weiss\nsame_as: ['{BROKEN}']\n---\nHi.\n"
    site = render(tmp_path, {"authors/jana-weiss.md": profile})
    assert "people/jana-weiss/index.html" in site.files


@pytest.mark.parametrize("address", ["https://[::1/", "http://[", "//[x", "https://a:b/"])
def test_a_broken_address_of_the_site_breaks_no_page(address: str, tmp_path: Path) -> None:
    config = CONFIG.replace("https://blog.example.org/", address)
    site = render(tmp_path, {"corpblog.yml": config})
    assert {"index.html", "2026/11/first-post/index.html"} <= set(site.files)


def test_a_percent_sign_in_a_name_is_escaped(tmp_path: Path) -> None:
    body = "[x](first.md) ![y](/100%25.png)\n\n[z](/2026/11/100%25-rope/)"
    site = render(
        tmp_path,
        {
            "content/posts/a.md": post("slug: 100%-rope", body),
            "content/posts/b.md": post("url: /a%20b/", "[x](a.md)"),
            "static/100%.png": b"",
        },
    )
    assert site.lines == []
    assert {"2026/11/100%-rope/index.html", "a%20b/index.html", "100%.png"} <= set(site.files)
    assert {"/2026/11/100%25-rope/", "/a%2520b/"} <= set(site.hrefs("index.html"))


def test_the_list_of_people_never_takes_the_place_of_the_home_page(tmp_path: Path) -> None:
    patterns = "permalinks: {author: '/{slug}/', tag: '/{slug}/'}\n"
    site = render(
        tmp_path,
        {"corpblog.yml": CONFIG + patterns, "content/posts/a.md": post("tags: [rope]")},
    )
    assert site.lines == []
    assert {"index.html", "people/index.html", "tags/index.html", "rope/index.html"} <= set(
        site.files
    )

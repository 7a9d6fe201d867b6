"""What pages ask of other hosts, and the policy under which they still work."""

import json
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.model.site import Site
from corpblog.read.site import ReadOptions, read_site
from corpblog.render.hosts import content_policy, host_files
from corpblog.render.page_requests import NOTHING, PageRequests, requests_of
from tests.sites import CONFIG, SMALL, write_site

OWN = "blog.example.org"
NOW = datetime(2026, 11, 30, tzinfo=UTC)


def site_of(root: Path, files: Mapping[str, str | bytes] = {}) -> Site:
    site = read_site(write_site(root, {**SMALL, **files}), ReadOptions(now=NOW)).site
    assert site is not None
    return site


def policy_of(*pages: str) -> dict[str, list[str]]:
    """The content policy of a site with these pages, by directive."""
    asked = {f"{number}.html": requests_of(html, OWN) for number, html in enumerate(pages)}
    directives = content_policy(asked, https=True).split("; ")
    return {name: sources for name, *sources in map(str.split, directives)}


def hash_of(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.net/">a link</a>',
        f'<img src="https://{OWN}/a.png"><link rel="stylesheet" href="/a.css">',
        '<link rel="canonical" href="https://example.net/"><link rel="me" href="//example.net">',
        '<script src="/theme.js" defer></script>',
        '<script type="application/ld+json">{"@id":"https://example.net/"}</script>',
        "<p>&lt;img src=&quot;https://example.net/x.png&quot;&gt; <code>style=</code></p>",
        '<!-- <img src="https://example.net/x.png"> -->',
        "",
    ],
)
def test_a_page_that_loads_nothing_from_elsewhere_asks_for_nothing(html: str) -> None:
    assert requests_of(html, OWN) == NOTHING


@pytest.mark.parametrize(
    ("html", "directive"),
    [
        ('<img src="https://cdn.example.net/x.png">', "img-src"),
        ("<img src=//cdn.example.net/x.png>", "img-src"),
        ('<img src="/x.png" srcset="/x.png 1x, https://cdn.example.net/y.png 2x">', "img-src"),
        ('<video poster="https://cdn.example.net/x.png"></video>', "img-src"),
        ('<video><source src="https://cdn.example.net/x.mp4"></video>', "media-src"),
        ('<audio src="https://cdn.example.net/x.ogg"></audio>', "media-src"),
        ('<iframe src="https://cdn.example.net/x"></iframe>', "frame-src"),
        ('<script src="https://cdn.example.net/x.js"></script>', "script-src"),
        ('<link rel="stylesheet" href="https://cdn.example.net/x.css">', "style-src"),
        ('<link rel="icon" href="https://cdn.example.net/x.ico">', "img-src"),
        ('<object data="https://cdn.example.net/x.pdf"></object>', "object-src"),
        ("<style>@import 'https://cdn.example.net/x.css';</style>", "style-src"),
        ('<p style="background: url(https://cdn.example.net/x.png)">', "img-src"),
    ],
)
def test_a_foreign_host_is_named_and_allowed_for_what_it_is_asked_for(
    html: str, directive: str
) -> None:
    assert requests_of(html, OWN).hosts == {"cdn.example.net"}
    policy = policy_of(html)
    assert "cdn.example.net" in policy[directive]
    assert "cdn.example.net" not in policy["default-src"]


def test_a_click_to_load_player_is_allowed_but_not_asked_on_load() -> None:
    html = '<div class="embed" data-embed="https://player.example.net/1"><p><a>x</a></p></div>'
    asked = requests_of(html, OWN)
    assert asked.hosts == frozenset()
    assert asked.click_hosts == {"player.example.net"}
    assert policy_of(html)["frame-src"] == ["'self'", "player.example.net"]


def test_a_form_that_sends_elsewhere_is_allowed_to() -> None:
    html = '<form action="https://forms.example.net/send"></form>'
    assert requests_of(html, OWN).click_hosts == {"forms.example.net"}
    assert policy_of(html)["form-action"] == ["'self'", "forms.example.net"]


def test_scripts_and_styles_in_a_page_are_allowed_by_their_hash_alone() -> None:
    script, style = "\n  go('>');\n", "p { color: red }"
    policy = policy_of(
        f'<script data-x=">">{script}</script><style>{style}</style><p style="margin: 0">x</p>'
    )
    assert policy["script-src"] == ["'self'", hash_of(script)]
    assert set(policy["style-src"]) == {
        *("'self'", "'unsafe-hashes'"),
        *(hash_of(style), hash_of("margin: 0")),
    }


def test_the_policy_of_a_site_without_exceptions_allows_the_site_itself_alone() -> None:
    assert policy_of("<p>Hello.</p>") == {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
        "upgrade-insecure-requests": [],
    }


def test_very_many_inline_styles_do_not_make_the_header_too_long() -> None:
    html = "".join(f'<p style="margin: {number}px">x</p>' for number in range(200))
    assert policy_of(html)["style-src"] == ["'self'", "'unsafe-inline'"]


def files_of(site: Site, pages: Mapping[str, PageRequests]) -> tuple[Any, str]:
    files = dict(host_files(site, pages))
    return json.loads(files["hosts.json"]), files["_headers"].decode()


def test_hosts_json_is_empty_by_default(tmp_path: Path) -> None:
    told, _ = files_of(site_of(tmp_path), {"index.html": NOTHING})
    assert (told["hosts"], told["after_click"]) == ({}, {})


def test_hosts_json_names_hosts_with_their_pages(tmp_path: Path) -> None:
    asked = requests_of('<img src="https://cdn.example.net/x.png">', OWN)
    told, headers = files_of(
        site_of(tmp_path), {"b/index.html": asked, "a/index.html": asked, "c/index.html": NOTHING}
    )
    assert told["hosts"] == {
        "cdn.example.net": {"count": 2, "pages": ["a/index.html", "b/index.html"]}
    }
    assert f"Content-Security-Policy: {told['content_security_policy']}\n" in headers


def test_a_host_on_very_many_pages_is_told_with_a_number(tmp_path: Path) -> None:
    asked = requests_of('<img src="https://cdn.example.net/x.png">', OWN)
    pages = {f"{number:03}.html": asked for number in range(100)}
    told, _ = files_of(site_of(tmp_path), pages)
    assert told["hosts"]["cdn.example.net"]["count"] == 100
    assert len(told["hosts"]["cdn.example.net"]["pages"]) == 20


def test_headers_ask_search_engines_away_from_a_preview_alone(tmp_path: Path) -> None:
    _, headers = files_of(site_of(tmp_path / "live"), {})
    assert "X-Robots-Tag" not in headers
    config = CONFIG + "build:\n  noindex: true\n"
    _, headers = files_of(site_of(tmp_path / "preview", {"corpblog.yml": config}), {})
    assert "X-Robots-Tag: noindex" in headers


def test_headers_of_ones_own_in_static_stand_in_place_of_ours(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"static/_headers": "/*\n  X-Own: yes\n"})
    assert [path for path, _ in host_files(site, {})] == ["hosts.json"]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from(list("<>/\"'= abisrctyle:.;()#!-")), max_size=80))
def test_any_html_gives_an_answer(html: str) -> None:
    requests_of(f"<style>{html}<img src='//x.example/{html}", OWN)

"""The comment policy that is made from the configuration, and what takes its place."""

import re
from pathlib import Path

import pytest

from corpblog.lint.rules.comment_policy_missing import Options
from corpblog.model.removal import RemovalReason
from tests.render.rendered import Rendered, render
from tests.sites import CONFIG, post

PAGE = "comment-policy/index.html"
PRIVACY = "---\ntitle: Privacy\nrole: privacy\n---\nWhat we keep.\n"
FULL = (
    CONFIG
    + """\
comments: {contact: post@kern.example.org}
guidelines:
  readers: [jana-weiss]
  holidays: {region: DE-HB, days_off: [2026-01-02, 2026-12-24]}
"""
)
THEMES = pytest.mark.parametrize("theme", ["plain", "byline"])


def page_of(root: Path, config: str = FULL, **more: str) -> Rendered:
    files = {"corpblog.yml": config, "content/pages/privacy.md": PRIVACY, **more}
    site = render(root, files)
    assert site.lines == []
    return site


def parts(site: Rendered) -> list[str]:
    return [str(part) for part in site.nodes(PAGE, "//main//@data-part")]


@THEMES
def test_it_has_every_part_that_the_linter_asks_for(theme: str, tmp_path: Path) -> None:
    site = page_of(tmp_path, FULL.replace("plain", theme))
    assert sorted(parts(site)) == sorted(Options().parts)


@THEMES
def test_it_names_who_answers_when_and_how_soon(theme: str, tmp_path: Path) -> None:
    site = page_of(tmp_path, FULL.replace("plain", theme))
    words = site.words(PAGE)
    for part in (
        "Jana Weiss",
        "Monday to Friday from 09:00 to 17:00 (Europe/Berlin).",
        "Not on public holidays (DE-HB).",
        "Closed on 24 December 2026.",
        "Complaint within 1 working day",
        "Question within 2 working days",
        "Criticism is no reason",
    ):
        assert part in words
    assert "2 January" not in words
    assert {"/people/jana-weiss/", "mailto:post@kern.example.org", "/privacy/"} <= {
        *site.hrefs(PAGE)
    }


def test_the_days_are_those_that_the_linter_holds_to(tmp_path: Path) -> None:
    site = page_of(tmp_path, FULL + "  rules: {DIAL002: {days: {question: 3}}}\n")
    words = site.words(PAGE)
    assert "Question within 3 working days" in words
    assert "Complaint within 1 working day" in words


def test_where_nobody_holds_to_days_none_are_promised(tmp_path: Path) -> None:
    site = page_of(tmp_path, FULL + "  rules: {DIAL002: off}\n")
    assert "target_time" not in parts(site)


def test_the_list_of_reasons_is_closed_and_criticism_is_not_in_it(tmp_path: Path) -> None:
    site = page_of(tmp_path)
    [section] = site.nodes(PAGE, "//*[@data-part='reasons']")
    assert len(section.xpath(".//dt")) == len(RemovalReason)
    assert not re.search("negative|critic", section.text_content(), re.IGNORECASE)


def test_what_the_configuration_does_not_say_is_left_out(tmp_path: Path) -> None:
    site = render(tmp_path, {})
    assert site.lines == []
    assert parts(site) == ["hours", "target_time", "reasons", "criticism"]


def test_who_left_or_is_unknown_is_not_named(tmp_path: Path) -> None:
    gone = "---\nname: Mehmet Yilmaz\nstatus: former\n---\nI weighed.\n"
    config = FULL.replace("[jana-weiss]", "[mehmet-yilmaz, nobody]")
    site = page_of(tmp_path, config, **{"authors/mehmet-yilmaz.md": gone})
    assert "readers" not in parts(site)
    assert "Mehmet" not in site.words(PAGE)


@THEMES
def test_where_comments_are_off_it_says_where_to_write(theme: str, tmp_path: Path) -> None:
    config = FULL.replace("{contact", "{open: false, contact").replace("plain", theme)
    site = page_of(tmp_path, config)
    assert parts(site) == ["objection"]
    words = site.words(PAGE)
    assert "Comments are closed on this blog." in words
    assert "post@kern.example.org" in words


def test_every_language_has_it_in_its_own_words(tmp_path: Path) -> None:
    site = page_of(tmp_path, **{"content/posts/first.de.md": post("", title="Erster")})
    words = site.words("de/comment-policy/index.html")
    for part in ("Kommentarregeln", "binnen 2 Arbeitstagen", "Kritik ist kein Grund"):
        assert part in words


def test_it_is_linked_below_every_page_and_told_to_machines(tmp_path: Path) -> None:
    site = page_of(tmp_path)
    for path in ("index.html", "2026/11/first-post/index.html", "404.html"):
        assert "/comment-policy/" in site.hrefs(path, "//footer")
    assert b"https://blog.example.org/comment-policy/" in site.files["sitemap.xml"]


@THEMES
def test_a_page_of_the_sites_own_takes_its_place(theme: str, tmp_path: Path) -> None:
    own = "---\ntitle: How we talk\nrole: comment-policy\n---\nBe kind.\n"
    files = {"content/pages/talk.md": own, "content/posts/first.de.md": post("", title="Erster")}
    site = page_of(tmp_path, FULL.replace("plain", theme), **files)
    assert PAGE not in site.files
    assert "de/comment-policy/index.html" not in site.files
    assert "/how-we-talk/" in site.hrefs("de/index.html", "//footer")
    assert "/how-we-talk/" in site.hrefs("moderation-report/index.html")
    assert "/comment-policy/" not in site.hrefs("index.html", "//footer")

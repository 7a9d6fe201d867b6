"""Forms for comments, and what stands in their place where nobody can comment."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from corpblog.dialogue.intake import submission
from corpblog.render.page_requests import requests_of
from corpblog.render.pages import comment_form
from tests.render.rendered import Rendered, render
from tests.render.talk import INTAKE, PAGE, QUESTION, REPLY, talk
from tests.sites import CONFIG, post

THEMES = ("plain", "byline")


def posting(site: Rendered) -> dict[str, Any]:
    [script] = site.nodes(PAGE, "//script[@type='application/ld+json']")
    data: dict[str, Any] = json.loads(script.text)
    return data


def test_without_comments_and_intake_a_page_is_as_it_was(tmp_path: Path) -> None:
    site = render(tmp_path, {})
    assert "comments-below" not in site.text(PAGE)
    assert posting(site).keys().isdisjoint({"comment", "commentCount"})


@pytest.mark.parametrize("theme", THEMES)
def test_an_open_post_has_a_form_that_needs_no_script(theme: str, tmp_path: Path) -> None:
    site = talk(tmp_path, QUESTION, REPLY, theme=theme, config=INTAKE)
    assert site.lines == []
    forms = site.nodes(PAGE, "//form")
    assert {form.get("action") for form in forms} == {"https://talk.example.org/new"}
    assert {form.get("method") for form in forms} == {"post"}
    fields = [{each.get("name"): each.get("value") for each in form.inputs} for form in forms]
    assert [each.get("parent") for each in fields] == ["q", None]
    for names in fields:
        assert names["uri"] == "/2026/11/first-post/"
        assert names.keys() - {"parent"} == {"uri", "text", "author", "website", "email2"}
    for box in site.nodes(PAGE, "//input[@type!='hidden'] | //input[not(@type)] | //textarea"):
        assert box.xpath("ancestor::label")
    assert len(site.nodes(PAGE, "//details[form]")) == 1


def test_the_form_stands_before_anybody_wrote(tmp_path: Path) -> None:
    site = talk(tmp_path, config=INTAKE)
    assert site.words(PAGE, "//section[@id='comments-below']/h2") == "Comments"
    assert len(site.nodes(PAGE, "//form")) == 1
    assert "Write to:" not in site.words(PAGE)


def test_the_form_asks_for_what_the_intake_takes() -> None:
    limits = ("MOST_NAME", "MOST_WEBSITE", "LEAST_TEXT", "MOST_TEXT")
    for name in limits:
        assert getattr(comment_form, name) == getattr(submission, name)


def test_the_form_of_a_blog_below_a_path_names_the_whole_path(tmp_path: Path) -> None:
    config = CONFIG.replace("example.org/", "example.org/blog/") + INTAKE
    site = render(tmp_path, {"corpblog.yml": config})
    [uri] = site.nodes(PAGE, "//form/input[@name='uri']/@value")
    assert uri == "/blog/2026/11/first-post/"


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("comments: {open: false, closed_reason: Court case.}", "Court case."),
        ("comments: {open: false}", "Comments are closed."),
        ("comments: {closes_after: 10d}", "Comments were closed on 20 November 2026."),
    ],
)
def test_a_closed_post_says_why_and_where_to_write(front: str, reason: str, tmp_path: Path) -> None:
    files = {"content__posts__first.md": post(front, title="First post")}
    site = talk(tmp_path, QUESTION, config=INTAKE, **files)
    assert site.nodes(PAGE, "//form") == []
    words = site.words(PAGE, "//section[@id='comments-below']")
    assert reason in words
    assert "Write to: post@kern.example.org" in words
    assert site.words(PAGE).count(reason) == 1


def test_without_an_intake_comments_stand_and_no_form_does(tmp_path: Path) -> None:
    site = talk(tmp_path, QUESTION, config="comments: {contact: post@kern.example.org}\n")
    assert site.nodes(PAGE, "//form") == []
    assert "Write to: post@kern.example.org" in site.words(PAGE)
    assert "closed" not in site.words(PAGE)


def test_the_content_policy_lets_the_form_reach_the_intake() -> None:
    html = '<form method="post" action="http://127.0.0.1:8081/new"></form>'
    asked = requests_of(html, "127.0.0.1")
    assert ("form-action", "127.0.0.1:8081") in asked.needs


def test_the_clock_of_the_run_closes_a_post(tmp_path: Path) -> None:
    files = {
        "corpblog.yml": CONFIG + INTAKE,
        "content/posts/first.md": post("comments: {closes_after: 40d}", title="First post"),
    }
    early = render(tmp_path / "a", files, now=datetime(2026, 12, 19, tzinfo=UTC))
    late = render(tmp_path / "b", files, now=datetime(2026, 12, 21, tzinfo=UTC))
    assert early.nodes(PAGE, "//form")
    assert not late.nodes(PAGE, "//form")
    assert "Comments were closed on 20 December 2026." in late.words(PAGE)

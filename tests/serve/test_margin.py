"""The writer's margin over HTTP: findings, figures, and what readers will see around a text."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from corpblog.judging import CheckOptions, judge
from corpblog.read.site import ReadOptions, read_site
from corpblog.render.renderer import renderer_of
from corpblog.report.as_json import shape
from corpblog.report.findings import findings
from tests.previews import Running, running, until
from tests.sites import POST, post, write_site

PAGE = "/2026/11/first-post/"
BODY = """\
Plain words stand here.

Our **good** cutting-edge rope is fine. We sell it.

- One item.
- A cutting-edge item, and another cutting-edge item.
"""
WORDY = POST.replace("Hello.", BODY)
SOURCE = "content/posts/first.md"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Running]:
    with running(write_site(write_site(tmp_path), {SOURCE: WORDY})) as found:
        yield found


def margin(site: Running, path: str = PAGE) -> dict[str, Any]:
    answer = site.get(f"/_corpblog/margin?path={quote(path)}")
    assert answer.status == 200
    found: dict[str, Any] = json.loads(answer.body)
    return found


def found_in(site: Running, code: str) -> list[dict[str, Any]]:
    return [each for each in margin(site)["findings"] if each["code"] == code]


def test_a_finding_is_the_record_of_the_linter(site: Running) -> None:
    linted = read_site(site.root, ReadOptions()).site
    assert linted is not None
    told = judge(linted, CheckOptions(paths=(SOURCE,))).diagnostics
    records = {
        (each["code"], each["line"], each["column"]): each
        for each in shape(findings(told))["diagnostics"]
    }
    shown = margin(site)["findings"]
    assert [each["code"] for each in shown if each["code"].startswith("JARG")] == ["JARG002"] * 3
    for each in shown:
        record = records[each["code"], each["line"], each["column"]]
        assert {name: each[name] for name in record if name != "related"} == {
            name: value for name, value in record.items() if name != "related"
        }
        assert each["text"].startswith(each["place"])


def test_each_finding_says_where_its_words_stand(site: Running) -> None:
    first, second, third = (each["mark"] for each in found_in(site, "JARG002"))
    assert first == {"where": "body", "line": 3, "words": "cutting-edge", "before": "Our good"}
    assert (second["line"], third["line"]) == (6, 6)
    assert third["before"].endswith("another")
    html = site.get(PAGE).text
    assert '<p data-line="3">' in html and '<li data-line="6">' in html


def test_words_of_the_title_are_told_from_keys_that_nobody_sees(site: Running) -> None:
    text = POST.replace("First post", "A cutting-edge post").replace("jana-weiss", "nobody")
    write_site(site.root, {SOURCE: text})
    path = "/2026/11/a-cutting-edge-post/"
    until(lambda: margin(site, path).get("findings"))
    where = {each["code"]: each["mark"].get("where") for each in margin(site, path)["findings"]}
    assert where["JARG002"] == "title"
    assert {each for code, each in where.items() if code.startswith("AUTH")} <= {"head", None}


def test_it_follows_what_is_saved(site: Running) -> None:
    assert found_in(site, "JARG002")
    write_site(site.root, {SOURCE: WORDY.replace("cutting-edge", "new")})
    until(lambda: not found_in(site, "JARG002"))


def test_it_counts_sentences_and_words(site: Running) -> None:
    long = "We " + " ".join(["go"] * 24) + "."
    write_site(site.root, {SOURCE: POST.replace("Hello.", f"One two three. {long}")})
    until(lambda: margin(site)["words"] == 28)
    told = margin(site)
    assert told["minutes"] == 1
    assert told["sentences"] == {
        "count": 2,
        "mean": 14.0,
        "longest": 25,
        "limit": 20,
        "long": 1,
        "share": 50,
    }


def test_it_shows_what_readers_see_around_the_text(site: Running) -> None:
    front = "disclosures:\n  - type: customer\n    party: Hafen AG\nspeaks_for: self"
    write_site(site.root, {SOURCE: post(front, title="First post")})
    until(lambda: margin(site)["disclosures"])
    told = margin(site)
    assert told["byline"] == [{"name": "Jana Weiss", "line": told["byline"][0]["line"]}]
    assert "head of support" in told["byline"][0]["line"]
    html = site.get(PAGE).text
    assert all(each in html for each in (*told["disclosures"], *told["statements"]))


@pytest.mark.parametrize(
    ("front", "name", "words"),
    [
        ("draft: true", "draft", "Draft"),
        ("publish: 2040-01-01", "future", "Not published yet"),
        ("expires: 2026-11-11", "expired", "Expired"),
    ],
)
def test_it_says_that_readers_do_not_see_a_text(
    tmp_path: Path, front: str, name: str, words: str
) -> None:
    write_site(write_site(tmp_path), {SOURCE: post(front, title="First post")})
    with running(tmp_path) as site:
        state = margin(site)["state"]
        assert state["name"] == name
        assert state["text"].startswith(words)


def test_an_accepted_finding_is_named_apart(site: Running) -> None:
    allow = '<!-- corpblog-allow JARG002 reason="name of a product" by="jana-weiss" -->'
    write_site(site.root, {SOURCE: POST.replace("Hello.", f"{allow}\nA cutting-edge rope.")})
    until(lambda: margin(site)["accepted"])
    assert not found_in(site, "JARG002")
    (accepted,) = margin(site)["accepted"]
    assert (accepted["code"], accepted["by"]) == ("JARG002", "jana-weiss")


def test_what_the_baseline_knows_is_counted_alone(site: Running) -> None:
    linted = read_site(site.root, ReadOptions()).site
    assert linted is not None
    judge(linted, CheckOptions(update_baseline=True))
    told = margin(site)
    assert told["known"] >= 3
    assert not found_in(site, "JARG002")


@pytest.mark.parametrize(
    "path", ["/", "/people/", "/nowhere/", "/feed.atom", "/people/jana-weiss/"]
)
def test_only_texts_have_a_margin(site: Running, path: str) -> None:
    assert "findings" not in margin(site, path)
    assert site.notes(PAGE)["margin"] is True
    assert site.notes(path)["margin"] is False


def test_a_page_has_a_margin_without_a_byline(site: Running) -> None:
    write_site(site.root, {"content/pages/us.md": "---\ntitle: Us\n---\nOur cutting-edge team.\n"})
    until(lambda: margin(site, "/us/").get("findings"))
    told = margin(site, "/us/")
    assert "JARG002" in {each["code"] for each in told["findings"]}
    assert "byline" not in told


def test_a_broken_text_has_its_fault_and_no_margin(site: Running) -> None:
    site.get(PAGE)
    write_site(site.root, {SOURCE: WORDY.replace("title: First post", "title: [First")})
    until(lambda: site.notes(PAGE)["stale"])
    assert "findings" not in margin(site)
    assert site.notes(PAGE)["margin"] is False


def test_a_baseline_that_cannot_be_read_is_told(site: Running) -> None:
    (site.root / "lint-baseline.json").write_text("{")
    assert [each["code"] for each in margin(site)["findings"]] == ["LINT008"]


def test_a_build_knows_nothing_of_the_margin(tmp_path: Path) -> None:
    site = read_site(write_site(tmp_path), ReadOptions()).site
    assert site is not None
    renderer = renderer_of(site)
    assert "data-line" not in renderer.contents.post_html(site.posts[0])

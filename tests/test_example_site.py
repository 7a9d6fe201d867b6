"""The example blog holds what the product promises, each feature once."""

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]

from corpblog.answers.answered import needs
from corpblog.answers.turns import turns_of
from corpblog.checking import LintOptions, check
from corpblog.cli import main
from corpblog.diagnostics import Diagnostic
from corpblog.dialogue.comment_files import comment_file, comment_path
from corpblog.lint.context import Gate
from corpblog.lint.rules import RULES
from corpblog.model.comment import NEEDING_ANSWER, CommentKind
from corpblog.model.site import Site
from corpblog.read.site import ReadOptions, read_site
from tests.planted import PLANTED, PLANTED_BY_TIME, Plant

ROOT = Path(__file__).parent.parent / "example-site"
NOW = "2026-11-21"
TO_ENJOY = (CommentKind.PRAISE, CommentKind.THANKS, CommentKind.CHATTER)
WAYS = ("answered_elsewhere", "holding", "confirms", "no_response", "promises", "outcome")


@dataclass(frozen=True, kw_only=True)
class Example:
    """The example as data and as files."""

    site: Site
    out: Path

    def pages(self) -> list[Path]:
        return sorted(self.out.rglob("*.html"))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    out = tmp_path_factory.mktemp("example") / "out"
    assert main(["build", str(ROOT), "--out", str(out), "--now", NOW, "--strict"]) == 0
    result = read_site(ROOT, ReadOptions())
    assert result.site is not None
    yield Example(site=result.site, out=out)


def test_the_example_shows_every_feature_of_a_post(example: Example) -> None:
    posts = example.site.posts
    assert len(posts) >= 14
    assert {post.lang for post in posts} == {"en", "de"}
    assert sum(len(post.authors) > 1 for post in posts) >= 2
    assert len({item.type for post in posts for item in post.disclosures}) >= 5
    assert {item.kind for post in posts for item in post.front.corrections} >= {"correction"}
    assert any(len(term.posts) >= 3 for term in example.site.series)
    ids = [post.id for post in posts]
    assert any(ids.count(id_) == 2 for id_ in ids)
    assert example.site.withdrawn
    assert example.site.hidden


def test_the_example_has_people_of_every_kind(example: Example) -> None:
    status = [author.profile.status.value for author in example.site.authors.values()]
    assert len(status) >= 6
    assert {"active", "away", "former", "guest"} <= set(status)


def test_readers_of_the_example_are_answered_in_every_way_there_is(example: Example) -> None:
    threads = example.site.dialogue.threads
    assert not example.site.dialogue.orphans
    assert {lang for _, lang in threads} == {"en", "de"}
    records = [comment.record for thread in threads.values() for comment in thread.comments]
    assert {record.kind for record in records} >= {*NEEDING_ANSWER, *TO_ENJOY}
    assert max(len(record.answers) for record in records) == 9, "and the one that it is a reply to"
    assert [record.removal.reason for record in records if record.removal] == ["insult"]
    assert all(any(getattr(record, way) for record in records) for way in WAYS)
    everybody = needs(
        example.site.dialogue,
        example.site.posts,
        example.site.authors,
        example.site.config,
        example.site.now,
    )
    assert {need.state for need in everybody} == {"answered", "elsewhere", "closed"}
    assert all(need.in_time for need in everybody if need.state != "closed")
    complaint = next(need for need in everybody if need.kind == "complaint")
    thread = example.site.dialogue.thread(complaint.post_id, complaint.lang)
    assert [resolved.turns for resolved in turns_of(thread)] == [2]


def test_comment_files_of_the_example_are_written_as_the_commands_write_them(
    example: Example,
) -> None:
    for thread in example.site.dialogue.threads.values():
        for comment in thread.comments:
            assert (ROOT / comment.source.path).read_bytes() == comment_file(comment.record)
            assert comment.source.path == f"comments/{comment_path(comment.record)}"


def test_nobody_is_sent_to_an_intake_that_is_not_there(example: Example) -> None:
    assert not example.site.config.comments.intake
    assert not [page for page in example.pages() if 'method="post"' in page.read_text()]


def test_every_author_page_lists_what_the_author_wrote(example: Example) -> None:
    for author in example.site.authors.values():
        page = (example.out / author.permalink.strip("/") / "index.html").read_text()
        for post in example.site.posts:
            if author.id in post.authors and post.lang == "en":
                assert f'href="{post.permalink}"' in page


def test_disclosures_stand_before_the_first_paragraph_of_the_text(example: Example) -> None:
    for post in example.site.posts:
        if post.disclosures:
            page = (example.out / post.permalink.strip("/") / "index.html").read_text()
            article = lxml_html.fromstring(page).xpath("//article")[0]
            before = article.xpath("(.//*[contains(@class, 'e-content')])[1]/preceding::*")
            assert sum("data-disclosure" in node.attrib for node in before) == len(post.disclosures)


def test_legal_pages_are_linked_from_every_page(example: Example) -> None:
    for page in example.pages():
        text = page.read_text()
        if 'http-equiv="refresh"' in text:
            continue
        lang = lxml_html.fromstring(text).get("lang")
        wanted = [
            item.permalink
            for item in example.site.pages
            if item.lang == lang and item.role in ("imprint", "privacy", "accessibility")
        ]
        assert len(wanted) == 3
        for permalink in wanted:
            assert f'href="{permalink}"' in text, (page, permalink)


def test_no_page_asks_another_host(example: Example) -> None:
    for page in example.pages():
        document = lxml_html.fromstring(page.read_text())
        asked = document.xpath(
            "//script/@src | //img/@src | //link[@rel='stylesheet']/@href | //iframe/@src"
        )
        assert not [url for url in asked if re.match(r"https?:|//", url)], page


def test_what_is_hidden_appears_nowhere(example: Example) -> None:
    for post in example.site.hidden:
        for path in example.out.rglob("*"):
            if path.suffix in (".html", ".xml", ".atom", ".rss", ".json", ".txt"):
                assert post.title not in path.read_text(), path


def test_two_builds_make_the_same_bytes_with_any_number_of_workers(
    example: Example, tmp_path: Path
) -> None:
    other = tmp_path / "out"
    words = ["build", str(ROOT), "--out", str(other), "--now", NOW, "--jobs", "2"]
    assert main(words) == 0
    first = {p.relative_to(example.out): p.read_bytes() for p in example.out.rglob("*.*")}
    second = {p.relative_to(other): p.read_bytes() for p in other.rglob("*.*")}
    assert first == second


@dataclass(frozen=True, kw_only=True)
class Planted:
    """The example with one violation for each rule, and what was found in it."""

    root: Path
    found: Sequence[Diagnostic]

    def places(self, code: str) -> set[tuple[str, int]]:
        """Where a rule found something: path and line."""
        return {
            (each.location.path, each.location.line) for each in self.found if each.code == code
        }


def planted_with(root: Path, plants: dict[str, Plant], *, scheduled: bool) -> Planted:
    shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns("public", "preview", ".corpblog"))
    for plant in plants.values():
        plant.put(root)
    now = datetime.fromisoformat(f"{NOW}T12:00").replace(tzinfo=UTC)
    options = LintOptions(now=now, scheduled=scheduled, jobs=1, cache=False)
    return Planted(root=root, found=check(root, options).diagnostics)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    return planted_with(tmp_path_factory.mktemp("planted") / "site", PLANTED, scheduled=False)


@pytest.fixture(scope="module")
def planted_by_time(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    root = tmp_path_factory.mktemp("by-time") / "site"
    return planted_with(root, PLANTED_BY_TIME, scheduled=True)


@pytest.mark.parametrize("words", [["--strict"], ["--strict", "--scheduled"]], ids=["now", "later"])
def test_the_example_lints_clean(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", str(ROOT), "--now", NOW, "--no-cache", *words]) == 0
    assert "Clean:" in capsys.readouterr().out


def test_the_pages_of_the_example_lint_clean(
    example: Example, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["lint", str(ROOT), "--built", str(example.out), "--now", NOW, "--strict"]
    assert main(words) == 0
    assert "Clean:" in capsys.readouterr().out


@pytest.mark.parametrize("code", PLANTED)
def test_a_planted_violation_is_found_at_its_place(code: str, planted: Planted) -> None:
    plant = PLANTED[code]
    assert (plant.told or plant.path, plant.line(planted.root)) in planted.places(code)


@pytest.mark.parametrize("code", PLANTED_BY_TIME)
def test_what_time_brings_about_is_found_at_its_place(code: str, planted_by_time: Planted) -> None:
    plant = PLANTED_BY_TIME[code]
    place = (plant.told or plant.path, plant.line(planted_by_time.root))
    assert place in planted_by_time.places(code)


def test_a_violation_of_every_rule_is_planted_but_for_those_about_built_pages() -> None:
    wanted = {rule.code for rule in RULES if rule.gates != (Gate.OUT,)}
    assert {*PLANTED, *PLANTED_BY_TIME} == wanted


def test_every_exception_of_the_example_stands_on_the_page_of_rules(example: Example) -> None:
    page = lxml_html.fromstring((example.out / "rules" / "index.html").read_text())
    words = " ".join(page.get_element_by_id("exceptions").text_content().split())
    assert "the advice holds in whatever week somebody reads it" in words
    assert "Yusuf Aydın" in words
    assert page.get_element_by_id("house001") is not None

"""The page of the rules in force: every rule, what is off, and every exception with its person."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpblog.diagnostics import Location
from corpblog.judging import policy_for
from corpblog.model.policy import Policy, RuleInForce, Suppression
from corpblog.read.site import ReadOptions, read_site
from tests.render.rendered import NOW, Rendered, render
from tests.sites import CONFIG, post, write_site

PAGE = "rules/index.html"
JARGON = RuleInForce(
    code="JARG001",
    name="buzzword",
    severity="warning",
    gate="PR",
    summary={"en": "Buzzwords.", "de": "Modewörter."},
    why={"en": "nobody can check them.", "de": "niemand kann sie prüfen."},
    instead={"en": "use a plain word.", "de": "nehmen Sie ein schlichtes Wort."},
    options={"add": ("cloud",), "max": {"en": 30, "de": 28}, "strict": False, "remove": ()},
)
EXCEPTION = Suppression(
    rules=("JARG001",),
    reason="the name of a product",
    by="jana-weiss",
    location=Location(path="content/posts/first.md", line=7),
    until=date(2027, 1, 31),
)
THEMES = pytest.mark.parametrize("theme", ["plain", "byline"])


def page_of(root: Path, rule: RuleInForce, *exceptions: Suppression, theme: str = "") -> Rendered:
    policy = Policy(rules=(rule,), suppressions=exceptions)
    files = {
        "corpblog.yml": CONFIG.replace("plain", theme or "plain"),
        "content/posts/first.de.md": post("", title="Erster Beitrag"),
        "content/posts/draft.md": post("draft: true", title="Draft"),
    }
    site = render(root, files, policy=policy)
    assert site.lines == []
    return site


@THEMES
def test_a_rule_stands_at_the_anchor_that_messages_link_to(theme: str, tmp_path: Path) -> None:
    site = page_of(tmp_path, JARGON, theme=theme)
    words = site.words(PAGE, "//*[@id='jarg001']")
    for part in ("Buzzwords.", "Warning", "JARG001", "buzzword", "with every change"):
        assert part in words
    assert "Nobody can check them." in words
    assert "Use a plain word." in words


@THEMES
def test_every_language_of_the_site_has_the_page_in_its_own_words(
    theme: str, tmp_path: Path
) -> None:
    site = page_of(tmp_path, JARGON, theme=theme)
    words = site.words("de/rules/index.html", "//*[@id='jarg001']")
    for part in ("Modewörter.", "Warnung", "Niemand kann sie prüfen.", "bei jeder Änderung"):
        assert part in words
    assert not site.nodes("de/rules/index.html", "//main//*[@lang]")


def test_texts_in_another_language_say_so(tmp_path: Path) -> None:
    rule = replace(JARGON, summary={"en": "Buzzwords."}, why={"en": "Why."}, instead={})
    site = page_of(tmp_path, rule)
    marked = site.nodes("de/rules/index.html", "//main//*[@lang='en']")
    assert [node.text_content().strip() for node in marked] == ["Buzzwords.", "Why."]


def test_options_that_the_site_sets_are_shown_and_no_others(tmp_path: Path) -> None:
    rule = replace(JARGON, changed=frozenset({"add", "max", "strict"}))
    words = page_of(tmp_path, rule).words(PAGE, "//*[@id='jarg001']")
    for part in ("add: cloud", "max: en 30, de 28", "strict: no"):
        assert part in words
    assert "remove" not in words


def test_options_that_describe_secrets_are_named_without_their_values(tmp_path: Path) -> None:
    rule = replace(
        JARGON, code="CONF002", options={"patterns": ("KD-[0-9]",)}, changed=frozenset({"patterns"})
    )
    site = page_of(tmp_path, rule)
    assert "patterns: the values stay in the house" in site.words(PAGE)
    assert "KD-" not in site.text(PAGE)


@THEMES
def test_a_rule_that_is_switched_off_is_shown_as_such(theme: str, tmp_path: Path) -> None:
    site = page_of(tmp_path, replace(JARGON, severity="off"), theme=theme)
    words = site.words(PAGE)
    assert "Not checked on this blog. 1 rule." in words
    assert "Switched off" in site.words(PAGE, "//*[@id='jarg001']")


@THEMES
def test_an_exception_says_why_who_where_and_until_when(theme: str, tmp_path: Path) -> None:
    site = page_of(tmp_path, JARGON, EXCEPTION, theme=theme)
    words = site.words(PAGE, "//*[@id='exceptions']")
    for part in ("JARG001", "the name of a product", "Jana Weiss", "until 31 January 2027"):
        assert part in words
    hrefs = site.hrefs(PAGE, "//*[@id='exceptions']")
    assert hrefs == ["#jarg001", "/2026/11/first-post/", "/people/jana-weiss/"]


def test_a_release_says_in_which_role_somebody_looked(tmp_path: Path) -> None:
    release = replace(EXCEPTION, origin="approval", reason="legal", by="m-roth", until=None)
    words = page_of(tmp_path, JARGON, release).words(PAGE, "//*[@id='exceptions']")
    assert "Release: JARG001 Looked at and released (legal)." in words
    assert "m-roth" in words


def test_what_is_excepted_in_a_draft_stays_in_the_house(tmp_path: Path) -> None:
    draft = replace(EXCEPTION, location=Location(path="content/posts/draft.md", line=7))
    site = page_of(tmp_path, JARGON, draft)
    assert "There are none." in site.words(PAGE, "//*[@id='exceptions']")
    assert "draft.md" not in site.text(PAGE)


def test_an_exception_in_the_configuration_or_a_profile_is_told_too(tmp_path: Path) -> None:
    places = ("corpblog.yml", "authors/jana-weiss.md")
    exceptions = [replace(EXCEPTION, location=Location(path=path, line=2)) for path in places]
    site = page_of(tmp_path, JARGON, *exceptions)
    assert "corpblog.yml" in site.words(PAGE, "//*[@id='exceptions']")


def test_all_rules_of_the_linter_are_on_the_page_of_a_real_site(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    (root / "corpblog.yml").write_text(CONFIG + "guidelines: {rules: {JARG004: off}}\n")
    read = read_site(root, ReadOptions(now=NOW)).site
    assert read is not None
    policy = policy_for(read)
    files = {"corpblog.yml": (root / "corpblog.yml").read_text()}
    site = render(tmp_path, files, policy=policy)
    assert site.lines == []
    ids = [str(node) for node in site.nodes(PAGE, "//article/@id")]
    assert sorted(ids) == [rule.code.lower() for rule in policy.rules]
    assert "Switched off" in site.words(PAGE, "//*[@id='jarg004']")


def test_a_site_that_is_planned_without_rules_says_so(tmp_path: Path) -> None:
    site = render(tmp_path, {})
    assert site.lines == []
    assert "No rules are in force." in site.words(PAGE)

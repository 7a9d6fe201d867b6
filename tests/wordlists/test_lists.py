"""Word lists as text: entries, and every fault at its line and column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.wordlists.entries import Directives, Entry
from corpblog.wordlists.lists import LANGUAGES, builtin_entries, parse_list
from corpblog.wordlists.matcher import Matcher
from corpblog.wordlists.tokens import tokenise


def test_a_line_is_an_entry_with_suggestion_note_and_directives() -> None:
    text = "up to\tweasel-word\t(give the mean)\t[once] [later: to] [not-after: look, hold] or so"
    assert parse_list(text) == (
        (
            Entry(
                pattern="up to",
                category="weasel-word",
                advice="give the mean",
                note="or so",
                directives=Directives(once=True, later=("to",), not_after=("look", "hold")),
            ),
        ),
        (),
    )


def test_a_suggestion_is_a_replacement_unless_parentheses_hold_all_of_it() -> None:
    entries, _ = parse_list("a(s|)(t|)\tbuzzword\t(x|y)(z|)\nb\tbuzzword\t(c)")
    assert [(entry.replacement, entry.advice) for entry in entries] == [
        ("(x|y)(z|)", ""),
        ("", "c"),
    ]


def test_headings_empty_lines_and_remarks_are_no_entries() -> None:
    text = "pattern\tcategory\tsuggestion\tnote\n\n# why\n  \na\tbuzzword\n"
    entries, faults = parse_list(text)
    assert [entry.pattern for entry in entries] == ["a"]
    assert not faults


@pytest.mark.parametrize(
    ("line", "column", "message", "hint"),
    [
        ("alone", 1, "1 column", "tabs"),
        ("a\tbuzzword\tb\t\tc", 1, "5 columns", "tabs"),
        ("\tbuzzword", 1, "empty", "word or phrase"),
        ("a\tbuzword", 3, "unknown category “buzword”", "buzzword"),
        ("a\t\tb", 3, "no category", "Known are"),
        ("leverag(e|es\tbuzzword", 8, "never closed", "“)”"),
        ("leverag e|es)\tbuzzword", 10, "“|” stands outside", "(one|other)"),
        ("a b)\tbuzzword", 4, "closes nothing", "“(”"),
        ("a((b|c)|d)\tbuzzword", 3, "nested", "Write out"),
        ("a(b~|c)\tbuzzword", 4, "inside of a group", "behind"),
        ("a*b\tbuzzword", 1, "edge of a word", "begins or ends"),
        ("a ~ b\tbuzzword", 3, "edge of a word", "begins or ends"),
        ("a * b\tbuzzword", 3, "every word", "letters"),
        ("(|a)\tbuzzword", 1, "no word to find", "empty alternative"),
        ("…\tbuzzword", 1, "no word to find", "letters"),
        ("a(s|)\tbuzzword\tb(s|es|)", 16, "do not line up: (s|es|) belongs to (s|)", "us(e|es)"),
        ("a~\tbuzzword\tb(s|)", 13, "belongs to (~)", "alternative"),
        ("a\tbuzzword\tb(s|)", 12, "more groups (1)", "from the right"),
        ("a\tbuzzword\t\t[onse]", 14, "unknown directive [onse]", "[once]"),
        ("a\tbuzzword\t\tx [once: b]", 16, "takes no words", "[once]"),
        ("a\tbuzzword\t\t[not-before]", 14, "needs words", "[not-before: one"),
        ("a\tbuzzword\t\t[except: (b]", 14, "“(b” in [except]", "“)”"),
        ("a\tbuzzword\t\t[once", 13, "no partner", "[name"),
    ],
)
def test_a_fault_says_where_what_and_the_way_out(
    line: str, column: int, message: str, hint: str
) -> None:
    entries, faults = parse_list(f"# a list\n{line}")
    assert not entries
    assert [(fault.line, fault.column) for fault in faults] == [(2, column)]
    assert message in faults[0].message
    assert hint in faults[0].hint


def test_a_pattern_stands_in_a_list_once_whatever_its_case() -> None:
    _, faults = parse_list("Maß\tbuzzword\nMASS\tbuzzword")
    assert [(fault.line, fault.message) for fault in faults] == [
        (2, "the pattern stands in line 1 already")
    ]


def test_a_pattern_with_endless_forms_is_refused() -> None:
    _, faults = parse_list("(a|b|c|d|e|f|g|h)" * 5 + "\tbuzzword")
    assert "32768 forms" in faults[0].message


def test_all_faults_of_all_lines_are_told() -> None:
    _, faults = parse_list("a(\tbuzz\t\t[onse]\nb\tnothing")
    assert [(fault.line, fault.column) for fault in faults] == [(1, 2), (1, 4), (1, 11), (2, 3)]


def test_a_list_may_name_other_categories() -> None:
    entries, faults = parse_list("a\tHOUSE001", categories=("HOUSE001",))
    assert [entry.category for entry in entries] == ["HOUSE001"]
    assert not faults


@given(text=st.text(alphabet="ab(|)*~[]:,-\t\n #ß", max_size=40))
def test_whatever_a_list_holds_it_is_always_read_and_what_it_gives_can_be_found(text: str) -> None:
    entries, _ = parse_list("\n".join(f"{line}\tbuzzword" for line in text.split("\n")))
    Matcher({"list": entries}).find(tokenise("a b ab ba aa bb"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lists_that_come_with_corpblog_have_no_fault(lang: str) -> None:
    from corpblog.wordlists import lists

    path = lists._FOLDER / f"jargon-{lang}.tsv"
    entries, faults = parse_list(path.read_text(encoding="utf-8"))
    assert faults == ()
    assert entries == builtin_entries(lang)
    assert len(entries) > 350


def test_a_regional_variety_has_the_list_of_its_language_and_others_have_none() -> None:
    assert builtin_entries("de-AT") is builtin_entries("de-AT")
    assert builtin_entries("de-AT") == builtin_entries("de")
    assert builtin_entries("fr") == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_entry_that_comes_with_corpblog_finds_each_of_its_own_forms(lang: str) -> None:
    from corpblog.wordlists.notation import forms_of

    for entry in builtin_entries(lang):
        bare = Entry(pattern=entry.pattern, category=entry.category, replacement=entry.replacement)
        matcher = Matcher({"list": [bare]})
        for form in forms_of(entry.pattern):
            words = [word.text.strip("*") for word in form.words]
            gaps = [
                "" if not place else " " if word.joined else ", "
                for place, word in enumerate(form.words)
            ]
            text = "".join(gap + word for gap, word in zip(gaps, words, strict=True))
            hits = matcher.find(tokenise(text)).get("list", ())
            assert [text[hit.start : hit.end] for hit in hits] == [text], text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_entry_in_two_parts_gives_advice_only(lang: str) -> None:
    entries = [entry for entry in builtin_entries(lang) if entry.directives.later]
    assert not [entry.pattern for entry in entries if entry.replacement]

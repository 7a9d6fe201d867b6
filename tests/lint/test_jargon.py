"""Findings of jargon rules: their way out, their example, their options."""

import pytest

from corpblog.diagnostics import Severity
from corpblog.lint.jargon_lists import CATEGORY_OF, JargonOptions, entries_in_force
from corpblog.lint.rule import Finding
from corpblog.lint.rules import buzzword, inflated_verb, jargon_density, pr_phrase, weasel_word
from corpblog.wordlists.lists import CATEGORIES, builtin_entries
from tests.lint.jargon_texts import findings, listed


def mended(written: str, finding: Finding) -> str:
    for edit in finding.edits:
        written = written[: edit.span.start] + edit.text + written[edit.span.end :]
    return written


def test_a_replacement_is_an_edit_a_hint_and_a_rewritten_sentence() -> None:
    written = "It rains. Utilizing *our* data,\nwe find them. Good."
    (finding,) = findings(inflated_verb.RULE, written)
    assert mended(written, finding) == "It rains. Using *our* data,\nwe find them. Good."
    assert finding.hint.en == "try “using”"
    assert finding.hint.de == "besser: „using“"
    assert finding.example == "Using our data, we find them."
    assert not finding.safe


def test_advice_is_a_hint_with_its_remark_and_no_edit() -> None:
    (finding,) = findings(pr_phrase.RULE, "Stay tuned.")
    assert finding.hint.en == "give a date (counts as a promise, see DIAL007)"
    assert finding.edits == ()
    assert finding.message.de == "„Stay tuned“ ist eine Floskel aus Pressemitteilungen"


def test_words_that_markup_runs_through_are_left_to_the_author() -> None:
    (finding,) = findings(buzzword.RULE, "A **deep** dive.")
    assert finding.edits == ()
    assert finding.message.en == "“deep dive” is a buzzword"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("It is basically done.", "It is done."),
        ("Obviously, it is done.", "It is done."),
        ("It is done, obviously.", "It is done."),
        ("It is, obviously, done.", "It is, done."),
    ],
)
def test_a_word_that_may_be_cut_goes_with_its_comma_and_blank(written: str, expected: str) -> None:
    (finding,) = findings(weasel_word.RULE, written)
    assert mended(written, finding) == expected
    assert finding.hint.en == "leave it out"


def test_every_category_of_the_lists_has_its_rule() -> None:
    assert sorted(CATEGORY_OF.values()) == sorted(CATEGORIES)


def test_words_can_be_added_and_removed() -> None:
    written = "Our holistic thing brings synergies and a quantum leap."
    found = findings(buzzword.RULE, written, add=("quantum leap(|s)",), remove=("holistic",))
    assert [finding.message.en.split("”")[0][1:] for finding in found] == [
        "synergies",
        "quantum leap",
    ]


def test_a_pattern_can_be_removed_as_the_list_writes_it() -> None:
    assert findings(buzzword.RULE, "Synergies.", remove=("synerg(y|ies|istic)",)) == []
    assert findings(buzzword.RULE, "Synergies, synergy.", remove=("synergy",)) != []


def test_the_lists_of_corpblog_and_those_of_the_site_can_be_left_out() -> None:
    own = listed("quantum leap\tbuzzword")
    builtin = builtin_entries("en")
    only_own = entries_in_force(builtin, own, {"JARG001": JargonOptions(lists=("own",))})
    assert [entry.pattern for entry in only_own if entry.category == "buzzword"] == ["quantum leap"]
    assert any(entry.category == "pr-phrase" for entry in only_own)
    neither = entries_in_force(builtin, own, {"JARG001": JargonOptions(lists=())})
    assert not [entry for entry in neither if entry.category == "buzzword"]


def test_entries_of_rules_that_a_site_made_stay_as_they_are() -> None:
    own = tuple(entries_in_force((), listed("a\tbuzzword"), {}))
    assert [entry.pattern for entry in own] == ["a"]


def test_a_pattern_of_the_configuration_that_cannot_be_understood_is_refused() -> None:
    with pytest.raises(ValueError, match=r"add: “a\(b”: this parenthesis is never closed"):
        JargonOptions(add=("a(b",))


def test_a_weight_of_no_category_is_refused() -> None:
    with pytest.raises(ValueError, match=r"weights: no category “hype”"):
        jargon_density.Options(weights={"hype": 1.0})


BODY = "The scale was wet when we opened it again today, and the flour too. " * 6


def test_density_counts_weights_and_doubles_the_lead() -> None:
    def score(written: str) -> str:
        (finding,) = findings(jargon_density.RULE, written, warn=0.1)
        return finding.message.en.rpartition(" (")[2]

    assert score(BODY + "Synergies.") == "score 1.2, limit 0.1)"
    assert score("Synergies. " + BODY) == "score 2.4, limit 0.1)"
    assert score(BODY + "Stay tuned.") == "score 2.3, limit 0.1)"


def test_density_is_an_error_from_its_second_limit_on() -> None:
    (finding,) = findings(jargon_density.RULE, BODY + "Synergies.", warn=0.1, error=1.0)
    assert finding.severity is Severity.ERROR
    assert finding.message.de == (
        "zu viele Floskeln: 1 auf 85 Wörter, etwa „Synergies“ (Wert 1,2, Grenze 1,0)"
    )


def test_short_texts_have_no_density() -> None:
    assert findings(jargon_density.RULE, "Synergies.") == []

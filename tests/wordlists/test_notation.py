"""The notation of word lists: what a pattern stands for, and what its suggestion becomes."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpblog.wordlists.folding import fold
from corpblog.wordlists.notation import (
    fill,
    fits,
    forms_of,
    keep_capital,
    literal,
    openings_of,
    words_of,
)
from corpblog.wordlists.tokens import tokenise


def written(pattern: str) -> list[str]:
    return [" ".join(word.text for word in form.words) for form in forms_of(pattern)]


def replaced(pattern: str, suggestion: str, words: str) -> str:
    for form in forms_of(pattern):
        if " ".join(word.text for word in form.words) == words:
            return fill(suggestion, form.choice)
    raise AssertionError(f"{pattern} does not stand for {words}")


def test_alternatives_stand_for_each_of_them_and_the_empty_one_for_none() -> None:
    assert written("leverag(e|es|ing)") == ["leverage", "leverages", "leveraging"]
    assert written("(our |)goal") == ["our goal", "goal"]


def test_an_alternative_may_hold_several_words() -> None:
    assert written("nehmen (|das Thema )ernst") == ["nehmen ernst", "nehmen das thema ernst"]


def test_a_tilde_stands_for_german_endings() -> None:
    assert written("gut~") == ["gut", "gute", "gutem", "guten", "guter", "gutes"]


def test_a_hyphen_and_any_white_space_are_a_space() -> None:
    assert written("end-to end") == written("end to\u00a0end") == ["end to end"]


def test_case_apostrophes_and_sharp_s_do_not_count() -> None:
    assert written("World’s Maßstab") == ["world's massstab"]


def test_punctuation_in_a_pattern_parts_words_that_are_not_joined() -> None:
    assert [word.joined for word in next(forms_of("dort abholen, wo")).words] == [True, True, False]


def test_groups_of_a_suggestion_line_up_from_the_right() -> None:
    assert replaced("utili(s|z)(e|ing)", "us(e|ing)", "utilizing") == "using"
    assert replaced("exzellent(|er)~", "gut~", "exzellente") == "gute"
    assert replaced("rais(e|es) the bar", "improve", "raises the bar") == "improve"


def test_a_replacement_keeps_the_capital_of_what_it_replaces() -> None:
    assert keep_capital("use", "Leverage") == "Use"
    assert keep_capital("use", "leverage") == "use"
    assert keep_capital("Nutzen", "mehrwert") == "Nutzen"


@pytest.mark.parametrize(
    ("pattern", "word", "expected"),
    [
        ("*lösung", "auflösung", True),
        ("*lösung", "lösung", True),
        ("*lösung", "lösungen", False),
        ("premium*", "premiumplan", True),
        ("premium*", "premium24", False),
        ("*rat*", "berater", True),
        ("rat", "berater", False),
    ],
)
def test_a_star_stands_for_any_letters_or_none(pattern: str, word: str, expected: bool) -> None:
    assert fits(pattern, word) is expected


def test_a_name_with_signs_of_the_notation_means_itself() -> None:
    assert written(literal("Acme (UK) *star* | Kern~")) == ["acme uk star kern"]


PATTERNS = st.lists(
    st.sampled_from(["a", "bc", " ", "(x|yz)", "(|q )", "(m n|o)", "a~ ", "-", ","]), max_size=6
).map("".join)


@given(pattern=PATTERNS)
def test_the_first_words_of_all_forms_are_always_among_the_openings(pattern: str) -> None:
    openings = openings_of(pattern)
    for form in forms_of(pattern):
        word = form.words[0].text
        stems = {word, *(f"{word[: len(word) - cut]}~" for cut in range(3))}
        assert stems & openings


@given(text=st.text(alphabet="aäÄßẞéE\u0301\u00ad’'ʼ´İI -,_ﬁ", max_size=12))
@example(text="E\u00ad\u0301")
def test_a_pattern_always_folds_as_the_words_of_a_text_do(text: str) -> None:
    read = text.replace("_", ",")
    assert [word.text for word in words_of(fold(read))] == [
        token.folded for token in tokenise(read)
    ]

"""Words are found where they stand and compared as lists write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.wordlists.tokens import Token, tokenise

SIGNS = st.sampled_from(
    "aÄßİé ıσΣ1²₂ﬁ_-'’´ \n\t.,\u0301\u0308\u00ad\u200b\u200d\u2060😀ש\u05b8\ud800\0"
)


def folded(text: str) -> list[str]:
    return [token.folded for token in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We cut 40 jobs.", ["we", "cut", "40", "jobs"]),
        ("CO2, CO₂", ["co2", "co2"]),
        ("don't don’t don´t", ["don't", "don't", "don't"]),
        ("users’ 'quoted'", ["users", "quoted"]),
        ("E-Mail", ["e", "mail"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("GROẞ", ["gross"]),
        ("fu\u0308hrend führend", ["führend", "führend"]),
        ("Donau\u00addampf\u200bschiff", ["donaudampfschiff"]),
        ("a\u00ad b", ["a", "b"]),
        ("İstanbul", ["istanbul"]),
        ("snake_case", ["snake", "case"]),
        ("3.11 1,000", ["3", "11", "1", "000"]),
        ("ﬁne", ["fine"]),
        ("שָׁלוֹם", ["שָׁלוֹם"]),
        ("", []),
        ("…!?\n", []),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert folded(text) == expected


@pytest.mark.parametrize(
    ("gap", "joined"),
    [
        (" ", True),
        ("\n", True),
        ("\xa0", True),
        ("-", True),
        ("\u2011", True),
        (" \n   ", True),
        ("\u00ad-", True),
        (", ", False),
        (". ", False),
        (" – ", False),
        ("/", False),
        ("_", False),
        ("\0\0", False),
    ],
)
def test_only_white_space_and_hyphens_join_words(gap: str, joined: bool) -> None:
    first, second = tokenise(f"cutting{gap}edge")
    assert not first.joined
    assert second.joined is joined


def test_a_stretch_of_a_text_keeps_the_places_of_the_text() -> None:
    text = "one two three four"
    assert tokenise(text, 4, 13) == [Token(4, 7, "two", False), Token(8, 13, "three", True)]
    assert [token[:3] for token in tokenise(text, 14)] == [(14, 18, "four")]


@given(st.text(SIGNS | st.characters()))
def test_every_word_stands_where_its_place_says(text: str) -> None:
    done = 0
    for start, end, word, _ in tokenise(text):
        assert done <= start < end <= len(text)
        assert word == word.strip()
        assert any(map(str.isalnum, word))
        assert not any(map(str.isalnum, text[done:start]))
        assert tokenise(text[start:end])[0].folded == word
        done = end
    assert not any(map(str.isalnum, text[done:]))

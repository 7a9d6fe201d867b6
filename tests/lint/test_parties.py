"""Parties are found as people write them, and nowhere else."""

from itertools import pairwise
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.lint.parties import (
    Party,
    first_mention,
    is_named,
    mentions,
    party_of,
    readable_words,
)
from corpblog.lint.rules.relation_undisclosed import RULE, Options
from corpblog.model.registers import Relation
from tests.lint.one_rule import found_by
from tests.sites import SMALL, post


def found(words: str, *names: str, match: Literal["any", "case", "domain"] = "any") -> list[str]:
    party = Party(names=names, match=match)
    return [mention.words for mention in mentions(readable_words(words), party)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("At Kern we ate.", ["Kern"]),
        ("KERN and kern", ["KERN", "kern"]),
        ("Kerns Waage, Kern's scale, Kern’s scale", ["Kerns", "Kern's", "Kern’s"]),
        ("Kern-Filialen und Haus-Kern", ["Kern", "Kern"]),
        ("(Kern) “Kern”, Kern: _Kern_", ["Kern", "Kern", "Kern", "Kern"]),
        ("Kernel, Kernfrage, Taubenkern", []),
        ("Kern2 and xKern", []),
    ],
)
def test_one_word_is_found_in_its_forms(words: str, expected: list[str]) -> None:
    assert found(words, "Kern") == expected


@pytest.mark.parametrize(
    "words", ["Bäckerei Kern", "Bäckerei-Kern", "Bäckerei\nKern", "bäckerei\n  kern"]
)
def test_words_of_a_name_may_be_parted_by_a_line_end_or_a_hyphen(words: str) -> None:
    assert found(f"Die {words}.", "Bäckerei Kern") == [words]


@pytest.mark.parametrize(
    "words", ["Bäckerei\n\nKern", "Bäckerei und Kern", "Bäckerei" + 40 * " " + "Kern"]
)
def test_words_that_stand_apart_are_no_name(words: str) -> None:
    assert found(words, "Bäckerei Kern") == []


def test_marks_may_be_composed_or_not() -> None:
    apart = normalize("NFD", "Bäckerei Kern")
    assert found(f"Die {apart} backt.", "Bäckerei Kern") == [apart]
    assert found("Die Bäckerei Kern backt.", apart) == ["Bäckerei Kern"]


def test_names_with_odd_signs_are_found() -> None:
    assert found("I like Yum! and C++ a lot.", "Yum!") == ["Yum!"]
    assert found("I like Yum! and C++ a lot.", "C++") == ["C++"]
    assert found("O’Neill's is open", "O'Neill") == ["O’Neill's"]
    assert found("anything", "", " - ") == []


def test_the_case_counts_where_the_register_says_so() -> None:
    assert found("an apple and Apple", "Apple", match="case") == ["Apple"]
    assert found("Apple", "Apple", match="domain") == []


def test_of_names_within_each_other_the_longest_counts() -> None:
    assert found("Kern GmbH, Kern", "Kern", "Kern GmbH") == ["Kern GmbH", "Kern"]


def test_domains_may_be_written_with_scheme_and_www() -> None:
    relation = Relation(party="Kern", domains=("https://www.Kern.example/shop", "bäcker.example"))
    assert party_of(relation).domains == ("kern.example", "xn--bcker-gra.example")


@given(st.text("Kern äßIİs'’-_ \n.1", max_size=40), st.text("Kern äßİs'-_1!", max_size=9))
def test_whatever_is_written_a_mention_stands_where_it_says(words: str, name: str) -> None:
    seen = readable_words(words)
    party = Party(names=(name,))
    places = list(mentions(seen, party))
    assert all(words[place.start : place.end] == place.words for place in places)
    assert all(a.end <= b.start for a, b in pairwise(places))
    assert bool(places) == is_named(words, party) == (first_mention(seen, party) is not None)


@given(st.lists(st.text("aäßKern'", min_size=1), min_size=1), st.sampled_from(" -\n"))
def test_a_name_always_names_itself(words: list[str], between: str) -> None:
    assert is_named(f"See {between.join(words)}, please.", Party(names=(" ".join(words),)))


def test_types_and_trivial_parties_can_be_chosen(tmp_path: Path) -> None:
    files = SMALL | {
        "registers/relations.yml": "- {party: Kern Ltd, type: client}\n"
        "- {party: Typewell, type: supplier, trivial: true}\n",
        "content/posts/first.md": post("disclosures: none", "Kern Ltd uses Typewell."),
    }
    [line] = found_by(RULE, tmp_path, files)
    assert line.startswith("content/posts/first.md:7:1 this mentions Kern Ltd (client)")
    [line] = found_by(
        RULE, tmp_path, files, options=Options(types=("supplier",), trivial_skip=False)
    )
    assert "Typewell" in line

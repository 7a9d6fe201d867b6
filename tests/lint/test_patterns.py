"""Patterns that users write are read in full, and refused where they could be slow."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.lint.patterns import LONGEST, safe_pattern


@pytest.mark.parametrize(
    "pattern",
    [
        r"CASE-\d{6}",
        r"[A-Z]{2}\d{1,9}",
        r"(?:K|V)-\d{4}(?:-\d{2})?",
        r"\bA\.\d{1,20}?",
        r"[)(+*]{3}x",
        r"a|b",
    ],
)
def test_a_plain_pattern_is_taken(pattern: str) -> None:
    assert safe_pattern(pattern).pattern == pattern


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        (r"(a+)+b", "repeats a group"),
        (r"(?:a|aa)*b", "repeats a group"),
        (r"((?:ab?){1,5}c){2}", "repeats a group"),
        (r"\d+\d+\d+x", "too many ways"),
        (r"(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)b", "too many ways"),
        (r"(a)\1", "refers back"),
        (r"(?P<x>a)b", "special group"),
        (r"a(?=b)", "special group"),
        (r"(?<!a)b", "special group"),
        (r"\d{1,5000}", "more than 60 times"),
        (r"a*", "found everywhere"),
        (r"(", "is no pattern"),
        ("a" * (LONGEST + 1), "longer than"),
    ],
)
def test_a_pattern_that_could_be_slow_is_refused_in_plain_words(pattern: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        safe_pattern(pattern)


def test_a_repetition_without_limit_gets_one() -> None:
    assert safe_pattern(r"K-\d+").pattern == r"K-\d{1,60}"
    assert safe_pattern(r"K-\d{2,}x*").pattern == r"K-\d{2,60}x{0,60}"


@given(st.text(alphabet="ab()|*+?{}1,\\d[]^.", max_size=12), st.text(alphabet="ab1", max_size=12))
def test_whatever_is_taken_finds_what_python_finds(pattern: str, text: str) -> None:
    try:
        taken = safe_pattern(pattern)
    except ValueError:
        return
    assert [each.span() for each in taken.finditer(text)] == [
        each.span() for each in re.compile(pattern).finditer(text)
    ]

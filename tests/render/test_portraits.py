"""Initials drawn for people who show no photo."""

import pytest

from corpblog.render.portraits import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Jana Weiss", "JW"),
        ("Jana Weiß-O'Neill", "JW"),
        ("Anna-Lena Maria von der Aa", "AA"),
        ("Jana Weiß (support)", "JW"),
        ("jana", "J"),
        ("Øystein Ålesund", "ØÅ"),
        ("–", ""),
        ("", ""),
    ],
)
def test_the_initials_are_those_of_the_first_and_the_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters

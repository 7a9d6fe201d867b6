"""Columns of text: what a terminal shows, and what must never reach it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.report.cells import cells, shown, width_of


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("äöü", 3),
        ("a\u0308", 1),
        ("漢字", 4),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
        ("🎉", 2),
        ("👍🏽", 2),
        ("👩‍💻", 2),
        ("❤️", 2),
        ("🇩🇪", 2),
        ("\t", 4),
        ("ab\tc", 5),
        ("abcd\t", 8),
        ("\x1b[31m", 8),
    ],
)
def test_width_is_what_a_terminal_draws(text: str, width: int) -> None:
    assert width_of(text) == width


def test_control_signs_are_spelled_out() -> None:
    assert shown("a\x1b[31mb\x07\x9b") == "a\\x1b[31mb\\x07\\x9b"


def test_direction_overrides_and_hidden_letters_are_spelled_out() -> None:
    assert shown("a\u202eb\u200bc\ufeff") == "a\\u202eb\\u200bc\\ufeff"


def test_line_ends_and_tabs_in_a_message_become_spaces() -> None:
    assert shown("one\ntwo\tthree") == "one two three"


def test_joined_emoji_and_accents_stay() -> None:
    assert shown("👩‍💻 Zoe\u0308") == "👩‍💻 Zoe\u0308"


@given(st.text())
def test_nothing_shown_ever_steers_a_terminal(text: str) -> None:
    for shown_text in (shown(text), "".join(cell.text for cell in cells(text))):
        categories = {unicodedata.category(char) for char in shown_text}
        assert not categories & {"Cc", "Cs", "Zl", "Zp"}


@given(st.text())
def test_every_code_point_has_its_cell(text: str) -> None:
    assert len(cells(text)) == len(text)

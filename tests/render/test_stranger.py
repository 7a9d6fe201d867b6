"""Names and addresses that strangers give do not mislead others."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.render.stranger import MOST_NAME, shown_address, shown_name


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("Petra Lang", "Petra Lang"),
        ("  Petra \n Lang ", "Petra Lang"),
        ("Anke \u202egnoL", "Anke gnoL"),
        ("Ja\u200bna\u00ad Weiss", "Jana Weiss"),
        ("Ja\u200cna", "Jana"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("petra.lang@mail.example.org", "petra.lang"),
        ("Petra @ Kern", "Petra @ Kern"),
        ("\u200b\u202e", ""),
        ("\u0301", ""),
        ("", ""),
        ("x" * 300, "x" * (MOST_NAME - 1) + "…"),
    ],
)
def test_a_name_stands_in_one_line_without_hidden_signs(given_name: str, shown: str) -> None:
    assert shown_name(given_name) == shown


@given(st.text(max_size=200))
def test_no_name_holds_a_sign_that_turns_others_around(name: str) -> None:
    shown = shown_name(name)
    assert len(shown) <= MOST_NAME
    assert not any(unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn") for sign in shown)
    assert not {*shown} & {"\u202e", "\u2066", "\u2067", "\u2068", "\u200b", "\ufeff"}


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "//a.example", "a.example", "https://", "ftp://a.example", ""),
        *("https://a.example/ b", "https://petra:secret@a.example/", "mailto:petra@a.example"),
        *("https://a.example/petra@mail.example", "https://a.example/\u202e", "https://[::1"),
    ],
)
def test_what_is_no_plain_address_of_the_web_is_left_out(url: str) -> None:
    assert shown_address(url) == ""


def test_an_address_of_the_web_stays_as_it_is() -> None:
    assert shown_address(" https://a.example/b?c=1 ") == "https://a.example/b?c=1"

"""Texts, plurals, dates and names in the language of the page."""

from datetime import UTC, date, datetime

import pytest

from corpblog.render.i18n import TextMissing, language

EN, DE = language("en", {}), language("de", {})


def test_dates_are_written_as_people_write_them() -> None:
    assert EN.day(date(2026, 11, 10)) == "10 November 2026"
    assert DE.day(date(2026, 3, 1)) == "1. März 2026"
    assert language("en-US", {}).day(date(2026, 11, 10)) == "November 10, 2026"
    assert EN.month(2026, 3) == "March 2026" and DE.month(2026, 3) == "März 2026"
    moment = datetime(2026, 11, 10, 23, 30, tzinfo=UTC)
    assert EN.when(moment).iso == "2026-11-10T23:30:00+00:00"
    assert EN.when(moment).text == "10 November 2026"


def test_names_stand_in_a_row() -> None:
    assert EN.names(["A"]) == "A"
    assert EN.names(["A", "B", "C"]) == "A, B and C"
    assert DE.names(["A", "B", "C"]) == "A, B und C"


def test_plurals_follow_the_language() -> None:
    polish = language(
        "pl", {"cups": {"one": "filiżanka", "few": "filiżanki", "other": "filiżanek"}}
    )
    assert [polish.text("cups", count=number) for number in (1, 2, 5)] == [
        "filiżanka",
        "filiżanki",
        "filiżanek",
    ]
    with pytest.raises(TextMissing, match="needs a value for “count”"):
        polish.text("cups")


def test_languages_know_their_names_and_directions() -> None:
    assert (EN.name, DE.name, language("fr", {}).name) == ("English", "Deutsch", "Français")
    assert (EN.direction, language("ar", {}).direction) == ("ltr", "rtl")
    assert EN.language_name("de") == "German" and DE.language_name("en-US") == "Englisch"
    assert EN.language_name("xx") == "xx"


def test_a_missing_text_names_key_and_language() -> None:
    with pytest.raises(TextMissing, match="no text “nonsense” in the language “de”"):
        DE.text("nonsense")
    with pytest.raises(TextMissing, match="needs a value for “title”"):
        EN.text("person.at", employer="Kern")

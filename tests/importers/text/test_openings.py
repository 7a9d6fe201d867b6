"""The beginning of a text: a repeated title goes, the mark for the summary is used."""

import pytest

from corpblog.importers.old.traced import Traced
from corpblog.importers.text.language import detect
from corpblog.importers.text.openings import read_opening


@pytest.mark.parametrize(
    "heading",
    [
        "# Neues Jahr!",
        "#  Neues Jahr! #",
        "Neues Jahr\n===",
        "# **Neues** Jahr",
        "<h1>Neues Jahr</h1>",
    ],
)
def test_a_heading_that_repeats_the_title_goes(heading: str) -> None:
    opening = read_opening(Traced(text=f"\n{heading}\n\nText"), "Neues Jahr!")
    assert opening.body.text.strip() == "Text"
    assert opening.repeated == 1


@pytest.mark.parametrize("text", ["# Another one\n\nText", "## Title\n", "Text\n\n# Title\n"])
def test_other_headings_stay(text: str) -> None:
    assert read_opening(Traced(text=text), "Title").body.text == text


def test_what_stands_above_the_mark_is_the_summary() -> None:
    opening = read_opening(Traced(text="A [short](/x/) *intro*.\n\n<!--more-->\n\nRest"), "T")
    assert opening.summary == "A short intro."
    assert opening.body.text == "A [short](/x/) *intro*.\n\n\nRest"


def test_more_than_a_paragraph_above_the_mark_is_no_summary() -> None:
    opening = read_opening(Traced(text="One.\n\nTwo.\n\n<!-- more -->\nRest"), "T")
    assert (opening.summary, opening.more) == ("", 12)


def test_a_language_is_told_only_where_its_words_leave_no_doubt() -> None:
    german = "Wir haben mit der Stadt an den Daten gearbeitet und das war nicht immer einfach. "
    english = "We have worked with the city on the data and that was not always as easy. "
    assert detect(german * 5) == "de"
    assert detect(english * 5) == "en"
    assert detect(german) == ""
    assert detect((german + english) * 5) == ""
    assert detect("Lorem ipsum dolor sit amet " * 20) == ""


def test_signs_that_belong_to_a_word_of_the_heading_stay() -> None:
    opening = read_opening(Traced(text="# Why C# ##\n\nText"), "Why C#")
    assert opening.body.text == "\nText"

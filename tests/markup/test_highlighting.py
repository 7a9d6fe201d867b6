"""Coloured code can be read by day and by night."""

import re

import pytest
from pygments.styles import get_all_styles

from corpblog.markup import code_blocks
from corpblog.markup.document import UnknownStyle
from corpblog.markup.highlighting import CONTRAST, contrast, readable, stylesheet

_COLOUR = re.compile(r"(?<![-\w])color: (#[0-9a-fA-F]{6})")
_GROUND = re.compile(r"background: (#[0-9a-fA-F]{6})")


@pytest.mark.parametrize("style", sorted(get_all_styles()))
def test_every_colour_of_every_style_can_be_read_on_its_ground(style: str) -> None:
    sheet = stylesheet(style, style)
    (ground,) = set(_GROUND.findall(sheet))
    colours = set(_COLOUR.findall(sheet))
    assert colours
    assert min(contrast(colour, ground) for colour in colours) >= CONTRAST


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_colour_that_can_be_read_stays() -> None:
    assert readable("#0000cc", "#ffffff") == "#0000cc"
    assert contrast(readable("#ffff00", "#ffffff"), "#ffffff") >= CONTRAST


def test_the_dark_style_obeys_the_system_and_the_readers_choice_before_it() -> None:
    sheet = stylesheet("friendly", "github-dark")
    day, _, rest = sheet.partition("@media (prefers-color-scheme: dark) {")
    by_system, _, by_choice = rest.partition("\n}\n")
    assert day.startswith(".highlight {")
    assert all(
        line.startswith(":root:not([data-theme=light]) .highlight")
        for line in by_system.split("\n")[1:]
    )
    assert all(
        line.startswith("[data-theme=dark] .highlight") for line in by_choice.split("\n")[:-1]
    )


def test_an_unknown_style_is_told_with_the_nearest_name() -> None:
    with pytest.raises(UnknownStyle, match="Did you mean “friendly”"):
        stylesheet("frendly", "monokai")


def test_a_language_name_cannot_leave_its_attribute() -> None:
    assert 'class="language-a&quot;&gt;"' in code_blocks.block('a">', "x")


def test_a_very_long_listing_is_shown_plain() -> None:
    assert "<span" in code_blocks.block("python", "x = 1\n")
    assert "<span" not in code_blocks.block("python", "x = 1\n" * 20_000)

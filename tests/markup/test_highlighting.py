"""Coloured code can be read by day and by night."""

import re

import pytest
from pygments.styles import get_all_styles

from corpblog.markup import code_blocks
from corpblog.markup.contrast import CONTRAST, contrast, readable
from corpblog.markup.document import UnknownStyle
from corpblog.markup.highlighting import stylesheet

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


def test_the_readers_choice_goes_before_the_system_and_no_look_leaks_into_the_other() -> None:
    sheet = stylesheet("friendly", "github-dark")
    conditions = {
        "@media not all and (prefers-color-scheme: dark) {": ":root:not([data-theme=dark]) ",
        "@media (prefers-color-scheme: dark) {": ":root:not([data-theme=light]) ",
    }
    found: dict[str, set[str]] = {}
    condition = ""
    for line in sheet.splitlines():
        if line.startswith("@media"):
            condition = line
        elif line == "}":
            condition = ""
        else:
            selectors = line.split(" {")[0].split(", ")
            found.setdefault(condition, set()).update(s.split(".highlight")[0] for s in selectors)
    assert found == {
        **{media: {prefix} for media, prefix in conditions.items()},
        "": {"[data-theme=light] ", "[data-theme=dark] "},
    }


def test_an_unknown_style_is_told_with_the_nearest_name() -> None:
    with pytest.raises(UnknownStyle, match="Did you mean “friendly”"):
        stylesheet("frendly", "monokai")


def test_a_language_name_cannot_leave_its_attribute() -> None:
    assert 'class="language-a&quot;&gt;"' in code_blocks.block('a">', "x")


def test_a_very_long_listing_is_shown_plain() -> None:
    assert "<span" in code_blocks.block("python", "x = 1\n")
    assert "<span" not in code_blocks.block("python", "x = 1\n" * 20_000)

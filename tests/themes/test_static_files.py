"""Style sheets, scripts and fonts: small, on no other host, readable in light and dark."""

import re

import pytest

from tests.themes.contract import NAMES, THEMES, static_texts

# What stands on what: text on its ground, by the names of the tokens.
PAIRS = (
    ("ink", "paper"),
    ("ink-soft", "paper"),
    ("accent", "paper"),
    ("notice", "paper"),
    ("ink", "accent-tint"),
    ("accent", "accent-tint"),
    ("ink", "notice-tint"),
    ("notice", "notice-tint"),
    ("paper", "ink"),
)
SMALLEST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3, for text of any size
LARGEST_SCRIPTS = 15 * 1024
LARGEST_FONT = 52 * 1024


def tokens(sheet: str) -> dict[str, tuple[str, str]]:
    """Each colour token of a style sheet as its light and its dark value."""
    paired = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", sheet)
    if paired:
        return {name: (light, dark) for name, light, dark in paired}
    found: dict[str, list[str]] = {}
    for name, colour in re.findall(r"--([\w-]+): (#\w{6})", sheet):
        found.setdefault(name, []).append(colour)
    return {name: (colours[0], colours[1]) for name, colours in found.items()}


def luminance(colour: str) -> float:
    """The relative luminance of ``#rrggbb`` (WCAG 2.2), 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2), 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_pair_of_colours_can_be_read_in_light_and_dark(
    theme: str, text: str, ground: str
) -> None:
    colours = tokens("".join(static_texts(theme, "css").values()))
    if not {text, ground} <= set(colours):
        assert theme == "plain"
        return
    for scheme in (0, 1):
        assert contrast(colours[text][scheme], colours[ground][scheme]) >= SMALLEST_CONTRAST


def test_browsers_without_light_dark_get_the_light_colours() -> None:
    sheet = static_texts("byline", "css")["byline.css"]
    before = sheet[: sheet.index("@supports")]
    for name, (light, _) in tokens(sheet).items():
        assert f"--{name}: {light};" in before


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("ending", ["css", "js"])
def test_no_style_sheet_and_no_script_asks_another_host(theme: str, ending: str) -> None:
    for name, text in static_texts(theme, ending).items():
        assert re.findall(r"(?:https?:)?//[\w-]+\.\w+|@import", text) == [], name


@pytest.mark.parametrize("theme", NAMES)
def test_every_file_that_a_style_sheet_names_is_there(theme: str) -> None:
    folder = THEMES / theme / "static"
    for text in static_texts(theme, "css").values():
        for named in re.findall(r'url\("([^"]+)"\)', text):
            assert (folder / named).is_file(), named


def test_the_scripts_are_small_and_evaluate_nothing() -> None:
    scripts = static_texts("byline", "js")
    assert sum(len(text.encode()) for text in scripts.values()) < LARGEST_SCRIPTS
    for name, text in scripts.items():
        assert not re.search(r"\beval\(|new Function|innerHTML|document\.write|\.style\b", text), (
            name
        )


def test_the_fonts_are_small_and_carry_their_licences() -> None:
    folder = THEMES / "byline" / "static" / "fonts"
    sizes = {path.name: path.stat().st_size for path in folder.glob("*.woff2")}
    assert sizes
    assert all(size <= LARGEST_FONT for size in sizes.values())
    for family in ("inter", "source-serif-4"):
        assert any(name.startswith(family) for name in sizes)
        licence = (folder / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert licence.startswith("Copyright")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_german_polish_and_turkish_letters_have_a_font() -> None:
    sheet = static_texts("byline", "css")["byline.css"]
    for family in ("Source Serif 4", "Inter"):
        faces = re.findall(rf'font-family: "{family}";.*?unicode-range: ([^;]+);', sheet, re.S)
        covered: set[int] = set()
        for part in ", ".join(faces).split(", "):
            first, _, last = part.removeprefix("U+").partition("-")
            covered.update(range(int(first, 16), int(last or first, 16) + 1))
        assert set(map(ord, "ÄÖÜäöüßẞąćęłńóśźżĄĆĘŁŃÓŚŹŻçğıİöşüÇĞŞ„“”–…€")) <= covered


def test_motion_is_only_for_those_who_want_it_and_print_is_thought_of() -> None:
    sheet = static_texts("byline", "css")["byline.css"]
    calm = sheet[: sheet.index("@media (prefers-reduced-motion: no-preference)")]
    assert "transition" not in calm
    assert "animation" not in sheet
    assert "@media print" in sheet


def test_the_layout_follows_the_direction_of_the_script() -> None:
    for theme in NAMES:
        for text in static_texts(theme, "css").values():
            physical = re.findall(
                r"(?:margin|padding|border)-(?:left|right|top|bottom)\b|text-align: (?:left|right)",
                text,
            )
            assert physical == []
            for _, end, _, start in re.findall(
                r"(?:margin|padding): ([^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;]+);", text
            ):
                assert end == start

"""How wide text is in a terminal, and how to show it without letting it steer the terminal."""

import unicodedata
from typing import NamedTuple

TAB_STOP = 4
# Joiners inside words and emoji, and the tag letters of flags, are drawn with what stands before.
_JOINERS = frozenset({0x200C, 0x200D, *range(0xE0020, 0xE0080)})
_ZERO_WIDTH_JOINER = "\u200d"
_EMOJI_PRESENTATION = "\ufe0f"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
# Vowels and final consonants of Hangul are drawn into the syllable before them.
_HANGUL_TAILS = range(0x1160, 0x1200)


class Cell(NamedTuple):
    """What one code point of a source line becomes: what is printed, and how many columns."""

    text: str
    width: int


def cells(line: str) -> list[Cell]:
    """One cell per code point of ``line``; tabs become spaces up to the next stop of four."""
    made: list[Cell] = []
    column = 0
    for index, char in enumerate(line):
        if char == "\t":
            width = TAB_STOP - column % TAB_STOP
            cell = Cell(" " * width, width)
        else:
            cell = _cell(char, line[index - 1] if index else "", made)
        made.append(cell)
        column += cell.width
    return made


def shown(text: str) -> str:
    """``text`` on one line with control characters and direction overrides spelled out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if char in "\t\n\r" else _escaped(char) if _steers(char) else char for char in text
    )


def width_of(text: str) -> int:
    """How many columns ``text`` takes."""
    return sum(cell.width for cell in cells(text))


def _cell(char: str, before: str, made: list[Cell]) -> Cell:
    if " " <= char <= "~":
        return Cell(char, 1)
    if _steers(char):
        escaped = _escaped(char)
        return Cell(escaped, len(escaped))
    base = next((cell.width for cell in reversed(made) if cell.width), 0)
    if char == _EMOJI_PRESENTATION:
        return Cell(char, 1 if made and made[-1].width == 1 else 0)
    joined = before == _ZERO_WIDTH_JOINER or ord(char) in _SKIN_TONES
    if _is_drawn_into_the_one_before(char) or (joined and base == 2):
        return Cell(char, 0)
    return Cell(char, 2 if unicodedata.east_asian_width(char) in "WF" else 1)


def _is_drawn_into_the_one_before(char: str) -> bool:
    code = ord(char)
    return unicodedata.category(char) in ("Mn", "Me") or code in _JOINERS or code in _HANGUL_TAILS


def _steers(char: str) -> bool:
    """Whether a terminal would obey or hide ``char``: controls, overrides, half characters."""
    category = unicodedata.category(char)
    if category == "Cf":
        return ord(char) not in _JOINERS
    return category in ("Cc", "Cs", "Zl", "Zp")


def _escaped(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

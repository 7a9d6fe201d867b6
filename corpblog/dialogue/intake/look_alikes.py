"""Names as the eye takes them: letters of other scripts that look alike become one."""

import unicodedata

# Letters that a reader cannot tell from Latin ones, after NFKD and folding of case. Compiled by
# sight from the alphabets; Unicode TR 39 (confusables) is the idea.
_LATIN = {
    "a": "аαɑ",
    "b": "ьƅЬ",
    "c": "сϲⅽ",
    "d": "ԁɗ",
    "e": "еєεҽ",
    "f": "ſϝ",
    "g": "ɡցզ",
    "h": "һհ",
    "i": "іιıɩӏ1|!l",
    "j": "јϳ",
    "k": "кκ",
    "m": "м",
    "n": "пηո",
    "o": "оοօσ0",
    "p": "рρ",
    "q": "ԛգ",
    "r": "гɾ",
    "s": "ѕʂ5$",
    "t": "тτ",
    "u": "υսʋц",
    "v": "νѵ",
    "w": "ѡԝωш",
    "x": "хχ×",
    "y": "уүγყ",
    "z": "ᴢʐ",
}
_ALIKE = str.maketrans({sign: latin for latin, signs in _LATIN.items() for sign in signs})
# Letters that have no accent to lose but are read as one that has.
_STROKES = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "i", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "ß": "ss"}
)

# Letters and signs by their category, blanks to the eye: fillers of Hangul, the empty Braille cell.
BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def skeleton(name: str) -> str:
    """``name`` as words of plain letters: the same for all names that look the same.

    Accents, invisible signs, case, script and the signs between words make no difference.
    """
    decomposed = unicodedata.normalize("NFKD", name)
    lowered = unicodedata.normalize("NFKD", decomposed.casefold())
    letters = lowered.translate(_STROKES).translate(_ALIKE)
    return " ".join("".join(_word_sign(sign) for sign in letters).split())


def _word_sign(sign: str) -> str:
    """A letter or number as it is, a mark or invisible sign as nothing, the rest as a blank."""
    category = unicodedata.category(sign)
    if category[0] in "LN" and sign not in BLANKS:
        return sign
    return "" if category[0] == "M" or category in ("Cf", "Cc") else " "

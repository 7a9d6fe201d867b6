"""How a title becomes an address: the one slug rule of the house."""

import re
import unicodedata
from functools import lru_cache

# German practice spells umlauts out; NFKD alone would turn Ä into A.
_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue", "ß": "ss", "ẞ": "ss"}
)
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
# C, C++ and C# are three things.
_SIGNS = re.compile(r"(?<=\w)[+#]+")
_GAP = re.compile(r"[^\w]+|_+")
_PLAIN = re.compile(r"[a-z0-9]+(?:[ -][a-z0-9]+)*")
# Latin, Greek and Cyrillic accents; the voicing marks of kana are letters and stay.
_ACCENTS = re.compile(r"[\u0300-\u036f]")


# The same few hundred tags stand above thousands of posts.
@lru_cache(maxsize=4096)
def slugify(text: str) -> str:
    """A lower-case address part for ``text``: ``Über große Öfen`` becomes ``ueber-grosse-oefen``.

    Letters of other scripts stay as they are; text without letters or digits gives an empty slug.
    """
    lowered = _SIGNS.sub(_spelled, text.lower())
    if _PLAIN.fullmatch(lowered):
        return lowered.replace(" ", "-")
    composed = unicodedata.normalize("NFC", lowered).translate(_GERMAN).translate(_LETTERS)
    letters = _ACCENTS.sub("", unicodedata.normalize("NFKD", composed))
    recomposed = unicodedata.normalize("NFC", letters)
    return _GAP.sub("-", recomposed.replace("'", "").replace("’", "")).strip("-")


def _spelled(signs: re.Match[str]) -> str:
    return signs.group().replace("+", "plus").replace("#", "sharp")

"""Words of a text with their places, folded as the notation of word lists compares them."""

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from itertools import accumulate
from typing import NamedTuple

# Marks that stand on or under the letter before them.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903"
    "\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83"
    "\u0abc-\u0acd\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d\u0c81-\u0c83\u0cbc-\u0ccd"
    "\u0d00-\u0d03\u0d3b-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20f0\ufe20-\ufe2f"
)
# Nothing to the eye: soft hyphen, zero-width space, joiners, word joiner, byte order mark.
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
# An apostrophe inside a word belongs to it, and a mark to its letter whatever unseen sign stands
# between. Underscores have become bars before this is asked.
_WORD = re.compile(
    rf"(\w[\w{_MARKS}]*(?:(?:(?:[{_UNSEEN}]++'?+[{_UNSEEN}]*+|'[{_UNSEEN}]*+)\w"
    rf"|[{_UNSEEN}]++[{_MARKS}])[\w{_MARKS}]*)*)"
)
_ODD = re.compile(rf"[ßẞ{_MARKS}{_UNSEEN}₀-₉\ufb00-\ufb06]")
_LEFT_OUT = re.compile(rf"[{_UNSEEN}\u034f]+")
# What may stand between two words that a list writes with a blank.
_JOINTS = frozenset((" ", "\n", "-", "\xa0", "  "))
_JOINING = re.compile(rf"[\s\u2010\u2011{_UNSEEN}-]+")


class Token(NamedTuple):
    """A word at ``start`` to ``end`` (code points, exclusive).

    ``folded`` is the word without regard to case, soft hyphens and the form of apostrophes, with
    ß as ss; ``joined`` says that nothing but white space or hyphens stands before it and after
    the word before.
    """

    start: int
    end: int
    folded: str
    joined: bool


# Token(...) from a tuple without a call in Python: there is one for each word of a site.
_token: Callable[[tuple[int, int, str, bool]], Token] = partial(tuple.__new__, Token)


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of ``text[start:end]`` in order, with their places in ``text``.

    Numbers are words, and so are the two halves of a word with a hyphen.
    """
    part = text[start:end] if start or end is not None else text
    pieces = _WORD.split(_lowered(part))
    if len(pieces) == 1:
        return []
    offsets = list(accumulate(map(len, pieces), initial=start))
    words, gaps = pieces[1::2], pieces[:-1:2]
    if _ODD.search(part):
        words = [folded(word) if not word.isascii() else word for word in words]
    joined = [gap in _JOINTS or _JOINING.fullmatch(gap) is not None for gap in gaps]
    joined[0] = False
    return list(map(_token, zip(offsets[1:-1:2], offsets[2::2], words, joined, strict=True)))


def folded(word: str) -> str:
    """A lower-case word without invisible signs and in composed Unicode, with ß as ss."""
    word = word.replace("ß", "ss")
    if _ODD.search(word):
        word = unicodedata.normalize("NFKC", _LEFT_OUT.sub("", word))
    return word


def _lowered(text: str) -> str:
    """``text`` in small letters, each still in its place; every apostrophe is a straight one."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text.replace("İ", "i").lower()
    if "_" in lowered or not lowered.isascii():
        lowered = lowered.replace("_", "|").replace("’", "'").replace("ʼ", "'").replace("´", "'")
    return lowered

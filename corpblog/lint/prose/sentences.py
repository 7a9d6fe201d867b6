"""Sentences of a text: where one ends and the next begins, in English and German."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from corpblog.lint.prose.abbreviations import AT_ENDS, BEFORE_NUMBERS, STARTERS, WITHIN

# A stop, what closes with it, then white space (or what the eye does not see as text).
_STOP = re.compile(
    "([.!?…](?<![.!?…][.!?…])[.!?…]*+)[\u00ad\u034f]*[\"”“’‘'»«›‹)\\]}\u00ad\u034f]*(?=[\\s\x00\x01])\\s*"
)
_NEXT = re.compile(r"[\"“„”»«‚‘‹›'(\[{¿¡\u00ad\u034f]*")
_BEFORE = re.compile(r"[\w.\u00ad\u034f\u0300-\u036f]*\Z")
_WORD = re.compile(r"\w+")
_OWN_CAPITALS = re.compile(r"[a-zäöü][A-ZÄÖÜ]")
_SHORT = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_LONGEST_WORD = 40
# Of those that are one word.
_LONGEST_ABBREVIATION = 9


def ends(
    marked: str, start: int, end: int, lang: str, quotations: Sequence[tuple[int, int]]
) -> Iterator[int]:
    """Where the sentences of ``marked[start:end]``, a block or a part of one, end.

    The last one ends with the block and is not told. A stop inside one of ``quotations`` (in
    order) ends no sentence, unless the quotation ends with it.
    """
    begin = start
    for found in _STOP.finditer(marked, start, end):
        if found.end() >= end:
            return
        if quotations and _is_inside(quotations, found.start(), found.end()):
            continue
        if _is_end(marked, begin, found, end, lang):
            begin = found.end()
            yield begin


def _is_inside(quotations: Sequence[tuple[int, int]], stop: int, end: int) -> bool:
    index = bisect_right(quotations, (stop, 1 << 62)) - 1
    return index >= 0 and stop < quotations[index][1] and end < quotations[index][1]


def _is_end(marked: str, begin: int, found: re.Match[str], end: int, lang: str) -> bool:
    place = found.end()
    sign = marked[place]
    if not sign.isalnum():
        following = _NEXT.match(marked, place, end)
        place = following.end() if following else place
        sign = marked[place : min(place + 1, end)] or "A"
        if sign in ",;:–—-/&+=%|":
            return False
    if sign.islower() and _OWN_CAPITALS.match(marked, place) is None:
        return False
    return found[1] != "." or not _is_abbreviation(marked, begin, found.start(), place, lang)


def _is_abbreviation(marked: str, begin: int, stop: int, place: int, lang: str) -> bool:
    """Whether the stop at ``stop`` belongs to the word before it alone."""
    tail = marked[max(begin, stop - _LONGEST_WORD) : stop].rpartition(" ")[2]
    if len(tail) > _LONGEST_ABBREVIATION and tail.isalpha() and not tail.endswith("str"):
        return False
    before = _BEFORE.search(tail)
    raw = before[0].replace("\u00ad", "").replace("\u034f", "") if before else ""
    word = raw.lower()
    if not word:
        return False
    if word.isdigit():
        return _is_ordinal(marked, begin, stop - len(raw), word, place, lang)
    if marked[place : place + 1].isdigit() and word in BEFORE_NUMBERS[lang]:
        return True
    if len(word) == 1:
        return word != "i" or lang != "en"
    if word in WITHIN[lang] and not raw.isupper():
        return True
    if lang == "de" and word.endswith("str"):
        return True
    if raw in AT_ENDS[lang] or word in AT_ENDS[lang] or _SHORT.match(word):
        return not _starts(marked, place, lang)
    return False


def _is_ordinal(marked: str, begin: int, word_start: int, word: str, place: int, lang: str) -> bool:
    """Whether a number with a stop is an ordinal or counts a list: “3. März”, “1. Install”."""
    if not marked[begin:word_start].strip("\x00\x01 \n\u00ad"):
        return True
    if lang != "de" or len(word) > 2:
        return False
    return not _starts(marked, place, lang)


def _starts(marked: str, place: int, lang: str) -> bool:
    word = _WORD.match(marked, place)
    return word is not None and word[0].lower() in STARTERS[lang]

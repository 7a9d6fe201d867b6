"""Text in quotation marks: what others said, and words that the author only mentions."""

import re
from collections.abc import Iterator

_OPENERS = re.compile(r"[\"“„”»«‚‘‹›]")
_CLOSERS = {
    '"': re.compile(r'(?<![\s(\[{])"(?!\w)'),
    "“": re.compile(r"[”“](?!\w)"),
    "„": re.compile(r'[“”"](?!\w)'),
    "”": re.compile(r"(?<!\s)”(?!\w)"),
    "»": re.compile(r"[«»](?!\w)"),
    "«": re.compile(r"[»«](?!\w)"),
    "‚": re.compile(r"[‘’'](?!\w)"),
    "‘": re.compile(r"(?<!\s)’(?!\w)"),
    "‹": re.compile(r"›"),
    "›": re.compile(r"‹"),
}
# Before a mark that opens stands a blank, a barrier, a bracket, a dash, a slash, another mark.
_BEFORE = frozenset(" \n\t\xa0\u202f\x00\x01\u00ad\u034f([{<-\u2010\u2011–—/…\"'“„”»«‚‘‹›*_|+=:;,")
_YEARS = re.compile(r"‘\d0s")


def quotations(marked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The quotations in ``marked[start:end]``, which is one block; marks included.

    The outer one of two; one that is not closed in the block is none, nor is an inch mark.
    """
    at = start
    unclosed: set[str] = set()
    while found := _OPENERS.search(marked, at, end):
        at = found.end()
        mark = found[0]
        if mark in unclosed or not _opens(marked, found.start(), start, end):
            continue
        closer = _CLOSERS[mark].search(marked, at + 1, end)
        if closer is None:
            unclosed.add(mark)
            continue
        yield found.start(), closer.end()
        at = closer.end()


def _opens(marked: str, place: int, start: int, end: int) -> bool:
    if place + 1 >= end or marked[place + 1] in " \n\t":
        # The French put a narrow blank inside.
        return False
    if place > start and marked[place - 1] not in _BEFORE:
        return False
    return _YEARS.match(marked, place) is None

"""Text in quotation marks: what others said, and words that the author only mentions."""

import re
from collections.abc import Iterator

_OPENERS = re.compile(r"[\"“„”»«‚‘‹›]")
_CLOSERS = {
    '"': re.compile(r'"(?!\w)'),
    "“": re.compile(r"[”“](?!\w)"),
    "„": re.compile(r'[“”"](?!\w)'),
    "”": re.compile(r"”(?!\w)"),
    "»": re.compile(r"[«»](?!\w)"),
    "«": re.compile(r"[»«](?!\w)"),
    "‚": re.compile(r"[‘’'](?!\w)"),
    "‘": re.compile(r"’(?!\w)"),
    "‹": re.compile(r"›"),
    "›": re.compile(r"‹"),
}
# These close only what stands right before them: they may open, too, or be an apostrophe.
_CLINGING = '"”‘'
# Before a mark that opens stands a blank, a barrier, a bracket, a dash, a slash, another mark.
_BEFORE = frozenset(" \n\t\xa0\u202f\x00\x01\u00ad\u034f([{<-\u2010\u2011–—/…\"'“„”»«‚‘‹›*_|+=:;,")
_YEARS = re.compile(r"‘\d0s")


def quotations(source: str, marked: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The quotations in ``marked[start:end]``, which is one block; marks included.

    ``source`` tells where there is markup and where a blank. The outer one of two counts; one
    that is not closed in the block is none, nor is an inch mark.
    """
    at = start
    unclosed: set[str] = set()
    while found := _OPENERS.search(marked, at, end):
        at = found.end()
        mark = found[0]
        if mark in unclosed or not _opens(source, marked, found.start(), start, end):
            continue
        close = _close(source, marked, at + 1, end, mark)
        if close:
            yield found.start(), close
            at = close
        else:
            unclosed.add(mark)


def _close(source: str, marked: str, at: int, end: int, mark: str) -> int:
    """Where the quotation that ``mark`` opens ends; 0 if it does not."""
    for found in _CLOSERS[mark].finditer(marked, at, end):
        if mark not in _CLINGING or not source[found.start() - 1].isspace():
            return found.end()
    return 0


def _opens(source: str, marked: str, place: int, start: int, end: int) -> bool:
    if place + 1 >= end or (source[place + 1].isspace() and marked[place] != "«"):
        # The French put a blank inside.
        return False
    if place > start and marked[place - 1] not in _BEFORE:
        return False
    return _YEARS.match(marked, place) is None

"""Where code and comments stand in Markdown, so that nothing inside them is touched."""

import re
from bisect import bisect_right
from collections.abc import Iterator

_FENCE = re.compile(r"^[ >\t]*(?:[-*+]|\d+[.)])?[ \t]*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})", re.M)
_OPENING = re.compile(
    r"(?P<ticks>`+)|(?P<comment><!--)|<(?P<tag>pre|code|script|style|textarea)\b", re.IGNORECASE
)
_TICKS = re.compile(r"`+")
Ranges = tuple[tuple[int, int], ...]


def code_ranges(text: str) -> Ranges:
    """Start and end (exclusive) of fenced and inline code, ``pre``, scripts and comments."""
    fences = tuple(_fences(text))
    others = [
        found for start, end in _between(fences, len(text)) for found in _unfenced(text, start, end)
    ]
    return tuple(sorted((*fences, *others)))


def inside(ranges: Ranges, offset: int) -> bool:
    """Whether ``offset`` lies in one of ``ranges``."""
    place = bisect_right(ranges, (offset, 1 << 60)) - 1
    return place >= 0 and ranges[place][0] <= offset < ranges[place][1]


def _fences(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    while match := _FENCE.search(text, position):
        fence = match["fence"]
        closing = re.compile(rf"^[ >\t]*{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$", re.M)
        end = closing.search(text, match.end())
        position = end.end() if end else len(text)
        yield match.start(), position


def _between(ranges: Ranges, end: int, start: int = 0) -> Iterator[tuple[int, int]]:
    for left, right in ranges:
        if start < left:
            yield start, left
        start = max(start, right)
    if start < end:
        yield start, end


def _unfenced(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Code spans and HTML; of two that overlap the one that begins first counts."""
    position = start
    # Tags that are never closed again: looking for their end once is enough.
    unclosed: set[str] = set()
    while opening := _OPENING.search(text, position, end):
        if opening["ticks"]:
            closing = _closing_run(text, opening, end)
        else:
            name = (opening["tag"] or "comment").lower()
            closing = 0 if name in unclosed else _closing_tag(text, name, opening.end(), end)
            if not closing:
                unclosed.add(name)
        if closing:
            yield opening.start(), closing
        position = closing or opening.end()


def _closing_tag(text: str, name: str, start: int, end: int) -> int:
    if name == "comment":
        found = text.find("-->", start, end)
        return found + 3 if found >= 0 else 0
    match = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, start, end)
    return match.end() if match else 0


def _closing_run(text: str, opening: "re.Match[str]", end: int) -> int:
    """Where the code span ends that ``opening`` begins: a run as long in the same paragraph."""
    blank = text.find("\n\n", opening.end(), end)
    for run in _TICKS.finditer(text, opening.end(), end if blank < 0 else blank):
        if len(run[0]) == len(opening[0]):
            return run.end()
    return 0

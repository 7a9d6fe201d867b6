"""Where code and comments stand in Markdown, so that nothing inside them is touched."""

import re
from bisect import bisect_right
from collections.abc import Iterator

_FENCE = re.compile(r"^[ >\t]*(?:[-*+]|\d+[.)])?[ \t]*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})", re.M)
_HTML = re.compile(
    r"<!--.*?-->|<(?P<tag>pre|code|script|style|textarea)\b[^>]*>.*?</(?P=tag)\s*>",
    re.DOTALL | re.I,
)
_TICKS = re.compile(r"`+")
Ranges = tuple[tuple[int, int], ...]


def code_ranges(text: str) -> Ranges:
    """Start and end (exclusive) of fenced and inline code, ``pre``, scripts and comments."""
    fences = tuple(_fences(text))
    others: list[tuple[int, int]] = []
    for start, end in _between(fences, len(text)):
        piece = text[start:end]
        html = [(start + m.start(), start + m.end()) for m in _HTML.finditer(piece)]
        others += html
        for left, right in _between(tuple(html), end, start):
            others += _inline(text, left, right)
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


def _inline(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Code spans: a run of backticks up to the next run of the same length in the paragraph."""
    runs = [(m.start(), m.end()) for m in _TICKS.finditer(text, start, end)]
    place = 0
    while place < len(runs):
        left, after = runs[place]
        length = after - left
        for other in range(place + 1, len(runs)):
            right, stop = runs[other]
            if "\n\n" in text[after:right]:
                break
            if stop - right == length:
                yield left, stop
                place = other
                break
        place += 1

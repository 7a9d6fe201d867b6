"""Where code and comments stand in Markdown, so that nothing inside them is touched."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_FENCE = re.compile(
    r"^[ >\t]*+(?:(?:[-*+]|\d+[.)])[ \t]*+)?(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})", re.M
)
_OPENING = re.compile(
    r"(?P<ticks>`+)|(?P<comment><!--)|<(?P<tag>pre|code|script|style|textarea)\b", re.IGNORECASE
)
_TICKS = re.compile(r"`+")
_GAP = re.compile(r"\n\n")
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
    runs = _runs(text, start, end)
    while opening := _OPENING.search(text, position, end):
        if opening["ticks"]:
            closing = _closing_run(opening, runs)
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


@dataclass(frozen=True, kw_only=True, slots=True)
class _Runs:
    """Where backticks stand, by the length of their run, and where paragraphs end."""

    places: Mapping[int, Sequence[int]]
    gaps: Sequence[int]


def _runs(text: str, start: int, end: int) -> _Runs:
    places: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text, start, end):
        places.setdefault(len(run[0]), []).append(run.start())
    return _Runs(places=places, gaps=[gap.start() for gap in _GAP.finditer(text, start, end)])


def _closing_run(opening: "re.Match[str]", runs: _Runs) -> int:
    """Where the code span ends that ``opening`` begins: a run as long in the same paragraph."""
    length, start = len(opening[0]), opening.end()
    alike = runs.places[length]
    place, gap = bisect_left(alike, start), bisect_left(runs.gaps, start)
    if place == len(alike) or (gap < len(runs.gaps) and runs.gaps[gap] < alike[place]):
        return 0
    return alike[place] + length

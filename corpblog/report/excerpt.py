"""The source line under a message, with carets below the span that it is about."""

from dataclasses import dataclass

from corpblog.diagnostics import Location
from corpblog.report.cells import Cell, cells

_CUT = "…"


@dataclass(frozen=True, kw_only=True, slots=True)
class Excerpt:
    """A source line ready to print: carets stand ``indent`` columns in and are ``length`` long."""

    line: str
    indent: int
    length: int


def excerpt(source_line: str, location: Location, columns: int) -> Excerpt:
    """The part of ``source_line`` around ``location`` that fits into ``columns``.

    A span that goes on in the next line is marked to the end of this one; an empty span and one
    behind the end of the line get a single caret.
    """
    line = source_line.rstrip("\r\n")
    start = min(max(location.column - 1, 0), len(line))
    ends_here = location.end_line in (0, location.line)
    end = min(location.end_column - 1, len(line)) if ends_here else len(line)
    near, far = _neighbourhood(start, columns, len(line))
    row = cells(line[near:far])
    start, end = start - near, min(max(end, start), far) - near
    while 0 < start < len(row) and row[start].width == 0:
        start -= 1
    whole = near == 0 and far == len(line) and _width(row) <= columns
    first, last = (0, len(row)) if whole else _window(row, start, end, columns)
    left = _CUT if near + first else ""
    right = _CUT if near + last < len(line) else ""
    return Excerpt(
        line=left + "".join(cell.text for cell in row[first:last]) + right,
        indent=len(left) + _width(row[first:start]),
        length=max(1, _width(row[start : min(end, last)])),
    )


def _neighbourhood(start: int, columns: int, length: int) -> tuple[int, int]:
    """The code points worth measuring: a line may be megabytes long."""
    return max(0, start - 2 * columns), min(length, start + 2 * columns)


def _window(row: list[Cell], start: int, end: int, columns: int) -> tuple[int, int]:
    """Which cells to show: the span from its ``start`` on, and what stands around it."""
    room = max(columns - 2 * len(_CUT), 1)
    before = max(room - _width(row[start:end]), 0) // 2
    first = start
    used = 0
    while first > 0 and used + row[first - 1].width <= before:
        first -= 1
        used += row[first].width
    last = start
    while last < len(row) and used + row[last].width <= room:
        used += row[last].width
        last += 1
    while first > 0 and used + row[first - 1].width <= room:
        first -= 1
        used += row[first].width
    return _whole_characters(row, first, start), last


def _whole_characters(row: list[Cell], first: int, start: int) -> int:
    """The first cell from ``first`` on that is not drawn into one that was cut away."""
    while 0 < first < start and row[first].width == 0:
        first += 1
    return first


def _width(row: list[Cell]) -> int:
    return sum(cell.width for cell in row)

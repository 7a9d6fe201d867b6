"""Charts of bars that run to the right, measured so that a template only has to draw them."""

from collections.abc import Sequence
from typing import NamedTuple

from corpblog.render.chart_views import BarView, ChartView, MarkView, TableView

# In units of the drawing, about pixels at full width.
WIDTH = 440
_BAR = 16
_GAP = 4
_SPACE = 14
# About a letter of the small interface type, which is larger on phones; and how wide labels may be.
_LETTER = 9
_MOST_LABEL = 200
_LEAST_LABEL = 40


class Row(NamedTuple):
    """A row of a chart: its label, and for each series the value with its text.

    A value of None has no bar, its text stands where the bar would begin.
    """

    label: str
    values: tuple[tuple[float | None, str], ...]


def chart(
    id_: str,
    title: str,
    description: str,
    rows: Sequence[Row],
    table: TableView,
    *,
    legend: tuple[str, ...] = (),
    top: float = 0,
) -> ChartView:
    """The chart of ``rows``, the first one on top; ``top`` is the value of a full bar, if known."""
    values = [value for row in rows for value, _ in row.values if value is not None]
    full = top or max(values, default=0) or 1
    texts = [text for row in rows for _, text in row.values]
    left = _wide([row.label for row in rows], _LEAST_LABEL, _MOST_LABEL)
    longest = WIDTH - left - 4 * _GAP - _wide(texts, 20, 120)
    marks: list[MarkView] = []
    bars: list[BarView] = []
    y = 0
    for row in rows:
        high = len(row.values) * (_BAR + _GAP) - _GAP
        marks.append(MarkView(text=row.label, x=left, y=y + high // 2))
        for series, (value, text) in enumerate(row.values, start=1):
            bars.append(_bar(left + 2 * _GAP, y, longest, series, text, value, full))
            y += _BAR + _GAP
        y += _SPACE - _GAP
    return ChartView(
        id=id_,
        title=title,
        description=description,
        width=WIDTH,
        height=max(y - _SPACE, _BAR),
        marks=tuple(marks),
        bars=tuple(bars),
        legend=legend,
        table=table,
    )


def _bar(
    x: int, y: int, longest: int, series: int, text: str, value: float | None, full: float
) -> BarView:
    # What is there but small is still to be seen.
    width = max(2, round(longest * min(value / full, 1))) if value else 0
    return BarView(
        x=x,
        y=y,
        width=width,
        height=_BAR,
        series=series,
        text=text,
        text_x=x + width + (2 * _GAP if width else 0),
        text_y=y + _BAR // 2,
    )


def _wide(texts: Sequence[str], least: int, most: int) -> int:
    """About how wide the longest of ``texts`` stands."""
    longest = max(map(len, texts), default=0)
    return min(max(round(longest * _LETTER), least), most)

"""What templates see of figures: tables, and charts whose bars are measured already."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class TableView:
    """A table: ``columns`` are its head, the first cell of each of ``rows`` names the row."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BarView:
    """A bar in the units of its chart; ``series`` is 1, or 2 for the paler one.

    ``text`` is its value, to stand at ``text_x`` and at the middle of the bar, ``text_y``.
    """

    x: int
    y: int
    width: int
    height: int
    series: int
    text: str
    text_x: int
    text_y: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkView:
    """A label of a chart; it ends at ``x`` and has its middle at ``y``."""

    text: str
    x: int
    y: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ChartView:
    """A chart of bars that run to the right, with all its figures as a table.

    ``description`` says in a sentence what one sees; ``legend`` names the series, and is empty
    where there is one alone. ``id`` is one of a kind on its page.
    """

    id: str
    title: str
    description: str
    width: int
    height: int
    marks: tuple[MarkView, ...]
    bars: tuple[BarView, ...]
    legend: tuple[str, ...]
    table: TableView

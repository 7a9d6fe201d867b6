"""The charts of the moderation report, and how its figures are written."""

from collections.abc import Iterator, Sequence

from corpblog.answers.figures import Figures, Quarter, Speed
from corpblog.model.removal import RemovalReason
from corpblog.render.chart_views import ChartView, TableView
from corpblog.render.i18n import Language
from corpblog.render.pages.charts import Row, chart

# Two years; what is older stands in the lists below.
_QUARTERS = 8


def charts_of(figures: Sequence[Figures], language: Language) -> Iterator[ChartView]:
    """The newest quarters as charts, newest on top; one without any figure is left out."""
    newest = figures[:_QUARTERS]
    if any(each.whole.decided for each in newest):
        yield _on_time(newest, language)
    if any(each.whole.median_hours is not None for each in newest):
        yield _hours(newest, language)
    if any(each.turns is not None for each in newest):
        yield _turns(newest, language)
    if any(each.removed for each in newest):
        yield _removals(newest, language)


def quarter_name(quarter: Quarter, language: Language) -> str:
    """A quarter in words."""
    return language.text("moderation.quarter", number=quarter.number, year=quarter.year)


def hours(value: float | None, language: Language) -> str:
    """Business hours in words."""
    if value is None:
        return language.text("moderation.none")
    return language.text("moderation.hours", value=language.number(value))


def percent(speed: Speed, language: Language) -> str:
    """The share that was answered on time."""
    share = speed.on_time_percent
    if share is None:
        return language.text("moderation.none")
    # 99.6 is not all: what is missing stays to be seen.
    whole = min(round(share), 99) if share < 100 else 100
    return language.text("moderation.percent", value=language.number(whole))


def on_time(speed: Speed, language: Language) -> str:
    """How many of those decided were answered on time, and which share that is."""
    if not speed.decided:
        return language.text("moderation.none")
    return language.text(
        "moderation.share",
        kept=speed.on_time,
        count=speed.decided,
        percent=percent(speed, language),
    )


def _on_time(figures: Sequence[Figures], language: Language) -> ChartView:
    named = [(quarter_name(each.quarter, language), each.whole) for each in figures]
    rows = [
        Row(name, ((speed.on_time_percent, percent(speed, language)),)) for name, speed in named
    ]
    cells = [(name, on_time(speed, language)) for name, speed in named]
    table = _table(language, "chart.on_time", ("chart.quarter", "moderation.on_time"), cells)
    about = _about(language, "chart.on_time.about", rows)
    return chart("on-time", table.caption, about, rows, table, top=100)


def _hours(figures: Sequence[Figures], language: Language) -> ChartView:
    rows = [
        Row(
            quarter_name(each.quarter, language),
            tuple(
                (value, hours(value, language))
                for value in (each.whole.median_hours, each.whole.p90_hours)
            ),
        )
        for each in figures
    ]
    columns = ("chart.quarter", "moderation.median", "moderation.p90")
    table = _table(language, "chart.hours", columns, _cells(rows))
    about = _about(language, "chart.hours.about", rows)
    return chart("hours", table.caption, about, rows, table, legend=table.columns[1:])


def _turns(figures: Sequence[Figures], language: Language) -> ChartView:
    rows = [
        Row(
            quarter_name(each.quarter, language),
            ((each.turns, _number(each.turns, language)),),
        )
        for each in figures
    ]
    columns = ("chart.quarter", "moderation.resolved", "moderation.turns")
    cells = [
        (row.label, str(each.resolved), row.values[0][1])
        for row, each in zip(rows, figures, strict=True)
    ]
    table = _table(language, "chart.turns", columns, cells)
    return chart("turns", table.caption, _about(language, "chart.turns.about", rows), rows, table)


def _removals(figures: Sequence[Figures], language: Language) -> ChartView:
    counts = {
        reason: sum(each.removals.get(reason, 0) for each in figures) for reason in RemovalReason
    }
    rows = [
        Row(language.text(f"removal.{reason}"), ((count, str(count)),))
        for reason, count in counts.items()
        if count
    ]
    columns = ("chart.reason", "chart.comments")
    table = _table(language, "chart.removals", columns, _cells(rows))
    about = language.text(
        "chart.removals.about",
        count=sum(counts.values()),
        first=quarter_name(figures[-1].quarter, language),
        last=quarter_name(figures[0].quarter, language),
    )
    return chart("removals", table.caption, about, rows, table)


def _cells(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    return [(row.label, *(text for _, text in row.values)) for row in rows]


def _table(
    language: Language, caption: str, columns: Sequence[str], rows: Sequence[tuple[str, ...]]
) -> TableView:
    return TableView(
        caption=language.text(caption),
        columns=tuple(language.text(each) for each in columns),
        rows=tuple(rows),
    )


def _about(language: Language, key: str, rows: Sequence[Row]) -> str:
    """A sentence about a chart, with the figures of its newest row."""
    values = " / ".join(text for _, text in rows[0].values)
    return language.text(key, quarter=rows[0].label, value=values)


def _number(value: float | None, language: Language) -> str:
    return language.text("moderation.none") if value is None else language.number(value)

"""The quarters of the moderation report; figures of the blog and of teams, never of a person."""

from collections.abc import Iterator, Sequence

from corpblog.answers.figures import Figures
from corpblog.model.removal import RemovalReason
from corpblog.render.chart_views import TableView
from corpblog.render.duty_views import FactView, PeriodView
from corpblog.render.i18n import Language
from corpblog.render.pages.moderation_charts import hours, on_time, quarter_name


def periods_of(figures: Sequence[Figures], language: Language) -> Iterator[PeriodView]:
    """Each quarter, newest first."""
    for each in figures:
        yield PeriodView(
            heading=quarter_name(each.quarter, language),
            figures=tuple(_facts(each, language)),
            reasons=tuple(
                FactView(
                    label=language.text(f"removal.{reason}"),
                    value=str(each.removals.get(reason, 0)),
                )
                for reason in RemovalReason
            ),
            teams=_teams(each, language),
        )


def _facts(figures: Figures, language: Language) -> Iterator[FactView]:
    whole, say = figures.whole, language.text
    lines = (
        ("received", str(figures.comments)),
        ("needing", str(whole.needing)),
        ("answered", str(whole.answered)),
        ("on_time", on_time(whole, language)),
        ("median", hours(whole.median_hours, language)),
        ("p90", hours(whole.p90_hours, language)),
        ("resolved", str(figures.resolved)),
        (
            "turns",
            say("moderation.none") if figures.turns is None else language.number(figures.turns),
        ),
        ("no_response", str(figures.no_response)),
        ("held", str(figures.held)),
        ("removed", str(figures.removed)),
    )
    for name, value in lines:
        yield FactView(label=say(f"moderation.{name}"), value=value)


def _teams(figures: Figures, language: Language) -> TableView | None:
    if not figures.teams:
        return None
    say = language.text
    names = ("team", "needing", "on_time", "median", "p90")
    return TableView(
        caption=say("moderation.teams", quarter=quarter_name(figures.quarter, language)),
        columns=tuple(say(f"moderation.{name}") for name in names),
        rows=tuple(
            (
                team.team or say("moderation.small_teams"),
                str(team.needing),
                on_time(team, language),
                hours(team.median_hours, language),
                hours(team.p90_hours, language),
            )
            for team in figures.teams
        ),
    )

"""The moderation report: what readers wrote, and what was done with it; zeros before they write.

Figures are those of the whole blog and of teams, never of a person (see ``answers.figures``).
"""

from collections.abc import Iterator, Mapping
from functools import partial

from corpblog.answers.figures import Figures
from corpblog.model.removal import RemovalReason
from corpblog.render.address import output_path
from corpblog.render.chart_views import TableView
from corpblog.render.duty_views import FactView, ModerationView, PeriodView
from corpblog.render.i18n import Language
from corpblog.render.pages.frame import Head, page_bytes
from corpblog.render.pages.moderation_charts import charts_of, hours, on_time, quarter_name
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.views import LinkView

# What is counted before anybody wrote, in the order of the report.
_FIGURES = ("received", "answered", "held", "removed")
_NOBODY_WROTE = "0"


def outputs(renderer: Renderer) -> Iterator[PlannedOutput]:
    """The report in each language."""
    versions = renderer.places.versions(renderer.places.moderation_report(renderer.site.lang))
    for lang, permalink in versions.items():
        yield PlannedOutput(
            path=output_path(permalink),
            kind="moderation-report",
            source=f"generated: moderation report ({lang})",
            make=partial(_make, renderer, lang, versions),
            permalink=permalink,
            lang=lang,
            versions=versions,
            indexed=True,
        )


def _make(renderer: Renderer, lang: str, versions: Mapping[str, str]) -> bytes:
    language, figures = renderer.languages[lang], renderer.talks.figures()
    view = ModerationView(
        heading=language.text("heading.moderation_report"),
        intro=language.text("intro.moderation_report"),
        periods=tuple(_periods(renderer, language)),
        links=tuple(_links(renderer, lang)),
        charts=tuple(charts_of(figures, language)),
    )
    head = Head(
        kind="moderation-report",
        lang=lang,
        permalink=versions[lang],
        title=view.heading,
        description=view.intro,
        versions=versions,
    )
    source = f"generated: moderation report ({lang})"
    return page_bytes(renderer, "moderation-report.html", head, source, report=view)


def _periods(renderer: Renderer, language: Language) -> Iterator[PeriodView]:
    """The quarters, newest first; before anybody wrote, everything since the first post."""
    posts, figures = renderer.site.posts, renderer.talks.figures()
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
    if posts and not figures:
        first = min(post.date for post in posts)
        yield PeriodView(
            heading=language.text("moderation.since", date=language.day(first)),
            figures=tuple(_zero(language, f"moderation.{name}") for name in _FIGURES),
            reasons=tuple(_zero(language, f"removal.{reason}") for reason in RemovalReason),
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


def _zero(language: Language, key: str) -> FactView:
    return FactView(label=language.text(key), value=_NOBODY_WROTE)


def _links(renderer: Renderer, lang: str) -> Iterator[LinkView]:
    """The policy that the figures are held against."""
    yield renderer.frames.comment_policy(lang)

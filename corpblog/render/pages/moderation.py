"""The moderation report: what readers wrote, and what was done with it; zeros before they write."""

from collections.abc import Iterator, Mapping
from functools import partial

from corpblog.model.removal import RemovalReason
from corpblog.render.address import output_path
from corpblog.render.chart_views import ChartView
from corpblog.render.duty_views import FactView, ModerationView, PeriodView
from corpblog.render.i18n import Language
from corpblog.render.pages.frame import Head, page_bytes
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
    language = renderer.languages[lang]
    periods = tuple(_periods(renderer, language))
    charts: tuple[ChartView, ...] = ()
    if renderer.talks:
        from corpblog.render.judged import judged_of
        from corpblog.render.pages.moderation_charts import charts_of
        from corpblog.render.pages.moderation_figures import periods_of

        figures = judged_of(renderer.talks).figures
        periods = tuple(periods_of(figures, language)) or periods
        charts = tuple(charts_of(figures, language))
    view = ModerationView(
        heading=language.text("heading.moderation_report"),
        intro=language.text("intro.moderation_report"),
        periods=periods,
        links=tuple(_links(renderer, lang)),
        charts=charts,
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
    """Everything since the first post, while nobody has written: all figures are zero."""
    posts = renderer.site.posts
    if posts:
        first = min(post.date for post in posts)
        yield PeriodView(
            heading=language.text("moderation.since", date=language.day(first)),
            figures=tuple(_zero(language, f"moderation.{name}") for name in _FIGURES),
            reasons=tuple(_zero(language, f"removal.{reason}") for reason in RemovalReason),
        )


def _zero(language: Language, key: str) -> FactView:
    return FactView(label=language.text(key), value=_NOBODY_WROTE)


def _links(renderer: Renderer, lang: str) -> Iterator[LinkView]:
    """The policy that the figures are held against."""
    yield renderer.frames.comment_policy(lang)

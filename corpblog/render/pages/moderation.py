"""The moderation report: what readers wrote, and what was done with it; zeros before they write."""

from collections.abc import Iterator, Mapping
from functools import partial

from corpblog.model.removal import RemovalReason
from corpblog.render.address import output_path
from corpblog.render.duty_views import FactView, ModerationView, PeriodView
from corpblog.render.i18n import Language
from corpblog.render.pages.frame import Head, page_bytes
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.views import LinkView

# What is counted, in the order of the report.
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
    view = ModerationView(
        heading=language.text("heading.moderation_report"),
        intro=language.text("intro.moderation_report"),
        periods=tuple(_periods(renderer, language)),
        links=tuple(_links(renderer, lang)),
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
    """Everything since the first post: the site holds no comments, so all figures are zero."""
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

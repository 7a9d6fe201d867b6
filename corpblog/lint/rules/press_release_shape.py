"""A post that has the shape of a press release.

Ein Beitrag in der Form einer Pressemitteilung.

Why: a release speaks as an institution, a post as a person; releases belong on the press page (S2).
Warum: Eine Mitteilung spricht als Institution, ein Beitrag als Mensch; Mitteilungen gehören auf die
Presseseite (S2).
Instead: tell it as you would tell a colleague, and link to the release.
Stattdessen: Erzählen Sie es wie einer Kollegin, und verlinken Sie die Mitteilung.
Bad: ULM, 10 November 2026 – Acme today announced its new scale.
Good: I tested the new scale for a week.
Schlecht: Ulm, 10.11.2026 – Die Acme AG gab heute ihre neue Waage bekannt.
Gut: Ich habe die neue Waage eine Woche lang getestet.
Known: one mark alone is no finding. Transcripts and interviews are left alone.
"""

from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.press_marks import press_marks
from corpblog.lint.rule import Finding, Findings, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording, joined
from corpblog.model.keys import key
from corpblog.model.post import PostKind

_SPOKEN = frozenset((PostKind.TRANSCRIPT, PostKind.QA))

_SHAPE = Wording(
    "this post looks like a press release: {marks}",
    "dieser Beitrag sieht aus wie eine Pressemitteilung: {marks}",
)
_TELL = Wording(
    "tell it in your own words, and link to the press release",
    "erzählen Sie es in eigenen Worten, und verlinken Sie die Pressemitteilung",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How many marks make a press release."""

    warn: int = key("marks from which it is a warning", default=2)
    error: int = key("marks from which it is an error", default=3)


def check(text: Text, context: Context, options: Options) -> Findings:
    """The post as a whole, at its first mark."""
    if text.post is None or text.post.front.kind in _SPOKEN:
        return
    marks = press_marks(text, context)
    if not marks or len(marks) < min(options.warn, options.error):
        return
    first, *others = marks
    yield Finding(
        at=first.at,
        severity=Severity.ERROR if len(marks) >= options.error else Severity.WARNING,
        message=_SHAPE(marks=joined((mark.what for mark in marks), "; ")),
        hint=_TELL,
        related=tuple((text.source, mark.at, mark.what) for mark in others),
    )


RULE = Rule(
    code="VOICE001",
    name="press-release-shape",
    severity=Severity.WARNING,
    help=__doc__,
    options=Options,
    text=check,
)

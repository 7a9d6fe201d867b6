"""Praise is answered more often or sooner than criticism, or criticism vanishes more often.

Lob wird öfter oder schneller beantwortet als Kritik, oder Kritik verschwindet öfter.

Why: a blog that answers only its friends is no dialogue; criticism, fair or not, is to be met
constructively (S0); to suppress reviews for being negative is forbidden (16 CFR 465.7).
Warum: Wer nur Freunden antwortet, führt keinen Dialog; mit Kritik, berechtigt oder nicht, geht man
konstruktiv um (S0); Bewertungen zu unterdrücken, weil sie schlecht sind, ist verboten (16 CFR
465.7).
Instead: answer the open criticism first; release what is only unpleasant.
Stattdessen: Beantworten Sie zuerst die offene Kritik; geben Sie frei, was nur unangenehm ist.

Bad: 90 % of the praise answered, 55 % of the criticism
Good: 90 % and 88 %
Schlecht: 90 % des Lobes beantwortet, 55 % der Kritik
Gut: 90 % und 88 %
Known: a few comments prove nothing: below min_n of each the finding is no more than information,
and below half of that there is none.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from corpblog.answers.answered import Desk, moment_of, needs_of
from corpblog.answers.staff import is_named_reply
from corpblog.answers.threads import is_published
from corpblog.diagnostics import Severity
from corpblog.lint.comments import PostThread, place_of, threads_of
from corpblog.lint.context import Context, Gate
from corpblog.lint.facts import Archive
from corpblog.lint.rule import Finding, Findings, Rule
from corpblog.lint.wording import Wording, decimal
from corpblog.model.comment import Comment, CommentKind, CommentStatus
from corpblog.model.keys import key
from corpblog.model.response import NeedState

_PERIOD = timedelta(days=90)
_CRITICAL = (CommentKind.CRITICISM, CommentKind.COMPLAINT)
_POSITIVE = (CommentKind.PRAISE, CommentKind.THANKS)
_SLOWER = 2
_SHOWN = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How many comments it takes, and how far apart the shares may be."""

    min_n: int = key("critical and positive comments each from which it counts", default=5)
    gap: int = key("percentage points that may lie between the shares", default=20)


_LESS = Wording(
    "in 90 days {critical} % of {n} critical comments were answered, but {positive} % of {m} "
    "positive ones",
    "in 90 Tagen wurden {critical} % von {n} kritischen Kommentaren beantwortet, aber {positive} % "
    "von {m} freundlichen",
)
_LATER = Wording(
    "in 90 days criticism waited {critical} business hours for an answer, praise {positive}",
    "in 90 Tagen wartete Kritik {critical} Arbeitsstunden auf Antwort, Lob {positive}",
)
_GONE = Wording(
    "in 90 days {critical} % of {n} critical comments were held or removed, but {positive} % of "
    "{m} positive ones",
    "in 90 Tagen wurden {critical} % von {n} kritischen Kommentaren zurückgehalten oder "
    "entfernt, aber {positive} % von {m} freundlichen",
)
_FIRST = Wording(
    "answer the open criticism first: corpblog comments inbox",
    "beantworten Sie zuerst die offene Kritik: corpblog comments inbox",
)
_OPEN = Wording("not answered", "nicht beantwortet")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Fate:
    """What became of a comment: ``hours`` are business hours to its answer, None without one."""

    comment: Comment
    hours: float | None

    @property
    def is_gone(self) -> bool:
        """Whether readers do not see it."""
        return self.comment.record.status is not CommentStatus.PUBLISHED


def check(archive: Archive, context: Context, options: Options) -> Findings:
    """Compare what became of critical and of positive comments in the last 90 days."""
    if context.now is None:
        return
    desk = Desk.of(context.config, context.authors, context.now)
    fates = [fate for each in threads_of(archive) for fate in _fates(each, desk, context.now)]
    critical = [fate for fate in fates if fate.comment.record.kind in _CRITICAL]
    positive = [fate for fate in fates if fate.comment.record.kind in _POSITIVE]
    fewest = min(len(critical), len(positive))
    if fewest < max(options.min_n // 2 + 1, 1):
        return
    severity = Severity.INFO if fewest < options.min_n else None
    unanswered = [each for each in critical if each.hours is None and not each.is_gone]
    related = tuple(
        (each.comment.source, place_of(each.comment), _OPEN) for each in unanswered[:_SHOWN]
    )
    for message in _differences(critical, positive, options):
        yield Finding(
            message=message,
            source=context.config_source,
            hint=_FIRST,
            severity=severity,
            related=related,
        )


def _differences(
    critical: Sequence[_Fate], positive: Sequence[_Fate], options: Options
) -> list[Wording]:
    found: list[Wording] = []
    counts = {"n": len(critical), "m": len(positive)}
    answered = [
        _percent([fate.hours is not None for fate in each]) for each in (critical, positive)
    ]
    if answered[1] - answered[0] > options.gap:
        found.append(_LESS(critical=round(answered[0]), positive=round(answered[1]), **counts))
    waited = [
        [fate.hours for fate in each if fate.hours is not None] for each in (critical, positive)
    ]
    if all(waited) and statistics.median(waited[0]) > _SLOWER * statistics.median(waited[1]):
        medians = [statistics.median(each) for each in waited]
        found.append(_LATER(critical=decimal(medians[0]), positive=decimal(medians[1])))
    gone = [_percent([fate.is_gone for fate in each]) for each in (critical, positive)]
    if gone[0] - gone[1] > options.gap:
        found.append(_GONE(critical=round(gone[0]), positive=round(gone[1]), **counts))
    return found


def _percent(values: Sequence[bool]) -> float:
    return 100 * sum(values) / len(values)


def _fates(each: PostThread, desk: Desk, now: datetime) -> list[_Fate]:
    """The critical and positive comments of a thread in the period."""
    thread, post = each
    needs = {need.comment.id: need for need in needs_of(thread, post.authors, desk)}
    found: list[_Fate] = []
    for comment in thread.comments:
        kind = comment.record.kind
        if comment.is_staff or kind not in (*_CRITICAL, *_POSITIVE):
            continue
        if now - comment.created > _PERIOD:
            continue
        need = needs.get(comment.id)
        if need is not None:
            is_answered = need.state in (NeedState.ANSWERED, NeedState.ELSEWHERE)
            found.append(_Fate(comment=comment, hours=need.hours if is_answered else None))
        else:
            found.append(_Fate(comment=comment, hours=_hours_to_reply(comment, each, desk)))
    return found


def _hours_to_reply(comment: Comment, each: PostThread, desk: Desk) -> float | None:
    """Business hours until a named employee said something below a comment; None: nobody did."""
    replies = (
        moment_of(reply)
        for reply in each.thread.comments
        if is_published(reply)
        and is_named_reply(reply, desk.authors)
        and (reply.record.reply_to == comment.id or comment.id in reply.record.answers)
    )
    first = min(replies, default=None)
    return None if first is None else desk.business.hours_between(comment.created, first)


RULE = Rule(
    code="DIAL005",
    name="criticism-skipped",
    severity=Severity.WARNING,
    help=__doc__,
    gates=(Gate.SCHED,),
    options=Options,
    site=check,
)

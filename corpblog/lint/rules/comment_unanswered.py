"""A reader's comment that needs an answer has none, and the time for it is over.

Ein Kommentar, der eine Antwort braucht, hat keine, und die Frist dafür ist um.

Why: who takes readers seriously answers them (S1); one refused claim was seen by eight million
(S4); in surveys 79 % expect an answer within a day (2016).
Warum: Wer Leser ernst nimmt, antwortet ihnen (S1); einen einzigen abgewiesenen Anspruch sahen acht
Millionen (S4); in Umfragen erwarten 79 % binnen eines Tages Antwort (2016).
Instead: let a named employee answer in the thread; or promise a day (holding), tell what was
answered elsewhere (answered_elsewhere), or say why there is no answer (no_response).
Stattdessen: Antworten Sie mit Namen im Gespräch; oder nennen Sie einen Tag (holding), sagen Sie,
was anderswo geantwortet wurde (answered_elsewhere) oder warum es keine Antwort gibt (no_response).

Bad: a question of Monday that is still open on Friday
Good: answered on Tuesday by Jana Weiss, head of support
Schlecht: eine Frage vom Montag, die am Freitag noch offen ist
Gut: am Dienstag beantwortet von Jana Weiss, Leiterin Support
Known: a comment without kind that has a question mark counts as a question; if it asks nothing,
write kind: chatter. Days are business days of the region in guidelines.holidays.
"""

import math
import re
from dataclasses import dataclass
from datetime import datetime

from corpblog.answers.business_time import business_time_of
from corpblog.answers.times import times_of
from corpblog.diagnostics import Severity
from corpblog.lint.comments import needs_in, place_of
from corpblog.lint.context import Context, Gate
from corpblog.lint.facts import Archive
from corpblog.lint.rule import Finding, Findings, Rule
from corpblog.lint.wording import Wording
from corpblog.model.answer_times import ANSWER_DAYS
from corpblog.model.author import Author
from corpblog.model.comment import CommentKind
from corpblog.model.keys import key
from corpblog.model.response import Need

_FACTOR = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)\s*x?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How soon readers are answered; the only place where a site says so."""

    days: dict[str, int] = key(
        "business days by kind: complaint, correction, question, criticism",
        factory=lambda: dict(ANSWER_DAYS),
    )
    escalate_after: str = key("when it gets urgent: so many times the limit", default="2x")

    def __post_init__(self) -> None:
        """Days are one or more, for kinds that need an answer. Raises ValueError."""
        for kind, days in self.days.items():
            if kind not in ANSWER_DAYS:
                raise ValueError(f"days: “{kind}” is none of {', '.join(sorted(ANSWER_DAYS))}")
            if days < 1:
                raise ValueError(f"days: {kind}: expected 1 or more, not {days}")
        found = _FACTOR.fullmatch(self.escalate_after.strip())
        if found is None or float(found[1]) < 1:
            raise ValueError("escalate_after: expected 2x, or another factor from 1 on")

    @property
    def factor(self) -> float:
        """How many times the limit may pass before it gets urgent."""
        found = _FACTOR.fullmatch(self.escalate_after.strip())
        return float(found[1]) if found else 2.0


_KINDS = {
    CommentKind.COMPLAINT: Wording("complaint", "Beschwerde"),
    CommentKind.CORRECTION: Wording("correction", "Berichtigung"),
    CommentKind.CRITICISM: Wording("criticism", "Kritik"),
    CommentKind.QUESTION: Wording("question", "Frage"),
}
_LATE = Wording(
    "{kind} of {asked}: no answer yet; it was due on {due}",
    "{kind} vom {asked}: noch keine Antwort; fällig war sie am {due}",
)
_URGENT = Wording(
    "{kind} of {asked}: no answer after {factor:g} times the limit; it was due on {due}",
    "{kind} vom {asked}: keine Antwort nach dem {factor:g}-Fachen der Frist; fällig war sie am "
    "{due}",
)
_HELD = Wording(
    "{kind} of {asked}, not released: no answer yet; it was due on {due}",
    "{kind} vom {asked}, nicht freigegeben: noch keine Antwort; fällig war sie am {due}",
)
_ANSWER = Wording(
    "{name} answers: corpblog comments reply {id} --author {owner}",
    "{name} antwortet: corpblog comments reply {id} --author {owner}",
)
_NOBODY = Wording(
    "nobody is left to answer: name a successor in the author's profile, or people under "
    "guidelines.readers",
    "niemand ist mehr da, der antwortet: nennen Sie einen successor im Profil des Autors oder "
    "Leute unter guidelines.readers",
)


def check(archive: Archive, context: Context, options: Options) -> Findings:
    """Everything that waits longer than it may at the moment of the run."""
    now, business = context.now, business_time_of(context.config)
    if now is None:
        return
    for need in needs_in(archive, context, times_of(options.days)):
        if not need.is_open or now <= need.due:
            continue
        limit = times_of(options.days).days_for(need.kind)
        urgent = business.due(need.comment.created, math.ceil(limit * options.factor))
        yield Finding(
            message=_message(need, options, is_urgent=now > max(urgent, need.due)),
            source=need.comment.source,
            at=place_of(need.comment),
            hint=_hint(need, context.authors.get(need.owner)),
        )


def _message(need: Need, options: Options, *, is_urgent: bool) -> Wording:
    kind = _KINDS.get(need.kind or CommentKind.QUESTION, _KINDS[CommentKind.QUESTION])
    held = need.comment.record.needs_answer is not None and not need.comment.record.text
    wording = _URGENT if is_urgent else _HELD if held else _LATE
    return wording(
        kind=kind,
        asked=_shown(need.comment.created),
        due=_shown(need.due),
        factor=options.factor,
    )


def _hint(need: Need, owner: Author | None) -> Wording:
    if owner is None:
        return _NOBODY
    return _ANSWER(name=owner.name, id=need.comment.id, owner=owner.id)


def _shown(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


RULE = Rule(
    code="DIAL002",
    name="comment-unanswered",
    severity=Severity.ERROR,
    help=__doc__,
    gates=(Gate.SCHED,),
    options=Options,
    site=check,
)

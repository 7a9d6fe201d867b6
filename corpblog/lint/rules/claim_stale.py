"""A claim of the register whose time is over, with the posts that still say it.

Eine Aussage des Registers, deren Zeit um ist, mit den Beiträgen, die sie noch machen.

Why: every small error is found later, “in a new, fitting context” (S1); a number that was right in
2023 is wrong today.
Warum: Jeder kleine Fehler wird später gefunden, „in einem neuen, passenden Kontext“ (S1); eine
Zahl, die 2023 stimmte, ist heute falsch.
Instead: check the claim and enter the new as_of, or say in the posts as of when it was true.
Stattdessen: die Aussage prüfen und as_of erneuern, oder in den Beiträgen den Stand nennen.
Bad: We ship to 14 countries (as_of: 2023-05-02)
Good: We ship to 14 countries (as_of: 2026-09-01)
Schlecht: Wir liefern in 14 Länder (as_of: 2023-05-02)
Gut: Wir liefern in 14 Länder (as_of: 2026-09-01)
Known: a valid_until decides alone; as_of counts where there is none. Facts of the past get
historic: true. A claim that no post cites is only noted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context, Gate
from corpblog.lint.facts import Archive
from corpblog.lint.rule import Finding, Findings, Key, Rule, Span
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.model.registers import Claim
from corpblog.model.source import SourceText

_ENDED = Wording("“{id}” was valid until {day}", "„{id}“ galt bis {day}")
_OLD = Wording(
    "“{id}” was true on {day}, more than {days} days ago",
    "„{id}“ stimmte am {day}, vor mehr als {days} Tagen",
)
_CITED = Wording(
    "this post cites it",
    "dieser Beitrag führt sie an",
)
_HINT = Wording(
    "check it and enter the new date, or say in the posts when it was true",
    "prüfen Sie es, und tragen Sie das neue Datum ein; oder nennen Sie in den Beiträgen den Stand",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How long a claim stays fresh."""

    max_age_days: int = key("days after as_of from which a claim is stale", default=365)


def check(archive: Archive, context: Context, options: Options) -> Findings:
    """Every stale claim, at the date that makes it stale."""
    source = context.registers.sources.get("claims")
    if source is None or context.now is None:
        return
    today = context.now.date()
    for index, claim in enumerate(context.registers.claims):
        stale = _stale(claim, today, options)
        if stale is not None:
            field, message = stale
            citing = tuple(_citing(archive, claim))
            yield Finding(
                message=message,
                source=source,
                at=Key((index, field)),
                hint=_HINT,
                severity=None if citing else Severity.INFO,
                related=citing,
            )


def _stale(claim: Claim, today: date, options: Options) -> tuple[str, Wording] | None:
    """The key whose date is over, and how to say it."""
    if claim.historic:
        return None
    if claim.valid_until is not None:
        ended = claim.valid_until < today
        message = _ENDED(id=claim.id, day=claim.valid_until.isoformat())
        return ("valid_until", message) if ended else None
    if claim.as_of is not None and (today - claim.as_of).days > options.max_age_days:
        day = claim.as_of.isoformat()
        return "as_of", _OLD(id=claim.id, day=day, days=options.max_age_days)
    return None


def _citing(
    archive: Archive, claim: Claim
) -> Iterator[tuple[SourceText, Span | Key | None, Wording]]:
    """The posts that cite a claim, by path: in their key claims, or in their text."""
    for post in sorted(archive.posts, key=lambda post: post.source.path):
        facts = archive.facts.get(post.source.path)
        if claim.id in post.front.claims:
            place = Key(("claims", post.front.claims.index(claim.id)))
            yield post.source, place, _CITED
        elif facts is not None and claim.id in facts.cited:
            yield post.source, None, _CITED


RULE = Rule(
    code="EVID006",
    name="claim-stale",
    severity=Severity.WARNING,
    help=__doc__,
    gates=(Gate.SCHED,),
    options=Options,
    site=check,
)

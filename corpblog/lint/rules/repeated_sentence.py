"""The same sentence in post after post.

Derselbe Satz in einem Beitrag nach dem anderen.

Why: a message that is repeated word for word sounds like an advertisement (S2).
Warum: Eine Botschaft, die Wort für Wort wiederkehrt, klingt wie Werbung (S2).
Instead: say it once and link to it.
Stattdessen: Sagen Sie es einmal, und verlinken Sie darauf.
Bad: Our customers have trusted us for quality since the first day. (in seven posts)
Good: Why bakers came back to us is told in the post of May.
Schlecht: Unsere Kunden vertrauen seit dem ersten Tag auf unsere Qualität. (in sieben Beiträgen)
Gut: Warum Bäcker zu uns zurückkamen, steht im Beitrag vom Mai.
Known: sentences that must be said again and again stand in registers/boilerplate.yml.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context, Gate
from corpblog.lint.facts import Archive, SentenceFact
from corpblog.lint.rule import Finding, Findings, Key, Rule, Span
from corpblog.lint.shingles import sentence_digest
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.model.post import Post
from corpblog.wordlists.tokens import tokenise

_MONTH = timedelta(days=365.25 / 12)

_AGAIN = Wording(
    "this sentence is in {count} posts of the last {months} months",
    "dieser Satz steht in {count} Beiträgen der letzten {months} Monate",
)
_SAY_ONCE = Wording(
    "say it once and link to it; what must be repeated belongs in registers/boilerplate.yml",
    "sagen Sie es einmal, und verlinken Sie darauf; was wiederholt werden muss, gehört in "
    "registers/boilerplate.yml",
)
_CLAIM = Wording(
    "{count} posts of the last {days} days lead with the claim “{claim}”",
    "{count} Beiträge der letzten {days} Tage beginnen mit der Aussage „{claim}“",
)
_OTHER_LEAD = Wording(
    "lead with something new",
    "beginnen Sie mit etwas Neuem",
)
_HERE_TOO = Wording("here too", "auch hier")

Place = tuple[Post, int, SentenceFact]


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How often is too often."""

    min_words: int = key("words from which a sentence counts", default=8)
    posts: int = key("posts with it that are too many", default=3)
    months: int = key("how far back posts are compared, in months", default=24)
    lead_days: int = key("how far back leading claims are compared, in days", default=90)


def check(archive: Archive, context: Context, options: Options) -> Findings:
    """Each sentence that is repeated, in the newest post that has it."""
    if context.now is None:
        return
    since = context.now - options.months * _MONTH
    recent = [post for post in archive.posts if post.date >= since]
    allowed = {
        sentence_digest([token.folded for token in tokenise(entry.text)])
        for entry in context.registers.boilerplate
    }
    places: dict[tuple[str, int], list[Place]] = {}
    for post in recent:
        facts = archive.facts.get(post.source.path)
        for number, fact in enumerate(facts.sentences if facts else ()):
            if fact.words >= options.min_words and fact.digest not in allowed:
                places.setdefault((post.lang, fact.digest), []).append((post, number, fact))
    often = [found for found in map(_once_a_post, places.values()) if len(found) >= options.posts]
    for run in _runs(often):
        yield _finding(run, options)
    yield from _leads(archive, context, options)


def _once_a_post(places: list[Place]) -> list[Place]:
    firsts: dict[str, Place] = {}
    for place in places:
        firsts.setdefault(place[0].source.path, place)
    return list(firsts.values())


def _runs(often: list[list[Place]]) -> Iterator[list[list[Place]]]:
    """Repeated sentences; those that follow each other in the same posts are told as one."""
    ordered = sorted(often, key=lambda places: (places[0][0].source.path, places[0][1]))
    run: list[list[Place]] = []
    for places in ordered:
        if run and not _follows(run[-1], places):
            yield run
            run = []
        run.append(places)
    if run:
        yield run


def _follows(before: list[Place], after: list[Place]) -> bool:
    return [(post.source.path, number + 1) for post, number, _ in before] == [
        (post.source.path, number) for post, number, _ in after
    ]


def _finding(run: list[list[Place]], options: Options) -> Finding:
    firsts, lasts = run[0], run[-1]
    spans = [
        (first[0].source, Span(first[2].start, last[2].end))
        for first, last in zip(firsts, lasts, strict=True)
    ]
    (source, span), *others = spans
    return Finding(
        at=span,
        source=source,
        message=_AGAIN(count=len(spans), months=options.months),
        hint=_SAY_ONCE,
        related=tuple((other, place, _HERE_TOO) for other, place in others),
    )


def _leads(archive: Archive, context: Context, options: Options) -> Findings:
    """Claims that come first in one post after the other."""
    assert context.now is not None
    since = context.now - timedelta(days=options.lead_days)
    leading: dict[tuple[str, str], list[Post]] = {}
    for post in archive.posts:
        if post.date >= since and post.front.claims:
            leading.setdefault((post.lang, post.front.claims[0]), []).append(post)
    for (_, claim), posts in sorted(leading.items()):
        if len(posts) >= options.posts:
            newest, *others = posts
            yield Finding(
                at=Key(("claims",)),
                source=newest.source,
                message=_CLAIM(claim=claim, count=len(posts), days=options.lead_days),
                hint=_OTHER_LEAD,
                related=tuple((post.source, Key(("claims",)), _HERE_TOO) for post in others),
            )


RULE = Rule(
    code="REPET002",
    name="repeated-sentence",
    severity=Severity.WARNING,
    help=__doc__,
    gates=(Gate.SCHED,),
    options=Options,
    site=check,
)

"""A reply to a reader consists of set phrases, says nothing, or only sends the reader away.

Eine Antwort besteht aus Floskeln, sagt nichts oder schickt nur woandershin.

Why: readers want concrete help from a human being (S3); in 2021 two words of a railway company,
“business decision”, began a storm.
Warum: Leser wollen konkrete Hilfe von Mensch zu Mensch (S3); 2021 genügten zwei Wörter der Bahn,
„Unternehmerische Entscheidung“, für einen Sturm.
Instead: say what is true, what you did or what happens next, with a date, a number or a link. An
earlier reply stays as it is: write a better one below it.
Stattdessen: Sagen Sie, was stimmt, was Sie getan haben oder was geschieht, mit Tag, Zahl oder Link.
Die frühere Antwort bleibt stehen: Schreiben Sie eine bessere darunter.
Bad: We apologise for any inconvenience. Your feedback is important to us.
Good: The filter was wrong; I fixed it at 10:20. Please reload. – Jana
Schlecht: Ihr Anliegen ist uns wichtig. Wir leiten das intern weiter.
Gut: Der Filter war falsch; seit 10:20 Uhr stimmt er. Bitte neu laden. – Jana
Known: only replies to comments that need an answer are judged, so “thank you” to praise is fine; a
short true answer (“No, not before May.”) passes by its date.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from corpblog.answers.answered import DEFLECTION_DAYS, moment_of, names_of
from corpblog.answers.business_time import BusinessTime, business_time_of
from corpblog.answers.canned import Limits, Shortfall, Substance, substance_of
from corpblog.answers.said import said_of, without_addresses
from corpblog.answers.threads import Talk, wants_answer
from corpblog.diagnostics import Severity
from corpblog.lint.comments import place_of, staff_replies, threads_of
from corpblog.lint.context import Context, Gate
from corpblog.lint.facts import Archive
from corpblog.lint.overlap import alike
from corpblog.lint.rule import Finding, Findings, Rule
from corpblog.lint.shingles import shingles_of
from corpblog.lint.wording import Wording
from corpblog.model.comment import Comment
from corpblog.model.keys import key
from corpblog.wordlists.tokens import tokenise

# A reply is a template that shares so much with so many others in so many days.
_ALIKE, _OTHERS, _PERIOD = 0.8, 2, timedelta(days=180)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Where a reply begins to be one; the same measure decides what counts as answered."""

    coverage: float = key("share of words in set phrases from which a reply is canned", default=0.5)
    min_content_words: int = key("words of its own without which a reply is empty", default=8)

    def __post_init__(self) -> None:
        """Raises ValueError."""
        if not 0 < self.coverage <= 1:
            raise ValueError("coverage: expected a share above 0 and up to 1")
        if self.min_content_words < 1:
            raise ValueError("min_content_words: expected 1 or more")


_CANNED = Wording(
    "{percent} % of this reply are set phrases, such as “{phrase}”",
    "{percent} % dieser Antwort sind Floskeln wie „{phrase}“",
)
_TEMPLATE = Wording(
    "this reply says nearly the same as {count} others within 180 days",
    "diese Antwort sagt fast dasselbe wie {count} andere binnen 180 Tagen",
)
_EMPTY = Wording(
    "this reply gives no step, date, number, link or fact",
    "diese Antwort nennt weder Schritt, Tag, Zahl noch Link und nichts zur Sache",
)
_AWAY = Wording(
    "this reply only sends the reader elsewhere, and nothing says what came of it",
    "diese Antwort schickt nur woandershin; was daraus wurde, steht nirgends",
)
_BETTER = Wording(
    "answer again below it: what is true, what you did, what happens next and when",
    "antworten Sie darunter noch einmal: was stimmt, was Sie getan haben, was wann geschieht",
)
_LIST = Wording(
    "answer all of them with one reply that lists their ids under answers, or each in its own way",
    "antworten Sie allen mit einer Antwort, die unter answers alle nennt, oder jedem für sich",
)
_TELL = Wording(
    "add answered_elsewhere with channel, date, by and a summary in eight words or more",
    "ergänzen Sie answered_elsewhere mit channel, date, by und summary in acht Wörtern oder mehr",
)
_OTHER = Wording("nearly the same", "fast dasselbe")


class _Judged(NamedTuple):
    """A reply to comments that need an answer, and what it consists of."""

    reply: Comment
    substance: Substance


def check(archive: Archive, context: Context, options: Options) -> Findings:
    """Canned, empty and copied replies; by the clock those that only led elsewhere."""
    limits = Limits(coverage=options.coverage, min_content_words=options.min_content_words)
    names = names_of(context.authors)
    judged: list[_Judged] = []
    for thread, _ in threads_of(archive):
        talk = Talk.of(thread)
        spoken = {reply.id: _asked(talk, reply) for reply in staff_replies(thread)}
        judged.extend(_unsettled(talk, spoken, limits, names))
    if context.now is not None:
        yield from _sent_away(judged, context.now, business_time_of(context.config))
        return
    for item in judged:
        yield from _found(item)
    yield from _templates([reply for reply, _ in judged], names)


def _asked(talk: Talk, reply: Comment) -> tuple[Comment, ...]:
    """The comments that ``reply`` has to answer; none for one that holds, confirms or reports."""
    record = reply.record
    if record.holding or record.confirms or record.answered_elsewhere:
        return ()
    said_to = (talk.by_id[id_] for id_ in talk.spoken_to(reply))
    return tuple(comment for comment in said_to if wants_answer(comment))


def _unsettled(
    talk: Talk,
    spoken: Mapping[str, tuple[Comment, ...]],
    limits: Limits,
    names: frozenset[str],
) -> Iterator[_Judged]:
    """The replies to comments that no good reply had answered before.

    What is empty or leads elsewhere does no harm where a good reply follows it.
    """
    replies = sorted((talk.by_id[id_] for id_ in spoken), key=moment_of)
    weighed: list[tuple[Comment, tuple[Comment, ...], Substance]] = []
    settled: set[str] = set()
    for reply in replies:
        targets = tuple(each for each in spoken[reply.id] if each.id not in settled)
        if not targets:
            continue
        asked = "\n".join(each.record.text for each in targets)
        substance = substance_of(reply.record.text, asked, limits=limits, names=names)
        weighed.append((reply, targets, substance))
        if substance.shortfall is None:
            settled.update(each.id for each in targets)
    for reply, targets, substance in weighed:
        harmless = (None, Shortfall.CANNED)
        done = all(each.id in settled or each.record.answered_elsewhere for each in targets)
        if substance.shortfall in harmless or not done:
            yield _Judged(reply, substance)


def _found(item: _Judged) -> Findings:
    shortfall, phrases = item.substance.shortfall, item.substance.phrases
    if shortfall is Shortfall.CANNED:
        percent = round(100 * item.substance.coverage)
        longest = max(phrases, key=len, default="")
        yield _finding(item.reply, _CANNED(percent=percent, phrase=longest), _BETTER)
    elif shortfall is Shortfall.EMPTY:
        yield _finding(item.reply, _EMPTY, _BETTER)


def _sent_away(judged: Sequence[_Judged], now: datetime, business: BusinessTime) -> Findings:
    for reply, substance in judged:
        until = business.due(moment_of(reply), DEFLECTION_DAYS)
        if substance.shortfall is Shortfall.DEFLECTION and now > until:
            yield _finding(reply, _AWAY, _TELL)


def _templates(replies: Sequence[Comment], names: frozenset[str]) -> Findings:
    """Replies that two or more earlier ones of the last 180 days nearly equal."""
    ordered = sorted(replies, key=moment_of)
    earlier: dict[int, list[Comment]] = {}
    for pair in alike([_runs(reply, names) for reply in ordered], _ALIKE):
        first, second = ordered[pair.first], ordered[pair.second]
        if moment_of(second) - moment_of(first) <= _PERIOD:
            earlier.setdefault(pair.second, []).append(first)
    for place, others in sorted(earlier.items()):
        if len(others) >= _OTHERS:
            related = tuple((other.source, place_of(other), _OTHER) for other in others[-_OTHERS:])
            yield Finding(
                message=_TEMPLATE(count=len(others)),
                source=ordered[place].source,
                at=place_of(ordered[place]),
                hint=_LIST,
                related=related,
            )


def _runs(reply: Comment, names: frozenset[str]) -> tuple[int, ...]:
    """The runs of five words of a reply, without names, greeting and sign-off."""
    tokens = tokenise(without_addresses(said_of(reply.record.text).text))
    return shingles_of([token.folded for token in tokens if token.folded not in names])


def _finding(reply: Comment, message: Wording, hint: Wording) -> Finding:
    return Finding(message=message, source=reply.source, at=place_of(reply), hint=hint)


RULE = Rule(
    code="DIAL003",
    name="reply-canned-or-empty",
    severity=Severity.ERROR,
    help=__doc__,
    gates=(Gate.PR, Gate.SCHED),
    options=Options,
    site=check,
)

"""A promise that nobody wrote down, or one whose day is past.

Ein Versprechen, das niemand festgehalten hat, oder eines, dessen Tag vorbei ist.

Why: broken promises fuel storms of anger (S3); readers remember what was announced.
Warum: Gebrochene Versprechen befeuern Shitstorms (S3); Leser merken sich, was angekündigt war.
Instead: record it: promises: [{text, due, owner}]; when the day comes, add kept: {date, link}, or
dropped: {date, why}.
Stattdessen: Halten Sie es fest: promises: [{text, due, owner}]; ist der Tag da, ergänzen Sie
kept: {date, link} oder dropped: {date, why}.
Bad: We will get back to you. (In March; nothing since)
Good: promises: [{text: part two, due: 2026-12-15, owner: jana-weiss}]
Schlecht: Teil 2 folgt. (Im März; seither nichts)
Gut: promises: [{text: Teil 2, due: 2026-12-15, owner: jana-weiss}]
Known: without due a promise has default_due business days. A holding reply is a promise, too. What
an ad says a product “will” do is none: it takes the first person and one of a few verbs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from corpblog.answers.business_time import business_time_of
from corpblog.answers.threads import Talk
from corpblog.diagnostics import Severity
from corpblog.lint.comments import needs_in, phrases_in, place_of, staff_replies, threads_of
from corpblog.lint.context import Context, Gate
from corpblog.lint.facts import Archive
from corpblog.lint.guards import find_phrases
from corpblog.lint.promises import PROMISES, is_settled
from corpblog.lint.rule import Finding, Findings, Key, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.comment import Comment
from corpblog.model.correction import Promise
from corpblog.model.keys import key

_LIST = "DIAL007"


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How long a promise without a day may take."""

    default_due: int = key("business days for a promise without due", default=10)

    def __post_init__(self) -> None:
        """Raises ValueError."""
        if self.default_due < 1:
            raise ValueError("default_due: expected 1 or more")


_UNRECORDED = Wording(
    "“{words}” is a promise, and nothing says by whom and until when",
    "„{words}“ ist ein Versprechen, und nirgends steht, von wem und bis wann",
)
_RECORD = Wording(
    "add promises: [{{text: …, due: {due}, owner: {owner}}}]",
    "ergänzen Sie promises: [{{text: …, due: {due}, owner: {owner}}}]",
)
_OVERDUE = Wording(
    "promised until {due}, and neither kept nor dropped: {text}",
    "versprochen bis {due} und weder gehalten noch fallen gelassen: {text}",
)
_SETTLE = Wording(
    "add kept: {date: …, link: …} or dropped: {date: …, why: …}",
    "ergänzen Sie kept: {date: …, link: …} oder dropped: {date: …, why: …}",
)
_HOLDING = Wording(
    "an answer was promised until {until}, and there is none",
    "eine Antwort war bis {until} versprochen, und es gibt keine",
)
_ANSWER = Wording(
    "answer now, and say why it took longer: corpblog comments reply {id} --author {owner}",
    "antworten Sie jetzt, und sagen Sie, warum es länger dauerte: corpblog comments reply {id} "
    "--author {owner}",
)


def check_text(text: Text, context: Context, options: Options) -> Findings:
    """Announcements in a post without a record; by the clock, promises of posts."""
    post = text.post
    if post is None:
        return
    promises = post.front.promises
    if context.now is not None:
        yield from _overdue(promises, post.date, context, options)
    elif not promises:
        owner = next(iter(post.authors), "…")
        for hit in find_phrases(text, _LIST, context):
            words = " ".join(text.source.text[hit.start : hit.end].split())
            yield Finding(
                message=_UNRECORDED(words=words),
                at=Span(hit.start, hit.end),
                hint=_RECORD(due=_usual_day(post.date, context, options), owner=owner),
                severity=Severity.WARNING,
            )


def check_comments(archive: Archive, context: Context, options: Options) -> Findings:
    """The same in employees' replies; by the clock also holding replies without their answer."""
    for thread, _ in threads_of(archive):
        for reply in staff_replies(thread):
            promises = reply.record.promises
            if context.now is not None:
                for finding in _overdue(promises, reply.created, context, options):
                    yield replace(finding, source=reply.source)
            elif not promises and reply.record.holding is None:
                yield from _announced(reply, context, options)
    yield from _unkept_holdings(archive, context)


def _overdue(
    promises: tuple[Promise, ...], made: datetime, context: Context, options: Options
) -> Findings:
    for index, promise in enumerate(promises):
        due = promise.due or _usual_day(made, context, options)
        if not is_settled(promise) and context.now is not None and context.now.date() > due:
            yield Finding(
                message=_OVERDUE(due=due, text=promise.text),
                at=Key(("promises", index)),
                hint=_SETTLE,
            )


def _usual_day(made: datetime, context: Context, options: Options) -> date:
    """The day of a promise that names none. Asked for rarely: it may have to load a library."""
    return business_time_of(context.config).due(made, options.default_due).date()


def _announced(reply: Comment, context: Context, options: Options) -> Findings:
    """The first announcement of a reply; one record is enough for all of them."""
    for words in phrases_in(reply.record.text, PROMISES)[:1]:
        due = _usual_day(reply.created, context, options)
        yield Finding(
            message=_UNRECORDED(words=words),
            source=reply.source,
            at=place_of(reply),
            hint=_RECORD(due=due, owner=reply.record.author.staff),
            severity=Severity.WARNING,
        )


def _unkept_holdings(archive: Archive, context: Context) -> Findings:
    """Holding replies whose day is past while what they held is still open."""
    if context.now is None:
        return
    open_needs = {need.comment.id: need for need in needs_in(archive, context) if need.is_open}
    for thread, _ in threads_of(archive):
        talk = Talk.of(thread)
        for reply, until in _holdings(thread.comments, context.now.date()):
            above = talk.spoken_to(reply)
            need = next((open_needs[id_] for id_ in above if id_ in open_needs), None)
            if need is not None:
                yield Finding(
                    message=_HOLDING(until=until),
                    source=reply.source,
                    at=Key(("holding", "until")),
                    hint=_ANSWER(id=need.comment.id, owner=need.owner or "…"),
                )


def _holdings(comments: tuple[Comment, ...], today: date) -> Iterator[tuple[Comment, date]]:
    for comment in comments:
        holding = comment.record.holding
        if comment.is_staff and holding and holding.until and holding.until < today:
            yield comment, holding.until


RULE = Rule(
    code="DIAL007",
    name="promise-overdue",
    severity=Severity.ERROR,
    help=__doc__,
    gates=(Gate.PR, Gate.SCHED),
    options=Options,
    text=check_text,
    site=check_comments,
    phrases={_LIST: PROMISES},
)

"""What counts as answered: the one definition, for linter, pages and work list (catalogue 1.7)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from corpblog.answers.business_time import BusinessTime, business_time_of
from corpblog.answers.canned import Limits, Shortfall, substance_of
from corpblog.answers.staff import can_answer, is_named_reply, owner_of
from corpblog.answers.threads import Talk, is_published, wants_answer
from corpblog.answers.times import limits_of, response_times
from corpblog.model.author import Author
from corpblog.model.comment import AnsweredElsewhere, Comment, CommentStatus, Dialogue, Thread
from corpblog.model.config import Config
from corpblog.model.post import Post
from corpblog.model.response import Need, NeedState, ResponseTimes
from corpblog.wordlists.tokens import tokenise

# What was answered on another channel is told in so many words.
ELSEWHERE_WORDS = 8
# A holding reply stops the clock for so many business days at most, and once.
LONGEST_HOLD = 10
# So many business days a reply that only names another channel has until it says what came of it.
DEFLECTION_DAYS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """What judging needs besides a thread: people, business time, limits and the moment.

    ``names`` are folded words of the names of people, which are marks of substance.
    """

    authors: Mapping[str, Author]
    config: Config
    business: BusinessTime
    now: datetime
    times: ResponseTimes
    limits: Limits = field(default_factory=Limits)
    names: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        config: Config,
        authors: Mapping[str, Author],
        now: datetime,
        times: ResponseTimes | None = None,
        limits: Limits | None = None,
    ) -> "Desk":
        """The desk of a site; limits that are not given are those of its configuration."""
        return cls(
            authors=authors,
            config=config,
            business=business_time_of(config),
            now=now,
            times=times or response_times(config),
            limits=limits or limits_of(config),
            names=names_of(authors),
        )


class _Reply(NamedTuple):
    """Something that may settle a comment: ``answer`` says it, and it counts from ``moment``."""

    moment: datetime
    answer: Comment
    is_elsewhere: bool = False


def needs(
    dialogue: Dialogue,
    posts: Iterable[Post],
    authors: Mapping[str, Author],
    config: Config,
    now: datetime,
    times: ResponseTimes | None = None,
) -> tuple[Need, ...]:
    """Every comment under ``posts`` that needs an answer, and what became of it.

    By post id, language and time. ``times`` are those of the configuration where left out.
    """
    desk = Desk.of(config, authors, now, times)
    found: list[Need] = []
    for post in sorted(posts, key=lambda post: (post.id, post.lang)):
        found.extend(needs_of(dialogue.thread(post.id, post.lang), post.authors, desk))
    return tuple(found)


def needs_of(thread: Thread, post_authors: tuple[str, ...], desk: Desk) -> tuple[Need, ...]:
    """The comments of a thread that need an answer, oldest first, each judged for itself."""
    wanting = [comment for comment in thread.comments if wants_answer(comment)]
    if not wanting:
        return ()
    owner = owner_of(post_authors, desk.authors, desk.config, desk.now.date())
    judge = _Judge.of(thread, desk)
    return tuple(judge.need(comment, owner) for comment in wanting)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Judge:
    """A thread under judgement: ``replies`` maps a comment to what speaks to it, oldest first."""

    desk: Desk
    thread: Thread
    replies: Mapping[str, tuple[Comment, ...]]
    confirmed: Mapping[str, Comment]

    @classmethod
    def of(cls, thread: Thread, desk: Desk) -> "_Judge":
        talk = Talk.of(thread)
        replies: dict[str, list[Comment]] = {}
        confirmed: dict[str, Comment] = {}
        public = [comment for comment in thread.comments if is_published(comment)]
        for comment in sorted(public, key=moment_of):
            if is_named_reply(comment, desk.authors) and comment.record.confirms:
                confirmed.setdefault(comment.record.confirms, comment)
            for id_ in talk.spoken_to(comment):
                replies.setdefault(id_, []).append(comment)
        return cls(
            desk=desk,
            thread=thread,
            replies={id_: tuple(found) for id_, found in replies.items()},
            confirmed=confirmed,
        )

    def need(self, comment: Comment, owner: str) -> Need:
        """What became of one comment."""
        business = self.desk.business
        asked = business.start_of_clock(comment.created)
        days = self.desk.times.days_for(comment.record.kind)
        due = self._due(comment, business.due(comment.created, days))
        reply = min(self._settling(comment, asked), key=lambda each: each.moment, default=None)
        state = self._state(comment, reply)
        is_open = state in (NeedState.WAITING, NeedState.HELD)
        end = reply.moment if reply else self.desk.now if is_open else asked
        return Need(
            post_id=self.thread.post_id,
            lang=self.thread.lang,
            comment=comment,
            kind=comment.record.kind,
            state=state,
            asked=asked,
            due=due,
            owner=owner,
            hours=business.hours_between(asked, end),
            settled=reply.moment if reply else None,
            answer=reply.answer if reply and reply.answer is not comment else None,
        )

    def _state(self, comment: Comment, reply: _Reply | None) -> NeedState:
        if reply is not None:
            return NeedState.ELSEWHERE if reply.is_elsewhere else NeedState.ANSWERED
        closed = comment.record.no_response
        if closed is not None and closed.reason and closed.by in self.desk.authors:
            return NeedState.CLOSED
        is_held = comment.record.status is CommentStatus.HELD
        return NeedState.HELD if is_held else NeedState.WAITING

    def _due(self, comment: Comment, due: datetime) -> datetime:
        """``due``, or later: the first holding reply in time stops the clock until its day.

        So does, for five business days, one that only leads to another channel.
        """
        for reply in self._named_replies(comment):
            moment = moment_of(reply)
            if moment > due:
                break
            if reply.record.holding is not None and reply.record.holding.until is not None:
                longest = self.desk.business.due(moment, LONGEST_HOLD)
                return max(due, min(self._closing(reply.record.holding.until), longest))
            if self._shortfall(reply, comment) is Shortfall.DEFLECTION:
                return max(due, self.desk.business.due(moment, DEFLECTION_DAYS))
        return due

    def _settling(self, comment: Comment, asked: datetime) -> Iterator[_Reply]:
        """Everything that settles ``comment``."""
        elsewhere = comment.record.answered_elsewhere
        if elsewhere is not None and is_told(elsewhere, self.desk):
            yield _Reply(self._elsewhere(elsewhere, asked), comment, is_elsewhere=True)
        for reply in self.replies.get(comment.id, ()):
            if reply.is_staff:
                yield from self._by_staff(reply, comment, asked)
            elif reply.id in self.confirmed and self._shortfall(reply, comment) is None:
                yield _Reply(max(moment_of(self.confirmed[reply.id]), asked), reply)

    def _by_staff(self, reply: Comment, comment: Comment, asked: datetime) -> Iterator[_Reply]:
        if not is_named_reply(reply, self.desk.authors):
            return
        elsewhere = reply.record.answered_elsewhere
        if elsewhere is not None and is_told(elsewhere, self.desk):
            yield _Reply(self._elsewhere(elsewhere, asked), reply, is_elsewhere=True)
        elif reply.record.holding is None and self._shortfall(reply, comment) is None:
            yield _Reply(max(moment_of(reply), asked), reply)

    def _named_replies(self, comment: Comment) -> Iterator[Comment]:
        for reply in self.replies.get(comment.id, ()):
            if is_named_reply(reply, self.desk.authors):
                yield reply

    def _shortfall(self, reply: Comment, comment: Comment) -> Shortfall | None:
        names = self.desk.names
        return substance_of(
            reply.record.text, comment.record.text, limits=self.desk.limits, names=names
        ).shortfall

    def _elsewhere(self, elsewhere: AnsweredElsewhere, asked: datetime) -> datetime:
        """The moment of an answer of which only the day is known: the end of it, or now."""
        return max(asked, min(self._closing(elsewhere.date or date.min), self.desk.now))

    def _closing(self, day: date) -> datetime:
        return self.desk.business.closing(day)


def names_of(authors: Mapping[str, Author]) -> frozenset[str]:
    """The folded words of the names of all authors."""
    return frozenset(token.folded for author in authors.values() for token in tokenise(author.name))


def moment_of(comment: Comment) -> datetime:
    """Since when readers see a comment."""
    return max(comment.record.published or comment.created, comment.created)


def is_told(elsewhere: AnsweredElsewhere, desk: Desk) -> bool:
    """Whether readers learn what was answered elsewhere: where, when, by whom, in eight words."""
    day = elsewhere.date
    return (
        day is not None
        and day <= desk.now.astimezone(desk.business.zone).date()
        and bool(elsewhere.channel.strip())
        and can_answer(elsewhere.by, desk.authors, day)
        and len(tokenise(elsewhere.summary)) >= ELSEWHERE_WORDS
    )

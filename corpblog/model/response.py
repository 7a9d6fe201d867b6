"""How soon readers are answered: the limits of a site, and what became of each comment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from corpblog.model.answer_times import ANSWER_DAYS
from corpblog.model.comment import Comment, CommentKind


@dataclass(frozen=True, kw_only=True, slots=True)
class ResponseTimes:
    """Business days within which a comment of each kind is answered."""

    days: Mapping[str, int] = field(default_factory=lambda: dict(ANSWER_DAYS))

    def days_for(self, kind: CommentKind | None) -> int:
        """The limit for a kind; a comment without one counts as a question."""
        return self.days.get(kind or CommentKind.QUESTION, ANSWER_DAYS[CommentKind.QUESTION])


class NeedState(StrEnum):
    """What became of a comment that needs an answer."""

    WAITING = "waiting"
    HELD = "held"
    ANSWERED = "answered"
    ELSEWHERE = "elsewhere"
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Need:
    """A comment that needs an answer, judged for itself.

    ``asked`` is when the clock began, ``due`` when the answer has to be there, ``settled`` when it
    came (or the comment was closed); ``answer`` is the reply that counts. ``hours`` are business
    hours from ``asked`` to ``settled`` (to now while it waits). ``owner`` is the id of the author
    who has to answer: the first author of the post who still can, or a successor.
    """

    post_id: str
    lang: str
    comment: Comment
    kind: CommentKind | None
    state: NeedState
    asked: datetime
    due: datetime
    owner: str
    hours: float = 0.0
    settled: datetime | None = None
    answer: Comment | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to answer."""
        return self.state in (NeedState.WAITING, NeedState.HELD)

    @property
    def in_time(self) -> bool:
        """Whether it was settled before it was due."""
        return self.settled is not None and self.settled <= self.due

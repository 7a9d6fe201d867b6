"""Which comment a reply speaks to, and whether a comment wants an answer at all (catalogue 1.7)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpblog.answers.said import asks
from corpblog.model.comment import (
    NEEDING_ANSWER,
    Comment,
    CommentKind,
    CommentStatus,
    Thread,
)

_ODD = re.compile(r"[^A-Za-z0-9._-]+")


def wants_answer(comment: Comment) -> bool:
    """Whether somebody has to answer a comment.

    A published one by a reader that is a question, complaint, criticism or correction, or that has
    no kind and asks something; one that waits for release where its file says so.
    """
    record = comment.record
    if comment.is_staff or record.kind is CommentKind.PINGBACK:
        return False
    if record.status is CommentStatus.HELD:
        return record.needs_answer is True
    if record.status is CommentStatus.REMOVED:
        return False
    return record.kind in NEEDING_ANSWER or (record.kind is None and asks(record.text))


def is_published(comment: Comment) -> bool:
    """Whether readers see the comment."""
    return comment.record.status is CommentStatus.PUBLISHED


def anchor_of(comment: Comment) -> str:
    """The id under which a comment, or its stub, stands on the page of its post."""
    return f"comment-{_ODD.sub('-', comment.id)}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Talk:
    """A thread with its comments by id, to walk upward in."""

    thread: Thread
    by_id: Mapping[str, Comment]

    @classmethod
    def of(cls, thread: Thread) -> "Talk":
        """The comments of ``thread`` by their ids."""
        return cls(thread=thread, by_id={comment.id: comment for comment in thread.comments})

    def spoken_to(self, reply: Comment) -> tuple[str, ...]:
        """The ids of the comments that ``reply`` may answer: those above it, and those it lists.

        Above it, it speaks to the nearest one that wants an answer, past chatter and colleagues;
        and to what the same person asked further up. Where somebody else asked, it stops: a reply
        to the last comment does not answer earlier ones.
        """
        listed = (id_ for id_ in reply.record.answers if id_ in self.by_id)
        return tuple(dict.fromkeys((*self._above(reply), *listed)))

    def _above(self, reply: Comment) -> Iterator[str]:
        asker: str | None = None
        for comment in self._ancestors(reply):
            if not wants_answer(comment):
                continue
            who = person(comment)
            if asker is not None and who != asker:
                return
            yield comment.id
            asker = who

    def _ancestors(self, comment: Comment) -> Iterator[Comment]:
        seen = {comment.id}
        id_ = comment.record.reply_to
        while id_ in self.by_id and id_ not in seen:
            seen.add(id_)
            yield self.by_id[id_]
            id_ = self.by_id[id_].record.reply_to


def person(comment: Comment) -> str:
    """Who wrote a comment, as far as one can tell; the nameless are all different."""
    name = " ".join(comment.record.author.name.casefold().split())
    return name or f"#{comment.id}"

"""How often the company had to speak until something was resolved."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from corpblog.answers.threads import is_published, wants_answer
from corpblog.model.comment import Comment, Thread

# Outcomes that end a conversation well.
_ENDED_WELL = ("resolved", "thanked")


class Resolved(NamedTuple):
    """A conversation that ended well: since ``moment``, after so many ``turns`` of the company."""

    moment: datetime
    turns: int


def turns_of(thread: Thread) -> Iterator[Resolved]:
    """The conversations of a thread that ended well, by when they began.

    The ``outcome`` may stand with the comment that wanted an answer (all replies count) or with
    a later one, such as the reader's thanks (those before it count).
    """
    for conversation in _conversations(thread):
        ended = next((c for c in conversation if c.record.outcome in _ENDED_WELL), None)
        replies = [c for c in conversation if c.is_staff and is_published(c)]
        if ended is None or not replies or not any(map(wants_answer, conversation)):
            continue
        if not wants_answer(ended):
            replies = [reply for reply in replies if reply.created <= ended.created]
        yield Resolved(conversation[0].created, len(replies))


def _conversations(thread: Thread) -> Iterator[list[Comment]]:
    """The comments of a thread by the one that began their conversation, oldest first."""
    parents = {comment.id: comment.record.reply_to for comment in thread.comments}
    found: dict[str, list[Comment]] = {}
    for comment in thread.comments:
        id_, seen = comment.id, set[str]()
        while parents[id_] in parents and id_ not in seen:
            seen.add(id_)
            id_ = parents[id_]
        found.setdefault(id_, []).append(comment)
    yield from found.values()

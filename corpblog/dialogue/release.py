"""Publishing, removing and forgetting: what changes in a record, and the row behind it."""

from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from corpblog.dialogue.cleaning import text_digest
from corpblog.dialogue.isso_comment import SYSTEM, IssoComment
from corpblog.dialogue.pull_records import Moments, emptied, updated
from corpblog.model.comment import CommentAuthor, CommentOrigin, CommentRecord, Removal
from corpblog.model.removal import RemovalReason


def origin_of_row(row: IssoComment) -> CommentOrigin:
    """Where a comment of the intake stands there."""
    return CommentOrigin(
        system=SYSTEM,
        id=str(row.id),
        created=str(row.micros),
        digest=text_digest(row.text),
    )


def released(record: CommentRecord, row: IssoComment, now: datetime) -> CommentRecord:
    """A held record with its words, after the intake published ``row``."""
    return updated(record, row, Moments(published=now.replace(microsecond=0), edited=now))


def removed(
    record: CommentRecord,
    *,
    reason: RemovalReason,
    by: str,
    day: date,
    rule: str = "",
    notice: Literal["shown", "sent", "none"] = "shown",
) -> CommentRecord:
    """The stub of a comment that somebody took away, with the statement of reasons."""
    return emptied(record, Removal(reason=reason, rule=rule, by=by, date=day, notice=notice))


def nameless(record: CommentRecord) -> CommentRecord:
    """A record that no longer says who wrote it; its words and its place stay."""
    return replace(record, author=CommentAuthor(affiliation=record.author.affiliation))

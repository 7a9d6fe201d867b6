"""What becomes of one comment file when the intake tells something new."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from corpblog.answers.said import asks
from corpblog.dialogue.cleaning import clean_name, clean_text, clean_website, text_digest
from corpblog.dialogue.isso_comment import SYSTEM, CommentMode, IssoComment
from corpblog.model.comment import (
    CommentAuthor,
    CommentEdit,
    CommentOrigin,
    CommentRecord,
    CommentStatus,
    Removal,
)
from corpblog.model.removal import RemovalReason

# The system of comments whose intake was replaced by another one.
FORMER = f"former-{SYSTEM}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a comment stands: post and version, or the path that no post has; and below what."""

    about: str
    version: str = ""
    reply_to: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Moments:
    """When things happened to a comment, as far as anybody knows."""

    published: datetime | None
    edited: datetime


def fresh(id_: str, row: IssoComment, place: Place, moments: Moments) -> CommentRecord:
    """The record of a comment that has no file yet."""
    record = CommentRecord(
        id=id_,
        about=place.about,
        version=place.version,
        reply_to=place.reply_to,
        created=moment_of(row.created),
        status=CommentStatus.HELD,
        source=CommentOrigin(system=SYSTEM, id=str(row.id), created=str(row.micros)),
    )
    return updated(record, row, moments)


def updated(record: CommentRecord, row: IssoComment, moments: Moments) -> CommentRecord:
    """``record`` with what the intake tells; what people added to it stays.

    A removed record stays removed: its words do not come back.
    """
    if record.status is CommentStatus.REMOVED:
        return record
    if record.status is CommentStatus.HELD:
        if row.mode == CommentMode.PUBLISHED:
            return _released(record, row, moments)
        if record.needs_answer is not None or row.staff:
            return record
        return replace(record, needs_answer=asks(clean_text(row.text)))
    if row.mode == CommentMode.PUBLISHED:
        return _with_text(record, row, moments)
    return record


def of_former_intake(record: CommentRecord) -> CommentRecord:
    """``record`` as one that came in through an intake that is no more; no pull looks for it."""
    return replace(record, source=record.source and replace(record.source, system=FORMER))


def tombstone(record: CommentRecord, *, by_reader: bool, day: date) -> CommentRecord:
    """What stays of a comment that is gone: no text, no name, and why as far as it is known."""
    removal = Removal(reason=RemovalReason.AUTHOR_REQUEST, date=day) if by_reader else None
    return emptied(record, removal or Removal(date=day))


def emptied(record: CommentRecord, removal: Removal) -> CommentRecord:
    """A stub: place, times and the reason; nothing that the person wrote or is called."""
    source = record.source and replace(record.source, digest="")
    return replace(
        record,
        status=CommentStatus.REMOVED,
        text="",
        author=CommentAuthor(),
        needs_answer=None,
        edited=(),
        answered_elsewhere=None,
        removal=removal,
        source=source,
    )


def moment_of(seconds: float) -> datetime:
    """Unix time as a moment to the second, as files hold it."""
    return datetime.fromtimestamp(int(seconds), UTC)


def same_answer(row: IssoComment, replies: Iterable[CommentRecord]) -> CommentRecord | None:
    """The file of an answer that was handed to the intake and does not say so yet."""
    digest = text_digest(clean_text(row.text))
    for record in replies:
        same_person = bool(row.staff) and record.author.staff == row.staff
        if same_person and text_digest(clean_text(record.text)) == digest:
            return record
    return None


def _released(record: CommentRecord, row: IssoComment, moments: Moments) -> CommentRecord:
    name = clean_name(row.author)
    return replace(
        record,
        status=CommentStatus.PUBLISHED,
        published=moments.published,
        author=CommentAuthor(name=name, url=clean_website(row.website), staff=row.staff),
        text=clean_text(row.text),
        needs_answer=None,
        source=record.source and replace(record.source, digest=text_digest(row.text)),
    )


def _with_text(record: CommentRecord, row: IssoComment, moments: Moments) -> CommentRecord:
    """A published record after an edit in the intake, which leaves no trace but its text there."""
    source, digest = record.source, text_digest(row.text)
    if source is None or source.digest == digest:
        return record
    record = replace(record, source=replace(source, digest=digest))
    text = clean_text(row.text)
    if not source.digest or text == record.text:
        return record
    change = CommentEdit(date=moments.edited, digest=source.digest)
    return replace(record, text=text, edited=(*record.edited, change))

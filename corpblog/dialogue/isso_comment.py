"""A comment as it lies in the database of Isso, and an entry of its audit."""

import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any

SYSTEM = "isso"
# Isso writes names and home pages as HTML; these are the entities that it makes.
_ENTITY = re.compile("&(?:amp|lt|gt|quot|#x27|#39);")

# The end of the year 9999, with which calendars end, in Unix time.
_END_OF_TIME = 253_402_300_799


class CommentMode(IntEnum):
    """Where a comment stands in Isso."""

    PUBLISHED = 1
    PENDING = 2
    REMOVED = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class IssoComment:
    """A comment as it lies in the intake, without e-mail and address of the machine.

    ``created`` and ``modified`` are Unix time in seconds. ``text`` is Markdown as the person typed
    it; ``author`` and ``website`` are plain text. ``parent`` is never a reply itself (Isso
    flattens), ``reply_to`` the id of the comment file that the reader chose to answer ("" if
    unknown). ``staff`` is the id of the author profile whose token came with the comment.
    """

    id: int
    tid: int
    uri: str
    title: str
    parent: int | None
    created: float
    modified: float | None
    mode: int
    text: str
    author: str
    website: str
    reply_to: str = ""
    staff: str = ""

    @property
    def micros(self) -> int:
        """The moment in microseconds: ids are reused, id and moment together are not."""
        return micros(self.created)

    @property
    def name(self) -> str:
        """The id of its comment file."""
        return file_name(self.id, self.created)


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditEntry:
    """A change in the intake: which comment, what happened, when; no text and no person.

    ``event`` is ``insert``, ``mode``, ``edit``, ``forget`` or ``delete``; lengths count
    characters of the text; ``at`` is Unix time in seconds.
    """

    id: int
    created: float
    event: str
    mode_before: int | None
    mode_after: int | None
    length_before: int | None
    length_after: int | None
    at: float


def micros(created: float) -> int:
    """Unix time in seconds as whole microseconds."""
    return round(created * 1_000_000)


def file_name(id_: int, created: float) -> str:
    """The id of the file of a comment, such as ``20261110T081500-isso-12``."""
    moment = datetime.fromtimestamp(created, UTC).strftime("%Y%m%dT%H%M%S")
    return f"{moment}-{SYSTEM}-{id_}"


def escaped(name: str) -> str:
    """A name as Isso writes it into its database."""
    return html.escape(name, quote=False)


def comment_of(row: tuple[Any, ...]) -> IssoComment:
    """A row of the store's query. Raises ValueError and TypeError for what Isso never writes."""
    id_, tid, uri, title, parent, created, modified, mode, text, author, website, to, staff = row
    if not 0 < float(created) < _END_OF_TIME:
        raise ValueError(f"{created} is no moment of Unix time")
    return IssoComment(
        id=int(id_),
        tid=int(tid or 0),
        uri=_text(uri),
        title=_text(title),
        parent=int(parent) if parent else None,
        created=float(created),
        modified=float(modified) if modified else None,
        mode=int(mode),
        text=_text(text),
        author=plain(author),
        website=plain(website),
        reply_to=_text(to),
        staff=_text(staff),
    )


def plain(stored: object) -> str:
    """What a person typed into a field that Isso escapes: unescaped once, and no further."""
    return _ENTITY.sub(lambda entity: html.unescape(entity.group()), _text(stored))


def _text(stored: object) -> str:
    """Any column as text: SQLite takes every type in every column."""
    if stored is None:
        return ""
    return stored.decode("utf-8", "replace") if isinstance(stored, bytes) else str(stored)

"""A checked comment goes into Isso once, and what the reader is told is what the database holds."""

import logging
import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from threading import Lock

from corpblog.dialogue.intake.isso_inside import TWICE_SECONDS, Answer, IssoInside, Row
from corpblog.dialogue.intake.pages_open import OpenPage
from corpblog.dialogue.intake.refusal import Reason, Refused
from corpblog.dialogue.intake.submission import Submission
from corpblog.dialogue.isso_comment import CommentMode, escaped, file_name
from corpblog.dialogue.isso_store import mark

_ISSO_FILE = re.compile(r"\d{8}T\d{6}-isso-(\d{1,18})")
# A title of Isso's own thread table has this many letters.
_MOST_TITLE = 250


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A comment that lies in the database, and the cookies that let its sender change it."""

    row: Row
    cookies: tuple[tuple[str, str], ...] = ()


class Keeper:
    """Hands comments to Isso, one at a time: its limits count before they add."""

    def __init__(self, isso: IssoInside, clock: Callable[[], float] = time.time) -> None:
        self._isso = isso
        self._clock = clock
        self._lock = Lock()

    def add(self, sent: Submission, page: OpenPage, client: str, *, staff: str) -> Kept:
        """Keep a new comment; the same one sent twice is kept once. Raises Refused."""
        author = sent.author or ""
        with self._lock, _saved_or_refused():
            now = self._clock()
            before = self._isso.same(page.uri, sent.text, author, now - TWICE_SECONDS)
            if before:
                return Kept(row=before)
            parent = self._parent(sent.parent)
            fields = {
                "text": sent.text,
                "author": author,
                "website": sent.website or None,
                "email": sent.email or None,
                "parent": parent.id if parent else None,
                "title": page.title[:_MOST_TITLE] or page.uri,
            }
            answer = self._isso.add(page.uri, fields, client)
            kept = self._found(answer, sent.text, author, page.uri, now)
            reply_to = file_name(parent.id, parent.created) if parent else _file_id(sent.parent)
            self._mark(kept.row, staff=staff, reply_to=reply_to)
            return kept

    def edit(self, id_: int, sent: Submission, cookie: str) -> Kept:
        """Change a comment that nobody has published yet. Raises Refused."""
        with self._lock, _saved_or_refused():
            self._require_pending(id_)
            wanted = {"text": sent.text, "author": sent.author, "website": sent.website}
            fields = {name: value for name, value in wanted.items() if value is not None}
            answer = self._isso.edit(id_, fields, cookie)
            row = self._isso.row(id_)
            if answer.status != 200 or row is None:
                raise Refused(_reason(answer, editing=True))
            return Kept(row=row, cookies=answer.cookies)

    def delete(self, id_: int, cookie: str) -> Kept:
        """Take a comment back for its sender; a stub stays. Raises Refused."""
        with self._lock, _saved_or_refused():
            row = self._isso.row(id_)
            if row is None or row.mode == CommentMode.REMOVED:
                raise Refused(Reason.NOT_FOUND)
            answer = self._isso.delete(id_, cookie)
            row = self._isso.row(id_)
            if answer.status != 200 or row is None:
                raise Refused(_reason(answer, editing=True))
            return Kept(row=row, cookies=answer.cookies)

    def _found(self, answer: Answer, text: str, author: str, uri: str, since: float) -> Kept:
        """The comment as it lies in the database.

        Isso answers with the newest of all comments: an answer of an employee that comes in
        between would be handed to the reader, with the cookie to change it. And after an error
        the comment may be there all the same.
        """
        id_ = answer.body.get("id") if isinstance(answer.body, dict) else None
        row = self._isso.row(id_) if isinstance(id_, int) else None
        if row and row.text == text and (row.author or "") == escaped(author):
            return Kept(row=row, cookies=answer.cookies)
        row = self._isso.same(uri, text, author, since)
        if row is None:
            raise Refused(_reason(answer))
        return Kept(row=row)

    def _parent(self, named: str) -> Row | None:
        """The comment of Isso that a reply names by its file or by its number."""
        found = _ISSO_FILE.fullmatch(named)
        number = found[1] if found else named if named.isdecimal() else ""
        row = self._isso.row(int(number)) if number else None
        if row and found and file_name(row.id, row.created) != named:
            return None
        return row

    def _mark(self, row: Row, *, staff: str, reply_to: str) -> None:
        if not staff and not reply_to:
            return
        try:
            with closing(sqlite3.connect(self._isso.database)) as connection, connection:
                mark(connection, row.id, row.created, staff=staff, reply_to=reply_to)
        except sqlite3.Error as error:
            # The comment is kept; asking the reader to send it again would make two of it.
            logging.getLogger("corpblog").error("comment %d lost its mark: %s", row.id, error)

    def _require_pending(self, id_: int) -> None:
        """What was read and published must not become something else."""
        row = self._isso.row(id_)
        if row is None or row.mode == CommentMode.REMOVED:
            raise Refused(Reason.NOT_FOUND)
        if row.mode != CommentMode.PENDING:
            raise Refused(Reason.PUBLISHED_ALREADY)


class _saved_or_refused:  # noqa: N801 (a word of the with statement)
    """A database that cannot be asked is a reason to try again, not a broken program."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if isinstance(error, sqlite3.Error):
            raise Refused(Reason.NOT_SAVED) from error


def _file_id(parent: str) -> str:
    """The id of a comment file; a bare number names none."""
    return "" if parent.isdecimal() else parent


def _reason(answer: Answer, *, editing: bool = False) -> Reason:
    if answer.status == 403:
        return Reason.NOT_YOURS if editing else Reason.TOO_FAST
    if answer.status == 404:
        return Reason.NOT_FOUND
    if answer.status == 400:
        return Reason.BAD_WEBSITE if "Website" in str(answer.body) else Reason.BAD_REQUEST
    return Reason.NOT_SAVED

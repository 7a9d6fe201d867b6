"""The database of the intake: read without a trace, changed in short steps."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from corpblog.dialogue.isso_comment import (
    AuditEntry,
    CommentMode,
    IssoComment,
    comment_of,
    escaped,
    micros,
)
from corpblog.dialogue.isso_file import connect_checked, tables_of, told

# What Isso has no column for; a database that never ran below `comments serve` lacks the table.
MARKS_TABLE = """
CREATE TABLE IF NOT EXISTS corpblog_marks (
    comment INTEGER NOT NULL,
    created FLOAT NOT NULL,
    reply_to TEXT NOT NULL DEFAULT '',
    staff TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (comment, created)
)
"""
# E-mail, address, and the filter in which Isso keeps the addresses of those who voted.
FORGOTTEN = "email = NULL, remote_addr = '', voters = zeroblob(256)"
REMOVED = f"mode = 4, text = '', author = NULL, website = NULL, {FORGOTTEN}"

_COMMENTS = """
SELECT c.id, c.tid, t.uri, t.title, c.parent, c.created, c.modified, c.mode, c.text, c.author,
       c.website, m.reply_to, m.staff
FROM comments AS c
LEFT JOIN threads AS t ON t.id = c.tid
LEFT JOIN {marks} AS m ON m.comment = c.id AND m.created = c.created
"""
_NO_MARKS = "(SELECT NULL AS comment, NULL AS created, NULL AS reply_to, NULL AS staff)"
_AUDIT = """
SELECT comment, created, event, mode_before, mode_after, length_before, length_after, at
FROM corpblog_audit ORDER BY rowid
"""
_REPLY = """
INSERT INTO comments (tid, parent, created, mode, remote_addr, text, author, voters)
VALUES (?, ?, ?, 1, '', ?, ?, zeroblob(256))
"""
_MARK = """
INSERT OR REPLACE INTO corpblog_marks (comment, created, reply_to, staff) VALUES (?, ?, ?, ?)
"""


def open_store(path: Path, *, write: bool = False) -> "IssoStore":
    """The database at ``path``; ``with`` closes it.

    Raises CorpblogError where it is missing (TALK001), something else (TALK002), damaged
    (TALK003) or held by another program for too long (TALK004); so does whatever is asked of it.
    """
    return IssoStore(path, connect_checked(path, write=write))


def mark(
    connection: sqlite3.Connection, id_: int, created: float, *, staff: str = "", reply_to: str = ""
) -> None:
    """Note what Isso cannot hold of a comment. Makes the table where it is missing."""
    connection.execute(MARKS_TABLE)
    connection.execute(_MARK, (id_, created, reply_to, staff))


class IssoStore:
    """An open intake database. A comment is named by its id and its moment in microseconds."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def comments(self) -> tuple[IssoComment, ...]:
        """All comments at one moment, by time; removed and pending ones too."""
        with told(self.path):
            found = [comment_of(row) for row in self._connection.execute(self._query())]
        return tuple(sorted(found, key=lambda comment: (comment.created, comment.id)))

    def comment(self, id_: int, created: int) -> IssoComment | None:
        """The comment, or None where it is gone or another one has its id now."""
        with told(self.path):
            row = self._connection.execute(self._query() + " WHERE c.id = ?", (id_,)).fetchone()
            found = comment_of(row) if row else None
        return found if found and found.micros == created else None

    def audit(self) -> tuple[AuditEntry, ...]:
        """What happened to the comments, in order; nothing before the first `comments serve`."""
        with told(self.path):
            if "corpblog_audit" not in tables_of(self._connection):
                return ()
            names = tuple(AuditEntry.__dataclass_fields__)
            rows = self._connection.execute(_AUDIT)
            return tuple(AuditEntry(**dict(zip(names, row, strict=True))) for row in rows)

    def activate(self, id_: int, created: int) -> bool:
        """Publish a pending comment; whether it was one."""
        return self._change(id_, created, "mode = 1", modes=(CommentMode.PENDING,))

    def remove(self, id_: int, created: int) -> bool:
        """Take text, name, e-mail and address out for good; whether there was such a comment.

        The row stays as a stub: its id is not given to another comment, its replies keep their
        place.
        """
        return self._change(id_, created, REMOVED)

    def forget(self, id_: int, created: int) -> bool:
        """Clear e-mail and address of a comment whose text stays; whether there was one."""
        return self._change(id_, created, FORGOTTEN)

    def forget_person(self, id_: int, created: int) -> bool:
        """Clear name and website too, so that only the words stay; whether there was one."""
        return self._change(id_, created, f"author = NULL, website = NULL, {FORGOTTEN}")

    def edit(self, id_: int, created: int, text: str, now: float) -> bool:
        """Replace the text (Markdown) of a comment that is not removed; whether there was one."""
        modes = (CommentMode.PUBLISHED, CommentMode.PENDING)
        return self._change(id_, created, "text = ?, modified = ?", (text, now), modes=modes)

    def reply(
        self,
        id_: int,
        created: int,
        *,
        text: str,
        author: str,
        staff: str,
        reply_to: str,
        now: float,
    ) -> IssoComment | None:
        """Publish the answer of an employee to a comment; None where that is gone.

        ``author`` is the name that readers see, ``staff`` the id of the profile, ``reply_to`` the
        id of the comment file that is answered, ``now`` Unix time in seconds.
        """
        with self._transaction():
            parent = self.comment(id_, created)
            if parent is None:
                return None
            values = (parent.tid, parent.parent or parent.id, now, text, escaped(author))
            new = int(self._connection.execute(_REPLY, values).lastrowid or 0)
            mark(self._connection, new, now, staff=staff, reply_to=reply_to)
        return self.comment(new, micros(now))

    def _change(
        self,
        id_: int,
        created: int,
        sets: str,
        values: tuple[Any, ...] = (),
        *,
        modes: tuple[CommentMode, ...] = tuple(CommentMode),
    ) -> bool:
        with self._transaction():
            found = self.comment(id_, created)
            if found is None or found.mode not in modes:
                return False
            self._connection.execute(f"UPDATE comments SET {sets} WHERE id = ?", (*values, id_))  # noqa: S608
        return True

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All of it or nothing, with nobody else writing in between."""
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def _query(self) -> str:
        marked = "corpblog_marks" in tables_of(self._connection)
        return _COMMENTS.format(marks="corpblog_marks" if marked else _NO_MARKS)

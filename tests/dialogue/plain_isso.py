"""A database that the real Isso makes and changes, without a server, and a blog that pulls it."""

import html
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from isso import config  # type: ignore[import-untyped]
from isso.db import SQLite3  # type: ignore[import-untyped]

from corpblog.cli import main
from corpblog.dialogue.intake.place import DEFAULT_DATABASE
from corpblog.model.comment import Comment
from corpblog.read.site import ReadOptions, read_site
from tests.sites import SMALL, write_site

NOW = "2026-11-20T12:00"
# Tuesday, 10 November 2026, 08:15 in UTC, and some microseconds.
START = 1794298500.123456
URI = "/2026/11/first-post/"
POSTS = {
    "authors/jana-weiss.md": """\
        ---
        name: Jana Weiss
        job_title: head of support
        consent: {name: 2026-01-01}
        ---
        I answer the phone.
        """,
    "authors/tom-kern.md": """\
        ---
        name: Tom Kern
        job_title: engineer
        consent: {name: 2026-01-01}
        ---
        I build filters.
        """,
    "content/posts/2026/export.md": """\
        ---
        title: Export
        date: 2026-11-09
        authors: [jana-weiss]
        aliases: [/old/export/]
        ---
        Hello.
        """,
    "content/posts/2026/export.de.md": """\
        ---
        title: Ausgabe
        date: 2026-11-09
        authors: [jana-weiss]
        ---
        Hallo.
        """,
}
EXPORT, GERMAN = "/2026/11/export/", "/de/2026/11/ausgabe/"


class OneConnection(SQLite3):  # type: ignore[misc]
    """Isso's own database code on one connection, which is closed at the end."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        # No test pulls the plug of the machine; waiting for the disk takes most of the time.
        self.connection.execute("PRAGMA synchronous = OFF")
        super().__init__(str(path), config.load(config.default_file()))

    def execute(self, sql: Any, args: Any = ()) -> Any:
        joined = sql if isinstance(sql, str) else " ".join(sql)
        return self.connection.execute(joined, args)


class PlainIsso:
    """What readers and moderators do in Isso."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._db = OneConnection(path)
        self._clock = START

    def add(
        self,
        text: str,
        author: str = "Petra Lang",
        *,
        uri: str = URI,
        mode: int = 1,
        parent: int | None = None,
        created: float | None = None,
        website: str = "",
    ) -> int:
        """A comment as Isso stores it; usually a minute after the one before."""
        if uri not in self._db.threads:
            self._db.threads.new(uri, "A post")
        self._clock = self._clock + 60 if created is None else created
        fields = {
            "text": text,
            "author": html.escape(author, quote=False),
            "website": html.escape(website) or None,
            "email": "petra@lang.example",
            "remote_addr": "203.0.113.7",
            "mode": mode,
            "parent": parent,
            "created": self._clock,
        }
        return int(self._db.comments.add(uri, fields)["id"])

    def publish(self, id_: int) -> None:
        self._db.comments.activate(id_)

    def delete(self, id_: int) -> None:
        self._db.comments.delete(id_)

    def edit(self, id_: int, **fields: Any) -> None:
        """As a moderator does: no moment is noted."""
        self._db.comments.update(id_, fields)

    def sql(self, statement: str) -> None:
        self._db.connection.execute(statement)

    def close(self) -> None:
        self._db.connection.close()


@contextmanager
def isso_of(root: Path) -> Iterator[PlainIsso]:
    """The intake of a blog."""
    isso = PlainIsso(root / DEFAULT_DATABASE)
    try:
        yield isso
    finally:
        isso.close()


def write_blog(root: Path) -> Path:
    """A blog with two people and two posts, one of them in two languages."""
    return write_site(root, {**SMALL, **POSTS})


def comments(root: Path, *words: str, now: str = NOW) -> int:
    """``corpblog comments …`` for this blog; the exit code."""
    deed, *rest = words
    return main(["comments", deed, "--site", str(root), "--now", now, *rest])


def files(root: Path) -> Mapping[str, bytes]:
    """All comment files by their path below the store."""
    store = root / "comments"
    found = sorted(path for path in store.rglob("*") if path.is_file())
    return {path.relative_to(store).as_posix(): path.read_bytes() for path in found}


def read(root: Path, now: str = NOW) -> Mapping[str, Comment]:
    """All comments of the blog by id, as corpblog reads them."""
    from datetime import datetime

    site = read_site(root, ReadOptions(now=datetime.fromisoformat(now))).site
    assert site is not None
    threads = [comment for thread in site.dialogue.threads.values() for comment in thread.comments]
    return {comment.id: comment for comment in (*threads, *site.dialogue.orphans)}


def by_text(root: Path, text: str) -> Comment:
    """The one comment that says this."""
    (found,) = [one for one in read(root).values() if one.record.text == text]
    return found

"""Comments of an Isso database that is not the intake of this blog."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from corpblog.dialogue.cleaning import text_digest
from corpblog.dialogue.imports.faults import refusal
from corpblog.dialogue.imports.foreign import Export, ForeignComment, ForeignThread
from corpblog.dialogue.isso_comment import SYSTEM, CommentMode, IssoComment, file_name
from corpblog.dialogue.isso_store import open_store


def read_isso(source: Path) -> Export:
    """The comments of an Isso database; its own markup is Markdown already.

    Raises CorpblogError where the file is missing (IMPORT011) or no whole database of Isso
    (TALK002, TALK003, TALK004).
    """
    if not source.is_file():
        hint = "name the database of Isso, often comments.db"
        raise refusal("IMPORT011", source, "there is no such file", hint)
    with open_store(source) as store:
        rows = store.comments()
    files = {file_name(row.id, row.created): str(row.id) for row in rows}
    return Export(system=SYSTEM, comments=tuple(_comment(row, files) for row in rows))


def _comment(row: IssoComment, files: Mapping[str, str]) -> ForeignComment:
    parent = str(row.parent) if row.parent else ""
    return ForeignComment(
        place=f"comment {row.id}",
        thread=ForeignThread(links=(row.uri,) if row.uri else (), slug=f"thread-{row.tid}"),
        id=str(row.id),
        # Isso flattens threads; where the choice of the reader is known, it counts.
        parent=files.get(row.reply_to, parent),
        created=datetime.fromtimestamp(row.created, UTC),
        name=row.author,
        url=row.website,
        text=row.text,
        digest=text_digest(row.text),
        held=row.mode == CommentMode.PENDING,
        left_out="deleted" if row.mode == CommentMode.REMOVED else "",
        identities=(row.author,) if row.author else (),
        staff=row.staff,
    )

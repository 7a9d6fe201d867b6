"""What corpblog adds to Isso's database: an audit by triggers, and that nothing is ever deleted."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from corpblog.dialogue.isso_store import FORGOTTEN, MARKS_TABLE, REMOVED

_AUDIT_TABLE = """
CREATE TABLE IF NOT EXISTS corpblog_audit (
    comment INTEGER NOT NULL,
    created FLOAT NOT NULL,
    event TEXT NOT NULL,
    mode_before INTEGER,
    mode_after INTEGER,
    length_before INTEGER,
    length_after INTEGER,
    at FLOAT NOT NULL
)
"""
# How long the network of a sender is kept, in seconds: until the next comment after that.
ADDRESS_SECONDS = 60 * 60
_NOWHERE = "remote_addr = '', voters = zeroblob(256)"
_NOW = "(julianday('now') - 2440587.5) * 86400.0"
_NOTE = "INSERT INTO corpblog_audit VALUES"
_BOTH = f"old.mode, new.mode, length(old.text), length(new.text), {_NOW}"
# Name of a trigger -> when it fires and what it does. They hold no text and no person.
_TRIGGERS = {
    "corpblog_inserted": f"""
        AFTER INSERT ON comments BEGIN
            {_NOTE} (new.id, new.created, 'insert', NULL, new.mode, NULL, length(new.text), {_NOW});
        END""",
    "corpblog_moved": f"""
        AFTER UPDATE OF mode ON comments WHEN old.mode IS NOT new.mode BEGIN
            {_NOTE} (new.id, new.created, iif(new.mode = 4, 'delete', 'mode'), {_BOTH});
        END""",
    "corpblog_edited": f"""
        AFTER UPDATE OF text, author, website ON comments
        WHEN new.mode <> 4 AND (old.text IS NOT new.text OR old.author IS NOT new.author
                                OR old.website IS NOT new.website) BEGIN
            {_NOTE} (new.id, new.created, 'edit', {_BOTH});
        END""",
    "corpblog_forgot": f"""
        AFTER UPDATE OF email ON comments WHEN old.email IS NOT NULL AND new.email IS NULL BEGIN
            {_NOTE} (new.id, new.created, 'forget', {_BOTH});
        END""",
    # The address serves the limits of Isso for a minute; it would keep it for good.
    "corpblog_ages": f"""
        AFTER INSERT ON comments BEGIN
            UPDATE comments SET {_NOWHERE}
            WHERE remote_addr <> '' AND created < new.created - {ADDRESS_SECONDS};
        END""",  # noqa: S608 - texts of ours
    # A soft delete of Isso keeps e-mail and address.
    "corpblog_forgets": (
        "AFTER UPDATE OF mode ON comments WHEN new.mode = 4 AND old.mode <> 4 BEGIN"  # noqa: S608
        f" UPDATE comments SET {REMOVED} WHERE id = new.id; END"
    ),
    # A hard delete gives the id to the next comment. A stub stays instead, which says nothing.
    "corpblog_keeps": """
        BEFORE DELETE ON comments BEGIN
            UPDATE comments SET mode = 4 WHERE id = old.id;
            SELECT RAISE(IGNORE);
        END""",
}


def prepare_tables(database: Path) -> None:
    """Make tables and triggers anew: Isso loses triggers when it moves to a new format.

    Raises ``sqlite3.Error``.
    """
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_AUDIT_TABLE)
        connection.execute(MARKS_TABLE)
        for name, what in _TRIGGERS.items():
            connection.execute(f"DROP TRIGGER IF EXISTS {name}")
            connection.execute(f"CREATE TRIGGER {name} {what}")
        connection.execute(
            f"UPDATE comments SET {FORGOTTEN}"  # noqa: S608 - a text of ours
            " WHERE mode = 4 AND (email IS NOT NULL OR remote_addr <> '')"
        )
        connection.execute(
            f"UPDATE comments SET {_NOWHERE}"  # noqa: S608 - a text of ours
            " WHERE remote_addr <> '' AND created < ?",
            (time.time() - ADDRESS_SECONDS,),
        )
        connection.execute("COMMIT")

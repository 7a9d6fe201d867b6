"""The file of the intake database: opened with care, and refused with words."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from corpblog.diagnostics import CorpblogError, Location
from corpblog.dialogue.store_faults import STORE_FAULTS

# How long a reader or writer waits for another one, in seconds.
PATIENCE = 5.0

_NEEDED = {
    "threads": set("id uri title".split()),
    "comments": set(
        "id tid parent created modified mode remote_addr text author email website voters".split()
    ),
}
_START = "start the intake once (corpblog comments serve), or name its database with --db"
_NAME = "name the right file with --db"
_MEND = "put the last backup back, or save what is left with: sqlite3 FILE .recover"


def connect_checked(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection to an intake database that is whole.

    Raises CorpblogError where it is missing (TALK001), something else (TALK002), damaged
    (TALK003) or held by another program for too long (TALK004).
    """
    if not path.is_file():
        raise _fault("TALK001", path, "there is no intake database here", _START)
    with told(path):
        connection = _connected(path, write=write)
        try:
            _require_isso(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def tables_of(connection: sqlite3.Connection) -> set[str]:
    """The names of the tables there are."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {str(name) for (name,) in rows}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What SQLite refuses, as finished words."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(path, error) from error
    except (TypeError, ValueError, OverflowError) as error:
        message = f"a column holds what Isso never writes there ({error})"
        raise _fault("TALK003", path, message, _MEND) from error


def _connected(path: Path, *, write: bool) -> sqlite3.Connection:
    if write:
        return _connection(path, "rw")
    connection = _connection(path, "ro")
    try:
        connection.execute("SELECT 1 FROM sqlite_master")
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorname != "SQLITE_READONLY_ROLLBACK":
            raise
        # The intake was killed in the middle of a change: only a writer may undo that half.
        with closing(_connection(path, "rw")) as writer:
            writer.execute("SELECT 1 FROM sqlite_master")
        return _connection(path, "ro")
    return connection


def _connection(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
    # Bytes that are no UTF-8 must not hide the other comments.
    lenient: Callable[[bytes], str] = lambda raw: raw.decode("utf-8", "replace")  # noqa: E731
    connection.text_factory = lenient
    return connection


def _require_isso(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that is no intake, and one that is damaged."""
    tables = tables_of(connection)
    for table, needed in _NEEDED.items():
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        if table not in tables or not needed <= columns:
            raise _fault("TALK002", path, "this is no database of Isso", _NAME)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (page_size,) = connection.execute("PRAGMA page_size").fetchone()
    if path.stat().st_size < pages * page_size:
        # The check below finds no fault where the missing end was an index.
        raise _fault("TALK003", path, "the end of the database is missing", _MEND)
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise _fault("TALK003", path, f"the database is damaged ({verdict})", _MEND)


def _explained(path: Path, error: sqlite3.Error) -> CorpblogError:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        message = f"another program holds the database for more than {PATIENCE:.0f} seconds"
        return _fault("TALK004", path, message, "try again when it is done")
    if name == "SQLITE_NOTADB":
        return _fault("TALK002", path, "this is no SQLite database", _NAME)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR")):
        message = f"the database cannot be opened as needed ({error})"
        return _fault("TALK004", path, message, "look at the rights of the file and its folder")
    return _fault("TALK003", path, f"the database is damaged ({error})", _MEND)


def _fault(code: str, path: Path, message: str, hint: str) -> CorpblogError:
    found = STORE_FAULTS[code].at(Location(path=str(path)), message, hint=hint)
    return CorpblogError(diagnostics=(found,))

"""The intake's database: read without a trace, changed in short steps, refused with words."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.diagnostics import CorpblogError
from corpblog.dialogue.isso_comment import CommentMode, escaped, micros
from corpblog.dialogue.isso_store import IssoStore, open_store

# The tables as Isso 0.14 makes them.
ISSO = """
CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR(256) UNIQUE, title VARCHAR(256));
CREATE TABLE comments (
    tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT NOT NULL,
    modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR NOT NULL, author VARCHAR,
    email VARCHAR, website VARCHAR, likes INTEGER DEFAULT 0, dislikes INTEGER DEFAULT 0,
    voters BLOB NOT NULL, notification INTEGER DEFAULT 0);
CREATE TABLE preferences (key VARCHAR PRIMARY KEY, value VARCHAR);
INSERT INTO threads VALUES (1, '/a/', 'A post');
"""
CREATED = 1700000000.123456
ROW = (
    "INSERT INTO comments (tid, id, parent, created, mode, remote_addr, text, author, email,"
    " website, voters) VALUES (1, ?, ?, ?, ?, '10.0.0.0', ?, ?, 'p@lang.example', ?, zeroblob(256))"
)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    file = tmp_path / "is so#?.db"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executescript(ISSO)
        connection.execute(ROW, (1, None, CREATED, 2, "Why?", "Petra &lt;3", "http://x.example"))
        connection.execute(ROW, (2, 1, CREATED + 60, 1, "Reply", "Jo", None))
    return file


@pytest.fixture
def store(database: Path) -> Iterator[IssoStore]:
    with open_store(database, write=True) as opened:
        yield opened


def rows(database: Path, columns: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(f"SELECT {columns} FROM comments ORDER BY id").fetchall()


def refusal(file: Path) -> str:
    with pytest.raises(CorpblogError) as raised, open_store(file) as opened:
        opened.comments()
    (found,) = raised.value.diagnostics
    assert found.message
    assert found.hint
    return found.code


def test_comments_are_read_as_people_typed_them(store: IssoStore) -> None:
    first, second = store.comments()
    assert (first.id, first.uri, first.title, first.text) == (1, "/a/", "A post", "Why?")
    assert (first.author, first.website) == ("Petra <3", "http://x.example")
    assert (first.micros, first.name) == (1700000000123456, "20231114T221320-isso-1")
    assert (second.parent, second.website, second.modified) == (1, "", None)


def test_neither_mail_nor_address_can_come_out(store: IssoStore) -> None:
    told = repr(store.comments())
    assert "lang.example" not in told
    assert "10.0.0" not in told


def test_reading_changes_no_byte(database: Path) -> None:
    before = database.read_bytes()
    with open_store(database) as opened:
        opened.comments()
        assert opened.audit() == ()
        with pytest.raises(CorpblogError):
            opened.activate(1, micros(CREATED))
    assert database.read_bytes() == before
    assert list(database.parent.iterdir()) == [database]


@given(st.text())
def test_a_name_always_comes_back_as_it_was_typed(name: str) -> None:
    from corpblog.dialogue.isso_comment import comment_of

    row = (1, 1, "/", "", None, 1.0, None, 1, "", escaped(name), None, None, None)
    assert comment_of(row).author == name


def test_a_pending_comment_is_published_once(store: IssoStore, database: Path) -> None:
    assert store.activate(1, micros(CREATED))
    assert not store.activate(1, micros(CREATED))
    assert rows(database, "mode") == [(1,), (1,)]


def test_an_id_that_was_given_to_another_comment_changes_nothing(
    store: IssoStore, database: Path
) -> None:
    before = rows(database, "*")
    other = micros(CREATED) + 1
    assert not store.activate(1, other)
    assert not store.remove(1, other)
    assert not store.forget(1, other)
    assert not store.edit(1, other, "Changed", CREATED)
    assert store.comment(1, other) is None
    assert not store.remove(99, micros(CREATED))
    arguments = {"text": "x", "author": "J", "staff": "j", "reply_to": "", "now": CREATED}
    assert store.reply(1, other, **arguments) is None  # type: ignore[arg-type]
    assert rows(database, "*") == before


def test_a_removed_comment_forgets_the_person_and_keeps_its_place(
    store: IssoStore, database: Path
) -> None:
    assert store.remove(1, micros(CREATED))
    stub, reply = store.comments()
    assert (stub.mode, stub.text, stub.author, stub.website) == (CommentMode.REMOVED, "", "", "")
    assert reply.parent == stub.id
    columns = "email, remote_addr, hex(voters) = hex(zeroblob(256))"
    assert rows(database, columns)[0] == (None, "", 1)


def test_forgetting_keeps_the_text(store: IssoStore, database: Path) -> None:
    assert store.forget(2, micros(CREATED + 60))
    assert rows(database, "text, email, remote_addr")[1] == ("Reply", None, "")


def test_an_edit_says_when(store: IssoStore) -> None:
    assert store.edit(1, micros(CREATED), "Better.", CREATED + 5)
    first = store.comments()[0]
    assert (first.text, first.modified) == ("Better.", CREATED + 5)
    store.remove(1, micros(CREATED))
    assert not store.edit(1, micros(CREATED), "Back again", CREATED)


def test_a_reply_to_a_reply_stands_below_the_first_comment(store: IssoStore) -> None:
    answer = store.reply(
        2,
        micros(CREATED + 60),
        text="We mend it & soon.",
        author="Jana <Weiss>",
        staff="jana-weiss",
        reply_to="20231114T221420-isso-2",
        now=CREATED + 120,
    )
    assert answer is not None
    assert (answer.parent, answer.mode, answer.author) == (1, 1, "Jana <Weiss>")
    assert (answer.staff, answer.reply_to) == ("jana-weiss", "20231114T221420-isso-2")
    assert answer in store.comments()


def test_a_missing_database_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nothing.db") == "TALK001"
    assert refusal(tmp_path) == "TALK001"


def test_another_file_in_its_place_is_told(tmp_path: Path) -> None:
    file = tmp_path / "isso.db"
    for content in (b"", b"hello\n" * 500):
        file.write_bytes(content)
        assert refusal(file) == "TALK002"
    file.unlink()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE comments (id INTEGER)")
    assert refusal(file) == "TALK002"


def test_a_truncated_database_is_told(database: Path) -> None:
    whole = database.read_bytes()
    for size in range(101, len(whole), 1009):
        database.write_bytes(whole[:size])
        assert refusal(database) in ("TALK002", "TALK003")


def test_a_column_that_isso_never_writes_is_told(database: Path) -> None:
    for column in ("created", "mode"):
        with closing(sqlite3.connect(database)) as connection, connection:
            connection.execute(f"UPDATE comments SET {column} = 'soon' WHERE id = 2")
        assert refusal(database) == "TALK003"
        with closing(sqlite3.connect(database)) as connection, connection:
            connection.execute(f"UPDATE comments SET {column} = 1 WHERE id = 2")


def test_bytes_that_are_no_text_do_not_hide_the_others(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE comments SET author = CAST(x'ff41' AS TEXT), text = x'ff42'")
    with open_store(database) as opened:
        assert [one.author for one in opened.comments()] == ["\ufffdA", "\ufffdA"]
        assert opened.comments()[0].text == "\ufffdB"


def test_a_locked_database_is_told(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpblog.dialogue.isso_file.PATIENCE", 0.05)
    with closing(sqlite3.connect(database, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        assert refusal(database) == "TALK004"
        with pytest.raises(CorpblogError):
            open_store(database, write=True)
    with open_store(database) as opened:
        assert len(opened.comments()) == 2


_HALF = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("PRAGMA cache_spill = 1")
connection.execute("BEGIN IMMEDIATE")
for number in range(2000):
    connection.execute(
        "INSERT INTO comments (tid, created, mode, text, voters)"
        " VALUES (1, ?, 1, ?, zeroblob(256))", (float(number), "half" * 200))
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that kills at once")
def test_a_change_that_was_killed_halfway_is_undone_before_anybody_reads(database: Path) -> None:
    subprocess.run([sys.executable, "-c", _HALF, str(database)], check=False)
    assert database.with_name(database.name + "-journal").exists()
    with open_store(database) as opened:
        assert [one.text for one in opened.comments()] == ["Why?", "Reply"]

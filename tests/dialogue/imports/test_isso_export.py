"""A database of Isso that is not the intake of this blog."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpblog.diagnostics import CorpblogError
from corpblog.dialogue.imports.isso_export import read_isso
from tests.dialogue.imports.bringing import (
    MAIL,
    NUMBERS,
    arranged,
    by_id,
    counts,
    landed,
    small_site,
    written,
)

TABLES = """
CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR UNIQUE, title VARCHAR);
CREATE TABLE comments (tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER,
    created FLOAT NOT NULL, modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR,
    author VARCHAR, email VARCHAR, website VARCHAR, likes INTEGER DEFAULT 0,
    dislikes INTEGER DEFAULT 0, voters BLOB NOT NULL, notification INTEGER DEFAULT 0);
INSERT INTO threads VALUES (1, '/first/', 'First'), (2, '/gone/', 'Gone');
"""
ROWS = (
    (1, 1, None, 1588413600.25, 1, "Does *it* float?", "Petra &amp; Co"),
    (1, 2, 1, 1588413700.5, 1, "It does.", "Jana Weiss"),
    (1, 3, 1, 1588413800.5, 2, "Waiting.", "Waiting Person"),
    (1, 4, None, 1588413900.5, 4, "", None),
    (2, 5, None, 1588414000.5, 1, "Reach me: petra@example.org", None),
)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "comments.db"
    with closing(sqlite3.connect(path)) as store:
        store.executescript(TABLES)
        store.executemany(
            "INSERT INTO comments (tid, id, parent, created, mode, text, author, remote_addr,"
            " email, voters) VALUES (?, ?, ?, ?, ?, ?, ?, '203.0.113.9', 'petra@example.org', '')",
            ROWS,
        )
        store.commit()
    return path


def test_comments_of_isso_come_over_with_the_names_that_pull_would_give(
    database: Path, tmp_path: Path
) -> None:
    root = small_site(tmp_path / "site", first="url: /first/")
    found = arranged("isso", database, root, **{"Jana Weiss": "jana-weiss"})
    assert counts(found) == {
        "comments": 4,
        "threads": 2,
        "replies": 2,
        "by employees": 1,
        "held": 1,
        "orphans": 1,
        "addresses removed": 1,
    }
    assert found.report.left_out == {"deleted": 1}
    records = by_id(found)
    assert records["1"].id == "20200502T100000-isso-1"
    assert records["1"].author.name == "Petra & Co"
    assert records["1"].source is not None and records["1"].source.created == "1588413600250000"
    landed(found, root)
    everything = "\n".join(written(root).values())
    assert "Waiting" not in everything
    assert MAIL.findall(everything) == NUMBERS.findall(everything) == []


def test_what_is_no_database_of_isso_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpblogError, match="IMPORT011"):
        read_isso(tmp_path / "none.db")
    (tmp_path / "text.db").write_text("This is no database at all, only some text. " * 50)
    with pytest.raises(CorpblogError, match="TALK002"):
        read_isso(tmp_path / "text.db")

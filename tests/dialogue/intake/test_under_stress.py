"""Many readers at once, and an intake that is killed, restarted, locked out or started twice."""

import sqlite3
import stat
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.dialogue.intake.running import URI, Reply, RunningIntake, write_blog
from tests.dialogue.intake.test_programs import cookie_of

CLIENTS = 8
EACH = 25


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[RunningIntake]:
    running = RunningIntake(site=write_blog(tmp_path / "blog")).start()
    yield running
    if running.process is not None and running.process.poll() is None:
        running.stop()


def say_something(intake: RunningIntake, number: int) -> Reply:
    """A comment, by turns as a form and as JSON, each from a network of its own."""
    text, client = f"Comment {number}.", f"100.{64 + number // 250}.{number % 250}.1"
    if number % 2:
        return intake.form(text, f"Reader {number}", client=client)
    fields = {"text": text, "author": f"Reader {number}", "uri": URI}
    return intake.json("POST", "/new", fields, client=client)


def test_two_hundred_comments_by_eight_clients_at_once_are_all_kept(fresh: RunningIntake) -> None:
    with ThreadPoolExecutor(CLIENTS) as clients:
        replies = list(clients.map(lambda n: say_something(fresh, n), range(CLIENTS * EACH)))
    assert {reply.status for reply in replies} == {202, 303}
    kept = {comment.text: comment for comment in fresh.comments()}
    assert sorted(kept) == sorted(f"Comment {number}." for number in range(CLIENTS * EACH))
    assert len(fresh.comments()) == CLIENTS * EACH
    for number, reply in enumerate(replies):
        comment = kept[f"Comment {number}."]
        assert comment.author == f"Reader {number}"
        if reply.status == 202:  # nobody gets the id or the cookie of somebody else
            assert reply.body["id"] == comment.id
            assert cookie_of(reply)["Cookie"].startswith(f"{comment.id}=")


def test_edits_deletes_replies_and_publishing_at_once_lose_nothing(fresh: RunningIntake) -> None:
    first = [say_something(fresh, number * 2) for number in range(12)]

    def act(number: int) -> int:
        sent = first[number]
        path = f"/id/{sent.body['id']}"
        if number % 3 == 0:
            fields = {"text": f"Edited {number}."}
            return fresh.json("PUT", path, fields, headers=cookie_of(sent)).status
        if number % 3 == 1:
            return fresh.json("DELETE", path, {}, headers=cookie_of(sent)).status
        fields = {"text": f"Reply to {number}.", "uri": URI, "parent": sent.body["id"]}
        return fresh.json("POST", "/new", fields, client=f"100.70.{number}.1").status

    with ThreadPoolExecutor(CLIENTS) as clients:
        statuses = list(clients.map(act, range(12)))
    assert set(statuses) == {200, 202}
    texts = {comment.text for comment in fresh.comments() if comment.mode == 2}
    assert texts == (
        {f"Edited {number}." for number in range(0, 12, 3)}
        | {f"Comment {number * 2}." for number in range(2, 12, 3)}
        | {f"Reply to {number}." for number in range(2, 12, 3)}
    )


def test_what_was_accepted_survives_a_kill_in_the_middle(fresh: RunningIntake) -> None:
    accepted: list[int] = []

    def speak(number: int) -> None:
        try:
            if say_something(fresh, number).status in (202, 303):
                accepted.append(number)
        except (OSError, ValueError):
            return  # the server died while it answered: nothing was promised
        if len(accepted) == 30 and fresh.process is not None:
            fresh.process.kill()

    with ThreadPoolExecutor(CLIENTS) as clients:
        list(clients.map(speak, range(80)))
    fresh.kill()
    assert len(accepted) < 80
    again = RunningIntake(site=fresh.site).start()
    texts = [comment.text for comment in again.comments()]
    assert {f"Comment {number}." for number in accepted} <= set(texts)
    assert len(texts) == len(set(texts))
    assert again.form("After the restart.", client="100.90.1.1").status == 303
    assert again.stop() == 0


def test_a_restart_keeps_comments_audit_salt_and_cookies(fresh: RunningIntake) -> None:
    sent = say_something(fresh, 0)
    salt = fresh.database.with_suffix(".salt")
    drawn = salt.read_text()
    assert fresh.stop() == 0
    again = RunningIntake(site=fresh.site).start()
    try:
        path = f"/id/{sent.body['id']}"
        edited = again.json("PUT", path, {"text": "Edited later."}, headers=cookie_of(sent))
        assert edited.status == 200
        assert [comment.text for comment in again.comments()] == ["Edited later."]
    finally:
        again.stop()
    with closing(sqlite3.connect(fresh.database)) as connection:
        events = connection.execute("SELECT event FROM corpblog_audit ORDER BY rowid").fetchall()
    assert events == [("insert",), ("edit",)]
    assert salt.read_text() == drawn
    assert len(drawn.strip()) == 64


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_nobody_else_on_the_machine_reads_what_waits(fresh: RunningIntake) -> None:
    say_something(fresh, 0)
    folder = fresh.database.parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for name in ("isso.db", "isso.salt"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    assert (folder / ".gitignore").read_text() == "*\n"


def test_a_second_intake_on_the_same_database_is_refused(fresh: RunningIntake) -> None:
    with pytest.raises(AssertionError, match="another intake works on"):
        RunningIntake(site=fresh.site).start()
    assert fresh.ask("GET", "/health").status == 200


@contextmanager
def trigger(database: Path, what: str) -> Iterator[None]:
    """Something that happens in the database while Isso works on it."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(f"CREATE TRIGGER meanwhile AFTER INSERT ON comments {what}")
    yield
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("DROP TRIGGER meanwhile")


def test_an_error_after_saving_is_no_reason_to_send_it_again(fresh: RunningIntake) -> None:
    """Isso answers 500 although the comment lies in its database."""
    broken = (
        "WHEN new.text = 'Saved all the same.' BEGIN INSERT INTO comments"
        " (tid, created, mode, text, voters)"
        " VALUES (new.tid, new.created, 4, x'ff', zeroblob(256)); END"
    )
    say_something(fresh, 0)
    with trigger(fresh.database, broken):
        assert fresh.form("Saved all the same.", client="100.91.1.1").status == 303
    assert fresh.form("Saved all the same.", client="100.91.2.1").status == 303
    assert fresh.with_text("Saved all the same.")


def test_a_locked_database_asks_the_reader_to_wait_and_loses_no_word(
    fresh: RunningIntake,
) -> None:
    with closing(sqlite3.connect(fresh.database, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        reply = fresh.form("While it is locked.", client="100.92.1.1")
        holder.execute("ROLLBACK")
    assert reply.status == 503
    assert reply.headers["Retry-After"] == "60"
    assert "While it is locked." in reply.text
    assert fresh.form("While it is locked.", client="100.92.1.1").status == 303
    assert fresh.with_text("While it is locked.")


def test_no_log_holds_an_address_or_a_text(fresh: RunningIntake) -> None:
    fields = {"text": "Private words.", "email": "e@mail.example", "uri": URI}
    fresh.json("POST", "/new", fields, client="100.93.7.1")
    fresh.form("Private words again.", client="100.93.7.1")
    fresh.form("Private words, too fast.", client="100.93.7.1")
    fresh.stop()
    said = "".join(fresh.said)
    assert not any(secret in said for secret in ("100.93", "Private", "mail.example"))

"""Employees and the intake: publishing beside it, names that are guarded, tokens, the audit."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest

from corpblog.dialogue.isso_store import IssoStore, open_store
from tests.dialogue.intake.running import LAUNCH, URI, RunningIntake
from tests.dialogue.intake.test_programs import cookie_of, post


@pytest.fixture(scope="module")
def store(intake: RunningIntake) -> Iterator[IssoStore]:
    with open_store(intake.database, write=True) as opened:
        yield opened


def draw_token(intake: RunningIntake, author: str) -> str:
    command = [sys.executable, "-c", LAUNCH, "--site", str(intake.site), "--new-token", author]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    return said.stdout.splitlines()[-1]


def test_what_is_published_is_told_without_marks_of_the_person(
    intake: RunningIntake, store: IssoStore
) -> None:
    intake.json(
        "POST",
        "/new",
        {"text": "To be published.", "author": "P <L>", "email": "p@lang.example", "uri": URI},
        client="203.1.1.1",
    )
    kept = intake.with_text("To be published.")
    assert store.activate(kept.id, kept.micros)
    shown = intake.ask("GET", f"/?uri={URI}")
    (told,) = [one for one in shown.body["replies"] if one["id"] == kept.id]
    assert told["text"] == "To be published."
    assert not {"hash", "email", "remote_addr", "gravatar_image"} & set(told)
    assert "lang.example" not in shown.text
    assert "203.1.1" not in shown.text


def test_what_was_published_cannot_become_something_else(
    intake: RunningIntake, store: IssoStore
) -> None:
    sent = post(intake, "Nice and harmless.", "203.1.2.1")
    kept = intake.with_text("Nice and harmless.")
    store.activate(kept.id, kept.micros)
    reply = intake.json("PUT", f"/id/{kept.id}", {"text": "Spam."}, headers=cookie_of(sent))
    assert (reply.status, reply.body["error"]) == (409, "published-already")
    # Taking it back is the right of the one who wrote it.
    assert intake.json("DELETE", f"/id/{kept.id}", {}, headers=cookie_of(sent)).status == 200


def test_an_answer_in_between_does_not_hand_its_cookie_to_a_reader(
    intake: RunningIntake, store: IssoStore
) -> None:
    """Isso answers with the newest comment of all, whosever it is."""
    post(intake, "A question.", "203.1.3.1")
    question = intake.with_text("A question.")
    with closing(sqlite3.connect(intake.database)) as connection, connection:
        connection.execute(
            "CREATE TRIGGER meanwhile AFTER INSERT ON comments WHEN new.text = 'Another one.' BEGIN"
            " INSERT INTO comments (tid, parent, created, mode, remote_addr, text, author, voters)"
            f" VALUES (new.tid, {question.id}, new.created + 1, 1, '', 'We mend it.', 'Jana Weiss',"
            " zeroblob(256)); END"
        )
    try:
        reply = post(intake, "Another one.", "203.1.4.1")
    finally:
        with closing(sqlite3.connect(intake.database)) as connection, connection:
            connection.execute("DROP TRIGGER meanwhile")
    assert reply.status == 202
    assert reply.body["id"] == intake.with_text("Another one.").id
    assert "Set-Cookie" not in reply.headers


def test_an_answer_stands_below_the_question(intake: RunningIntake, store: IssoStore) -> None:
    post(intake, "Who answers?", "203.1.5.1")
    question = intake.with_text("Who answers?")
    answer = store.reply(
        question.id,
        question.micros,
        text="I do.",
        author="Jana Weiss",
        staff="jana-weiss",
        reply_to=question.name,
        now=question.created + 60,
    )
    assert answer is not None
    assert (answer.parent, answer.staff, answer.reply_to) == (
        question.id,
        "jana-weiss",
        question.name,
    )
    store.activate(question.id, question.micros)
    shown = intake.ask("GET", f"/?uri={URI}").body["replies"]
    (told,) = [one for one in shown if one["id"] == question.id]
    assert [reply["author"] for reply in told["replies"]] == ["Jana Weiss"]


@pytest.mark.parametrize(
    "name",
    [
        "Jana Weiss",
        "jana  WEISS",
        "Weiss, Jana",
        "J\u0430n\u0430 W\u0435iss",
        "\u202eJana Weiss\u202c",
        "Ja\u200bna Wei\u00adss",
        "Jana Weiß",
        "Jàná Wéiss",
        "Ｊａｎａ Ｗｅｉｓｓ",
        "𝐉𝐚𝐧𝐚 𝐖𝐞𝐢𝐬𝐬",
        "JanaWeiss",
        "Jana\u3164Weiss",
        "J.a.n.a W.e.i.s.s",
        "Dr. Jana Weiss (Support)",
        "Jana Weiss, head of support, Kern",
        "Kern",
        "Team Kern",
        "Admin",
    ],
)
def test_a_name_that_poses_as_staff_is_refused(intake: RunningIntake, name: str) -> None:
    reply = intake.form("I speak for the company.", name)
    assert reply.status == 403
    assert "belongs to somebody who works here" in reply.text


@pytest.mark.parametrize(
    "name",
    ["Jana Weiss (Ulm)", "Jana", "Weiss", "Jana Weisser", "Petra Kern", "", "Support-Fan Li"],
)
def test_readers_with_names_of_their_own_may_speak(intake: RunningIntake, name: str) -> None:
    text = f"I am {name or 'nobody'}."
    assert intake.form(text, name, client=f"203.2.{len(name)}.1").status == 303


@pytest.mark.parametrize("address", ["jana@kern.example", "JANA+x@Kern.example"])
def test_an_address_of_staff_is_refused(intake: RunningIntake, address: str) -> None:
    fields = {"text": "Let me in.", "author": "Somebody", "email": address, "uri": URI}
    assert intake.json("POST", "/new", fields, client="203.1.6.1").status == 403


def test_an_edit_cannot_put_on_a_name_of_staff(intake: RunningIntake) -> None:
    sent = post(intake, "Harmless name.", "203.1.7.1")
    fields = {"text": "Harmless name.", "author": "Jana Weiss"}
    path = f"/id/{sent.body['id']}"
    assert intake.json("PUT", path, fields, headers=cookie_of(sent)).status == 403


@pytest.mark.parametrize("token", ["", " ", "None", "null", "0" * 64, "\x00"])
def test_a_missing_or_wrong_token_opens_nothing(intake: RunningIntake, token: str) -> None:
    assert intake.form("As Jana.", "Jana Weiss", staff_token=token).status == 403


def test_a_token_lets_an_employee_speak_under_the_own_name(intake: RunningIntake) -> None:
    token = draw_token(intake, "jana-weiss")
    assert intake.form("It is me.", "x", staff_token=token, client="203.1.8.1").status == 303
    kept = intake.with_text("It is me.")
    assert (kept.author, kept.staff, kept.mode) == ("Jana Weiss", "jana-weiss", 2)
    assert token not in intake.database.with_suffix(".tokens").read_text()
    draw_token(intake, "jana-weiss")
    assert intake.form("Me again.", "x", staff_token=token, client="203.1.8.1").status == 403


def test_a_file_of_tokens_with_empty_entries_opens_nothing(intake: RunningIntake) -> None:
    tokens = intake.database.with_suffix(".tokens")
    before = tokens.read_bytes() if tokens.exists() else b""
    tokens.write_text("jana-weiss \njana-weiss\n \ntom-kern " + "0" * 64 + "\n")
    try:
        for token in ("", " ", "x"):
            assert intake.form("As Jana.", "Jana Weiss", staff_token=token).status == 403
    finally:
        tokens.write_bytes(before)


def test_the_audit_holds_what_happened_and_neither_text_nor_person(
    intake: RunningIntake, store: IssoStore
) -> None:
    fields = {"text": "Secret words.", "author": "Odd Name", "email": "o@odd.example", "uri": URI}
    sent = intake.json("POST", "/new", fields, client="203.1.9.1")
    kept = intake.with_text("Secret words.")
    intake.json("PUT", f"/id/{kept.id}", {"text": "Other words."}, headers=cookie_of(sent))
    store.activate(kept.id, kept.micros)
    store.edit(kept.id, kept.micros, "Moderated.", kept.created + 1)
    store.remove(kept.id, kept.micros)
    entries = [entry for entry in store.audit() if entry.id == kept.id]
    assert [(entry.event, entry.mode_after, entry.length_after) for entry in entries][:4] == [
        ("insert", 2, 13),
        ("edit", 2, 12),
        ("mode", 1, 12),
        ("edit", 1, 10),
    ]
    assert {entry.event for entry in entries[4:]} == {"delete", "forget"}
    assert all(entry.created == kept.created for entry in entries)
    with closing(sqlite3.connect(intake.database)) as connection:
        rows = str(connection.execute("SELECT * FROM corpblog_audit").fetchall())
    assert not any(secret in rows for secret in ("words", "Odd", "odd", "203."))


def test_a_removed_comment_leaves_no_trace_of_the_person(intake: RunningIntake) -> None:
    fields = {"text": "Take it back.", "author": "Ute", "email": "u@ute.example", "uri": URI}
    sent = intake.json("POST", "/new", fields, client="203.1.10.1")
    intake.json("DELETE", f"/id/{sent.body['id']}", {}, headers=cookie_of(sent))
    with closing(sqlite3.connect(intake.database)) as connection:
        row = connection.execute(
            "SELECT text, author, email, website, remote_addr, mode, voters = zeroblob(256)"
            " FROM comments WHERE id = ?",
            (sent.body["id"],),
        ).fetchone()
    assert row == ("", None, None, None, "", 4, 1)


def test_the_network_of_a_sender_is_forgotten_after_an_hour(intake: RunningIntake) -> None:
    post(intake, "An hour ago.", "203.1.13.1")
    kept = intake.with_text("An hour ago.")

    def network() -> str:
        with closing(sqlite3.connect(intake.database)) as connection:
            query = "SELECT remote_addr FROM comments WHERE id = ?"
            return str(connection.execute(query, (kept.id,)).fetchone()[0])

    post(intake, "Right now.", "203.1.14.1")
    assert network() == "203.1.13.0"
    with closing(sqlite3.connect(intake.database)) as connection, connection:
        query = "UPDATE comments SET created = created - 3700 WHERE id = ?"
        connection.execute(query, (kept.id,))
    post(intake, "Right now again.", "203.1.15.1")
    assert network() == ""


def test_an_id_is_never_given_twice(intake: RunningIntake) -> None:
    first = post(intake, "The newest of all.", "203.1.11.1")
    intake.json("DELETE", f"/id/{first.body['id']}", {}, headers=cookie_of(first))
    second = post(intake, "Newer still.", "203.1.12.1")
    assert second.body["id"] > first.body["id"]

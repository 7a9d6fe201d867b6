"""``corpblog comments``: who waits, what is answered and by whom, what is taken away and why."""

import io
import json
import os
import re
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpblog.cli import main
from corpblog.commands.comments import DEEDS
from corpblog.model.comment import CommentKind, CommentRecord, CommentStatus
from corpblog.model.removal import RemovalReason
from tests.dialogue.plain_isso import (
    EXPORT,
    PlainIsso,
    by_text,
    comments,
    files,
    isso_of,
    read,
    write_blog,
)

GOOD = "The export skipped line 412. We mended it on Tuesday; please run it again.\n"
CANNED = "We are sorry for any inconvenience.\n"
FIRST = "20261110T081600-isso-1"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    return write_blog(tmp_path / "blog")


@pytest.fixture
def isso(blog: Path) -> Iterator[PlainIsso]:
    with isso_of(blog) as opened:
        yield opened


@pytest.fixture
def good(tmp_path: Path) -> str:
    file = tmp_path / "answer.md"
    file.write_text(GOOD)
    return str(file)


@pytest.fixture
def asked(blog: Path, isso: PlainIsso) -> str:
    """The id of a question that readers see."""
    isso.add("Why does the export fail?", uri=EXPORT)
    comments(blog, "pull")
    (id_,) = read(blog)
    return id_


def reply(blog: Path, id_: str, file: str, *words: str, author: str = "jana-weiss") -> int:
    return comments(blog, "reply", id_, "--author", author, "--file", file, *words)


def answer_of(blog: Path, id_: str) -> CommentRecord:
    (found,) = [one.record for one in read(blog).values() if one.record.reply_to == id_]
    return found


def profile(blog: Path, old: str, new: str) -> None:
    file = blog / "authors/jana-weiss.md"
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


class Person(io.StringIO):
    """Somebody at a terminal who types these lines."""

    def isatty(self) -> bool:
        return True


def attended(monkeypatch: pytest.MonkeyPatch, *lines: str) -> Person:
    screen = Person()
    monkeypatch.setattr(sys, "stdin", Person("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr(sys, "stdout", screen)
    return screen


def test_every_word_has_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    for deed in DEEDS:
        assert main(["comments", deed, "--help"]) == 0
    assert main(["comments", "replly"]) == 2
    assert "did you mean reply?" in capsys.readouterr().err


# --- the work list


def test_the_late_ones_come_first_with_owner_and_deadline(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str]
) -> None:
    isso.add("Old?", uri=EXPORT)
    isso.add("Quick?", created=1795165200.0)  # Friday, 20 November, 10:00 in Berlin
    comments(blog, "pull")
    capsys.readouterr()
    assert comments(blog, "inbox", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    old, quick = told["waiting"]
    assert (old["text"], old["late"], old["owner_name"]) == ("Old?", True, "Jana Weiss")
    assert (quick["text"], quick["late"], quick["business_hours"]) == ("Quick?", False, 2.0)
    assert quick["due"] == "2026-11-24T17:00:00+01:00"
    assert told["late"] == 1


def test_what_is_answered_leaves_the_list(
    blog: Path, asked: str, good: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reply(blog, asked, good) == 0
    capsys.readouterr()
    comments(blog, "inbox")
    assert capsys.readouterr().out == "Nobody waits for an answer.\n"


def test_what_waits_is_shown_to_the_person_and_to_nobody_else(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str]
) -> None:
    isso.add("Is this secret?", "Eva Geheim", mode=2)
    isso.add("A secret praise.", "Eva Geheim", mode=2)
    comments(blog, "pull")
    capsys.readouterr()
    for form, seen in (("text", 2), ("json", 2), ("html", 0), ("markdown", 0)):
        comments(blog, "inbox", "--format", form)
        out = capsys.readouterr().out
        assert out.count("secret") == seen, form
        assert out.count("Geheim") == seen, form
        assert "isso-1" in out


def test_pages_and_issues_hold_nothing_that_a_reader_made_of_them(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str]
) -> None:
    isso.add("Why? <script>x</script> @admin #12 [a](http://e.example) \u202eoi", "<b>P</b> & *Q*")
    comments(blog, "pull")
    capsys.readouterr()
    comments(blog, "inbox", "--format", "html")
    page = capsys.readouterr().out
    assert page.startswith("<!doctype html>")
    assert "<script" not in page
    assert "<b>" not in page
    assert not re.search(r"(?:src|@import|url)\s*[=(]", page)
    comments(blog, "inbox", "--format", "markdown")
    issue = capsys.readouterr().out
    assert issue.startswith("<!-- corpblog-inbox -->\n")
    said = next(line for line in issue.splitlines() if line.startswith("  > "))
    assert not re.search(r"[@<>\[\](*`\u202e]|#(?!\d+;)|://", said[4:])


def test_a_list_can_go_to_a_file(blog: Path, asked: str, tmp_path: Path) -> None:
    target = tmp_path / "inbox.html"
    assert comments(blog, "inbox", "--format", "html", "--output", str(target)) == 0
    assert asked in target.read_text()


# --- answers


def test_an_answer_is_a_file_under_the_name_of_the_employee(
    blog: Path, asked: str, good: str
) -> None:
    assert reply(blog, asked, good) == 0
    record = answer_of(blog, asked)
    assert record.id == "20261120T110000-reply-jana-weiss"
    assert f"2026/export/{record.id}.yml" in files(blog)
    assert (record.author.name, record.author.staff) == ("Jana Weiss", "jana-weiss")
    assert record.text == GOOD.strip()
    assert record.status is CommentStatus.PUBLISHED
    assert record.published is not None


def test_two_answers_in_one_second_are_two_files(blog: Path, asked: str, good: str) -> None:
    assert reply(blog, asked, good) == 0
    assert reply(blog, asked, good) == 0
    assert len(files(blog)) == 3


def test_one_answer_settles_a_storm(
    blog: Path, isso: PlainIsso, good: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(10):
        isso.add(f"Why does export {number} fail?", f"Reader {number}", uri=EXPORT)
    comments(blog, "pull")
    first, *others = read(blog)
    assert reply(blog, first, good, "--answers", *others, others[0], first) == 0
    assert answer_of(blog, first).answers == tuple(others)
    capsys.readouterr()
    comments(blog, "inbox")
    assert capsys.readouterr().out == "Nobody waits for an answer.\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["20261110T081600-isso-7"], f"did you mean {FIRST}?"),
        ([FIRST, "--answers", "nonsense"], "there is no comment “nonsense”"),
        ([FIRST, "--answers", "20261110T081700-isso-2"], "stands under another post"),
        ([FIRST, "--confirm", "20261110T081700-isso-2"], "stands under another post"),
        (["20261110T081800-isso-3"], "waits for release"),
        (["20261110T081900-isso-4"], "belongs to no post there is"),
    ],
)
def test_what_cannot_be_answered_is_told_with_a_way_out(
    blog: Path,
    isso: PlainIsso,
    good: str,
    words: list[str],
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    isso.add("Why?", uri=EXPORT)
    isso.add("Other?")
    isso.add("Held?", mode=2, uri=EXPORT)
    isso.add("Orphan?", uri="/gone/")
    comments(blog, "pull")
    before = files(blog)
    assert reply(blog, words[0], good, *words[1:]) == 2
    assert message in capsys.readouterr().err
    assert files(blog) == before


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("job_title: head of support", "status: active", "no person with a job title"),
        ("consent: {name: 2026-01-01}", "status: active", "has not agreed to be named"),
        ("name: 2026-01-01", "name: 2026-01-01, withdrawn: 2026-02-01", "withdrew the consent"),
        ("consent:", "status: former\nsuccessor: tom-kern\nconsent:", "let tom-kern answer"),
        ("consent:", "status: guest\nconsent:", "is guest"),
        ("consent:", "works_for: {end_date: 2026-11-01}\nconsent:", "left on 2026-11-01"),
        ("consent:", "type: Organization\nconsent:", "no person with a job title"),
        ("consent:", "status: away\naway: {until: 2026-12-01}\nconsent:", "is away"),
    ],
)
def test_who_is_not_there_cannot_answer(
    blog: Path,
    asked: str,
    good: str,
    old: str,
    new: str,
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    profile(blog, old, new)
    assert reply(blog, asked, good) == 2
    assert message in capsys.readouterr().err
    assert len(files(blog)) == 1


def test_an_unknown_author_is_told_with_the_nearest(
    blog: Path, asked: str, good: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reply(blog, asked, good, author="jana-weis") == 2
    assert "did you mean jana-weiss?" in capsys.readouterr().err


def test_an_answer_that_says_nothing_is_warned_of(
    blog: Path,
    asked: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "canned.md"
    file.write_text(CANNED)
    attended(monkeypatch, "n")
    assert reply(blog, asked, str(file)) == 2
    assert "“We are sorry for any inconvenience”" in capsys.readouterr().err
    assert len(files(blog)) == 1
    attended(monkeypatch, "y")
    assert reply(blog, asked, str(file)) == 0


def test_thanks_to_praise_need_no_substance(
    blog: Path, isso: PlainIsso, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    isso.add("Great work.")
    comments(blog, "pull")
    file = tmp_path / "thanks.md"
    file.write_text("Thank you!")
    capsys.readouterr()
    assert reply(blog, FIRST, str(file)) == 0
    assert capsys.readouterr().err == ""


def test_the_text_may_be_piped_in(blog: Path, asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Mended on Tuesday.\r\nPlease reload.\r\n\r\n"))
    assert reply(blog, asked, "-") == 0
    assert answer_of(blog, asked).text == "Mended on Tuesday.\nPlease reload."


@pytest.mark.skipif(os.name == "nt", reason="the editor of this test is a shell script")
def test_the_text_may_be_typed_and_a_draft_is_not_lost(
    blog: Path,
    asked: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    editor = tmp_path / "ed it"
    editor.write_text(
        '#!/bin/sh\n{ echo "Mended on Tuesday."; cat "$1"; } > "$1.n"\n'
        'mv "$1.n" "$1"\nexit ${CODE:-0}\n'
    )
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", f"'{editor}'")
    monkeypatch.setenv("CODE", "1")
    attended(monkeypatch)
    assert comments(blog, "reply", asked, "--author", "jana-weiss") == 2
    assert "what you typed is kept in" in capsys.readouterr().err
    monkeypatch.setenv("CODE", "0")
    attended(monkeypatch)
    assert comments(blog, "reply", asked, "--author", "jana-weiss") == 0
    assert answer_of(blog, asked).text == "Mended on Tuesday.\nMended on Tuesday."
    assert not list((blog / ".corpblog/replies").iterdir())


def test_no_text_is_no_answer(blog: Path, asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(" \n\n"))
    assert comments(blog, "reply", asked, "--author", "jana-weiss") == 2
    assert len(files(blog)) == 1


def test_an_answer_in_the_intake_is_not_pulled_twice(blog: Path, asked: str, good: str) -> None:
    assert reply(blog, asked, good, "--to-intake") == 0
    before = files(blog)
    assert len(before) == 2
    assert comments(blog, "pull") == 0
    assert files(blog) == before
    assert comments(blog, "verify") == 0


def test_an_answer_whose_run_ended_before_its_note_is_not_pulled_twice(
    blog: Path, asked: str, good: str
) -> None:
    reply(blog, asked, good, "--to-intake")
    (path,) = [path for path in files(blog) if "reply" in path]
    noted = files(blog)[path]
    (blog / "comments" / path).write_text(re.sub(r"source:\n(?:  .*\n)+", "", noted.decode()))
    assert comments(blog, "pull") == 0
    assert len(files(blog)) == 2
    assert files(blog)[path] == noted


def test_a_reader_can_be_confirmed(
    blog: Path,
    isso: PlainIsso,
    asked: str,
    good: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    isso.add(
        "I ran the export again on Tuesday with line 412 left out, and then it went through.",
        "Ben",
        uri=EXPORT,
        parent=1,
    )
    comments(blog, "pull")
    (id_,) = set(read(blog)) - {asked}
    file = tmp_path / "yes.md"
    file.write_text("That is right.")
    assert reply(blog, asked, str(file), "--confirm", id_) == 0
    capsys.readouterr()
    comments(blog, "inbox")
    assert capsys.readouterr().out == "Nobody waits for an answer.\n"


# --- holding replies


def hold(blog: Path, id_: str, file: str, until: str, now: str = "2026-11-11T12:00") -> int:
    words = ["--author", "jana-weiss", "--file", file, "--until", until]
    return comments(blog, "hold", id_, *words, now=now)


def test_a_promise_stops_the_clock_until_its_day(
    blog: Path, asked: str, good: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hold(blog, asked, good, "2026-11-24") == 0
    capsys.readouterr()
    comments(blog, "inbox", "--format", "json")
    (entry,) = json.loads(capsys.readouterr().out)["waiting"]
    assert (entry["late"], entry["due"]) == (False, "2026-11-24T17:00:00+01:00")


@pytest.mark.parametrize(
    ("until", "message"),
    [
        ("2026-11-26", "ten business days end on 2026-11-25"),
        ("2026-11-10", "that day is over"),
        ("soon", "“soon” is no day"),
    ],
)
def test_a_promise_has_a_day_that_is_near(
    blog: Path,
    asked: str,
    good: str,
    until: str,
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert hold(blog, asked, good, until) == 2
    assert message in capsys.readouterr().err


def test_a_promise_is_given_once(
    blog: Path, asked: str, good: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hold(blog, asked, good, "2026-11-13") == 0
    assert hold(blog, asked, good, "2026-11-18") == 2
    assert "has a holding reply already" in capsys.readouterr().err


# --- release, removal, forgetting


def test_publishing_releases_in_the_intake_and_here(blog: Path, isso: PlainIsso) -> None:
    isso.add("One?", mode=2)
    isso.add("Two?", mode=2)
    comments(blog, "pull")
    assert comments(blog, "publish", *read(blog)) == 0
    assert by_text(blog, "One?").record.author.name == "Petra Lang"
    before = files(blog)
    assert comments(blog, "pull") == 0
    assert files(blog) == before
    assert comments(blog, "verify") == 0


@pytest.mark.parametrize("wrong", ["20261110T081600-isso-7", "20261110T081700-isso-2"])
def test_nothing_is_published_where_one_id_is_wrong(
    blog: Path, isso: PlainIsso, wrong: str
) -> None:
    isso.add("Held?", mode=2)
    isso.add("Published.")
    comments(blog, "pull")
    before = files(blog)
    assert comments(blog, "publish", FIRST, wrong) == 2
    assert files(blog) == before


def test_what_is_gone_from_the_intake_cannot_be_published(blog: Path, isso: PlainIsso) -> None:
    isso.add("Held?", mode=2)
    comments(blog, "pull")
    isso.delete(1)
    assert comments(blog, "publish", FIRST) == 2


def test_a_removal_leaves_the_stub_with_its_reason(
    blog: Path, isso: PlainIsso, asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--reason", "insult", "--by", "tom-kern", "--rule", "No insults", "--notice", "sent"]
    assert comments(blog, "remove", asked, *words) == 0
    record = read(blog)[asked].record
    assert record.status is CommentStatus.REMOVED
    assert (record.text, record.author.name) == ("", "")
    assert record.removal is not None
    assert record.removal.reason is RemovalReason.INSULT
    assert (record.removal.by, record.removal.rule) == ("tom-kern", "No insults")
    assert str(record.removal.date) == "2026-11-20"
    with closing(sqlite3.connect(isso.path)) as raw:
        row = raw.execute("SELECT mode, text, author, email, remote_addr FROM comments").fetchone()
    assert row == (4, "", None, None, "")
    assert comments(blog, "verify") == 0


def test_criticism_is_no_reason(blog: Path, asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert comments(blog, "remove", asked, "--reason", "negative", "--by", "tom-kern") == 2
    assert comments(blog, "remove", asked, "--reason", "spma", "--by", "tom-kern") == 2
    assert "did you mean spam?" in capsys.readouterr().err
    assert comments(blog, "remove", asked, "--reason", "spam", "--by", "tom") == 2
    assert read(blog)[asked].record.text


def test_a_removal_away_from_the_intake_says_that_it_is_not_done(
    blog: Path, isso: PlainIsso, asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    database = isso.path.rename(blog.parent / "away.db")
    assert comments(blog, "remove", asked, "--reason", "spam", "--by", "tom-kern") == 0
    assert "still holds it" in capsys.readouterr().err
    words = ["--db", str(database)]
    assert comments(blog, "verify", *words) == 1
    assert comments(blog, "remove", asked, "--reason", "spam", "--by", "tom-kern", *words) == 0
    assert comments(blog, "verify", *words) == 0


def test_forgetting_a_person_leaves_the_words(blog: Path, isso: PlainIsso) -> None:
    isso.add("One?", "Petra  Lang", website="https://lang.example/")
    isso.add("Two?", "petra lang", mode=2)
    isso.add("Three?", "Ben")
    comments(blog, "pull")
    assert comments(blog, "forget", "--name", "Petra Lang") == 0
    author = by_text(blog, "One?").record.author
    assert (author.name, author.url) == ("", "")
    assert by_text(blog, "Three?").record.author.name == "Ben"
    with closing(sqlite3.connect(isso.path)) as raw:
        rows = raw.execute("SELECT author, email, remote_addr, website FROM comments").fetchall()
    assert rows[:2] == [(None, None, "", None)] * 2
    assert rows[2][0] == "Ben"
    assert comments(blog, "pull") == 0
    assert by_text(blog, "One?").record.author.name == ""


def test_forgetting_may_take_the_words_too(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str]
) -> None:
    isso.add("One?")
    comments(blog, "pull")
    assert comments(blog, "forget", "--id", FIRST, "--text") == 2
    assert "--text needs --by" in capsys.readouterr().err
    assert comments(blog, "forget", "--id", FIRST, "--text", "--by", "jana-weiss") == 0
    record = read(blog)[FIRST].record
    assert record.removal is not None
    assert record.removal.reason is RemovalReason.AUTHOR_REQUEST
    assert record.text == ""
    with closing(sqlite3.connect(isso.path)) as raw:
        assert raw.execute("SELECT text, author FROM comments").fetchall() == [("", None)]


def test_nobody_is_forgotten_by_a_wrong_name(
    blog: Path, asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert comments(blog, "forget", "--name", "Petra Lan") == 2
    assert "there is no comment by “Petra Lan”" in capsys.readouterr().err


# --- files against intake


def test_every_difference_is_told(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(6):
        isso.add(f"Text {number}", mode=2 if number == 5 else 1)
    comments(blog, "pull")
    ids = list(read(blog))
    assert comments(blog, "verify") == 0
    isso.add("New")
    isso.delete(1)
    isso.edit(2, text="Other")
    isso.edit(3, mode=2)
    isso.edit(4, mode=4, text="")
    isso.publish(6)
    file = blog / "comments/first" / f"{ids[4]}.yml"
    file.write_text(file.read_text() + "knid: x\n")
    capsys.readouterr()
    assert comments(blog, "verify", "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)["differences"]
    assert {one["id"][-1]: one["what"] for one in told} == {
        "1": "not-in-intake",
        "2": "text-differs",
        "3": "held-there",
        "4": "removed-there",
        "5": "faulty-file",
        "6": "held-here",
        "7": "no-file",
    }
    assert comments(blog, "verify") == 1
    assert "7 differ" in capsys.readouterr().out


# --- notices


def test_a_notice_tells_what_is_new_once(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str]
) -> None:
    isso.add("Old praise.")
    isso.add("Why, secretly?", "Eva Geheim", mode=2)
    comments(blog, "pull", now="2026-11-11")
    capsys.readouterr()
    comments(blog, "notify", now="2026-11-11")
    first = capsys.readouterr().out
    assert "isso-2 waits for release, asks something" in first
    assert "isso-1" not in first
    assert "secretly" not in first
    comments(blog, "notify", now="2026-11-11")
    assert capsys.readouterr().out == "Nothing new.\n"
    comments(blog, "notify", "--dry-run", now="2026-11-20")
    comments(blog, "notify", now="2026-11-20")
    late = capsys.readouterr().out
    assert late.count("late since 2026-11-12 17:00  First post") == 2
    assert b"Geheim" not in (blog / ".corpblog/notified.json").read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="the mail program of this test is a shell script")
def test_a_notice_is_mailed_and_one_that_fails_is_tried_again(
    blog: Path, isso: PlainIsso, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program, sent = tmp_path / "post", tmp_path / "sent"
    program.write_text(f'#!/bin/sh\ncat > "{sent}"; test -e "{tmp_path}/well"\n')
    program.chmod(0o755)
    config = blog / "corpblog.yml"
    config.write_text(
        config.read_text()
        + "comments:\n  notify:\n    to: [a@kern.example, b@kern.example]\n"
        + f"    sender: blog@kern.example\n    sendmail: {program}\n"
    )
    isso.add("Why?", mode=2)
    comments(blog, "pull")
    assert comments(blog, "notify") == 2
    assert "ended with 1" in capsys.readouterr().err
    (tmp_path / "well").touch()
    assert comments(blog, "notify") == 0
    mail = sent.read_text()
    assert "To: a@kern.example, b@kern.example" in mail
    assert "Subject: Test: 1 new comment, 1 reader waits too long" in mail
    assert "Auto-Submitted: auto-generated" in mail
    sent.unlink()
    assert comments(blog, "notify") == 0
    assert not sent.exists()


def test_a_mail_without_sender_or_program_is_told(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str]
) -> None:
    isso.add("Why?")
    comments(blog, "pull")
    config = blog / "corpblog.yml"
    plain = config.read_text()
    config.write_text(plain + "comments: {notify: {to: [a@kern.example]}}\n")
    assert comments(blog, "notify") == 2
    assert "add sender:" in capsys.readouterr().err
    keys = "to: [a@kern.example], sender: b@kern.example, sendmail: nowhere-to-be-found"
    config.write_text(plain + f"comments: {{notify: {{{keys}}}}}\n")
    assert comments(blog, "notify") == 2
    assert "nowhere-to-be-found" in capsys.readouterr().err
    assert comments(blog, "notify", "--print") == 0


def test_a_kind_that_a_person_set_counts(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str]
) -> None:
    isso.add("It fails again")
    comments(blog, "pull")
    (path,) = files(blog)
    file = blog / "comments" / path
    file.write_text(f"kind: {CommentKind.COMPLAINT.value}\n" + file.read_text())
    capsys.readouterr()
    comments(blog, "inbox", "--format", "json")
    (entry,) = json.loads(capsys.readouterr().out)["waiting"]
    assert (entry["kind"], entry["due"]) == ("complaint", "2026-11-11T17:00:00+01:00")

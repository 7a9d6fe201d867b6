"""What lies in Isso becomes files: whole, once, without addresses, and again nothing is changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpblog.dialogue.intake.place import DEFAULT_DATABASE
from corpblog.model.comment import CommentStatus
from corpblog.model.removal import RemovalReason
from tests.dialogue.plain_isso import (
    EXPORT,
    GERMAN,
    START,
    PlainIsso,
    by_text,
    comments,
    files,
    isso_of,
    read,
    write_blog,
)


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    return write_blog(tmp_path / "blog")


@pytest.fixture
def isso(blog: Path) -> Iterator[PlainIsso]:
    with isso_of(blog) as opened:
        yield opened


def pull(blog: Path, *words: str) -> int:
    return comments(blog, "pull", *words)


def test_a_published_comment_becomes_a_file_of_its_post(blog: Path, isso: PlainIsso) -> None:
    number = isso.add("Why does it *fail*?\n\nSince Tuesday.  \nAlways.", uri=EXPORT)
    assert pull(blog) == 0
    assert list(files(blog)) == [f"2026/export/20261110T081600-isso-{number}.yml"]
    (comment,) = read(blog).values()
    assert comment.record.text == "Why does it *fail*?\n\nSince Tuesday.  \nAlways."
    assert comment.record.author.name == "Petra Lang"
    assert comment.record.status is CommentStatus.PUBLISHED
    assert comment.record.source is not None
    assert comment.record.source.created == str(round((START + 60) * 1_000_000))


def test_a_second_pull_changes_nothing(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str]
) -> None:
    first = isso.add("One?")
    isso.add("Two.", parent=first)
    isso.add("Three?", mode=2)
    isso.add("Lost.", uri="/nowhere/")
    pull(blog)
    before = {path: (blog / "comments" / path).stat().st_mtime_ns for path in files(blog)}
    content = files(blog)
    capsys.readouterr()
    assert comments(blog, "pull", now="2027-01-01") == 0
    assert files(blog) == content
    assert {path: (blog / "comments" / path).stat().st_mtime_ns for path in content} == before
    assert capsys.readouterr().out == "Nothing new.\n"


def test_who_waits_brings_neither_text_nor_name(blog: Path, isso: PlainIsso) -> None:
    isso.add("Is my secret safe?", "Petra Geheim", mode=2)
    isso.add("Just “why?” is what he said. https://x.example/?a", "Petra Geheim", mode=2)
    pull(blog)
    content = b"".join(files(blog).values())
    assert b"secret" not in content
    assert b"Geheim" not in content
    asks, tells = read(blog).values()
    assert (asks.record.status, asks.record.needs_answer) == (CommentStatus.HELD, True)
    assert tells.record.needs_answer is False


def test_a_held_comment_gets_its_words_when_it_is_published(blog: Path, isso: PlainIsso) -> None:
    number = isso.add("Why?", mode=2)
    pull(blog)
    path = list(files(blog))
    isso.publish(number)
    pull(blog)
    assert list(files(blog)) == path
    record = by_text(blog, "Why?").record
    assert record.status is CommentStatus.PUBLISHED
    assert record.needs_answer is None
    assert record.published is not None


def test_no_address_of_a_person_reaches_any_file(blog: Path, isso: PlainIsso) -> None:
    isso.add("One", "petra@lang.example", website="https://petra@lang.example/")
    isso.add("Two", mode=2)
    isso.delete(isso.add("Three"))
    pull(blog)
    content = b"".join(files(blog).values())
    assert b"lang.example" not in content
    assert b"203.0.113" not in content


def test_languages_have_threads_of_their_own(blog: Path, isso: PlainIsso) -> None:
    isso.add("English?", uri=EXPORT)
    isso.add("Deutsch?", uri=GERMAN)
    pull(blog)
    assert by_text(blog, "English?").record.version == ""
    assert by_text(blog, "Deutsch?").record.version == "de"
    assert by_text(blog, "Deutsch?").record.about == "2026/export"


@pytest.mark.parametrize(
    "uri",
    [
        "/old/export/",
        "/old/export",
        "/2026/11/export",
        "/2026/11/export/index.html",
        "https://blog.example.org/2026/11/export/",
    ],
)
def test_a_thread_is_found_by_old_and_by_odd_addresses(
    blog: Path, isso: PlainIsso, uri: str
) -> None:
    isso.add("Why?", uri=uri)
    pull(blog)
    assert by_text(blog, "Why?").record.about == "2026/export"


def test_an_orphan_is_kept_and_told_and_moves_when_its_post_is_named(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str]
) -> None:
    isso.add("Why?", uri="/2014/gone/")
    assert pull(blog) == 0
    assert "No post has the address /2014/gone/" in capsys.readouterr().err
    assert list(files(blog)) == ["_orphans/20261110T081600-isso-1.yml"]
    post = blog / "content/posts/2026/export.md"
    post.write_text(post.read_text().replace("/old/export/", "/2014/gone/"))
    pull(blog)
    assert list(files(blog)) == ["2026/export/20261110T081600-isso-1.yml"]
    assert by_text(blog, "Why?").record.about == "2026/export"


def test_a_comment_whose_post_moved_away_stays_where_it_is(blog: Path, isso: PlainIsso) -> None:
    isso.add("Why?", uri=EXPORT)
    pull(blog)
    before = files(blog)
    post = blog / "content/posts/2026/export.md"
    post.write_text(post.read_text().replace("title: Export", "title: Export\nslug: other"))
    assert pull(blog) == 0
    assert files(blog) == before


def test_an_id_that_is_used_again_is_another_comment(blog: Path, isso: PlainIsso) -> None:
    first = isso.add("The first.", created=START)
    pull(blog)
    isso.delete(first)
    assert isso.add("Somebody else.", "Ben", created=START + 0.5) == first
    assert pull(blog, "--yes") == 0
    assert len(files(blog)) == 2
    assert by_text(blog, "Somebody else.").record.author.name == "Ben"
    (stub,) = [one for one in read(blog).values() if one.record.status is CommentStatus.REMOVED]
    assert stub.record.text == stub.record.author.name == ""
    assert pull(blog) == 0
    assert len(files(blog)) == 2


def test_a_reply_belongs_to_the_comment_that_had_the_id_then(blog: Path, isso: PlainIsso) -> None:
    first = isso.add("The first.", created=START)
    pull(blog)
    isso.sql(
        f"INSERT INTO comments SELECT tid, 99, {first}, created + 10, NULL, 1, '', 'A reply',"
        " 'Ben', NULL, NULL, 0, 0, voters, 0 FROM comments"
    )
    isso.sql(f"DELETE FROM comments WHERE id = {first}")
    isso.sql(
        f"INSERT INTO comments SELECT tid, {first}, NULL, created + 99, NULL, 1, '', 'Later',"
        " 'Eva', NULL, NULL, 0, 0, voters, 0 FROM comments"
    )
    pull(blog, "--yes")
    assert by_text(blog, "A reply").record.reply_to == "20261110T081500-isso-1"


def test_what_is_gone_leaves_a_stub_without_words(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = [isso.add(f"Text {number}") for number in range(6)]
    pull(blog)
    isso.delete(numbers[3])
    assert pull(blog) == 0
    assert b"Text 3" not in b"".join(files(blog).values())
    (stub,) = [one for one in read(blog).values() if one.record.status is CommentStatus.REMOVED]
    assert stub.record.removal is not None
    assert stub.record.removal.reason is None
    assert f"corpblog comments remove {stub.id} --reason" in capsys.readouterr().err
    again = files(blog)
    pull(blog)
    assert files(blog) == again


def test_a_soft_delete_keeps_the_replies_in_their_place(blog: Path, isso: PlainIsso) -> None:
    first = isso.add("Parent")
    isso.add("Child", parent=first)
    for number in range(4):
        isso.add(f"Text {number}")
    pull(blog)
    isso.delete(first)
    assert pull(blog) == 0
    child = by_text(blog, "Child")
    parent = read(blog)[child.record.reply_to]
    assert parent.record.status is CommentStatus.REMOVED
    assert b"Parent" not in b"".join(files(blog).values())


def test_a_comment_that_nobody_saw_leaves_nothing(blog: Path, isso: PlainIsso) -> None:
    isso.delete(isso.add("Never mind", mode=2))
    assert pull(blog) == 0
    assert files(blog) == {}


def test_a_removed_comment_does_not_come_back(blog: Path, isso: PlainIsso) -> None:
    isso.add("You idiot?")
    pull(blog)
    (id_,) = read(blog)
    assert comments(blog, "remove", id_, "--reason", "insult", "--by", "jana-weiss") == 0
    isso.sql("UPDATE comments SET mode = 1, text = 'You idiot?', author = 'Petra'")
    assert pull(blog) == 0
    assert b"idiot" not in b"".join(files(blog).values())


@pytest.mark.parametrize(("there", "gone"), [(60, 11), (10, 3), (2, 2)])
def test_a_pull_that_would_remove_much_stops(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str], there: int, gone: int
) -> None:
    numbers = [isso.add(f"Text {number}") for number in range(there)]
    pull(blog)
    before = files(blog)
    for number in numbers[:gone]:
        isso.delete(number)
    assert pull(blog) == 2
    assert files(blog) == before
    assert f"{gone} of {there} comments are gone" in capsys.readouterr().err
    assert pull(blog, "--dry-run") == 0
    assert files(blog) == before
    assert pull(blog, "--yes") == 0
    stubs = [one for one in read(blog).values() if one.record.status is CommentStatus.REMOVED]
    assert len(stubs) == gone


def test_an_edit_by_a_moderator_is_found_by_the_text(blog: Path, isso: PlainIsso) -> None:
    number = isso.add("Call me at 0171 555")
    pull(blog)
    isso.edit(number, text="Call me")
    assert pull(blog) == 0
    record = by_text(blog, "Call me").record
    (edit,) = record.edited
    assert len(edit.digest) == 64
    assert edit.date is not None
    before = files(blog)
    pull(blog)
    assert files(blog) == before


def test_what_people_added_to_a_file_stays(blog: Path, isso: PlainIsso) -> None:
    number = isso.add("It fails")
    pull(blog)
    (path,) = files(blog)
    file = blog / "comments" / path
    file.write_text("kind: complaint\nkind_by: jana-weiss\noutcome: open\n" + file.read_text())
    isso.edit(number, text="It fails often")
    pull(blog)
    record = by_text(blog, "It fails often").record
    assert (record.kind, record.kind_by, record.outcome) == ("complaint", "jana-weiss", "open")


def test_line_ends_and_control_characters_do_not_count_as_an_edit(
    blog: Path, isso: PlainIsso
) -> None:
    number = isso.add("One\r\ntwo\x07")
    pull(blog)
    isso.edit(number, text="One\ntwo")
    pull(blog)
    assert by_text(blog, "One\ntwo").record.edited == ()


NAMES = [
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("Tom &amp; Jerry", "Tom &amp; Jerry"),
    ("Tom & <b>Jerry</b>", "Tom & <b>Jerry</b>"),
    ("\u202egnaL artePX", "gnaL artePX"),
    ("Pe\u200btra\u2066 \ufeffLang\u00ad", "Petra Lang"),
    ("Pe\u200dtra", "Petra"),
    ("کتاب\u200cها", "کتاب\u200cها"),
    ("👩\u200d🔧 Eva", "👩\u200d🔧 Eva"),
    ("Petra\nLang\t\x00!", "Petra Lang !"),
    ("\u200b\u200b", ""),
    ("petra@lang.example", "petra"),
    ("A" * 10_000, "A" * 79 + "…"),
]


@pytest.mark.parametrize(("typed", "kept"), NAMES, ids=[ascii(kept)[:20] for _, kept in NAMES])
def test_a_name_is_unescaped_once_and_hides_nothing(
    blog: Path, isso: PlainIsso, typed: str, kept: str
) -> None:
    isso.add("Hello", typed)
    pull(blog)
    assert by_text(blog, "Hello").record.author.name == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://lang.example/?a=1&b=2", "https://lang.example/?a=1&b=2"),
        ("http://lang.example", "http://lang.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("mailto:petra@lang.example", ""),
        ("https://user:word@lang.example/", ""),
        ("https://", ""),
        ("https://[broken", ""),
        ("//lang.example", ""),
        ("https://lang.example/\u202e", ""),
    ],
)
def test_only_addresses_of_the_web_are_kept(
    blog: Path, isso: PlainIsso, given: str, kept: str
) -> None:
    isso.add("Hello", website=given)
    pull(blog)
    assert by_text(blog, "Hello").record.author.url == kept


def test_a_comment_that_was_sent_again_after_an_error_is_filed_once(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str]
) -> None:
    first = isso.add("Why?", created=START)
    twin = isso.add("Why?", created=START + 200)
    isso.add("Since Tuesday.", parent=twin)
    isso.add("Why?", created=START + 4000)
    pull(blog)
    texts = sorted(one.record.text for one in read(blog).values())
    assert texts == ["Since Tuesday.", "Why?", "Why?"]
    reply = by_text(blog, "Since Tuesday.")
    assert reply.record.reply_to == f"20261110T081500-isso-{first}"
    assert f"Comment {twin} came twice" in capsys.readouterr().err


def test_of_two_alike_the_published_one_counts(blog: Path, isso: PlainIsso) -> None:
    isso.add("Why?", mode=2)
    isso.add("Why?", mode=1)
    pull(blog)
    assert by_text(blog, "Why?").record.status is CommentStatus.PUBLISHED


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _overwritten(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:12000] = b"\x5a" * (12000 - 4096)
    path.write_bytes(bytes(content))


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE songs (id INTEGER)")


DAMAGES = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "no database": lambda path: path.write_bytes(b"Dear diary, " * 900),
    "truncated": _truncated,
    "overwritten": _overwritten,
    "another database": _foreign,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_broken_database_leaves_every_file_as_it_was(
    blog: Path, damage: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with isso_of(blog) as isso:
        for number in range(60):
            isso.add(f"Text {number} " + "x" * 300)
    pull(blog)
    before = files(blog)
    DAMAGES[damage](blog / DEFAULT_DATABASE)
    capsys.readouterr()
    assert pull(blog, "--yes") == 2
    assert files(blog) == before
    assert "TALK00" in capsys.readouterr().out


def test_an_emptied_intake_looks_like_a_wrong_one(blog: Path) -> None:
    with isso_of(blog) as isso:
        isso.add("One")
    pull(blog)
    before = files(blog)
    (blog / DEFAULT_DATABASE).unlink()
    with isso_of(blog):
        assert pull(blog) == 2
    assert files(blog) == before


def test_a_locked_database_leaves_every_file_as_it_was(
    blog: Path, isso: PlainIsso, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpblog.dialogue.isso_file.PATIENCE", 0.1)
    isso.add("One")
    pull(blog)
    before = files(blog)
    isso.sql("BEGIN EXCLUSIVE")
    assert pull(blog, "--yes") == 2
    assert files(blog) == before


def test_a_file_with_faults_is_not_written_over(
    blog: Path, isso: PlainIsso, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = [isso.add(f"Text {number}") for number in range(3)]
    pull(blog)
    broken, misspelt, _ = (blog / "comments" / path for path in files(blog))
    broken.write_text("text: [")
    misspelt.write_text(misspelt.read_text() + "knid: question\n")
    before = broken.read_text(), misspelt.read_text()
    for number in numbers:
        isso.edit(number, text=f"New {number}")
    assert pull(blog) == 1
    assert (broken.read_text(), misspelt.read_text()) == before
    assert capsys.readouterr().err.count("has faults: mend it") == 2
    assert len(files(blog)) == 3
    assert by_text(blog, f"New {numbers[2]}")


def test_the_database_is_only_read(blog: Path, isso: PlainIsso) -> None:
    isso.add("One")
    before = isso.path.read_bytes()
    isso.path.chmod(0o400)
    pull(blog)
    assert isso.path.read_bytes() == before


def test_another_folder_may_hold_the_comments(blog: Path, isso: PlainIsso) -> None:
    isso.add("One")
    config = blog / "corpblog.yml"
    config.write_text(config.read_text() + "comments: {store: ../records}\n")
    assert pull(blog) == 0
    assert len(list((blog.parent / "records/first").iterdir())) == 1
    assert pull(blog) == 0
    assert by_text(blog, "One")


@pytest.mark.parametrize("moment", ["9e99", "-1", "'yesterday'", "x'00ff'"])
def test_a_moment_that_isso_never_writes_is_told(
    blog: Path, isso: PlainIsso, moment: str, capsys: pytest.CaptureFixture[str]
) -> None:
    isso.add("One")
    isso.sql(f"UPDATE comments SET created = {moment}")
    assert pull(blog) == 2
    assert "TALK003" in capsys.readouterr().out
    assert files(blog) == {}


def test_what_a_person_decided_about_a_held_comment_stays(blog: Path, isso: PlainIsso) -> None:
    isso.add("This is a scandal.", mode=2)
    pull(blog)
    (path,) = files(blog)
    file = blog / "comments" / path
    file.write_text(file.read_text().replace("needs_answer: false", "needs_answer: true"))
    before = files(blog)
    pull(blog)
    assert files(blog) == before


def test_a_flood_of_spam_is_held_without_a_word_of_it(blog: Path, isso: PlainIsso) -> None:
    for number in range(120):
        isso.add(f"Buy pills {number}!", f"Pills {number}", mode=2)
    pull(blog)
    assert len(files(blog)) == 120
    assert b"ills" not in b"".join(files(blog).values())
    assert comments(blog, "remove", *read(blog), "--reason", "spam", "--by", "jana-weiss") == 0
    assert {one.record.removal.reason for one in read(blog).values() if one.record.removal} == {
        RemovalReason.SPAM
    }
    assert pull(blog) == 0
    assert comments(blog, "verify") == 0


def test_comments_of_an_earlier_intake_stay_when_a_new_one_begins(blog: Path) -> None:
    with isso_of(blog) as isso:
        isso.add("Old?")
        isso.add("Old and held?", mode=2)
    pull(blog)
    old = files(blog)
    (blog / DEFAULT_DATABASE).unlink()
    with isso_of(blog) as isso:
        isso.add("New?", created=START + 10_000)
        assert pull(blog) == 2
        assert files(blog) == old
        assert pull(blog, "--keep") == 0
        assert by_text(blog, "Old?").record.status is CommentStatus.PUBLISHED
        assert by_text(blog, "New?").record.source is not None
        before = files(blog)
        assert len(before) == 3
        assert pull(blog) == 0
        assert files(blog) == before
        assert comments(blog, "verify") == 0

"""Any text goes into a comment file and comes out the same, and files lie where readers look."""

from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpblog.dialogue.comment_files import comment_file, comment_path
from corpblog.model.comment import (
    AnsweredElsewhere,
    CommentAuthor,
    CommentEdit,
    CommentKind,
    CommentOrigin,
    CommentRecord,
    CommentStatus,
    Holding,
    NoResponse,
    Removal,
)
from corpblog.model.correction import Promise
from corpblog.model.removal import RemovalReason
from corpblog.read.site import ReadOptions, read_site
from tests.sites import write_site

CREATED = datetime(2026, 11, 10, 8, 15, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def record(**keys: object) -> CommentRecord:
    known = {"id": "20261110T081500-isso-1", "about": "first", "created": CREATED}
    return CommentRecord(**{**known, **keys})  # type: ignore[arg-type]


def read_back(written: CommentRecord) -> CommentRecord:
    """The record as corpblog reads it from its file in a site."""
    with TemporaryDirectory() as folder:
        root = write_site(Path(folder))
        file = root / "comments" / comment_path(written)
        file.parent.mkdir(parents=True)
        file.write_bytes(comment_file(written))
        result = read_site(root, ReadOptions(now=datetime(2026, 11, 20, tzinfo=UTC)))
    assert result.site is not None
    found = [fault for fault in result.diagnostics if fault.location.path.startswith("comments/")]
    assert not found, found
    thread = result.site.dialogue.thread("first", "en")
    (comment,) = (*thread.comments, *result.site.dialogue.orphans)
    return comment.record


SIGNS = st.characters(exclude_categories=["Cs"]) | st.sampled_from(
    list(" \t\n\r#:-|>[]{}&*!%@`'\"\\\x00\x07\x85\x1b\u2028\u2029\ufeff\u202e\u200b😀")
)
# An empty text is no text: the key is left out and reads back as empty.
TEXTS = st.text(SIGNS, max_size=120)


@settings(max_examples=120)
@given(TEXTS)
@example("\n")
@example("  a\n b")
@example("a  \nb\t \n\n\n")
@example("\n\n  \n   ")
@example("\tx\n\ty")
@example("---\n...\n# no comment\nkey: value\n- [" + "[" * 70)
@example("a\r\nb\rc")
@example("null")
@example("*x &y !z")
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert read_back(record(text=text)).text == text


@settings(max_examples=40)
@given(st.text(SIGNS, max_size=40))
def test_any_name_comes_back_as_it_was(name: str) -> None:
    assert read_back(record(text="x", author=CommentAuthor(name=name))).author.name == name


def test_every_key_comes_back_as_it_was() -> None:
    full = record(
        published=datetime(2026, 11, 10, 10, 2, 3, tzinfo=BERLIN),
        author=CommentAuthor(
            name="Petra: [Lang]", url="https://x.example/", staff="jana-weiss", affiliation="A & B"
        ),
        text="Why?\n",
        lang="de",
        kind=CommentKind.QUESTION,
        kind_by="jana-weiss",
        needs_answer=False,
        answered_elsewhere=AnsweredElsewhere(
            channel="phone", date=date(2026, 11, 12), by="jana-weiss", summary="We talked: all fine"
        ),
        holding=Holding(until=date(2026, 11, 20)),
        no_response=NoResponse(reason="settled", by="jana-weiss"),
        outcome="resolved",
        promises=(Promise(text="a test", due=date(2026, 12, 15), owner="jana-weiss"),),
        edited=(CommentEdit(date=CREATED, digest="a" * 64), CommentEdit(digest="0" * 64)),
        source=CommentOrigin(system="isso", id="1", created="1794298500123456", digest="1" * 64),
    )
    assert read_back(full) == full


def test_a_stub_comes_back_as_it_was() -> None:
    removal = Removal(reason=RemovalReason.INSULT, rule="2", by="jana-weiss", date=CREATED.date())
    stub = record(status=CommentStatus.REMOVED, removal=removal)
    assert read_back(stub) == stub


def test_a_file_says_only_what_there_is_to_say_with_sorted_keys() -> None:
    assert comment_file(record(text="Why?\n\nReally  ")).decode() == (
        "about: first\n"
        "created: 2026-11-10T08:15:00Z\n"
        'id: "20261110T081500-isso-1"\n'
        "status: published\n"
        "text: |-\n"
        "  Why?\n"
        "\n"
        "  Really  \n"
    )


@pytest.mark.parametrize(
    ("about", "path"),
    [
        ("2026/export", "2026/export/20261110T081500-isso-1.yml"),
        ("/2014/gone/", "_orphans/20261110T081500-isso-1.yml"),
    ],
)
def test_a_file_lies_below_the_id_of_its_post(about: str, path: str) -> None:
    assert comment_path(record(about=about)) == path

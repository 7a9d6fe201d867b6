"""Imported comments land; what people changed since stays theirs."""

import dataclasses
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.diagnostics import CorpblogError
from corpblog.dialogue.comment_files import comment_path
from corpblog.dialogue.imports.arrange import Arranged, ImportWishes, arrange
from corpblog.dialogue.imports.foreign import Export, ForeignComment, ForeignThread
from corpblog.dialogue.imports.land import RECORD
from corpblog.model.comment import CommentRecord
from tests.dialogue.imports.bringing import landed, read, site_in, small_site, written

THREAD = ForeignThread(links=("/first/",), slug="first")
MOMENT = datetime(2020, 5, 2, 10, 0, tzinfo=UTC)


def foreign(
    id_: str, name: str = "", text: str = "Does it float?", url: str = ""
) -> ForeignComment:
    return ForeignComment(
        place="x",
        thread=THREAD,
        id=id_,
        created=MOMENT,
        name=name,
        text=text,
        url=url,
        identities=(name,),
    )


def made(root: Path, *comments: ForeignComment, **staff: str) -> Arranged:
    export = Export(system="staticman", comments=comments)
    return arrange(export, site_in(root), ImportWishes(staff=staff))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def path_of(root: Path, record: CommentRecord) -> Path:
    return root / "comments" / comment_path(record)


def test_what_was_edited_or_deleted_since_is_left_alone(root: Path) -> None:
    found = made(root, foreign("1"), foreign("2"), foreign("3"))
    landed(found, root)
    edited, deleted, _ = (path_of(root, record) for record in found.records)
    edited.write_text(edited.read_text() + "kind: question\n")
    deleted.unlink()
    again = landed(found, root)
    assert [reason for _, reason in again.left_alone] == [
        "edited since the import",
        "removed since the import",
    ]
    assert (again.written, len(again.unchanged)) == ((), 1)
    assert "kind: question" in edited.read_text()


def test_a_later_import_marks_employees_in_untouched_files(root: Path) -> None:
    comment = foreign("1", name="Jana", text="It does.")
    landed(made(root, comment), root)
    again = landed(made(root, comment, Jana="jana-weiss"), root)
    assert len(again.written) == 1
    assert "staff: jana-weiss" in "".join(written(root).values())


def test_comments_move_to_their_post_once_it_has_their_address(root: Path) -> None:
    thread = ForeignThread(links=("/old/gone/",), slug="gone")
    comment = dataclasses.replace(foreign("1"), thread=thread)
    landed(made(root, comment), root)
    assert [path.split("/")[1] for path in written(root)] == ["_orphans"]
    small_site(root, later="aliases: [/old/gone/]")
    found = made(root, comment)
    landed(found, root)
    assert [path.split("/")[1] for path in written(root)] == ["later"]
    assert landed(found, root).written == ()


def test_a_file_that_people_moved_is_not_made_twice(root: Path) -> None:
    found = made(root, dataclasses.replace(foreign("1"), thread=ForeignThread(slug="gone")))
    landed(found, root)
    old = path_of(root, found.records[0])
    new = root / "comments/first" / old.name
    new.parent.mkdir()
    new.write_text(old.read_text().replace("about: /gone/", "about: first"))
    old.unlink()
    again = landed(found, root)
    assert (again.written, len(again.left_alone)) == ((), 1)
    assert len(written(root)) == 1


def test_without_its_record_an_import_overwrites_nothing(root: Path) -> None:
    found = made(root, foreign("1"), foreign("2"))
    landed(found, root)
    path_of(root, found.records[0]).write_text("text: Mine.\ncreated: 2020-05-02\n")
    (root / RECORD).unlink()
    again = landed(found, root)
    assert (again.written, len(again.unchanged), len(again.left_alone)) == ((), 1, 1)


@pytest.mark.parametrize("damage", ["", "[]", '{"files": 3}', "[" * 100_000])
def test_a_damaged_record_stops_the_import(root: Path, damage: str) -> None:
    found = made(root, foreign("1"))
    landed(found, root)
    (root / RECORD).write_text(damage)
    with pytest.raises(CorpblogError, match="IMPORT015"):
        landed(found, root)


@given(
    name=st.text(max_size=300),
    text=st.text(min_size=1),
    id_=st.text(max_size=80),
    link=st.text(max_size=40),
)
def test_whatever_people_typed_reads_back_as_it_was_made(
    tmp_path_factory: pytest.TempPathFactory, name: str, text: str, id_: str, link: str
) -> None:
    root = small_site(tmp_path_factory.mktemp("odd"))
    comment = dataclasses.replace(
        foreign(id_, name=name, text=text, url=link), thread=ForeignThread(links=(link,))
    )
    found = made(root, comment)
    landed(found, root)
    result = read(root)
    assert {fault.code for fault in result.diagnostics} <= {"SRC044"}
    assert result.site is not None
    dialogue = result.site.dialogue
    threads = [c for thread in dialogue.threads.values() for c in thread.comments]
    assert tuple(c.record for c in (*threads, *dialogue.orphans)) == found.records
    assert len(found.records[0].author.name) <= 80

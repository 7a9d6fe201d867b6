"""Whether the comment files and the intake tell the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpblog.dialogue.cleaning import clean_text
from corpblog.dialogue.intake_rows import Rows, key_of_row, named_rows
from corpblog.dialogue.isso_comment import CommentMode, IssoComment
from corpblog.dialogue.known_comments import Key, KnownComment
from corpblog.model.comment import CommentStatus


class Difference(StrEnum):
    """How a file and the intake differ."""

    NO_FILE = "no-file"
    NOT_IN_INTAKE = "not-in-intake"
    TEXT_DIFFERS = "text-differs"
    HELD_HERE = "held-here"
    HELD_THERE = "held-there"
    KEPT_THERE = "kept-there"
    REMOVED_THERE = "removed-there"
    TWO_FILES = "two-files"
    FAULTY_FILE = "faulty-file"


MEANING: Mapping[Difference, tuple[str, str]] = {
    Difference.NO_FILE: ("is in the intake and has no file", "pull"),
    Difference.NOT_IN_INTAKE: ("has a file and is not in the intake", "pull"),
    Difference.TEXT_DIFFERS: ("says something else in the intake", "compare both, then pull"),
    Difference.HELD_HERE: ("is published in the intake and held here", "pull"),
    Difference.HELD_THERE: ("is published here and held in the intake", "publish it there"),
    Difference.KEPT_THERE: ("is removed here and kept in the intake", "remove it again"),
    Difference.REMOVED_THERE: ("is removed in the intake and shown here", "pull"),
    Difference.TWO_FILES: ("has two files", "delete one of them"),
    Difference.FAULTY_FILE: ("has a file with faults", "mend it; corpblog lint tells them"),
}


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Disagreement:
    """One comment on which the two differ; ``path`` is its file, "" where it has none."""

    id: str
    what: Difference
    path: str = ""


def compare(
    rows: tuple[IssoComment, ...], known: Mapping[str, KnownComment]
) -> tuple[Disagreement, ...]:
    """Everything on which the intake and the files differ, by comment."""
    named = named_rows(rows, known)
    found = [*_of_rows(named, known), *_of_files(named, known)]
    return tuple(sorted(found))


def _of_rows(named: Rows, known: Mapping[str, KnownComment]) -> Iterator[Disagreement]:
    for id_, row in named.by_id.items():
        file = known.get(id_)
        if file is None:
            if row.mode != CommentMode.REMOVED:
                yield Disagreement(id=id_, what=Difference.NO_FILE)
            continue
        what = _difference(file, row)
        if what is not None:
            yield Disagreement(id=id_, what=what, path=file.path)


def _of_files(named: Rows, known: Mapping[str, KnownComment]) -> Iterator[Disagreement]:
    keys = {key_of_row(row) for row in named.by_id.values()} | set(named.ids)
    first: dict[Key, str] = {}
    for id_, file in sorted(known.items()):
        if not file.whole:
            yield Disagreement(id=id_, what=Difference.FAULTY_FILE, path=file.path)
        key = file.key
        if key is None:
            continue
        if first.setdefault(key, id_) != id_:
            yield Disagreement(id=id_, what=Difference.TWO_FILES, path=file.path)
        elif key not in keys and file.record.status is not CommentStatus.REMOVED:
            yield Disagreement(id=id_, what=Difference.NOT_IN_INTAKE, path=file.path)


def _difference(file: KnownComment, row: IssoComment) -> Difference | None:
    status = file.record.status
    if status is CommentStatus.REMOVED:
        return Difference.KEPT_THERE if row.mode != CommentMode.REMOVED else None
    if row.mode == CommentMode.REMOVED:
        return Difference.REMOVED_THERE
    if status is CommentStatus.HELD:
        return Difference.HELD_HERE if row.mode == CommentMode.PUBLISHED else None
    if row.mode == CommentMode.PENDING:
        return Difference.HELD_THERE
    return Difference.TEXT_DIFFERS if clean_text(row.text) != file.record.text else None

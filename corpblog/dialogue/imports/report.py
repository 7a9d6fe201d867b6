"""The account of an import of comments: what came over, what did not, what people must look at."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from corpblog.dialogue.imports.foreign import Note
from corpblog.dialogue.imports.land import Landed
from corpblog.dialogue.imports.people import Doubt

# How many places of a sort stand in the text; JSON holds all.
_MOST = 20


class Orphan(NamedTuple):
    """Comments whose post is not on this site: the old path, and how many there are."""

    about: str
    comments: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportReport:
    """What an import found. ``counts`` and ``left_out`` count comments, ``threads`` apart."""

    system: str
    counts: Mapping[str, int]
    left_out: Mapping[str, int]
    orphans: tuple[Orphan, ...]
    doubts: tuple[Doubt, ...]
    unused: tuple[str, ...]
    notes: tuple[Note, ...]


def as_json(report: ImportReport, landed: Landed | None) -> str:
    """The whole account for programs; ``landed`` is None where nothing was to be written."""
    written = None
    if landed is not None:
        written = {
            "written": len(landed.written),
            "unchanged": len(landed.unchanged),
            "left_alone": [{"file": path, "reason": why} for path, why in landed.left_alone],
        }
    content = {
        "version": 1,
        "system": report.system,
        "counts": {name.replace(" ", "_"): count for name, count in report.counts.items()},
        "left_out": dict(report.left_out),
        "orphans": [orphan._asdict() for orphan in report.orphans],
        "to_confirm": [doubt._asdict() for doubt in report.doubts],
        "staff_not_found": list(report.unused),
        "notes": [note._asdict() for note in report.notes],
        "files": written,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def as_text(report: ImportReport, landed: Landed | None, store: str) -> str:
    """The account for people; ``store`` is how messages name the folder of the comments."""
    return "\n".join((*_head(report), *_files(landed, store), *_told(report))) + "\n"


def _head(report: ImportReport) -> Iterator[str]:
    total = report.counts["comments"]
    threads = _counted(report.counts["threads"], "thread")
    yield f"{_counted(total, 'comment')} in {threads} from {report.system}."
    for name, count in report.counts.items():
        if count and name not in ("comments", "threads"):
            yield f"  {count:>6}  {_WORDS[name]}"
    for why, count in report.left_out.items():
        yield f"  {count:>6}  left out: {why}"


_WORDS = {
    "replies": "are replies",
    "by employees": "are by employees",
    "pingbacks": "are pingbacks; nobody has to answer them",
    "held": "were never released: stubs without text and name. Release or delete them in the old"
    " system and import again",
    "orphans": "belong to no post here (below)",
    "without date": "had no date that can be read",
    "addresses removed": "e-mail addresses and the like were taken out of texts",
    "unreadable": "could not be read (below)",
}


def _files(landed: Landed | None, store: str) -> Iterator[str]:
    if landed is None:
        yield "Nothing was written (--dry-run)."
        return
    written = _counted(len(landed.written), "file")
    yield f"{store}: {written} written, {len(landed.unchanged)} unchanged."
    if landed.left_alone:
        yield f"Left alone ({len(landed.left_alone)}):"
        yield from _most([f"{path} ({why})" for path, why in landed.left_alone])


def _told(report: ImportReport) -> Iterator[str]:
    if report.orphans:
        yield "No post here has these addresses; the comments are kept, and stand on no page:"
        yield from _most([f"{o.about} ({_counted(o.comments, 'comment')})" for o in report.orphans])
        yield "  To show them, give a post this address under aliases: and import again."
    if report.doubts:
        yield "Are these employees? Import again with --staff for each who is:"
        yield from _most([_doubt(doubt) for doubt in report.doubts])
    for word in report.unused:
        yield f"--staff “{word}”: nobody of this name, login or number wrote a comment."
    if report.notes:
        yield f"To look at ({len(report.notes)}):"
        yield from _most([f"{note.place}: {note.what}" for note in report.notes])


def _doubt(doubt: Doubt) -> str:
    count = _counted(doubt.comments, "comment")
    likely = f"; perhaps {doubt.suggested}" if doubt.suggested else ""
    return f"{doubt.who}: {count}, {doubt.why}{likely}"


def _most(lines: list[str]) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:_MOST])
    if len(lines) > _MOST:
        yield f"  and {len(lines) - _MOST} more (all of them: --format json)"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

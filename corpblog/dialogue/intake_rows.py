"""What lies in the intake, made ready: twins told apart, ids that outlive their reuse."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from corpblog.dialogue.isso_comment import AuditEntry, CommentMode, IssoComment, file_name, micros
from corpblog.dialogue.known_comments import Key, KnownComment

# A comment that was saved although the sender was told of an error comes again within minutes.
_TWIN_SECONDS = 10 * 60


@dataclass(frozen=True, kw_only=True, slots=True)
class IntakeView:
    """All that an intake tells at one moment.

    ``threads`` limits what a missing comment means: None where all comments were to be seen, else
    the paths of the threads whose published comments were.
    """

    rows: tuple[IssoComment, ...]
    audit: tuple[AuditEntry, ...] = ()
    threads: frozenset[str] | None = None


@dataclass(kw_only=True, slots=True)
class Rows:
    """The comments of an intake by their file ids; ``twins`` are those that came twice.

    ``named`` maps the usual id of a file to the one that it has, where they differ; ``numbers``
    has the moments and files of all comments that ever had a number, as far as it is known.
    """

    by_id: dict[str, IssoComment] = field(default_factory=dict)
    ids: dict[Key, str] = field(default_factory=dict)
    twins: list[tuple[IssoComment, str]] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    numbers: dict[int, list[tuple[int, str]]] = field(default_factory=dict)


def key_of_row(row: IssoComment) -> Key:
    """The identity of a comment: ids are reused there, an id and a moment are not."""
    return row.id, row.micros


def named_rows(rows: Iterable[IssoComment], known: Mapping[str, KnownComment]) -> Rows:
    """Each comment of the intake with the id of its file, the one it has or the one it gets."""
    found = Rows()
    files = {key: id_ for id_, file in known.items() if (key := file.key) is not None}
    ordered = sorted(rows, key=lambda row: (row.created, row.id))
    firsts = _firsts(ordered, set(files))
    for row in ordered:
        key, usual = key_of_row(row), file_name(row.id, row.created)
        first = firsts.get(key)
        if first is not None:
            id_ = found.ids[first]
            found.twins.append((row, id_))
        else:
            id_ = files.get(key) or _free(usual, found.by_id, known)
            found.by_id[id_] = row
        found.ids[key] = id_
        if id_ != usual:
            found.named[usual] = id_
    for (number, moment), id_ in {**files, **found.ids}.items():
        found.numbers.setdefault(number, []).append((moment, id_))
    return found


def reply_target(row: IssoComment, rows: Rows, known: Mapping[str, KnownComment]) -> str:
    """The id of the comment file that a comment answers; "" where there is none.

    What the reader chose counts: Isso files every reply below the first comment of its branch.
    """
    chosen = rows.named.get(row.reply_to, row.reply_to)
    if chosen in rows.by_id or chosen in known:
        return chosen
    if row.parent is None:
        return ""
    # Of several comments that had this number one after the other, the last one before the reply.
    before = [one for one in rows.numbers.get(row.parent, ()) if one[0] <= row.micros]
    return max(before)[1] if before else ""


class Audit:
    """The audit of the intake, asked about one comment at a time."""

    def __init__(self, entries: Iterable[AuditEntry]) -> None:
        self._by_key: dict[Key, list[AuditEntry]] = {}
        for entry in entries:
            self._by_key.setdefault((entry.id, micros(entry.created)), []).append(entry)

    def published(self, key: Key) -> float | None:
        """When readers could see it first, in Unix time; None if nobody knows, or never."""
        return self._first(key, ("insert", "mode"), CommentMode.PUBLISHED)

    def deleted(self, key: Key) -> float | None:
        """When it was taken away, in Unix time."""
        return self._first(key, ("delete", "mode"), CommentMode.REMOVED)

    def edited(self, key: Key) -> float | None:
        """When its text was changed last, in Unix time."""
        found = [entry.at for entry in self._by_key.get(key, ()) if entry.event == "edit"]
        return max(found, default=None)

    def _first(self, key: Key, events: tuple[str, ...], mode: int) -> float | None:
        entries = self._by_key.get(key, ())
        found = [e.at for e in entries if e.event in events and e.mode_after == mode]
        return min(found, default=None)


def _firsts(rows: list[IssoComment], filed: set[Key]) -> dict[Key, Key]:
    """Twin -> the first of the same author and text in the same thread within minutes."""
    found: dict[Key, Key] = {}
    last: dict[tuple[int, str, str, str], IssoComment] = {}
    for row in rows:
        if row.mode == CommentMode.REMOVED or not row.text:
            continue
        same = (row.tid, row.uri, row.author, row.text.strip())
        before = last.get(same)
        close = before is not None and row.created - before.created <= _TWIN_SECONDS
        if before is None or not close or key_of_row(row) in filed or _is_better(row, before):
            last[same] = row
        else:
            found[key_of_row(row)] = key_of_row(before)
    return found


def _is_better(row: IssoComment, before: IssoComment) -> bool:
    """Whether the later of two was published and the earlier was not: readers see that one."""
    return row.mode == CommentMode.PUBLISHED and before.mode != CommentMode.PUBLISHED


def _free(id_: str, taken: Mapping[str, object], known: Mapping[str, KnownComment]) -> str:
    """An id that no other comment has: an id reused within the same second gets a number.

    A file that does not say where it came in is taken for what its name says.
    """
    number, free = 1, id_
    while free in taken or (free in known and known[free].key is not None):
        number += 1
        free = f"{id_}-{number}"
    return free

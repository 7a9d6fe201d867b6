"""The comment files that there are: by their place in the intake, and by their id."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpblog.diagnostics import Diagnostic, Severity
from corpblog.dialogue.isso_comment import SYSTEM
from corpblog.model.comment import Comment, CommentRecord, Dialogue

# Which comment of the intake a record is: its id there, and its moment in microseconds.
Key = tuple[int, int]

# Faults of the linked thread that leave the record as it was read.
_HARMLESS = frozenset({"SRC044", "SRC045", "SRC046", "SRC047"})


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownComment:
    """A comment file: its path below the store, what it says, and whether it may be rewritten.

    ``whole`` is False where something in it could not be read: writing it anew would lose that.
    """

    path: str
    record: CommentRecord
    whole: bool = True

    @property
    def key(self) -> Key | None:
        """Its place in the intake; None for what came from elsewhere."""
        return key_in(self.record)


def key_in(record: CommentRecord) -> Key | None:
    """The place in the intake that a record names."""
    origin = record.source
    if origin is None or origin.system != SYSTEM:
        return None
    if not origin.id.isdecimal() or not origin.created.isdecimal():
        return None
    return int(origin.id), int(origin.created)


def all_comments(dialogue: Dialogue) -> Iterator[Comment]:
    """The comments of all threads and those that belong to none."""
    for thread in dialogue.threads.values():
        yield from thread.comments
    yield from dialogue.orphans


def known_comments(
    dialogue: Dialogue, label: str, diagnostics: Iterable[Diagnostic]
) -> Mapping[str, KnownComment]:
    """All comment files by id; ``label`` is how messages call the store."""
    hurt = {
        fault.location.path
        for fault in diagnostics
        if fault.code not in _HARMLESS
        and (fault.severity is Severity.ERROR or fault.code == "SRC048")
    }
    return {
        comment.id: KnownComment(
            path=comment.source.path.removeprefix(f"{label}/"),
            record=comment.record,
            whole=comment.source.path not in hurt,
        )
        for comment in all_comments(dialogue)
    }

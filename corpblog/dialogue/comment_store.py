"""The folder of the comment files: written one by one, each whole or not at all."""

import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from corpblog.dialogue.comment_files import ORPHANS, comment_file
from corpblog.dialogue.known_comments import KnownComment
from corpblog.dialogue.pull import Change
from corpblog.files import walk, write_atomically
from corpblog.model.comment import CommentRecord

_TEMPORARY = ".corpblog-"
_STALE_SECONDS = 3600


def write_changes(store: Path, changes: Iterable[Change]) -> tuple[str, ...]:
    """Write the files of ``changes`` below ``store``; the paths that somebody else's file holds.

    A run that is ended in the middle leaves whole files; the next one does the rest. Raises
    OSError and OutsideRoot.
    """
    taken = []
    for change in changes:
        mine = change.before == change.path
        try:
            write_atomically(store, change.path, comment_file(change.record), overwrite=mine)
        except FileExistsError:
            taken.append(change.path)
            continue
        if change.before and not mine:
            (store / change.before).unlink(missing_ok=True)
    return tuple(taken)


def write_record(store: Path, path: str, record: CommentRecord) -> None:
    """Write the file of one comment anew. Raises OSError and OutsideRoot."""
    write_atomically(store, path, comment_file(record))


def sweep(store: Path, known: Mapping[str, KnownComment]) -> None:
    """Take away what runs that were ended in the middle left behind.

    Half-written files, and the old place of a comment whose post was found.
    """
    if not store.is_dir():
        return
    for path in walk(store).files:
        name = path.rpartition("/")[2]
        if name.startswith(_TEMPORARY) and name.endswith(".tmp"):
            _remove_stale(store / path)
        elif path.startswith(f"{ORPHANS}/"):
            file = known.get(name.removesuffix(".yml"))
            if file is not None and file.path != path and file.whole:
                (store / path).unlink(missing_ok=True)


def _remove_stale(file: Path) -> None:
    """Another run may be writing right now: what is young stays."""
    try:
        if time.time() - file.stat().st_mtime > _STALE_SECONDS:
            file.unlink()
    except FileNotFoundError:
        return

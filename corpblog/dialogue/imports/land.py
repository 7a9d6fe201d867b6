"""Where imported comments land: what people changed since stays theirs."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpblog.dialogue.comment_files import comment_file, comment_path
from corpblog.dialogue.imports.faults import refusal
from corpblog.files import OutsideRoot, resolve_inside, write_atomically
from corpblog.model.comment import CommentRecord

RECORD = ".corpblog/comments-import.json"

_EDITED = "edited since the import"
_FOREIGN = "differs from what the import would write, and no import on this machine wrote it"
_REMOVED = "removed since the import"


@dataclass(frozen=True, kw_only=True, slots=True)
class Landed:
    """Paths below the store: what was written, what was the same, what was not touched and why."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    left_alone: tuple[tuple[str, str], ...]


def land(
    records: Iterable[CommentRecord], store: Path, site: Path, known: Mapping[str, str]
) -> Landed:
    """Write ``records`` into the folder ``store``; a file moves where its post was found since.

    ``known`` is the path below the store of each comment that is there, by its id. A file that
    somebody changed or deleted since an earlier import is left alone and told. What was written
    stands, by hash, in a record below ``site``, so the same import twice writes nothing the second
    time. Raises CorpblogError for an unreadable record (IMPORT015), and OSError.
    """
    landing = _Landing(store, _read_record(site), known)
    try:
        for record in records:
            landing.take(record)
    finally:
        # A full disk must not make the files that were written look like somebody else's.
        _write_record(site, landing.hashes)
    return Landed(
        written=tuple(sorted(landing.written)),
        unchanged=tuple(sorted(landing.unchanged)),
        left_alone=tuple(sorted(landing.left_alone)),
    )


class _Landing:
    """One import on its way into the folder; ``hashes`` is what this and earlier ones wrote."""

    def __init__(self, store: Path, hashes: dict[str, str], known: Mapping[str, str]) -> None:
        self.hashes = hashes
        self.written: list[str] = []
        self.unchanged: list[str] = []
        self.left_alone: list[tuple[str, str]] = []
        self._store = store
        earlier = {path.rpartition("/")[2].removesuffix(".yml"): path for path in hashes}
        # What people moved counts more than where an import once wrote it.
        self._places = {**earlier, **known}

    def take(self, record: CommentRecord) -> None:
        """Write one record, or leave the file that is there alone."""
        path, content = comment_path(record), comment_file(record)
        fresh = hashlib.sha256(content).hexdigest()
        place = self._places.get(record.id, path)
        found, earlier = self._found(place), self.hashes.get(place, "")
        if place == path and found == fresh:
            self.hashes[path] = fresh
            self.unchanged.append(path)
        elif reason := _reason(found, earlier):
            self.left_alone.append((place, reason))
        else:
            write_atomically(self._store, path, content)
            self.hashes[path] = fresh
            self.written.append(path)
            if place != path:
                (self._store / place).unlink()
                del self.hashes[place]

    def _found(self, path: str) -> str:
        """The hash of the file that is there; "" for none, "?" for what cannot be read."""
        try:
            return hashlib.sha256(resolve_inside(self._store, path).read_bytes()).hexdigest()
        except FileNotFoundError:
            return ""
        except (OutsideRoot, OSError):
            return "?"


def _reason(found: str, earlier: str) -> str:
    """Why a file is left alone; "" where it may be written."""
    if not found:
        return _REMOVED if earlier else ""
    if found == earlier:
        return ""
    return _EDITED if earlier else _FOREIGN


def _read_record(site: Path) -> dict[str, str]:
    path = site / RECORD
    try:
        files = json.loads(path.read_bytes())["files"]
        return {str(name): str(digest) for name, digest in files.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        hint = "restore it from a backup, or remove it: then files that differ are left alone"
        message = "the record of earlier imports is damaged"
        raise refusal("IMPORT015", RECORD, message, hint) from error


def _write_record(site: Path, files: Mapping[str, str]) -> None:
    content = {"version": 1, "files": files}
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    write_atomically(site, RECORD, text.encode("utf-8", "replace"))

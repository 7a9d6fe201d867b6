"""Where an import lands: its files go into the site folder, what people edited stays theirs."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from corpblog.diagnostics import CorpblogError
from corpblog.files import OutsideRoot, require_plain, resolve_inside, write_atomically
from corpblog.importers import report
from corpblog.importers.faults import refusal
from corpblog.importers.record import Import, SourceFile

RECORD = ".corpblog/import.json"
REPORTS = ("import-report.md", "import-report.json")

_EDITED = "edited since the import"
_FOREIGN = "was there before the import"
_REMOVED = "removed since the import"
_GONE = "came with an earlier import; the old blog has it no longer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Landed:
    """Paths in the site folder: what was written, what was the same already, what was not touched.

    ``left_alone`` pairs a path with the reason, as finished words.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    left_alone: tuple[tuple[str, str], ...]


def require_apart(source: Path, site: Path) -> None:
    """Refuse folders of which one lies in the other. Raises CorpblogError."""
    old, new = source.resolve(), site.resolve()
    if old == new or old in new.parents or new in old.parents:
        message = f"the new site {site.as_posix()} and the old blog overlap"
        hint = "give the new site a folder of its own, beside the old blog"
        raise refusal("IMPORT003", site.as_posix(), message, hint)


def land(imported: Import, site: Path) -> Landed:
    """Write ``imported`` and its report into the folder ``site``; nothing is ever deleted.

    A file that a person edited or removed since an earlier import, or that was there before, is
    left alone and reported. The same import twice writes nothing the second time.
    Raises CorpblogError for a ``site`` that is no folder or an unreadable record, and ``OSError``.
    """
    if site.exists() and not site.is_dir():
        message = f"{site.as_posix()} is a file"
        raise refusal("IMPORT004", site.as_posix(), message, "give the name of a folder")
    before = _read_record(site)
    landing = _Landing(site=site, before=before)
    for file in imported.files:
        landing.take(file)
    landing.remember_the_gone()
    told = tuple(sorted(landing.left_alone))
    # The report comes last, because it tells what was left alone.
    for path, data in zip(
        REPORTS, (report.as_markdown(imported, told), report.as_json(imported, told)), strict=True
    ):
        landing.take(SourceFile(path=path, data=data))
    record = {"version": 1, "importer": imported.importer, "files": landing.hashes()}
    data = (json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    write_atomically(site, RECORD, data)
    return Landed(
        written=tuple(sorted(landing.written)),
        unchanged=tuple(sorted(landing.unchanged)),
        left_alone=tuple(sorted(landing.left_alone)),
    )


class _Landing:
    """One import on its way into the folder."""

    def __init__(self, *, site: Path, before: dict[str, str]) -> None:
        self.written: list[str] = []
        self.unchanged: list[str] = []
        self.left_alone: list[tuple[str, str]] = []
        self._site = site
        self._before = before
        self._now: dict[str, str] = {}

    def take(self, file: SourceFile) -> None:
        """Write one file, or leave it alone."""
        reason = _refused(file.path)
        if not reason:
            try:
                reason = self._landed(file)
            except _Unreadable as error:
                reason = f"not written: cannot be read in the old blog: {error}"
        if reason:
            self.left_alone.append((file.path, reason))

    def remember_the_gone(self) -> None:
        """Tell the files of earlier imports that the old blog has no longer."""
        told = {path for path, _ in self.left_alone}
        for path in sorted({*self._before} - {*self._now} - told - {*REPORTS}):
            if (self._site / path).exists():
                self.left_alone.append((path, _GONE))

    def hashes(self) -> dict[str, str]:
        """What this and earlier imports wrote; files of earlier ones are remembered."""
        return {**self._before, **self._now}

    def _landed(self, file: SourceFile) -> str:
        """Write ``file`` where it is the import's own; else the reason why it is not."""
        earlier = self._before.get(file.path)
        try:
            found = _hash_of(resolve_inside(self._site, file.path))
        except FileNotFoundError:
            if earlier:
                return _REMOVED
            self._write(file)
            return ""
        except OutsideRoot as error:
            return f"not written: the path {error.reason}"
        except OSError:
            return _FOREIGN
        if found == _hash(file):
            self._now[file.path] = found
            self.unchanged.append(file.path)
        elif found == earlier:
            self._write(file)
        else:
            return _EDITED if earlier else _FOREIGN
        return ""

    def _write(self, file: SourceFile) -> None:
        try:
            data = file.content()
        except OSError as error:
            raise _Unreadable(error.strerror) from error
        write_atomically(self._site, file.path, data)
        self._now[file.path] = hashlib.sha256(data).hexdigest()
        self.written.append(file.path)


class _Unreadable(Exception):  # noqa: N818 (named for what is wrong)
    """A file of the old blog that cannot be read, with the system's reason."""


def _refused(path: str) -> str:
    try:
        require_plain(path)
    except OutsideRoot as error:
        return f"not written: the path {error.reason}"
    return ""


def _hash(file: SourceFile) -> str:
    if file.origin is None:
        return hashlib.sha256(file.data).hexdigest()
    try:
        return _hash_of(file.origin)
    except OSError as error:
        raise _Unreadable(error.strerror) from error


def _hash_of(path: Path) -> str:
    """SHA-256 of a file as hex, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_record(site: Path) -> dict[str, str]:
    path = site / RECORD
    try:
        files = json.loads(path.read_bytes())["files"]
        return {str(name): str(digest) for name, digest in files.items()}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> CorpblogError:
    hint = "restore it from version control, or remove it to let the import begin anew"
    return refusal("IMPORT005", path.as_posix(), "the record of the import is damaged", hint)

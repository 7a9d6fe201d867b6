"""What corpblog wrote into an output folder: the list that lies there, and how each file looked."""

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from corpblog import __version__
from corpblog.files import require_plain, write_atomically
from corpblog.model.output import StagedFile
from corpblog.write.faults import failure, shown

MANIFEST = "corpblog-manifest.json"
OWN = ".corpblog-"  # how the names of our passing files and folders begin in an output folder
_FORMAT = 1
_TRACES = "traces.json"


def is_reserved(path: str) -> bool:
    """Whether ``path`` may be no output: the manifest, our passing files, a Git repository."""
    lowered = path.lower()
    return lowered == MANIFEST or lowered.startswith(OWN) or ".git" in lowered.split("/")


def manifest_bytes(files: Mapping[str, str]) -> bytes:
    """The manifest of ``files`` (path to SHA-256 in hex), a line each; same files, same bytes."""
    rows = ",\n".join(f'{json.dumps(path)}: "{files[path]}"' for path in sorted(files))
    return (
        f'{{"corpblog": {json.dumps(__version__)},\n"files": {{\n{rows}\n}},\n'
        f'"format": {_FORMAT}}}\n'
    ).encode()


def read_manifest(out: Path) -> Mapping[str, str]:
    """The files that corpblog wrote into ``out``: path to SHA-256 in hex; empty without manifest.

    Raises ``CorpblogError`` (WRITE012) for a manifest that cannot be trusted, ``OSError`` as the
    system gives it.
    """
    try:
        return _parse((out / MANIFEST).read_bytes())
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError) as error:
        path = shown(out, MANIFEST)
        hint = f"empty the folder {shown(out)}, keeping what is your own, and build again"
        raise failure("WRITE012", path, f"{path} cannot be used: {error}", hint=hint) from error


def _parse(data: bytes) -> Mapping[str, str]:
    """The files of a manifest. Raises ``ValueError`` in words."""
    try:
        content = json.loads(data)
    except ValueError as error:
        raise ValueError("it is not JSON") from error
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        raise ValueError("it was not written by this version of corpblog")
    files = content.get("files")
    if not isinstance(files, dict) or not all(isinstance(value, str) for value in files.values()):
        raise ValueError("it lists no files")
    for path in files:
        require_plain(path)
        if is_reserved(path):
            raise ValueError(f"{path!r} is no output of corpblog")
    return files


class Trace(NamedTuple):
    """An output file as it was last seen: digest, size in bytes, and what else a stat tells.

    A tuple, for thousands are read and compared in each build.
    """

    digest: str
    size: int
    mtime_ns: int
    inode: int


def trace(digest: str, state: os.stat_result) -> Trace:
    """The trace of a file with this digest and this state."""
    return Trace(digest, state.st_size, state.st_mtime_ns, state.st_ino)


@dataclass(frozen=True, kw_only=True, slots=True)
class Earlier:
    """The output folder ``root`` as the last build left it.

    ``files`` is the manifest. ``traces`` saves reading: a file that looks as remembered has the
    remembered digest; in doubt the content decides.
    """

    root: Path
    files: Mapping[str, str]
    traces: Mapping[str, Trace]

    def has(self, file: StagedFile) -> bool:
        """Whether ``file`` is corpblog's and lies in place with exactly these bytes."""
        if file.path not in self.files:
            return False
        try:
            state = os.lstat(f"{self.root}/{file.path}")
            if not stat.S_ISREG(state.st_mode) or state.st_size != file.size:
                return False
            return self._digest(file.path, state) == file.digest
        except OSError:
            return False

    def digest(self, path: str) -> str:
        """The SHA-256 of the file ``path`` as it lies there now. Raises ``OSError``."""
        return self._digest(path, os.lstat(f"{self.root}/{path}"))

    def _digest(self, path: str, state: os.stat_result) -> str:
        known = self.traces.get(path)
        if known is not None and known == trace(known.digest, state):
            return known.digest
        with (self.root / path).open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()


def read_traces(place: Path) -> Mapping[str, Trace]:
    """The traces kept in the folder ``place``; none where they are missing or damaged."""
    try:
        rows = json.loads((place / _TRACES).read_bytes())
        return {path: Trace(*row) for path, row in rows.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def write_traces(place: Path, traces: Iterable[tuple[str, Trace]]) -> None:
    """Keep ``traces`` in the folder ``place``. Raises ``OSError``."""
    write_atomically(place, _TRACES, json.dumps(dict(traces)).encode())

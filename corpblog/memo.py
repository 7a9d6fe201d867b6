"""A content-addressed memory of finished work: safe to delete, and never a reason to fail.

A room of the memory is one file: a head, an index of all entries, then their values. It is read
at the first question and written whole by :meth:`Memo.save`, beside the old one and then in its
place, so that whoever reads sees the old file or the new one. Plain bytes with checksums: nothing
in it can be executed, and what is damaged was never remembered.
"""

import os
import stat
import struct
import zlib
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

_MAGIC = b"corpblog memo 1\n"
_HEAD = struct.Struct("<16sII16s")  # magic, how many entries, which run wrote it, hash of the index
_ENTRY = struct.Struct("<16sQIII")  # key, start of the value, its length, checksum, run of last use
_LAST_RUN = 2**32 - 1
_STALE_SECONDS = 3600

# Findings and facts of 10,000 posts take about half of it.
USUAL_LIMIT = 128 * 1024 * 1024


def digest(*parts: bytes | str) -> str:
    """A hash of ``parts`` as 40 hexadecimal digits.

    Other parts, another order, another split or text instead of bytes give another hash. Text may
    hold lone surrogates.
    """
    whole = blake2b(digest_size=20)
    for part in parts:
        kind, content = _framed(part)
        whole.update(kind + len(content).to_bytes(8, "little"))
        whole.update(content)
    return whole.hexdigest()


def _framed(part: bytes | str) -> tuple[bytes, bytes]:
    return (b"t", part.encode("utf-8", "surrogatepass")) if isinstance(part, str) else (b"b", part)


class _Place(NamedTuple):
    """Where a value stands in the file, its checksum, and the run that last needed it."""

    start: int
    length: int
    check: int
    run: int


class _Stored(NamedTuple):
    """A file of the memory as it was read; ``run`` counts how often it was written."""

    content: bytes
    run: int
    places: dict[bytes, _Place]

    def value(self, key: bytes) -> bytes | None:
        """What is remembered under ``key``, if it is undamaged."""
        place = self.places.get(key)
        if place is None:
            return None
        value = self.content[place.start : place.start + place.length]
        whole = len(value) == place.length and zlib.crc32(value, zlib.crc32(key)) == place.check
        return value if whole else None


class Memo:
    """What is remembered in ``room`` of ``folder``, at most ``limit_bytes`` of it.

    Where ``folder`` is None, is a link, or cannot be read or written, nothing outlives the run. No
    method raises for what is wrong on the disk.
    """

    def __init__(self, folder: Path | None, room: str, limit_bytes: int = USUAL_LIMIT) -> None:
        self._path = None if folder is None else folder / f"{room}.memo"
        self._limit = limit_bytes
        self._stored: _Stored | None = None
        self._fresh: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()

    def get(self, key: bytes | str) -> bytes | None:
        """What was put under ``key``, in this run or an earlier one; else None."""
        short = _short(key)
        if short in self._fresh:
            return self._fresh[short]
        if self._stored is None:
            self._stored = self._read()
        value = self._stored.value(short)
        if value is not None:
            self._used.add(short)
        return value

    def put(self, key: bytes | str, value: bytes) -> None:
        """Remember ``value`` under ``key``; on disk only after :meth:`save`."""
        self._fresh[_short(key)] = value

    def save(self) -> None:
        """Write what is new, together with what another process has written meanwhile.

        Where it gets too much, what was not needed for the most runs is dropped.
        """
        if not self._fresh or self._path is None or self._path.parent.is_symlink():
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._replace(_file_of(*self._merged()))
        except OSError:  # a full disk, a folder that may not be written: remember nothing
            return
        self._stored = None
        self._fresh.clear()
        self._used.clear()

    def _read(self) -> _Stored:
        return _parsed(_content(self._path, 4 * self._limit) if self._path else b"")

    def _merged(self) -> tuple[int, dict[bytes, tuple[int, bytes]]]:
        """This run's number, and by key the run of last use and the value: the newest that fit."""
        stored = self._read()
        run = min(stored.run + 1, _LAST_RUN)
        entries = {key: (run, value) for key, value in self._fresh.items()}
        for key, place in stored.places.items():
            value = None if key in entries else stored.value(key)
            if value is not None:
                entries[key] = (run if key in self._used else place.run, value)
        kept: dict[bytes, tuple[int, bytes]] = {}
        room = self._limit - _HEAD.size
        for key in sorted(entries, key=lambda item: (-entries[item][0], item)):
            room -= _ENTRY.size + len(entries[key][1])
            if room < 0:
                break
            kept[key] = entries[key]
        return run, kept

    def _replace(self, content: bytes) -> None:
        assert self._path is not None
        temporary = self._path.parent / f".corpblog-{os.urandom(8).hex()}.tmp"
        try:
            with temporary.open("xb") as file:
                file.write(content)
            _drop_stale(self._path.parent, temporary.stat().st_mtime - _STALE_SECONDS)
            temporary.replace(self._path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _short(key: bytes | str) -> bytes:
    kind, content = _framed(key)
    return blake2b(kind + content, digest_size=16).digest()


def _content(path: Path, most: int) -> bytes:
    """The bytes of a plain file of at most ``most`` bytes in a plain folder; else none."""
    try:
        state = path.lstat()
        if not stat.S_ISREG(state.st_mode) or state.st_size > most or path.parent.is_symlink():
            return b""
        return path.read_bytes()
    except OSError:
        return b""


def _parsed(content: bytes) -> _Stored:
    """The file as far as it is undamaged: one with a damaged index holds nothing."""
    empty = _Stored(b"", 0, {})
    if len(content) < _HEAD.size:
        return empty
    magic, count, run, check = _HEAD.unpack_from(content)
    index = content[_HEAD.size : _HEAD.size + count * _ENTRY.size]
    if magic != _MAGIC or len(index) != count * _ENTRY.size or check != _check(run, index):
        return empty
    rows = _ENTRY.iter_unpack(index)
    return _Stored(content, run, {row[0]: _Place(*row[1:]) for row in rows})


def _file_of(run: int, entries: dict[bytes, tuple[int, bytes]]) -> bytes:
    """The file that holds ``entries``; the same entries give the same bytes."""
    rows: list[bytes] = []
    start = _HEAD.size + len(entries) * _ENTRY.size
    for key in sorted(entries):
        used, value = entries[key]
        rows.append(_ENTRY.pack(key, start, len(value), zlib.crc32(value, zlib.crc32(key)), used))
        start += len(value)
    index = b"".join(rows)
    head = _HEAD.pack(_MAGIC, len(entries), run, _check(run, index))
    return b"".join([head, index, *(entries[key][1] for key in sorted(entries))])


def _check(run: int, index: bytes) -> bytes:
    return blake2b(run.to_bytes(4, "little") + index, digest_size=16).digest()


def _drop_stale(folder: Path, before: float) -> None:
    """Remove what killed runs left: temporary files last changed before a moment of the disk."""
    for path in sorted(folder.glob(".corpblog-*.tmp")):
        try:
            if path.stat().st_mtime < before:
                path.unlink()
        except OSError:  # another process was quicker
            continue

"""Picture files taken apart and put together again: JPEG, PNG and WebP, with no pixel touched."""

import re
import zlib
from typing import NamedTuple

_NEXT_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
_SCAN, _END = 0xDA, 0xD9
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length
PNG_HEAD = b"\x89PNG\r\n\x1a\n"


class Jpeg(NamedTuple):
    """A JPEG: its segments by marker, its pixels, and what follows the end of the picture."""

    segments: tuple[tuple[int, bytes], ...]
    scan: bytes
    tail: bytes


Chunks = tuple[tuple[bytes, bytes], ...]


def read_jpeg(data: bytes) -> Jpeg | None:
    """The parts of a JPEG; None where ``data`` is none or is damaged before its pixels."""
    if not data.startswith(b"\xff\xd8\xff"):
        return None
    segments: list[tuple[int, bytes]] = []
    place = 2
    while True:
        found = _marker(data, place)
        if found is None:
            return None
        marker, place = found
        if marker == _SCAN:
            end = _scan_end(data, place - 2)
            return Jpeg(tuple(segments), data[place - 2 : end], data[end:])
        if marker in _ALONE:
            continue
        size = int.from_bytes(data[place : place + 2], "big")
        if size < 2 or place + size > len(data):
            return None
        segments.append((marker, data[place + 2 : place + size]))
        place += size


def write_jpeg(jpeg: Jpeg) -> bytes:
    """The bytes of a JPEG."""
    parts = [b"\xff\xd8"]
    for marker, payload in jpeg.segments:
        parts += [bytes((0xFF, marker)), (len(payload) + 2).to_bytes(2, "big"), payload]
    return b"".join([*parts, jpeg.scan, jpeg.tail])


def read_png(data: bytes) -> Chunks | None:
    """Types and contents of the chunks of a PNG up to its end; None where it is none or broken."""
    if not data.startswith(PNG_HEAD):
        return None
    chunks: list[tuple[bytes, bytes]] = []
    place = len(PNG_HEAD)
    while place + 12 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        kind = data[place + 4 : place + 8]
        if place + 12 + size > len(data):
            return None
        chunks.append((kind, data[place + 8 : place + 8 + size]))
        if kind == b"IEND":
            return tuple(chunks)
        place += 12 + size
    return None


def write_png(chunks: Chunks) -> bytes:
    """The bytes of a PNG."""
    parts = [PNG_HEAD]
    for kind, content in chunks:
        check = zlib.crc32(kind + content).to_bytes(4, "big")
        parts += [len(content).to_bytes(4, "big"), kind, content, check]
    return b"".join(parts)


def read_webp(data: bytes) -> Chunks | None:
    """Types and contents of the chunks of a WebP; None where it is none or broken."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return None
    chunks: list[tuple[bytes, bytes]] = []
    place, end = 12, min(8 + int.from_bytes(data[4:8], "little"), len(data))
    while place + 8 <= end:
        size = int.from_bytes(data[place + 4 : place + 8], "little")
        if place + 8 + size > end:
            return None
        chunks.append((data[place : place + 4], data[place + 8 : place + 8 + size]))
        place += 8 + size + size % 2
    return tuple(chunks)


def write_webp(chunks: Chunks) -> bytes:
    """The bytes of a WebP."""
    body = b"WEBP" + b"".join(
        kind + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)
        for kind, content in chunks
    )
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _marker(data: bytes, place: int) -> tuple[int, int] | None:
    """The marker at ``place`` and what follows it; any number of FF may stand before it."""
    start = place
    while place < len(data) and data[place] == 0xFF:
        place += 1
    if place == start or place >= len(data) or data[place] == 0:
        return None
    return data[place], place + 1


def _scan_end(data: bytes, place: int) -> int:
    """Where the picture ends whose first scan begins at ``place``; a JPEG may have several."""
    while True:
        found = _marker(data, place)
        if found is None:
            return len(data)
        marker, place = found
        if marker == _END:
            return place
        place += 0 if marker in _ALONE else int.from_bytes(data[place : place + 2], "big")
        if marker == _SCAN:
            following = _NEXT_MARKER.search(data, place)
            if following is None:
                return len(data)
            place = following.end() - 2

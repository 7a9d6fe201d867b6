"""The metadata that travel in a picture file, taken out of their containers."""

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from corpblog.read.picture_parts import read_jpeg, read_png, read_webp
from corpblog.read.tiff_tags import TagGroups, read_tags

EXIF_HEAD = b"Exif\0\0"
XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"
PHOTOSHOP_HEAD = b"Photoshop 3.0\0"
XMP_KEYWORD = b"XML:com.adobe.xmp"
IPTC_BLOCK = 0x0404
PREVIEW_BLOCKS = frozenset({0x0409, 0x040C})

_LONGEST_TEXT = 1_000_000
# A TIFF inside another file: its head, with the first group of tags right behind it.
_INNER_TIFF = re.compile(rb"II\*\0\x08\0\0\0|MM\0\*\0\0\0\x08")
_PACKET = re.compile(rb"<x:xmpmeta")
_PACKET_END = b"</x:xmpmeta>"
_RAW_PROFILE = re.compile(r"Raw profile type (exif|APP1|xmp|iptc)", re.IGNORECASE)


class Metadata(NamedTuple):
    """What a picture carries besides its pixels.

    ``iptc`` are its data sets by number, ``texts`` those of a PNG, ``credentials`` the bytes of
    Content Credentials (C2PA). ``preview`` tells of a small picture outside of EXIF.
    """

    tags: TagGroups | None = None
    xmp: str = ""
    iptc: Mapping[int, tuple[str, ...]] = {}
    texts: Mapping[str, str] = {}
    credentials: bytes = b""
    preview: bool = False


def metadata_of(data: bytes) -> Metadata:
    """The metadata in the picture file ``data``; what is damaged is left out."""
    jpeg = read_jpeg(data)
    if jpeg is not None:
        return _of_jpeg(jpeg.segments)
    chunks = read_png(data)
    if chunks is not None:
        return _of_png(chunks)
    return _of_webp(read_webp(data) or ()) if data[8:12] == b"WEBP" else _of_other(data)


def blocks_of(payload: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Number, content and whole bytes of the blocks that Photoshop writes (8BIM)."""
    place = 0
    while payload[place : place + 4] == b"8BIM" and place + 12 <= len(payload):
        name = payload[place + 6]
        start = place + 7 + name + (1 - name % 2) + 4
        size = int.from_bytes(payload[start - 4 : start], "big")
        end = start + size + size % 2
        number = int.from_bytes(payload[place + 4 : place + 6], "big")
        yield number, payload[start : start + size], payload[place:end]
        place = end


def _of_jpeg(segments: tuple[tuple[int, bytes], ...]) -> Metadata:
    tags, xmp, credentials, preview = None, "", b"", False
    iptc: Mapping[int, tuple[str, ...]] = {}
    for marker, payload in segments:
        if marker == 0xE1 and payload.startswith(EXIF_HEAD):
            tags = tags or read_tags(payload[len(EXIF_HEAD) :])
        elif marker == 0xE1 and payload.startswith(XMP_HEAD):
            xmp = xmp or _decoded(payload[len(XMP_HEAD) :])
        elif marker == 0xED and payload.startswith(PHOTOSHOP_HEAD):
            blocks = list(blocks_of(payload[len(PHOTOSHOP_HEAD) :]))
            iptc = next((_data_sets(b) for n, b, _ in blocks if n == IPTC_BLOCK), iptc)
            preview = preview or any(number in PREVIEW_BLOCKS for number, _, _ in blocks)
        elif marker == 0xE0 and payload.startswith(b"JFIF\0"):
            preview = preview or any(payload[12:14])
        elif marker == 0xE0 and payload.startswith(b"JFXX\0"):
            preview = True
        elif marker == 0xEB:
            credentials += payload
    return Metadata(tags, xmp, iptc, {}, credentials, preview)


def _of_png(chunks: tuple[tuple[bytes, bytes], ...]) -> Metadata:
    texts: dict[str, str] = {}
    for kind, content in chunks:
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            name, text = _png_text(kind, content)
            texts.setdefault(name, text)
    exif = next((content for kind, content in chunks if kind == b"eXIf"), b"")
    profiles = {
        name: _raw_profile(text) for name, text in texts.items() if _RAW_PROFILE.match(name)
    }
    for content in profiles.values():
        start = _INNER_TIFF.search(content, 0, 64)
        exif = exif or (content[start.start() :] if start else b"")
    xmp = texts.get(XMP_KEYWORD.decode(), "") or _decoded(profiles.get("Raw profile type xmp", b""))
    credentials = b"".join(content for kind, content in chunks if kind == b"caBX")
    return Metadata(read_tags(exif), xmp, {}, texts, credentials)


def _of_webp(chunks: tuple[tuple[bytes, bytes], ...]) -> Metadata:
    found = dict(reversed(chunks))
    exif = found.get(b"EXIF", b"").removeprefix(EXIF_HEAD)
    return Metadata(
        read_tags(exif), _decoded(found.get(b"XMP ", b"")), {}, {}, found.get(b"C2PA", b"")
    )


def _of_other(data: bytes) -> Metadata:
    """Metadata of formats that are not taken apart (AVIF, TIFF, GIF, SVG): found by their heads."""
    start = _INNER_TIFF.search(data)
    tags = read_tags(data[start.start() :] if start else data)
    packet = _PACKET.search(data)
    end = data.find(_PACKET_END, packet.start()) if packet else -1
    xmp = _decoded(data[packet.start() : end]) if packet and end >= 0 else ""
    if tags is not None and data[:2] in (b"II", b"MM"):
        tags = tags._replace(preview={})  # the second page of a TIFF
    return Metadata(tags, xmp, {}, {}, data if b"c2pa" in data else b"")


def _png_text(kind: bytes, content: bytes) -> tuple[str, str]:
    name, _, rest = content.partition(b"\0")
    keyword = name.decode("latin-1")
    if kind == b"tEXt":
        return keyword, rest[:_LONGEST_TEXT].decode("latin-1")
    if kind == b"zTXt":
        return keyword, _inflated(rest[1:]).decode("latin-1")
    packed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
    return keyword, _decoded(_inflated(text) if packed else text)


def _inflated(packed: bytes) -> bytes:
    """Unpacked bytes, up to a limit: small files can unpack to gigabytes."""
    try:
        return zlib.decompressobj().decompress(packed, _LONGEST_TEXT)
    except zlib.error:
        return b""


def _raw_profile(text: str) -> bytes:
    """A profile as ImageMagick writes it into PNG: a name, a length, and hexadecimal digits."""
    try:
        return bytes.fromhex("".join(text.split()[2:]))
    except ValueError:
        return b""


def _decoded(packet: bytes) -> str:
    return packet[:_LONGEST_TEXT].decode("utf-8", "replace")


def _data_sets(block: bytes) -> Mapping[int, tuple[str, ...]]:
    """The texts of record 2 of IPTC-IIM 4.2, by the number of their data set."""
    found: dict[int, tuple[str, ...]] = {}
    place = 0
    while block[place : place + 1] == b"\x1c" and place + 5 <= len(block):
        size = int.from_bytes(block[place + 3 : place + 5], "big")
        if block[place + 1] == 2:
            text = block[place + 5 : place + 5 + size]
            found[block[place + 2]] = (*found.get(block[place + 2], ()), _text_of(text))
        place += 5 + size
    return found


def _text_of(raw: bytes) -> str:
    try:
        return raw.decode("utf-8").strip()
    except UnicodeDecodeError:
        return raw.decode("latin-1").strip()

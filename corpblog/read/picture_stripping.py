"""Pictures without what is private in them: position, serial numbers, accounts, small previews.

Only metadata are touched: the pixels stay as they are, byte by byte, and so do colour profile,
resolution, the way round, the maker and the rights.
"""

from collections.abc import Iterator
from pathlib import Path

from corpblog.read import xmp
from corpblog.read.picture_metadata import (
    EXIF_HEAD,
    PHOTOSHOP_HEAD,
    PREVIEW_BLOCKS,
    XMP_HEAD,
    XMP_KEYWORD,
    Metadata,
    blocks_of,
    metadata_of,
)
from corpblog.read.picture_parts import (
    Chunks,
    Jpeg,
    read_jpeg,
    read_png,
    read_webp,
    write_jpeg,
    write_png,
    write_webp,
)
from corpblog.read.picture_telling import is_private, source_type_of
from corpblog.read.tiff_tags import write_tags

# Description, the way round, resolution, maker, rights; of the camera's tags the colour space.
_KEPT_MAIN = frozenset({0x010E, 0x0112, 0x011A, 0x011B, 0x0128, 0x013B, 0x8298})
_KEPT_CAMERA = frozenset({0xA001})
_KEPT_TEXTS = frozenset({"Title", "Author", "Description", "Copyright", "Disclaimer", "Source"})
_SOURCE_TYPE = "Iptc4xmpExt:DigitalSourceType"
_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_LONGEST_SEGMENT = 0xFFFF - 2

_JFIF, _EXIF, _ICC, _PHOTOSHOP, _ADOBE = 0xE0, 0xE1, 0xE2, 0xED, 0xEE
_APPLICATION = range(0xE0, 0xF0)
_WEBP_HAS_XMP, _WEBP_HAS_EXIF = 0x04, 0x08


def strip_private(path: Path) -> bytes:
    """The bytes of the picture at ``path`` without what is private; the caller writes them.

    A picture that tells nothing private comes back as it is, and so does one that cannot be
    taken apart: only JPEG, PNG and WebP can. Raises OSError.
    """
    return stripped(path.read_bytes())


def stripped(data: bytes) -> bytes:
    """The same for the bytes of a picture."""
    found = metadata_of(data)
    if not is_private(found):
        return data
    jpeg = read_jpeg(data)
    if jpeg is not None:
        return write_jpeg(Jpeg(tuple(_jpeg_segments(jpeg, found)), jpeg.scan, b""))
    png = read_png(data)
    if png is not None:
        return write_png(tuple(_png_chunks(png, found)))
    webp = read_webp(data)
    return write_webp(tuple(_webp_chunks(webp, found))) if webp else data


def _kept_exif(found: Metadata) -> bytes:
    """A TIFF with the tags that stay; empty where there are none."""
    if found.tags is None:
        return b""
    main = {number: tag for number, tag in found.tags.main.items() if number in _KEPT_MAIN}
    camera = {number: tag for number, tag in found.tags.camera.items() if number in _KEPT_CAMERA}
    return write_tags(found.tags.order, main, camera)


def _kept_xmp(found: Metadata) -> bytes:
    """A packet with maker, rights and the way the picture came to be."""
    values = {name: xmp.value(found.xmp, name) for name in xmp.KEPT}
    kind = source_type_of(found)
    values[_SOURCE_TYPE] = _SOURCE_TYPES + kind if kind else ""
    return xmp.packet({name: text for name, text in values.items() if text}).encode()


def _jpeg_segments(jpeg: Jpeg, found: Metadata) -> Iterator[tuple[int, bytes]]:
    exif, packet = _kept_exif(found), _kept_xmp(found)
    jfif = next((p for m, p in jpeg.segments if m == _JFIF and p.startswith(b"JFIF\0")), b"")
    if jfif:
        yield _JFIF, jfif[:12] + b"\0\0"
    for head, content in ((EXIF_HEAD, exif), (XMP_HEAD, packet)):
        if content and len(head) + len(content) <= _LONGEST_SEGMENT:
            yield _EXIF, head + content
    for marker, payload in jpeg.segments:
        if marker == _PHOTOSHOP and payload.startswith(PHOTOSHOP_HEAD):
            yield marker, PHOTOSHOP_HEAD + b"".join(_kept_blocks(payload))
        elif marker not in _APPLICATION or _shows_colours(marker, payload):
            yield marker, payload


def _shows_colours(marker: int, payload: bytes) -> bool:
    """Whether a segment tells how the pixels are to be shown."""
    return marker == _ADOBE or (marker == _ICC and payload.startswith(b"ICC_PROFILE\0"))


def _kept_blocks(payload: bytes) -> Iterator[bytes]:
    for number, _, whole in blocks_of(payload[len(PHOTOSHOP_HEAD) :]):
        if number not in PREVIEW_BLOCKS:
            yield whole


def _png_chunks(chunks: Chunks, found: Metadata) -> Iterator[tuple[bytes, bytes]]:
    exif, packet = _kept_exif(found), _kept_xmp(found)
    for kind, content in chunks:
        if _stays(kind, content):
            yield kind, content
        if kind == b"IHDR":
            if exif:
                yield b"eXIf", exif
            if packet:
                yield b"iTXt", XMP_KEYWORD + b"\0\0\0\0\0" + packet


def _stays(kind: bytes, content: bytes) -> bool:
    if kind in (b"tEXt", b"zTXt", b"iTXt"):
        return content.partition(b"\0")[0].decode("latin-1") in _KEPT_TEXTS
    return kind not in (b"eXIf", b"caBX")


def _webp_chunks(chunks: Chunks, found: Metadata) -> Iterator[tuple[bytes, bytes]]:
    exif, packet = _kept_exif(found), _kept_xmp(found)
    for kind, content in chunks:
        if kind == b"VP8X" and content:
            flags = content[0] & ~(_WEBP_HAS_EXIF | _WEBP_HAS_XMP)
            flags |= _WEBP_HAS_EXIF * bool(exif) | _WEBP_HAS_XMP * bool(packet)
            yield kind, bytes((flags,)) + content[1:]
        elif kind not in (b"EXIF", b"XMP ", b"C2PA"):
            yield kind, content
    if exif:
        yield b"EXIF", exif
    if packet:
        yield b"XMP ", packet

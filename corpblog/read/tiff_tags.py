"""Tags of TIFF, the form in which cameras write EXIF into pictures: read with distrust, written.

The layout is that of TIFF 6.0, section 2, and of Exif 2.32 (CIPA DC-008), section 4.6.
"""

import struct
from collections.abc import Mapping
from typing import NamedTuple

_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
# Bytes of one value, by the number of its type.
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_MOST_TAGS = 1000
_LONG = 4
EXIF_TAGS = 0x8769
GPS_TAGS = 0x8825


class Tag(NamedTuple):
    """A value as it lies in the file: number of its type, how many there are, and their bytes."""

    kind: int
    values: int
    raw: bytes

    @property
    def text(self) -> str:
        """The first text that is not empty; empty where the value is no text."""
        parts = (part.decode("utf-8", "replace").strip() for part in self.raw.split(b"\0"))
        return next((part for part in parts if part), "")

    @property
    def wide_text(self) -> str:
        """A text as Windows writes it, with two bytes for a letter."""
        return self.raw.decode("utf-16-le", "replace").split("\0")[0].strip()


Tags = Mapping[int, Tag]


class TagGroups(NamedTuple):
    """The groups of tags of a picture: its own, the camera's, the place's, the preview's."""

    order: str
    main: Tags
    camera: Tags
    place: Tags
    preview: Tags


def read_tags(data: bytes) -> TagGroups | None:
    """The tags in ``data``, which begins with the head of a TIFF; None where it does not.

    What is damaged is left out.
    """
    order = _ORDERS.get(data[:4])
    if order is None:
        return None
    main, after = _group(data, order, _number(data, order, 4))
    preview, _ = _group(data, order, after) if after else ({}, 0)
    camera, place = (_pointed(data, order, main, tag) for tag in (EXIF_TAGS, GPS_TAGS))
    return TagGroups(order=order, main=main, camera=camera, place=place, preview=preview)


def write_tags(order: str, main: Tags, camera: Tags) -> bytes:
    """A TIFF that holds these tags and no picture; empty where there are none."""
    if not main and not camera:
        return b""
    pointer = {EXIF_TAGS: Tag(_LONG, 1, b"\0\0\0\0")} if camera else {}
    tags = {**main, **pointer}
    size = len(_packed(order, tags, 8))
    if camera:
        tags[EXIF_TAGS] = Tag(_LONG, 1, struct.pack(f"{order}L", 8 + size))
    head = next(sign for sign, known in _ORDERS.items() if known == order)
    body = _packed(order, tags, 8) + (_packed(order, camera, 8 + size) if camera else b"")
    return head + struct.pack(f"{order}L", 8) + body


def _pointed(data: bytes, order: str, main: Tags, tag: int) -> Tags:
    raw = main[tag].raw if tag in main else b""
    return _group(data, order, struct.unpack(f"{order}L", raw)[0])[0] if len(raw) == 4 else {}


def _group(data: bytes, order: str, start: int) -> tuple[dict[int, Tag], int]:
    """The tags that begin at ``start``, and where the next group begins (0 where there is none)."""
    if not 8 <= start <= len(data) - 2:
        return {}, 0
    count = struct.unpack_from(f"{order}H", data, start)[0]
    found: dict[int, Tag] = {}
    for place in range(start + 2, start + 2 + 12 * min(count, _MOST_TAGS), 12):
        if place + 12 > len(data):
            return found, 0
        number, kind, values = struct.unpack_from(f"{order}HHL", data, place)
        size = values * _SIZES.get(kind, 0)
        begin = place + 8 if size <= 4 else _number(data, order, place + 8)
        if size and begin + size <= len(data):
            found[number] = Tag(kind, values, data[begin : begin + size])
    return found, _number(data, order, start + 2 + 12 * count)


def _number(data: bytes, order: str, place: int) -> int:
    """The long number at ``place``; 0 beyond the end."""
    if place + 4 > len(data):
        return 0
    return int(struct.unpack_from(f"{order}L", data, place)[0])


def _packed(order: str, tags: Tags, start: int) -> bytes:
    """A group of tags that begins at ``start`` of the TIFF, with its longer values behind it."""
    behind = start + 2 + 12 * len(tags) + 4
    entries, values = [], b""
    for number in sorted(tags):
        tag = tags[number]
        raw = tag.raw.ljust(4, b"\0")
        if len(raw) > 4:
            raw, values = (
                struct.pack(f"{order}L", behind + len(values)),
                values + tag.raw + b"\0" * (len(tag.raw) % 2),
            )
        entries.append(struct.pack(f"{order}HHL", number, tag.kind, tag.values) + raw)
    return struct.pack(f"{order}H", len(tags)) + b"".join(entries) + b"\0" * 4 + values

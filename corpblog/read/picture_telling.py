"""What the metadata of a picture tell: its maker and rights, and what is private."""

import re

from corpblog.read import xmp
from corpblog.read.picture_metadata import Metadata
from corpblog.read.source_types import source_type
from corpblog.read.tiff_tags import Tag, Tags

# Numbers of tags, from Exif 2.32, DNG 1.6 and Windows.
_ARTIST, _COPYRIGHT, _XP_AUTHOR, _DNG_SERIAL = 0x013B, 0x8298, 0x9C9D, 0xC62F
_OWNER, _BODY_SERIAL, _LENS_SERIAL = 0xA430, 0xA431, 0xA435
_LATITUDE, _LONGITUDE = 2, 4
_PREVIEW_PLACES = frozenset({0x0111, 0x0201})
_BYLINE, _COPYRIGHT_NOTICE = 80, 116

_XMP_POSITION = ("exif:GPSLatitude", "exif:GPSLongitude")
_XMP_SERIAL = (
    *("aux:SerialNumber", "aux:LensSerialNumber"),
    *("exifEX:BodySerialNumber", "exifEX:LensSerialNumber"),
)
_XMP_ACCOUNT = ("aux:OwnerName", "exifEX:CameraOwnerName")
_XMP_PREVIEW = ("xmp:Thumbnails", "xap:Thumbnails", "xmpGImg:image")

_SOURCE_TYPE = re.compile(r"digitalsourcetype/(\w+)", re.IGNORECASE)
# Where several are named (parts of a picture, steps of its making) these say the most.
_STRONGEST = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia")


def is_private(found: Metadata) -> bool:
    """Whether the metadata tell something that readers need not know."""
    return has_position(found) or has_serial(found) or has_account(found) or has_thumbnail(found)


def has_position(found: Metadata) -> bool:
    """Whether the picture says where it was taken."""
    place: Tags = found.tags.place if found.tags else {}
    return _LATITUDE in place or _LONGITUDE in place or _any(found, _XMP_POSITION)


def has_serial(found: Metadata) -> bool:
    """Whether it names the very camera or lens; vendor notes (MakerNote) are not looked into."""
    numbers = (_tag(found, "camera", _BODY_SERIAL), _tag(found, "camera", _LENS_SERIAL))
    named = any(
        tag and tag.text.strip("0 ") for tag in (*numbers, _tag(found, "main", _DNG_SERIAL))
    )
    return named or _any(found, _XMP_SERIAL)


def has_account(found: Metadata) -> bool:
    """Whether it names the owner of the camera or of a Windows account.

    Both are filled in without anybody's doing. One that repeats ``Artist`` is the credit that
    stays anyway, so it reveals nothing.
    """
    artist = _text(found, _ARTIST)
    owner, account = _tag(found, "camera", _OWNER), _tag(found, "main", _XP_AUTHOR)
    names = {owner.text if owner else "", account.wide_text if account else ""}
    return bool(names - {"", artist}) or _any(found, _XMP_ACCOUNT)


def has_thumbnail(found: Metadata) -> bool:
    """Whether it holds a small picture of itself, which may show what was cut off later."""
    preview: Tags = found.tags.preview if found.tags else {}
    return found.preview or bool(_PREVIEW_PLACES & preview.keys()) or _any(found, _XMP_PREVIEW)


def creator_of(found: Metadata) -> str:
    """Who made the picture, as the file says; several names joined by commas."""
    byline = ", ".join(found.iptc.get(_BYLINE, ()))
    said = xmp.value(found.xmp, "dc:creator")
    return _text(found, _ARTIST) or byline or said or found.texts.get("Author", "").strip()


def source_type_of(found: Metadata) -> str:
    """The IPTC digital source type that XMP or Content Credentials name, by its short name."""
    said = source_type(xmp.value(found.xmp, "Iptc4xmpExt:DigitalSourceType"))
    credentials = found.credentials.decode("latin-1")
    named = [source_type(term) for term in _SOURCE_TYPE.findall(credentials)]
    every = [term for term in (said, *named) if term]
    return next((term for term in _STRONGEST if term in every), every[0] if every else "")


def copyright_of(found: Metadata) -> str:
    """Who holds the rights in the picture, as the file says."""
    notice = ", ".join(found.iptc.get(_COPYRIGHT_NOTICE, ()))
    said = xmp.value(found.xmp, "dc:rights")
    return _text(found, _COPYRIGHT) or notice or said or found.texts.get("Copyright", "").strip()


def _any(found: Metadata, names: tuple[str, ...]) -> bool:
    return any(xmp.has(found.xmp, name) for name in names)


def _tag(found: Metadata, group: str, number: int) -> Tag | None:
    tags: Tags = getattr(found.tags, group) if found.tags else {}
    return tags.get(number)


def _text(found: Metadata, number: int) -> str:
    tag = _tag(found, "main", number)
    return tag.text if tag else ""

"""The picture of a post: found by whatever name the old theme used, kept only if it exists."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from corpblog.importers.old.values import is_null, mapping, text

IMAGE_KEYS = (
    "image",
    "images",
    "og_image",
    "og-image",
    "featured_image",
    "feature_image",
    "featuredImage",
    "feature",
    "cover",
    "header",
    "thumbnail",
    "teaser",
    "hero_image",
    "banner",
)
ALT_KEYS = ("image_alt", "image-alt", "image_accessibility", "alt", "featured_image_alt")
CAPTION_KEYS = ("image_caption", "image_figcaption", "caption", "featured_image_caption")
_SOURCES = (
    "src",
    "path",
    "url",
    "feature",
    "image",
    "imgname",
    "relative",
    "overlay_image",
    "teaser",
    "file",
)
_SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif")


@dataclass(frozen=True, kw_only=True, slots=True)
class PostPicture:
    """The ``image`` of a post: ``fields`` when the file is there, ``missing`` when it is not."""

    fields: Mapping[str, str]
    key: str = ""
    missing: str = ""


def picture_of(
    values: Mapping[str, Any], addresses: Mapping[str, str], folders: Sequence[str]
) -> PostPicture:
    """The first picture that the front matter names and the old blog has.

    ``addresses`` maps an address under the root to a file; ``folders`` are where bare names lie.
    """
    missing = missing_key = ""
    for key in IMAGE_KEYS:
        for item in _candidates(values.get(key)):
            wanted = _source(item)
            if not wanted:
                continue
            if found := _located(wanted, addresses, folders):
                return PostPicture(fields=_fields(found, item, values), key=key)
            if not missing:
                missing, missing_key = wanted, key
    return PostPicture(fields={}, key=missing_key, missing=missing)


def _candidates(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        yield from value
    elif not is_null(value):
        yield value


def _source(item: Any) -> str:
    record = mapping(item)
    found = next((text(record[k]) for k in _SOURCES if text(record.get(k))), "") or text(item)
    path = found.split("?", 1)[0]
    return path if path.lower().endswith(_SUFFIXES) and "//" not in path else ""


def _located(wanted: str, addresses: Mapping[str, str], folders: Sequence[str]) -> str:
    path = "/" + unquote(wanted).lstrip("./")
    tries = [path, path.removeprefix("/static"), *(f"/{f.strip('/')}{path}" for f in folders)]
    return next((address for address in tries if address in addresses), "")


def _fields(found: str, item: Any, values: Mapping[str, Any]) -> dict[str, str]:
    record = mapping(item)
    alt = text(record.get("alt")) or next((text(values[k]) for k in ALT_KEYS if k in values), "")
    caption = next((text(record[k]) for k in ("caption", "sub") if text(record.get(k))), "")
    caption = caption or next((text(values[k]) for k in CAPTION_KEYS if k in values), "")
    credit = text(record.get("attribution") or record.get("credit"))
    said = {"alt": alt, "caption": caption, "creator": credit}
    return {"src": found} | {key: words for key, words in said.items() if words}

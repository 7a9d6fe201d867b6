"""What published picture files tell about themselves: size, maker, rights, and what is private.

No picture is decoded, and nothing that a file says is trusted: damaged metadata count as none.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress

from corpblog.model.image_facts import ImageFacts
from corpblog.model.site import Site
from corpblog.read.picture_metadata import metadata_of
from corpblog.read.picture_telling import (
    copyright_of,
    creator_of,
    has_account,
    has_position,
    has_serial,
    has_thumbnail,
    source_type_of,
)

PICTURES = (
    *(".png", ".apng", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".avif", ".heic", ".heif"),
    *(".jxl", ".tif", ".tiff", ".bmp", ".svg"),
)
DOCUMENTS = (".pdf",)

_PDF_AUTHOR = re.compile(rb"/Author\s*(?:\(\s*[^\s)]|<\s*[0-9A-Fa-f])")
_PDF_XMP_AUTHOR = re.compile(rb"<dc:creator>")


def read_image_facts(site: Site) -> Mapping[str, ImageFacts]:
    """Facts about every picture that the site publishes and that lies in its folder, by path.

    Portraits and the files of a theme in the site's own folder are among them. A file that
    cannot be read is left out.
    """
    return dict(_facts_of(site, PICTURES))


def read_document_facts(site: Site) -> Mapping[str, ImageFacts]:
    """The same about every PDF; of its properties only whether it names an author is known."""
    return dict(_facts_of(site, DOCUMENTS))


def facts_in(data: bytes, path: str, width: int = 0, height: int = 0) -> ImageFacts:
    """The facts in the bytes of a picture or PDF; ``path`` is how the source is called."""
    digest = hashlib.sha256(data).hexdigest()
    if path.lower().endswith(DOCUMENTS):
        return ImageFacts(path=path, digest=digest, has_author_property=_names_author(data))
    found = metadata_of(data)
    return ImageFacts(
        path=path,
        digest=digest,
        width=width,
        height=height,
        has_position=has_position(found),
        has_serial=has_serial(found),
        has_account=has_account(found),
        has_thumbnail=has_thumbnail(found),
        creator=creator_of(found),
        copyright=copyright_of(found),
        digital_source_type=source_type_of(found),
    )


def _facts_of(site: Site, endings: tuple[str, ...]) -> Iterator[tuple[str, ImageFacts]]:
    """Published files with these endings that lie in the folder of the site, by their source."""
    for asset in sorted(site.assets.values(), key=lambda asset: asset.label):
        if not asset.label.lower().endswith(endings) or not asset.source.is_relative_to(site.root):
            continue
        with suppress(OSError):  # the copying of files tells what cannot be read
            data = asset.source.read_bytes()
            yield asset.label, facts_in(data, asset.label, asset.width, asset.height)


def _names_author(data: bytes) -> bool:
    return bool(_PDF_AUTHOR.search(data) or _PDF_XMP_AUTHOR.search(data))

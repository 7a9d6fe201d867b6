"""The pictures that a text shows: which files they are, and what is said about each."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

from corpblog.lint.rule import Key, Span
from corpblog.lint.text import Text
from corpblog.model.author import Picture
from corpblog.wordlists.lists import builtin_entries
from corpblog.wordlists.matcher import Hit, Matcher
from corpblog.wordlists.tokens import tokenise

STATIC = "static"
_FOREIGN = ("http:", "https:", "//", "data:", "mailto:")
# Categories that have no place in an alt text.
_BOASTING = ("empty-superlative", "hype-adjective")


# “Photo: A. Kern, CC BY 4.0”, as people write below a picture.
_MAKER = re.compile(
    r"\b(?:photo|picture|image|drawing|illustration|graphic|foto|bild|zeichnung|grafik|aufnahme)"
    r"(?:s|graph)?(?::| by| von) *(?P<name>[^,;|(]{2,80})",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"\b(?:CC[ -](?:BY|0)[\w .-]{0,20}|CC0|public domain|gemeinfrei)", re.IGNORECASE
)


class Credit(NamedTuple):
    """Who made a picture and what allows its use, as far as a caption says so."""

    creator: str
    license: str


class Shown(NamedTuple):
    """A picture in a text. ``path`` is its file from the root of the site, else its address.

    ``at`` is the place of the whole, ``alt_at`` of its alt text, which is None where there is
    nothing to point at. ``picture`` is the record of one that front matter names. ``declared``
    says that the author wrote an empty alt text on purpose, which only HTML can.
    """

    path: str
    alt: str
    caption: str
    at: Span | Key
    alt_at: Span | Key | None
    picture: Picture | None = None
    declared: bool = False


def credit_in(caption: str) -> Credit:
    """The credit that stands in the line below a picture."""
    maker = _MAKER.search(caption)
    licence = _LICENCE.search(caption)
    return Credit(
        creator=maker["name"].strip() if maker else "", license=licence[0] if licence else ""
    )


def pictures_in(text: Text) -> Iterator[Shown]:
    """The pictures of the body, then the one that the front matter of a post or page names."""
    record = text.post or text.page or text.author
    folder = record.folder if record else ""
    for use in text.prose.images:
        yield Shown(
            path=picture_path(use.src, folder),
            alt=use.alt.strip(),
            caption=use.title.strip(),
            at=Span(use.start, use.end),
            alt_at=Span(use.alt_start, use.alt_end) if use.alt_end > use.alt_start else None,
            declared=not use.alt
            and text.source.text.startswith("<", use.start)
            and use.alt_start < use.end,
        )
    front = text.post.front if text.post else text.page.front if text.page else None
    if front is not None and front.image is not None and front.image.src:
        yield shown_by_key(front.image, folder)


def shown_by_key(image: Picture, folder: str) -> Shown:
    """The picture under the key ``image`` of a file in ``folder``."""
    return Shown(
        path=picture_path(image.src, folder),
        alt=image.alt.strip(),
        caption=image.caption.strip(),
        at=Key(("image",)),
        alt_at=Key(("image", "alt")) if image.alt.strip() else None,
        picture=image,
    )


def picture_path(src: str, folder: str) -> str:
    """The file that ``src`` means in a text of ``folder``, from the root of the site.

    An address elsewhere stays as it is.
    """
    if src.lower().startswith(_FOREIGN):
        return src
    path = unquote(src.partition("#")[0].partition("?")[0])
    if path.startswith("/"):
        return posixpath.normpath(posixpath.join(STATIC, path.lstrip("/")))
    return posixpath.normpath(posixpath.join(folder, path))


def boasts_in(alt: str, lang: str) -> tuple[Hit, ...]:
    """Superlatives and hype of the built-in lists in an alt text, with places in it."""
    hits = (hit for found in _boasting(lang).find(tokenise(alt)).values() for hit in found)
    return tuple(hit for hit in hits if not hit.entry.directives.only_with_self)


@cache
def _boasting(lang: str) -> Matcher:
    entries = (entry for entry in builtin_entries(lang) if entry.category in _BOASTING)
    return Matcher({"boasts": tuple(entries)})

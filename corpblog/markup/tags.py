"""HTML cut into tags and text, and the attributes of a tag, without building a tree."""

import re
from collections.abc import Iterator
from html import unescape as unescape_text
from html.entities import html5
from typing import NamedTuple

# A tag ends at the first > outside quotes, as in a browser. \x02 marks our own code blocks.
QUOTED = r"""[^<>"']*+(?:"[^"]*"[^<>"']*+|'[^']*'[^<>"']*+)*+"""
_TAG = re.compile(rf"(<[a-zA-Z/\x02]{QUOTED}>)")
_WRITTEN_TAG = re.compile(r"(<[^>]*>)")
RAW_TEXT = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_OPAQUE = re.compile(rf"<!--|<!\[CDATA\[|<[!?]|<(?:{'|'.join(RAW_TEXT)})(?=[\s/>])", re.IGNORECASE)
_CLOSERS = {name: re.compile(rf"</{name}(?=[\s/>])[^>]*>", re.IGNORECASE) for name in RAW_TEXT}
_ENDS = {"<!--": "-->", "<![cdata[": "]]>", "<!": ">", "<?": "?>"}
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
OPENING = re.compile(r"<([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"""(?<=[\s"'/])([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?"""
)
# In an attribute a bare &copy=1 is no entity, in text it is.
_ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|([a-zA-Z][a-zA-Z0-9]*(?:;|(?!=))))")


class Attribute(NamedTuple):
    """One attribute of a tag: ``value`` without entities, and its place as offsets into the tag.

    ``start`` and ``end`` are those of the raw value, quotes not counted; ``outer`` of the whole
    attribute; ``is_bare`` if it has no value at all.
    """

    name: str
    value: str
    start: int
    end: int
    outer: tuple[int, int]
    is_bare: bool


def split(html: str) -> list[str]:
    """Text and tag by turns, for a parser's own HTML: no other ``<`` and ``>`` than of tags."""
    return _WRITTEN_TAG.split(html)


def split_raw(html: str) -> list[str]:
    """Text and tag by turns, for HTML with parts that an author wrote.

    A comment, a declaration, a ``<script>`` with its content is one tag; what is never closed
    stays text. Joined, the pieces are ``html``. Takes linear time for any input.
    """
    pieces: list[str] = []
    unclosed: set[str] = set()
    done = position = 0
    while found := _OPAQUE.search(html, position):
        end = _end_of(html, found, unclosed)
        if end < 0:
            position = found.end()
            continue
        pieces += _TAG.split(html[done : found.start()])
        pieces.append(html[found.start() : end])
        done = position = end
    return pieces + _TAG.split(html[done:])


def _end_of(html: str, found: re.Match[str], unclosed: set[str]) -> int:
    """Where the opaque part that begins at ``found`` ends, or -1 if it never does.

    What is not closed once is not looked for again, which keeps the time linear.
    """
    kind = found[0].lower()
    if kind in unclosed:
        return -1
    if kind in _ENDS:
        closing = _ENDS[kind]
        place = html.find(closing, found.start() + 2)
        end = place + len(closing) if place >= 0 else -1
    else:
        opening = _TAG.match(html, found.start())
        closer = _CLOSERS[kind[1:]].search(html, opening.end()) if opening else None
        end = closer.end() if closer else -1
    if end < 0:
        unclosed.add(kind)
    return end


def is_one_tag(piece: str) -> bool:
    """Whether a piece is a tag alone: a raw text element that is closed is more."""
    return _TAG.fullmatch(piece) is not None


def tag_name(tag: str) -> str:
    """The name of an opening or closing tag in lower case, empty if it is none."""
    found = _NAME.match(tag)
    return found[1].lower() if found else ""


def attributes(tag: str) -> Iterator[Attribute]:
    """The attributes of one tag in their order; of two with one name only the first counts."""
    name = _NAME.match(tag)
    opening = _TAG.match(tag)
    if name is None or opening is None:
        return
    seen: set[str] = set()
    for found in _ATTRIBUTE.finditer(tag, name.end(), opening.end()):
        key = found[1].lower()
        if key in seen:
            continue
        seen.add(key)
        group = found.lastindex or 1
        start, end = found.span(group) if group > 1 else (found.end(), found.end())
        value = unescape(tag[start:end])
        yield Attribute(key, value, start, end, found.span(), group == 1)


def attribute(tag: str, name: str) -> str | None:
    """The value of one attribute of a tag without entities, or None."""
    return next((each.value for each in attributes(tag) if each.name == name), None)


def unescape(value: str) -> str:
    """An attribute's value without entities, as a browser reads it."""
    if "&" not in value:
        return value
    return _ENTITY.sub(_entity, value)


def _entity(found: re.Match[str]) -> str:
    if found[1]:
        return html5.get(found[1], found[0])
    return unescape_text(found[0])


def escape(value: str) -> str:
    """``value`` for a double-quoted attribute or for text."""
    if "&" in value:
        value = value.replace("&", "&amp;")
    if '"' in value:
        value = value.replace('"', "&quot;")
    if "<" in value or ">" in value:
        value = value.replace("<", "&lt;").replace(">", "&gt;")
    return value

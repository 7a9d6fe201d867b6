"""The attributes of a tag that point somewhere, each with its place in the tag."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from corpblog.markup.tags import Attribute, attribute, attributes, escape, tag_name

LINK, IMAGE = "link", "image"
# What counts as a target, by element and attribute.
KINDS = {
    "a": {"href": LINK},
    "area": {"href": LINK},
    "img": {"src": IMAGE, "srcset": IMAGE},
    "source": {"src": IMAGE, "srcset": IMAGE},
    "video": {"src": IMAGE, "poster": IMAGE},
    "audio": {"src": IMAGE},
}
# One candidate of a srcset (HTML, "parse a srcset attribute"): an address may hold commas.
_CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:\s*,|\s[^,(]*(?:\([^)]*\)[^,(]*)*,?|$)")


class Pointer(NamedTuple):
    """A target of a tag and where it stands in the tag (offsets, end exclusive)."""

    kind: str
    target: str
    start: int
    end: int


def pointers(tag: str) -> Iterator[Pointer]:
    """The targets of one tag, in the order of its attributes."""
    kinds = KINDS.get(tag_name(tag), {})
    for each in attributes(tag) if not tag.startswith("</") else ():
        kind = kinds.get(each.name)
        if kind is None or each.is_bare:
            continue
        if each.name != "srcset":
            yield Pointer(kind, each.value, each.start, each.end)
            continue
        verbatim = each.value == tag[each.start : each.end]
        for found in _CANDIDATE.finditer(each.value):
            start, end = found.span(1)
            place = (each.start + start, each.start + end) if verbatim else (each.start, each.end)
            yield Pointer(kind, found[1], *place)


def repointed(tag: str, resolve: Callable[[str, str], str]) -> str:
    """The tag with each target replaced by what ``resolve(kind, target)`` answers."""
    kinds = KINDS.get(tag_name(tag), {})
    parts: list[str] = []
    done = 0
    for each in attributes(tag):
        kind = kinds.get(each.name)
        if kind is None or each.is_bare:
            continue
        value = _resolved(each, kind, resolve)
        if value != each.value:
            start, end = each.outer
            parts += (tag[done:start], f'{tag[start : start + len(each.name)]}="{escape(value)}"')
            done = end
    return "".join([*parts, tag[done:]]) if parts else tag


def _resolved(each: Attribute, kind: str, resolve: Callable[[str, str], str]) -> str:
    if each.name != "srcset":
        return resolve(kind, each.value)
    parts: list[str] = []
    done = 0
    for found in _CANDIDATE.finditer(each.value):
        start, end = found.span(1)
        parts += (each.value[done:start], resolve(kind, found[1]))
        done = end
    return "".join([*parts, each.value[done:]])


def is_footnote_link(tag: str) -> bool:
    """Whether we wrote this link between a footnote and its call."""
    return "doc-" in tag and attribute(tag, "role") in ("doc-noteref", "doc-backlink")

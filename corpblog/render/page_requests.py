"""What one finished page asks of other hosts, and what of it a strict content policy would stop."""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from corpblog.markup.tags import QUOTED, attribute, attributes, split_raw, tag_name
from corpblog.markup.targets import foreign_hosts, host_of

# Which directive of a content policy (CSP Level 3, 6.1) lets an element load something.
_DIRECTIVES = {
    "img": "img-src",
    "image": "img-src",
    "feimage": "img-src",
    "use": "img-src",
    "input": "img-src",
    "source": "media-src",
    "video": "media-src",
    "audio": "media-src",
    "track": "media-src",
    "script": "script-src",
    "iframe": "frame-src",
    "embed": "object-src",
    "object": "object-src",
}
_LINK_DIRECTIVES = {
    "stylesheet": "style-src",
    "manifest": "manifest-src",
    "modulepreload": "script-src",
    "icon": "img-src",
    "apple-touch-icon": "img-src",
    "mask-icon": "img-src",
}
# An attribute that says more than its element does.
_BY_ATTRIBUTE = {"srcset": "img-src", "poster": "img-src", "data-embed": "frame-src"}
# The style of an element may ask for pictures and for fonts; both are allowed then.
_STYLE_DIRECTIVES = ("style-src", "img-src", "font-src")
_ADDRESS = re.compile(r"(?:https?:)?//[^\s\"'(),]+", re.IGNORECASE)
# The quick look: elements that may load, and words of attributes that may. On nearly all pages
# none of these names another host, and the page is not taken apart.
_LOADERS = re.compile(
    rf"<(?=[aefilostuvAEFILOSTUV][abcefimnorsuABCEFIMNORSU])(?i:img|source|video|audio|track|embed|i?frame|input|script|link|object|image|use|feimage)"
    rf"(?=[\s/>]){QUOTED}>"
)
_HARMLESS_LINK = re.compile(r'\srel="(?:canonical|alternate|me|author|license|next|prev)"')
_WORDS = ("<style", "style=", "data-embed=", "<form")
_SCRIPT_TYPES = frozenset(("", "module", "text/javascript", "application/javascript"))


@dataclass(frozen=True, kw_only=True, slots=True)
class PageRequests:
    """``hosts`` are asked when the page loads, ``click_hosts`` when a reader clicks or sends.

    ``needs`` are pairs of a directive and a source that a content policy has to allow for the page
    to work as it was written; other hosts and the hashes of its own scripts and styles.
    """

    hosts: frozenset[str] = frozenset()
    click_hosts: frozenset[str] = frozenset()
    needs: frozenset[tuple[str, str]] = frozenset()


NOTHING = PageRequests()


def requests_of(html: str, own_host: str) -> PageRequests:
    """What the page ``html`` asks for; ``own_host`` is the site's own and never foreign."""
    if not (any(word in html for word in _WORDS) or any(map(_may_ask, _LOADERS.findall(html)))):
        return NOTHING
    needs: set[tuple[str, str]] = set()
    clicks: set[str] = set()
    pieces = split_raw(html)
    for tag in pieces[1::2]:
        name = tag_name(tag)
        if not name or tag.startswith("</"):
            continue
        needs.update(_inline(tag, name))
        for directive, key, value in _loads(tag, name):
            for host in _hosts(value) - {own_host}:
                needs.add((directive, host))
                if key in ("data-embed", "action"):
                    clicks.add(host)
            if directive == "form-action":
                needs.update((directive, each) for each in _with_port(value))
    hosts = foreign_hosts(html) - {own_host}
    return PageRequests(hosts=hosts, click_hosts=frozenset(clicks), needs=frozenset(needs))


def _may_ask(tag: str) -> bool:
    if tag[:7].lower() == "<script" and "json" not in tag and "src" not in tag:
        return True
    return "//" in tag and not _HARMLESS_LINK.search(tag)


def _loads(tag: str, name: str) -> Iterator[tuple[str, str, str]]:
    """Directive, attribute and value of whatever ``tag`` may load."""
    own = _DIRECTIVES.get(name, "")
    for found in attributes(tag):
        if "//" not in found.value:
            continue
        if found.name in _BY_ATTRIBUTE:
            yield _BY_ATTRIBUTE[found.name], found.name, found.value
        elif found.name == "style":
            yield from ((each, found.name, found.value) for each in _STYLE_DIRECTIVES)
        elif name == "form" and found.name == "action":
            yield "form-action", found.name, found.value
        elif name == "link" and found.name == "href":
            rels = (attribute(tag, "rel") or "").lower().split()
            yield from (
                (_LINK_DIRECTIVES[rel], found.name, found.value)
                for rel in rels
                if rel in _LINK_DIRECTIVES
            )
        elif own and found.name in ("src", "data", "href", "xlink:href"):
            yield own, found.name, found.value
    if name == "style":
        yield from ((each, "", tag) for each in _STYLE_DIRECTIVES)


def _inline(tag: str, name: str) -> Iterator[tuple[str, str]]:
    """The hashes by which a policy allows scripts and styles that stand in the page itself."""
    if name == "style":
        yield "style-src", _hash(_between_tags(tag))
    elif name == "script" and attribute(tag, "src") is None:
        kind = (attribute(tag, "type") or "").lower()
        if kind in _SCRIPT_TYPES:
            yield "script-src", _hash(_between_tags(tag))
    else:
        style = attribute(tag, "style")
        if style is not None:
            yield "style-src", "'unsafe-hashes'"
            yield "style-src", _hash(style)


def _between_tags(element: str) -> str:
    """The content of a raw element that is one piece with its closing tag."""
    opening = re.match(r"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", element)
    return element[opening.end() : element.rfind("</")] if opening else ""


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _with_port(value: str) -> Iterator[str]:
    """Host and port where an address names one: a policy without it means the usual port alone."""
    try:
        parts = urlsplit(value)
        host, port = parts.hostname, parts.port
    except ValueError:
        return
    if host and port is not None:
        yield f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _hosts(value: str) -> frozenset[str]:
    return frozenset(filter(None, map(host_of, _ADDRESS.findall(value))))

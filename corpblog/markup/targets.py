"""Where a body points: links and pictures, rewritten, listed, or found in their source."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from corpblog.markup.document import MarkupOptions
from corpblog.markup.pointers import IMAGE, KINDS, LINK, is_footnote_link, pointers, repointed
from corpblog.markup.sketch import sketch
from corpblog.markup.source import clean
from corpblog.markup.tags import QUOTED, RAW_TEXT, attribute, escape, split_raw, tag_name, unescape

# The first branch is what the engines write, nearly always; the second what authors may; the
# others are passed over.
_POINTER = re.compile(
    r'<(?:(a href|img src)="([^"]*)"(?![^<>]* srcset)'
    # Most tags are none of these: their first letter tells.
    r"|(?=[aivsntxAIVSNTX!])(?:"
    rf"((?i:{'|'.join(KINDS)})(?=[\s/>]){QUOTED}>)"
    r"|!--.*?-->"
    rf"|((?i:{'|'.join(RAW_TEXT)}))(?=[\s/>]){QUOTED}>.*?</\4(?=[\s/>])))",
    re.DOTALL,
)
_WRITTEN = {"a href": LINK, "img src": IMAGE}
_LOADING = {
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "script": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "input": ("src",),
    "object": ("data",),
    "link": ("href", "imagesrcset"),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
    "feimage": ("href", "xlink:href"),
}
_LOADING_LINKS = frozenset(
    "stylesheet icon apple-touch-icon mask-icon manifest preload modulepreload prefetch "
    "preconnect dns-prefetch".split()
)
_HOST = re.compile(r"(?:^|[\s,(\"'])(?:https?:|wss?:)?(//[^\s,\"')]+)", re.IGNORECASE)
_STYLE_ADDRESS = re.compile(r"(?:url\(|@import)\s*[\"']?\s*(?:https?:)?(//[^\s\"')]+)", re.I)


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """What a tag points at: ``kind`` is link or image, ``target`` as in HTML, entities resolved."""

    kind: str
    target: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TargetSpan:
    """A target in its source: code point offsets into the body, end exclusive.

    The span is the target itself where it stands there letter by letter, else the whole link.
    ``definition`` is the span of the reference definition of a reference link.
    """

    kind: str
    target: str
    start: int
    end: int
    definition: tuple[int, int] | None = None


def rewrite_targets(html: str, resolve: Callable[[str, str], str]) -> str:
    """``html`` with each target in a real tag replaced by ``resolve(kind, target)``.

    Nothing in comments, scripts, styles and text areas is touched; what ``resolve`` returns
    unchanged stays byte for byte.
    """

    def moved(found: re.Match[str]) -> str:
        name: str | None = found[1]
        if name is None:
            return repointed(found[0], resolve) if found[3] else found[0]
        written: str = found[2]
        target = unescape(written) if "&" in written else written
        answer = resolve(_WRITTEN[name], target)
        return found[0] if answer == target else f'<{name}="{escape(answer)}"'

    return _POINTER.sub(moved, html)


def targets(html: str) -> tuple[Target, ...]:
    """What the author's tags in ``html`` point at, in order; without our links of footnotes."""
    found: list[Target] = []
    for match in _POINTER.finditer(html):
        if match[1]:
            found.append(Target(kind=_WRITTEN[match[1]], target=unescape(match[2])))
        elif match[3] and not is_footnote_link(match[0]):
            found += (Target(kind=each.kind, target=each.target) for each in pointers(match[0]))
    return tuple(found)


def find_targets(body: str, options: MarkupOptions) -> tuple[TargetSpan, ...]:
    """The targets of a Markdown body with their places; takes longer than a conversion.

    For ``commonmark`` they are those of ``targets(convert(body, options).html)``, in the order of
    the source. For ``markdown`` the scan is the same, so what only Python-Markdown reads as a link
    is not among them. Raises UnknownExtension.
    """
    drawn = sketch(clean(body), options)
    spans: list[TargetSpan] = []
    place = 0
    for index, piece in enumerate(split_raw(drawn.html)):
        if index % 2 and tag_name(piece) in KINDS and not is_footnote_link(piece):
            for each in pointers(piece):
                start, end, definition = drawn.source(place + each.start, place + each.end)
                spans.append(
                    TargetSpan(
                        kind=each.kind,
                        target=each.target,
                        start=start,
                        end=end,
                        definition=definition,
                    )
                )
        place += len(piece)
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def foreign_hosts(html: str) -> frozenset[str]:
    """The hosts that a browser asks when it shows ``html``; where a link leads is not among them.

    Relative addresses name no host, so the site's own address is foreign here too.
    """
    if "//" not in html:
        return frozenset()
    return frozenset(filter(None, map(host_of, _asked(html))))


def _asked(html: str) -> Iterator[str]:
    for tag in split_raw(html)[1::2]:
        name = tag_name(tag)
        if tag.startswith("</") or "//" not in tag:
            continue
        if name == "link" and not _LOADING_LINKS & {*(attribute(tag, "rel") or "").lower().split()}:
            continue
        for key in _LOADING.get(name, ()):
            yield from _HOST.findall((attribute(tag, key) or "").strip())
        if name == "style" or "style" in tag:
            text = tag if name == "style" else attribute(tag, "style") or ""
            yield from _STYLE_ADDRESS.findall(text)


def host_of(address: str) -> str:
    """The host that an address names; empty where it names none or cannot be understood."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""

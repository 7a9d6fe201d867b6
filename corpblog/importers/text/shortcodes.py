"""Hugo's shortcodes: what has an equivalent is written as Markdown, the rest stays."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from corpblog.importers.old.source import OldFile
from corpblog.importers.old.traced import Change, Traced
from corpblog.importers.old.values import text as value_text
from corpblog.importers.record import Kind
from corpblog.importers.text.nesting import DEEPEST, partners
from corpblog.importers.text.translation import (
    NOTICES,
    STAYS,
    Translated,
    fenced,
    lone_link,
    own_paragraph,
    picture,
    quotation,
    replaced,
    text_loss,
)

_SHORTCODE = re.compile(r"\{\{[<%](?P<inner>(?:(?!\{\{).)*?)[>%]\}\}", re.DOTALL)
_WORD = re.compile(
    r"(?:(?P<key>[\w-]++)\s*+=\s*+)?(?:\"(?P<double>(?:[^\"\\]|\\.|\\\Z)*+)(?:\"|\Z)|"
    r"`(?P<raw>[^`]*)`|(?P<bare>[^\s\"`=]+))",
    re.DOTALL,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shortcode:
    """``{{< name first key="value" >}}`` taken apart; ``end`` is exclusive."""

    start: int
    end: int
    name: str
    text: str
    positional: tuple[str, ...] = ()
    named: Mapping[str, str] = field(default_factory=dict)
    closing: bool = False

    def given(self, *keys: str) -> str:
        """The first of the named parameters that was given."""
        return next((self.named[key] for key in keys if self.named.get(key)), "")


@dataclass(frozen=True, kw_only=True, slots=True)
class References:
    """What shortcodes can ask for: the address of a page, and the front matter of this one."""

    address: Callable[[str], str]
    page: Mapping[str, Any]


def translate_shortcodes(file: OldFile, body: Traced, references: References) -> Translated:
    """The body without the shortcodes that have an equivalent in Markdown."""
    changes: list[Change] = []
    losses = []
    for code, change, done in _decided(body.text, references):
        construct = f"shortcode {{{{< {'/' if code.closing else ''}{code.name} >}}}}"
        place = file.at(body.origin(code.start))
        if change is None:
            losses.append(text_loss(place, Kind.LEFT, construct, code.text, STAYS))
            continue
        changes.append(change)
        losses.append(text_loss(place, Kind.TRANSLATED, construct, code.text, done))
    return Translated(body=body.changed(changes), losses=tuple(losses))


def read_shortcodes(text: str) -> Iterator[Shortcode]:
    """All shortcodes of ``text`` in order, those that are only shown (``/* … */``) included."""
    for match in _SHORTCODE.finditer(text):
        inner = match["inner"].strip()
        if inner.startswith("/*"):
            yield Shortcode(start=match.start(), end=match.end(), name="/*", text=match[0])
            continue
        closing = inner.startswith("/")
        name, _, rest = inner.lstrip("/ ").rstrip("/ ").partition(" ")
        name, rest = _split_name(inner.lstrip("/ ").rstrip("/ ")) or (name, rest)
        positional, named = [], {}
        for word in _WORD.finditer(rest):
            value = next(v for v in (word["double"], word["raw"], word["bare"]) if v is not None)
            value = value.replace('\\"', '"')
            if word["key"]:
                named[word["key"].lower()] = value
            else:
                positional.append(value)
        yield Shortcode(
            start=match.start(),
            end=match.end(),
            name=name,
            text=match[0],
            positional=tuple(positional),
            named=named,
            closing=closing,
        )


def _split_name(inner: str) -> tuple[str, str] | None:
    match = re.match(r"(\S+)\s*(.*)", inner, re.DOTALL)
    return (match[1], match[2]) if match else None


Decision = tuple[Shortcode, Change | None, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Part:
    """A part of a text, so many blocks deep; ``codes`` are those of the whole text."""

    text: str
    codes: tuple[Shortcode, ...]
    # Place of an opening shortcode -> place of the one that closes it.
    partners: Mapping[int, int]
    end: int
    start: int = 0
    depth: int = 0
    in_code: bool = False

    @property
    def bounds(self) -> tuple[int, int]:
        return self.start, self.end


def _decided(text: str, references: References) -> Iterator[Decision]:
    codes = tuple(read_shortcodes(text))
    pairs = partners((code.name, code.closing) for code in codes)
    whole = _Part(text=text, codes=codes, partners=pairs, end=len(text))
    return _decided_part(whole, range(len(codes)), references)


def _decided_part(part: _Part, places: range, references: References) -> Iterator[Decision]:
    place = places.start
    while place < places.stop:
        code = part.codes[place]
        closing = part.partners.get(place, 0)
        place += 1
        if code.name == "/*":
            shown = re.sub(r"^(\{\{[<%])\s*/\*|\*/\s*([>%]\}\})$", r"\1\2", code.text)
            yield code, Change(start=code.start, end=code.end, text=shown), "shown as it is"
        elif part.in_code:
            yield code, None, ""
        elif closing and code.name in _BLOCKS and part.depth < DEEPEST:
            end = part.codes[closing]
            inner = replace(
                part,
                start=code.end,
                end=end.start,
                depth=part.depth + 1,
                in_code=code.name in _CODE,
            )
            decided = tuple(_decided_part(inner, range(place, closing), references))
            changes = (change for _, change, _ in decided if change)
            written = _block(code, replaced(part.text, *inner.bounds, changes))
            new = own_paragraph(part.text, code.start, end.end, written, part.bounds)
            yield code, Change(start=code.start, end=end.end, text=new), _BLOCKS_DONE
            # For the report: the change of the block holds theirs.
            yield from decided
            place = closing + 1
        else:
            yield _single(part, code, references)


_BLOCKS_DONE = "Markdown with the same meaning"
_CODE = frozenset({"highlight", "code"})
_BLOCKS = frozenset({*_CODE, *NOTICES, "details"})


def _block(code: Shortcode, inner: str) -> str:
    """The Markdown for one of ``_BLOCKS`` around ``inner``."""
    if code.name in _CODE:
        return fenced(inner, code.positional[0] if code.positional else code.given("lang"))
    if code.name in NOTICES:
        label = code.given("title") or (code.positional[1] if len(code.positional) > 1 else "")
        return quotation(inner, label)
    summary = code.given("summary", "title") or next(iter(code.positional), "")
    body = inner.strip("\n")
    return f"<details>\n<summary>{summary}</summary>\n\n{body}\n\n</details>"


def _single(part: _Part, code: Shortcode, references: References) -> Decision:
    if code.closing:
        return code, None, ""
    if code.name in ("ref", "relref"):
        wanted = next(iter(code.positional), "") or code.given("path")
        address = references.address(wanted)
        change = Change(start=code.start, end=code.end, text=address) if address else None
        return code, change, f"“{address}”"
    if code.name == "param":
        value = value_text(references.page.get(next(iter(code.positional), "")))
        change = Change(start=code.start, end=code.end, text=value) if value else None
        return code, change, f"“{value}”"
    writer = _SINGLE.get(code.name)
    written = writer(code) if writer else ""
    if not written:
        return code, None, ""
    whole = own_paragraph(part.text, code.start, code.end, written, part.bounds)
    done = "an image" if code.name in ("figure", "img", "image") else "a link"
    return code, Change(start=code.start, end=code.end, text=whole), done


def _figure(code: Shortcode) -> str:
    src = code.given("src") or next(iter(code.positional), "")
    caption = code.given("caption", "title")
    credit = code.given("attr")
    if code.given("attrlink") and credit:
        credit = f"[{credit}]({code.given('attrlink')})"
    words = " ".join(part for part in (caption, credit) if part)
    return picture(src, code.given("alt"), words, code.given("link")) if src else ""


def _video(host: str) -> Callable[[Shortcode], str]:
    def written(code: Shortcode) -> str:
        name = code.given("id") or next(iter(code.positional), "")
        return lone_link(name if "//" in name else host + name) if name else ""

    return written


def _tweet(code: Shortcode) -> str:
    user, post = code.given("user"), code.given("id")
    if not user and len(code.positional) == 2:
        user, post = code.positional
    return lone_link(f"https://twitter.com/{user}/status/{post}") if user and post else ""


def _gist(code: Shortcode) -> str:
    parts = code.positional[:2]
    return lone_link(f"https://gist.github.com/{'/'.join(parts)}") if len(parts) == 2 else ""


_SINGLE: Mapping[str, Callable[[Shortcode], str]] = {
    "figure": _figure,
    "img": _figure,
    "image": _figure,
    "youtube": _video("https://www.youtube.com/watch?v="),
    "vimeo": _video("https://vimeo.com/"),
    "instagram": _video("https://www.instagram.com/p/"),
    "tweet": _tweet,
    "twitter": _tweet,
    "x": _tweet,
    "gist": _gist,
}

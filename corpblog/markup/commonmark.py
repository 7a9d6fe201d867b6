"""The engine ``commonmark``: pyromark (pulldown-cmark) with the extensions of GitHub's preview."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple, cast

import pyromark
from pyromark import Options

from corpblog.markup import code_blocks
from corpblog.markup.document import MarkupOptions, UnknownExtension
from corpblog.markup.draft import Draft
from corpblog.markup.positions import CodePoints
from corpblog.markup.tags import split, split_raw
from corpblog.nearest import nearest

BARE = Options(0)
_GITHUB = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
)
# What a site may name under ``extensions``.
SWITCHES = {
    "definition_lists": Options.ENABLE_DEFINITION_LIST,
    "smart_punctuation": Options.ENABLE_SMART_PUNCTUATION,
    "subscript": Options.ENABLE_SUBSCRIPT,
    "superscript": Options.ENABLE_SUPERSCRIPT,
    "wikilinks": Options.ENABLE_WIKILINKS,
}
# Raw HTML that a site does not want: its < becomes one sign, a comment another, both of one byte
# and impossible in a source, so every later position stays.
HIDDEN_TAG = "\x01"
HIDDEN_COMMENT = "\x03"
_INK = re.compile(r"[^\r\n]")
_EMPTY = re.compile(r'<p(?: data-line="\d+")?>\s*</p>\n?')


class SourceEvent(NamedTuple):
    """One step of the parser: ``phase`` is start, end or leaf; ``name`` is pulldown-cmark's.

    ``start`` and ``end`` count code points of the body, the end is exclusive.
    """

    phase: str
    name: str
    value: Any
    start: int
    end: int


def draft(body: str, options: MarkupOptions) -> Draft:
    """The engine: a clean ``body`` as a draft.

    Raises UnknownExtension.
    """
    switches = _switches(options.math, options.extensions)
    raw = "<" in body
    hidden = raw and not options.raw_html
    if hidden:
        body = hide_raw_html(body, switches)
    code: list[str] = []
    plain = not options.highlight

    def keep(language: str | None, source: str) -> str:
        code.append(code_blocks.block(language or "", source, plain=plain))
        return f"<\x02{len(code) - 1}>\n"

    html = pyromark.html(body, options=switches, highlight=keep)
    if options.source_lines:
        from corpblog.markup.source_lines import with_source_lines

        html = with_source_lines(html, body, parse(body, switches))
    if hidden:
        html = _EMPTY.sub("", _revealed(html))
        code = [_revealed(block) for block in code]
        raw = False
    return Draft(tokens=split_raw(html) if raw else split(html), code=code, raw=raw)


def _revealed(html: str) -> str:
    return html.replace(HIDDEN_TAG, "&lt;").replace(HIDDEN_COMMENT, "")


def bare_html(body: str) -> str:
    """CommonMark and nothing else: what the official examples are compared with."""
    return pyromark.html(body, options=BARE)


def events(body: str, options: MarkupOptions) -> Iterator[SourceEvent]:
    """The parser's events over a clean ``body`` with their places, for either engine.

    Raises UnknownExtension.
    """
    extensions = options.extensions if options.engine == "commonmark" else ()
    switches = _switches(options.math, extensions)
    if not options.raw_html and "<" in body:
        body = hide_raw_html(body, switches)
    return parse(body, switches)


def definitions(body: str, options: MarkupOptions) -> dict[str, tuple[int, int]]:
    """Where each link reference definition of a clean ``body`` stands, by its folded label."""
    extensions = options.extensions if options.engine == "commonmark" else ()
    switches = _switches(options.math, extensions)
    places = CodePoints(body)
    found = pyromark.reference_definitions(body, options=switches)
    return {
        folded(label): (places.at(each["span"]["start"]), places.at(each["span"]["end"]))
        for label, each in found.items()
    }


def folded(label: str) -> str:
    """A reference label as CommonMark compares it."""
    return " ".join(label.split()).casefold()


def parse(body: str, switches: Options) -> Iterator[SourceEvent]:
    """Events of pyromark in one shape and with code point offsets."""
    places = CodePoints(body)
    for event, span in pyromark.events_with_range(body, options=switches):
        start, end = places.at(span["start"]), places.at(span["end"])
        if isinstance(event, str):
            yield SourceEvent("leaf", event, None, start, end)
            continue
        key, value = next(iter(cast("dict[str, Any]", event).items()))
        if key not in ("Start", "End"):
            yield SourceEvent("leaf", key, value, start, end)
            continue
        name, value = next(iter(value.items())) if isinstance(value, dict) else (value, None)
        yield SourceEvent(key.lower(), name, value, start, end)


def hide_raw_html(body: str, switches: Options) -> str:
    """``body``, same length, with raw HTML turned into text and its comments into nothing.

    What was inside a block of HTML is read as Markdown then and may hold HTML again, so it is
    looked at until none is left.
    """
    for _ in range(8):
        hidden = _hidden(body, parse(body, switches))
        if hidden == body:
            return body
        body = hidden
    return body.replace("<", HIDDEN_TAG)


def without_comments(body: str) -> str:
    """``body`` without the comments among its raw HTML; those in code stay."""
    hidden = hide_raw_html(body, _GITHUB)
    return hidden.replace(HIDDEN_TAG, "<").replace(HIDDEN_COMMENT, "")


def _hidden(body: str, found: Iterable[SourceEvent]) -> str:
    parts: list[str] = []
    done = 0
    in_comment = False
    for event in found:
        if event.name in ("HtmlBlock", "InlineHtml"):
            in_comment = False
        if event.name in ("Html", "InlineHtml"):
            shown, in_comment = _without_html(body[event.start : event.end], in_comment)
            parts += (body[done : event.start], shown)
            done = event.end
    return "".join([*parts, body[done:]])


def _without_html(text: str, in_comment: bool) -> tuple[str, bool]:
    """One line of raw HTML, hidden, and whether a comment goes on after it."""
    shown: list[str] = []
    while text:
        mark, width = ("-->", 3) if in_comment else ("<!--", 0)
        at = text.find(mark)
        cut = len(text) if at < 0 else at + width
        piece = text[:cut]
        shown.append(_INK.sub(HIDDEN_COMMENT, piece) if in_comment else piece)
        in_comment = in_comment != (at >= 0)
        text = text[cut:]
    return "".join(shown).replace("<", HIDDEN_TAG), in_comment


@lru_cache(maxsize=64)
def _switches(math: bool, extensions: tuple[str, ...]) -> Options:
    chosen = _GITHUB | (Options.ENABLE_MATH if math else BARE)
    for name in extensions:
        if name not in SWITCHES:
            raise UnknownExtension(name, nearest(name, SWITCHES))
        chosen |= SWITCHES[name]
    return chosen

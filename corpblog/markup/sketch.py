"""A body's HTML in outline, each piece with its place in the source, for positions on demand."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from corpblog.markup import commonmark
from corpblog.markup.commonmark import SourceEvent
from corpblog.markup.document import MarkupOptions
from corpblog.markup.tags import escape

# What pulldown-cmark leaves as it is in an address (its escape_href).
_ADDRESS_SIGNS = "!#$%&'()*+,-./:;=?@^_~"
_BLOCKS = frozenset(
    "Paragraph Heading BlockQuote CodeBlock List Item Table TableHead TableRow TableCell "
    "FootnoteDefinition HtmlBlock".split()
)
_BY_REFERENCE = frozenset(("Reference", "Collapsed", "Shortcut"))

Place = tuple[int, int, tuple[int, int] | None]


@dataclass(kw_only=True, slots=True)
class _Piece:
    html: str
    start: int
    end: int
    verbatim: bool = False
    definition: tuple[int, int] | None = None
    address: str = ""


@dataclass(kw_only=True, slots=True)
class _Frame:
    """The pieces of the body or of one footnote, and the notes it calls."""

    pieces: list[_Piece] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sketch:
    """The outline as HTML, and for each piece of it where it begins and which piece it is."""

    html: str
    begins: tuple[int, ...]
    pieces: tuple[_Piece, ...]

    def source(self, start: int, end: int) -> Place:
        """Where in the body the outline's ``start:end`` comes from, and its definition."""
        first = self.pieces[index := bisect_right(self.begins, start) - 1]
        if not first.verbatim:
            return first.start, first.end, first.definition
        begin = first.start + start - self.begins[index]
        last_index = bisect_right(self.begins, max(end - 1, start)) - 1
        last = self.pieces[last_index]
        stop = last.start + end - self.begins[last_index] if last.verbatim else last.end
        return begin, max(stop, begin), None


def sketch(body: str, options: MarkupOptions) -> Sketch:
    """The outline of a clean ``body``: its links, pictures and raw HTML, in reach of a reader.

    Notes that nothing calls are left out, as they are in the page.
    """
    pen = _Pen(body, commonmark.definitions(body, options))
    for event in commonmark.events(body, options):
        pen.draw(event)
    pieces = tuple(pen.shown())
    begins: list[int] = []
    place = 0
    for piece in pieces:
        begins.append(place)
        place += len(piece.html)
    html = "".join(piece.html for piece in pieces)
    return Sketch(html=html, begins=tuple(begins), pieces=pieces)


class _Pen:
    """Draws one outline, event by event."""

    def __init__(self, body: str, definitions: dict[str, tuple[int, int]]) -> None:
        self.body = body
        self.definitions = definitions
        self.main = _Frame()
        self.notes: dict[str, _Frame] = {}
        self.frames = [self.main]
        self.opened: list[tuple[_Piece | None, int]] = []
        self.pictures = 0

    def draw(self, event: SourceEvent) -> None:
        """Add what one event puts on the page."""
        if event.name in ("Link", "Image"):
            self._pointer(event)
        elif self.opened and event.phase != "start":
            piece, _ = self.opened[-1]
            self.opened[-1] = (piece, event.end)
        if event.name == "FootnoteDefinition":
            self._note(event)
        if event.name in _BLOCKS:
            self._add("<p>" if event.phase == "start" else "</p>", event)
        elif self.pictures:
            return
        elif event.name in ("Html", "InlineHtml"):
            verbatim = self.body[event.start : event.end] == event.value
            self._add(event.value, event, verbatim=verbatim)
        elif event.name == "FootnoteReference":
            self.frames[-1].calls.append(_key(event.value))
        elif event.name in ("Text", "Code", "InlineMath", "DisplayMath"):
            self._add(re.sub("[<>]", " ", event.value), event)

    def _add(self, html: str, event: SourceEvent, *, verbatim: bool = False) -> _Piece:
        piece = _Piece(html=html, start=event.start, end=event.end, verbatim=verbatim)
        self.frames[-1].pieces.append(piece)
        return piece

    def _pointer(self, event: SourceEvent) -> None:
        picture = event.name == "Image"
        if event.phase == "end":
            piece, inner_end = self.opened.pop()
            self.pictures -= picture
            if piece is not None:
                _narrow(piece, self.body, inner_end)
            if not picture and not self.pictures:
                self._add("</a>", event)
            return
        piece = None
        if not self.pictures:
            piece = self._add(_tag(event.name, event.value), event)
            piece.address = event.value["dest_url"]
            if event.value["link_type"] in _BY_REFERENCE:
                piece.address = ""
                piece.definition = self.definitions.get(commonmark.folded(event.value["id"]))
        self.opened.append((piece, event.start))
        self.pictures += picture

    def _note(self, event: SourceEvent) -> None:
        if event.phase == "start":
            frame = _Frame()
            self.notes.setdefault(_key(event.value), frame)
            self.frames.append(frame)
        else:
            self.frames.pop()

    def shown(self) -> list[_Piece]:
        """The pieces of the body and of each note that is called from what is shown."""
        pieces = list(self.main.pieces)
        waiting = list(self.main.calls)
        seen: set[str] = set()
        while waiting:
            label = waiting.pop(0)
            note = self.notes.get(label)
            if note is not None and label not in seen:
                seen.add(label)
                pieces += note.pieces
                waiting += note.calls
        return pieces


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()


def _tag(name: str, link: dict[str, Any]) -> str:
    address = link["dest_url"]
    if link["link_type"] == "Email":
        address = f"mailto:{address}"
    address = escape(quote(address, safe=_ADDRESS_SIGNS))
    return f'<img src="{address}">' if name == "Image" else f'<a href="{address}">'


def _narrow(piece: _Piece, body: str, inner_end: int) -> None:
    """Let a piece stand for its address alone, if that stands in the source as it is."""
    place = body.find(piece.address, inner_end, piece.end) if piece.address else -1
    if place < 0 and piece.address:
        place = body.find(piece.address, piece.start, piece.end)
    if place >= 0:
        piece.start, piece.end = place, place + len(piece.address)

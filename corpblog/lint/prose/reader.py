"""Reads the events of the Markdown parser: what is prose, and what the rest of a body is."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from corpblog.lint.prose.canvas import Canvas
from corpblog.lint.prose.elements import Elements
from corpblog.lint.prose.entities import lay
from corpblog.lint.prose.gathered import Gathered
from corpblog.lint.prose.parts import ImageUse, Link, Scope, Stretch
from corpblog.markup.commonmark import SourceEvent

_HIDDEN = re.compile("\x03+|\x01/?[a-zA-Z!?][^\x01>]{0,2000}>")
_TITLE = re.compile(r"""\]\(\s*+(?:<[^<>\n]*+>|[^\s<]\S*+)\s++["'(](.*)["')]\s*\)\Z""", re.DOTALL)
# Between a bracket and the text beside it stand at most a few marks of emphasis.
_LONGEST_MARK = 9
_AUTOLINKS = ("Autolink", "Email")


class Reader:
    """Takes the events of one body, which begins at ``shift`` of the source, one by one."""

    def __init__(self, gathered: Gathered, shift: int) -> None:
        self.gathered = gathered
        self.canvas: Canvas = gathered.canvas
        self.shift = shift
        self.elements = Elements(gathered)
        self._quotes = 0
        self._muted = 0
        self._containers: list[Scope] = []
        self._html: list[tuple[int, str]] | None = None
        self._pointers: list[_Pointer] = []
        self._alts: list[str] = []

    def read(self, events: Iterable[SourceEvent]) -> None:
        """Read them all."""
        canvas, gathered, shift = self.canvas, self.gathered, self.shift
        text = canvas.text
        for event in events:
            phase, name, value, start, end = event
            if name == "Text":
                if self._muted:
                    continue
                if not gathered.in_block:
                    self._open_implied(start + shift)
                start += shift
                end += shift
                if self._pointers:
                    self._inside(start, end, value)
                if text[start:end] == value:
                    canvas.keep(start, value)
                else:
                    self._odd_text(start, end, value)
                continue
            handle = _STEPS.get((phase, name))
            if handle is not None:
                if shift:
                    event = SourceEvent(phase, name, value, start + shift, end + shift)
                handle(self, event)
        gathered.close_all(len(canvas.text))
        self.elements.finish(len(canvas.text))

    @property
    def in_quote(self) -> bool:
        """Whether a block quote is open."""
        return self._quotes > 0 or self.elements.quotes > 0

    def _odd_text(self, start: int, end: int, value: str) -> None:
        """Text that stands otherwise in the source: an entity, hidden HTML, a changed quote."""
        raw = self.canvas.text[start:end]
        if raw.startswith("&") and raw != value:
            self.canvas.put(start, end, value)
        elif "\x01" in value or "\x03" in value:
            done = 0
            for found in _HIDDEN.finditer(value):
                self.canvas.keep(start + done, raw[done : found.start()])
                done = found.end()
            self.canvas.keep(start + done, raw[done:])
        else:
            self.canvas.keep(start, raw)

    def _inside(self, start: int, end: int, value: str) -> None:
        if self._pointers:
            self._pointers[-1].reach(start, end)
        if self._alts:
            self._alts[-1] += value

    # Blocks

    def _open_implied(self, start: int) -> None:
        """Text right in an item, without a paragraph of its own."""
        self.gathered.open(self._scope(), start, self.in_quote)

    def _scope(self) -> Scope:
        return self._containers[-1] if self._containers else Scope.PARAGRAPH

    def _block(self, event: SourceEvent) -> None:
        self.gathered.close_all(event.start)
        self.gathered.open(self._scope(), event.start, self.in_quote)

    def _heading(self, event: SourceEvent) -> None:
        self.gathered.close_all(event.start)
        self.gathered.open(Scope.HEADING, event.start, self.in_quote)

    def _cell(self, event: SourceEvent) -> None:
        self.gathered.close_all(event.start)
        self.gathered.open(Scope.CELL, event.start, self.in_quote)

    def _block_end(self, event: SourceEvent) -> None:
        raw = self.canvas.text[event.start : event.end]
        self.gathered.close_all(event.start + len(raw.rstrip()))

    def _container(self, event: SourceEvent) -> None:
        self.gathered.close_all(event.start)
        self._containers.append(Scope.ITEM)

    def _note(self, event: SourceEvent) -> None:
        self.gathered.close_all(event.start)
        self._containers.append(Scope.PARAGRAPH)

    def _container_end(self, event: SourceEvent) -> None:
        self._part(event.end)
        self._containers.pop()

    def _break(self, event: SourceEvent) -> None:
        self._part(event.start)

    def _part(self, place: int) -> None:
        """Something begins or ends at ``place`` that parts blocks."""
        if self.gathered.in_block:
            raw = self.canvas.text[self.canvas.done : place]
            self.gathered.close_all(place if raw.strip() else self.canvas.done)
        self.canvas.part()

    def _quote(self, event: SourceEvent) -> None:
        self._part(event.start)
        self._quotes += 1

    def _quote_end(self, event: SourceEvent) -> None:
        self._part(event.end)
        self._quotes -= 1
        if not self._quotes:
            self.gathered.unsaid.append((event.start, event.end))
            self.gathered.stretches.append(Stretch(Scope.BLOCK_QUOTE, event.start, event.end))

    def _code_block(self, event: SourceEvent) -> None:
        self._part(event.start)
        self._muted += 1
        self.gathered.stretches.append(Stretch(Scope.CODE, event.start, event.end))

    def _code_block_end(self, _event: SourceEvent) -> None:
        self._muted -= 1

    def _html_block(self, event: SourceEvent) -> None:
        self._part(event.start)
        self._html = []

    def _html_line(self, event: SourceEvent) -> None:
        if self._html is not None:
            self._html.append((event.start, event.value))

    def _html_block_end(self, _event: SourceEvent) -> None:
        lines, self._html = self._html, None
        if lines:
            self.elements.block(lines, self.in_quote)

    # Inside a block

    def _tag(self, event: SourceEvent) -> None:
        if not self._muted:
            self.elements.tag(event.value, event.start, event.end, self.in_quote)

    def _code(self, event: SourceEvent) -> None:
        if not self.gathered.in_block:
            self._open_implied(event.start)
        self._inside(event.start, event.end, event.value)
        self.canvas.part()
        self.gathered.stretches.append(Stretch(Scope.CODE, event.start, event.end))

    def _footnote(self, event: SourceEvent) -> None:
        if not self.gathered.in_block:
            self._open_implied(event.start)
        self.gathered.footnotes.append((event.start, event.end))

    def _soft_break(self, _event: SourceEvent) -> None:
        if self._alts:
            self._alts[-1] += " "

    def _emphasis(self, event: SourceEvent) -> None:
        self.gathered.emphasis.append((event.start, event.end))

    def _struck(self, event: SourceEvent) -> None:
        self.gathered.unread.append((event.start, event.end))

    # Links and pictures

    def _link(self, event: SourceEvent) -> None:
        if not self.gathered.in_block:
            self._open_implied(event.start)
        if event.value["link_type"] in _AUTOLINKS:
            self._muted += 1
            self.canvas.part()
            self.gathered.stretches.append(Stretch(Scope.URL, event.start, event.end))
        self._pointers.append(_Pointer(event.value, event.start))

    def _link_end(self, event: SourceEvent) -> None:
        pointer = self._pointers.pop()
        target, title = pointer.value["dest_url"], pointer.value["title"]
        if pointer.value["link_type"] in _AUTOLINKS:
            self._muted -= 1
            pointer.reach(event.start + 1, event.end - 1)
        text_start, text_end = pointer.text(self.canvas.text)
        if self._pointers:
            self._pointers[-1].reach(event.start, event.end)
        gathered = self.gathered
        gathered.links.append(Link(event.start, event.end, text_start, text_end, target, title))
        gathered.stretches.append(Stretch(Scope.LINK_TEXT, text_start, text_end))
        if "//" in target and _is_name_of(self.canvas.text[text_start:text_end], target, title):
            gathered.unsaid.append((text_start, text_end))

    def _image(self, event: SourceEvent) -> None:
        if not self.gathered.in_block:
            self._open_implied(event.start)
        self._pointers.append(_Pointer(event.value, event.start + 1))
        if not self._alts:
            self.canvas.part()
        self._alts.append("")

    def _image_end(self, event: SourceEvent) -> None:
        pointer, alt = self._pointers.pop(), self._alts.pop()
        if self._pointers:
            self._pointers[-1].reach(event.start, event.end)
        if self._alts:
            self._alts[-1] += alt
            return
        gathered = self.gathered
        alt_start, alt_end = pointer.text(self.canvas.text)
        gathered.add_alt(alt_start, alt_end, self.in_quote)
        target, title = pointer.value["dest_url"], pointer.value["title"]
        gathered.images.append(
            ImageUse(event.start, event.end, alt_start, alt_end, alt, target, title)
        )
        found = _TITLE.search(self.canvas.text, alt_end, event.end) if title else None
        if found:
            gathered.open(Scope.CAPTION, found.start(1), self.in_quote)
            lay(self.canvas, found.start(1), found[1])
            gathered.close(found.end(1))
            gathered.resume(event.end)


def _is_name_of(text: str, target: str, title: str) -> bool:
    """Whether a link reads as what it leads to is called: its title or its address."""
    address = target.partition("//")[2].rstrip("/")
    return text == title or text.rstrip("/") in (address, address.removeprefix("www."))


class _Pointer:
    """A link or picture that is open, and how far what it encloses goes."""

    __slots__ = ("_first", "_last", "start", "value")

    def __init__(self, value: dict[str, Any], start: int) -> None:
        self.value = value
        self.start = start
        self._first = -1
        self._last = -1

    def reach(self, start: int, end: int) -> None:
        """What it encloses goes on to ``end``."""
        if self._first < 0:
            self._first = start
        self._last = max(self._last, end)

    def text(self, source: str) -> tuple[int, int]:
        """Where its text stands: all between the brackets."""
        begin = self.start + 1
        if self._first < 0:
            return begin, begin
        close = source.find("]", self._last, self._last + _LONGEST_MARK)
        between = source[self._last : close] if close >= 0 else "x"
        whole = not between.strip("*_~`")
        return (
            begin if self._first - begin < _LONGEST_MARK else self._first
        ), close if whole else self._last


_Step = Callable[[Reader, SourceEvent], None]
_STEPS: dict[tuple[str, str], _Step] = {
    ("start", "Paragraph"): Reader._block,
    ("end", "Paragraph"): Reader._block_end,
    ("start", "Heading"): Reader._heading,
    ("end", "Heading"): Reader._block_end,
    ("start", "TableCell"): Reader._cell,
    ("end", "TableCell"): Reader._block_end,
    ("start", "Item"): Reader._container,
    ("end", "Item"): Reader._container_end,
    ("start", "List"): Reader._break,
    ("start", "DefinitionListTitle"): Reader._container,
    ("end", "DefinitionListTitle"): Reader._container_end,
    ("start", "DefinitionListDefinition"): Reader._container,
    ("end", "DefinitionListDefinition"): Reader._container_end,
    ("start", "FootnoteDefinition"): Reader._note,
    ("end", "FootnoteDefinition"): Reader._container_end,
    ("leaf", "Rule"): Reader._break,
    ("start", "BlockQuote"): Reader._quote,
    ("end", "BlockQuote"): Reader._quote_end,
    ("start", "CodeBlock"): Reader._code_block,
    ("end", "CodeBlock"): Reader._code_block_end,
    ("start", "HtmlBlock"): Reader._html_block,
    ("leaf", "Html"): Reader._html_line,
    ("end", "HtmlBlock"): Reader._html_block_end,
    ("leaf", "InlineHtml"): Reader._tag,
    ("leaf", "Code"): Reader._code,
    ("leaf", "InlineMath"): Reader._code,
    ("leaf", "DisplayMath"): Reader._code,
    ("leaf", "FootnoteReference"): Reader._footnote,
    ("leaf", "SoftBreak"): Reader._soft_break,
    ("leaf", "HardBreak"): Reader._soft_break,
    ("end", "Emphasis"): Reader._emphasis,
    ("end", "Strikethrough"): Reader._struck,
    ("start", "Link"): Reader._link,
    ("end", "Link"): Reader._link_end,
    ("start", "Image"): Reader._image,
    ("end", "Image"): Reader._image_end,
}

"""Raw HTML inside a source: which elements are open, and what they do to the prose in them."""

from bisect import bisect_right
from typing import NamedTuple

from corpblog.lint.prose.entities import lay
from corpblog.lint.prose.gathered import Gathered
from corpblog.lint.prose.parts import ImageUse, Link, Remark, Scope, Stretch
from corpblog.markup.tags import Attribute, attributes, split_raw, tag_name

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_SCOPES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Scope.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Scope.ITEM),
    **dict.fromkeys(("td", "th"), Scope.CELL),
    **dict.fromkeys(("figcaption", "caption"), Scope.CAPTION),
}
# A tag of these ends the words before it, as a line end does.
_PARTING = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html "
    "iframe legend li link main menu menuitem nav noframes ol optgroup option p param pre "
    "search section summary table tbody td tfoot th thead title tr track ul video audio".split()
)
_CODE = frozenset("code pre kbd samp".split())
_NOT_TEXT = frozenset(
    "script style textarea title xmp iframe noembed noframes noscript svg math template object "
    "select video audio canvas datalist".split()
)
_STRUCK = frozenset("del s strike".split())
_SPOKEN = {"q": Scope.QUOTATION, "cite": Scope.QUOTATION, "blockquote": Scope.BLOCK_QUOTE}
# How a comment begins that tells the linter something.
_ORDERS = ("corpblog-allow", "/corpblog-allow")
# Nobody nests deeper on purpose; what is deeper is not followed.
_DEEPEST = 200


class _Opened(NamedTuple):
    name: str
    start: int
    end: int
    lang: str
    href: str | None
    title: str


class Elements:
    """Follows the tags of a source in their order."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.quotes = 0
        self._opened: list[_Opened] = []

    def block(self, lines: list[tuple[int, str]], in_quote: bool) -> None:
        """A block of raw HTML, as its lines with their places."""
        piece = "".join(line for _, line in lines)
        places = _Places(lines)
        at = 0
        for index, part in enumerate(split_raw(piece)):
            if index % 2:
                self.tag(part, places.at(at), places.end(at + len(part)), in_quote, block=True)
            elif part.strip():
                for begin, text in places.cut(at, part):
                    self._text(begin, text, in_quote)
            at += len(part)
        self.gathered.close_all(places.end(at))

    def _text(self, start: int, text: str, in_quote: bool) -> None:
        if not text.strip():
            return
        if not self.gathered.in_block:
            begin = start + len(text) - len(text.lstrip())
            self.gathered.open(self._scope(), begin, in_quote or self.quotes > 0)
        lay(self.gathered.canvas, start, text)

    def _scope(self) -> Scope:
        for opened in reversed(self._opened):
            if opened.name in _SCOPES:
                return _SCOPES[opened.name]
        return Scope.PARAGRAPH

    def tag(self, tag: str, start: int, end: int, in_quote: bool, *, block: bool = False) -> None:
        """A tag, comment or declaration at ``start`` to ``end``."""
        gathered = self.gathered
        if tag.startswith("<!--"):
            text = tag[4:].removesuffix(">").removesuffix("--").removesuffix("--!")
            gathered.remarks.append(Remark(start, end, text))
            order = text.strip().startswith(_ORDERS)
            scope = Scope.SUPPRESSION if order else Scope.COMMENT
            gathered.stretches.append(Stretch(scope, start, end))
            return
        gathered.stretches.append(Stretch(Scope.RAW_HTML, start, end))
        name = tag_name(tag)
        if name in _PARTING:
            if block:
                gathered.close_all(start)
            gathered.canvas.part()
        if name == "img" and not tag.startswith("</"):
            self._image(tag, start, end, in_quote)
        elif tag.startswith("</"):
            self._close(name, start, end)
        elif name in _NOT_TEXT and tag[-2:] != "/>" and "</" in tag:
            gathered.canvas.part()
        elif name and name not in _VOID and len(self._opened) < _DEEPEST:
            self._open(name, tag, start, end)

    def _open(self, name: str, tag: str, start: int, end: int) -> None:
        lang, href, title = "", None, ""
        if name == "a" or "lang" in tag.lower():
            found = {each.name: each.value for each in attributes(tag)}
            lang = found.get("lang", "")
            href = found.get("href") if name == "a" else None
            title = found.get("title", "")
        self.quotes += name == "blockquote"
        self._opened.append(_Opened(name, start, end, lang, href, title))

    def _close(self, name: str, start: int, end: int) -> None:
        for depth in range(len(self._opened) - 1, -1, -1):
            if self._opened[depth].name == name:
                self._end(self._opened[depth], start, end)
                for opened in self._opened[depth:]:
                    self.quotes -= opened.name == "blockquote"
                del self._opened[depth:]
                return

    def _end(self, opened: _Opened, start: int, end: int) -> None:
        """What an element means for the text between its tags."""
        gathered, name = self.gathered, opened.name
        if opened.lang:
            gathered.foreign.append((opened.end, start, opened.lang))
        if name in _SPOKEN:
            gathered.stretches.append(Stretch(_SPOKEN[name], opened.start, end))
            gathered.unsaid.append((opened.end, start))
        elif name in _CODE:
            gathered.stretches.append(Stretch(Scope.CODE, opened.start, end))
            gathered.unread.append((opened.end, start))
        elif name in _NOT_TEXT or name in _STRUCK:
            gathered.unread.append((opened.end, start))
        elif name in ("i", "em", "dfn"):
            gathered.emphasis.append((opened.start, end))
        elif name == "a" and opened.href is not None:
            gathered.stretches.append(Stretch(Scope.LINK_TEXT, opened.end, start))
            link = Link(opened.start, end, opened.end, start, opened.href, opened.title)
            gathered.links.append(link)

    def finish(self, end: int) -> None:
        """The source ends: quotations that nobody closed go on to here."""
        for opened in self._opened:
            if opened.name == "blockquote":
                self._end(opened, end, end)
        self._opened.clear()

    def _image(self, tag: str, start: int, end: int, in_quote: bool) -> None:
        gathered = self.gathered
        found = {each.name: each for each in attributes(tag)}
        alt, title = found.get("alt"), found.get("title")
        for each in sorted(filter(None, (alt, title)), key=lambda each: each.start):
            scope = Scope.ALT if each is alt else Scope.CAPTION
            self._value(scope, each, start, tag, in_quote)
        gathered.canvas.part()
        if title:
            gathered.resume(end)
        at = (start + alt.start, start + alt.end) if alt else (end, end)
        src = found["src"].value if "src" in found else ""
        alt_text, title_text = alt.value if alt else "", title.value if title else ""
        gathered.images.append(ImageUse(start, end, *at, alt_text, src, title_text))

    def _value(self, scope: Scope, each: Attribute, start: int, tag: str, in_quote: bool) -> None:
        """The value of an attribute that people read."""
        if not each.value.strip():
            return
        begin, end = start + each.start, start + each.end
        if self.gathered.canvas.text[begin:end] != tag[each.start : each.end]:
            return
        quoted = in_quote or self.quotes > 0
        self.gathered.canvas.part()
        if scope is not Scope.ALT:
            self.gathered.open(scope, begin, quoted)
        lay(self.gathered.canvas, begin, tag[each.start : each.end])
        if scope is Scope.ALT:
            self.gathered.add_alt(begin, end, quoted)
        else:
            self.gathered.close(end)


class _Places:
    """Where the signs of a block stand whose lines begin with what is not theirs (``>``)."""

    def __init__(self, lines: list[tuple[int, str]]) -> None:
        self._begins: list[tuple[int, int]] = []
        at = 0
        for start, line in lines:
            if not self._begins or self._begins[-1][1] + at - self._begins[-1][0] != start:
                self._begins.append((at, start))
            at += len(line)

    def at(self, offset: int) -> int:
        begin, start = self._line(offset)
        return start + offset - begin

    def end(self, offset: int) -> int:
        return self.at(offset - 1) + 1 if offset else self.at(0)

    def _line(self, offset: int) -> tuple[int, int]:
        return self._begins[max(bisect_right(self._begins, (offset, 1 << 62)) - 1, 0)]

    def cut(self, at: int, text: str) -> list[tuple[int, str]]:
        """``text`` at ``at`` as pieces, each with its place in the source."""
        if len(self._begins) == 1:
            return [(self.at(at), text)]
        pieces, done = [], 0
        for line in text.splitlines(keepends=True):
            pieces.append((self.at(at + done), line))
            done += len(line)
        return pieces

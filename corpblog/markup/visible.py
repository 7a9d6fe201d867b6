"""A finished page as readers meet it: its elements and its visible text, each with its place."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from corpblog.markup.hiding import INVISIBLE, Hiding, hiding_of
from corpblog.markup.tags import RAW_TEXT, attribute, split_raw, tag_name

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset(RAW_TEXT)
# What may stand in the middle of a word; all other tags part words.
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong "
    "sub sup time tt u var wbr".split()
)
# An opening tag that ends an element which HTML lets stay open.
_ENDS_P = frozenset(
    "address article aside blockquote details dialog div dl fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul".split()
)
_ENDS = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "tr": ("tr", "td", "th"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "option": ("option",),
}
_IN_HEAD = frozenset("head meta link base title script style noscript template".split())
_FOREIGN = ("svg", "math")


class Element(NamedTuple):
    """An element: ``start`` to ``end`` are its place in the page (code points, end exclusive).

    ``opened`` is where its opening tag ends. ``tag`` is that tag as written; of a script, a title
    and the like all of it. ``number`` counts in document order, ``parent`` is -1 for the outermost.
    ``unseen`` says that it, or an element around it, is not shown.
    """

    number: int
    name: str
    tag: str
    start: int
    opened: int
    end: int
    parent: int
    unseen: bool

    def get(self, name: str) -> str | None:
        """The value of an attribute without entities; None where it is not there."""
        return attribute(self.tag, name)

    def classes(self) -> frozenset[str]:
        """The class names."""
        return frozenset((self.get("class") or "").split())


class Run(NamedTuple):
    """A stretch of text in one element, or a blank where a tag parts words."""

    text: str
    start: int
    parent: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Tree:
    """The elements of a page in document order, and its runs of text."""

    html: str
    elements: tuple[Element, ...]
    runs: tuple[Run, ...]

    def named(self, *names: str) -> Iterator[Element]:
        """The elements with one of ``names``."""
        return (each for each in self.elements if each.name in names)

    def carrying(self, name: str) -> Iterator[tuple[Element, str]]:
        """The elements with the attribute ``name``, and its value."""
        for element in self.elements:
            if name in element.tag:
                value = element.get(name)
                if value is not None:
                    yield element, value

    def inside(self, element: Element) -> Iterator[Element]:
        """The elements in ``element``, at any depth."""
        for number in range(element.number + 1, len(self.elements)):
            if self.elements[number].start >= element.end:
                return
            yield self.elements[number]

    def around(self, element: Element) -> Iterator[Element]:
        """``element`` and the elements around it, from the inside out."""
        number = element.number
        while number >= 0:
            yield self.elements[number]
            number = self.elements[number].parent

    def hiding(self, element: Element) -> Hiding | None:
        """Why readers may not see ``element``: through itself or what it stands in.

        The summary of a details element is always seen.
        """
        told = False
        for each in self.around(element):
            reason = hiding_of(each.name, each.tag)
            told = told or each.name == "summary"
            if reason is Hiding.DETAILS and told:
                told = False
            elif reason is not None:
                return reason
        return None

    def all_text(self, element: Element) -> str:
        """The text of ``element``, hidden or not, as written."""
        first = bisect_left(self.runs, element.opened, key=lambda run: run.start)
        last = bisect_left(self.runs, element.end, key=lambda run: run.start)
        return "".join(run.text for run in self.runs[first:last])

    def text(
        self,
        element: Element | None = None,
        *,
        start: int = 0,
        end: int | None = None,
        without: Callable[[Element], bool] | None = None,
    ) -> str:
        """The visible text of ``element`` (of the page without one) in one line.

        ``start`` and ``end`` are offsets into the page that narrow it; what stands in an element
        that ``without`` accepts is left out.
        """
        return " ".join("".join(self._seen(element, start, end, without)).split())

    def _seen(
        self,
        element: Element | None,
        start: int,
        end: int | None,
        without: Callable[[Element], bool] | None,
    ) -> Iterator[str]:
        for run in self.seen_runs(element, start, end):
            around = self.around(self.elements[run.parent]) if run.parent >= 0 else ()
            if without is None or not any(map(without, around)):
                yield run.text

    def seen_runs(
        self, element: Element | None = None, start: int = 0, end: int | None = None
    ) -> Iterator[Run]:
        """The visible runs between ``start`` and ``end``."""
        if element is not None:
            start = max(start, element.opened)
            end = element.end if end is None else min(end, element.end)
        last = len(self.html) if end is None else end
        first = bisect_left(self.runs, start, key=lambda run: run.start)
        for number in range(first, len(self.runs)):
            run = self.runs[number]
            if run.start >= last:
                return
            if run.parent < 0 or not self.elements[run.parent].unseen:
                yield run


def tree_of(html: str) -> Tree:
    """The elements and the text of ``html``, however broken it is. Takes linear time."""
    reading = _Reading()
    place = 0
    for number, piece in enumerate(split_raw(html)):
        if number % 2:
            reading.tag(piece, place)
        elif piece:
            reading.text(piece, place)
        place += len(piece)
    return reading.finished(html)


class _Reading:
    """A page on the way: which elements are open."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.runs: list[Run] = []
        self.ends: dict[int, int] = {}
        self.open: list[Element] = []
        # How many elements of a name are open: a stray closing tag is known at once.
        self.count: Counter[str] = Counter()

    def text(self, piece: str, place: int) -> None:
        text = unescape(piece) if "&" in piece else piece
        self.runs.append(Run(text, place, self._parent()))

    def tag(self, piece: str, place: int) -> None:
        name = tag_name(piece)
        if not name:
            return
        if name not in _INLINE:
            self.runs.append(Run(" ", place, self._parent()))
        if piece.startswith("</"):
            self._close((name,), place + len(piece))
            return
        if name not in _IN_HEAD:
            self._close(("head",), place)
        if name in _ENDS_P:
            self._close(("p",), place, upto=("button", "table", "td", "th", "caption", "object"))
        elif name in _ENDS:
            self._close(_ENDS[name], place, upto=("ul", "ol", "dl", "table", "select"))
        self._begin(name, piece, place)

    def _begin(self, name: str, piece: str, place: int) -> None:
        parent = self._parent()
        around = parent >= 0 and self.elements[parent].unseen
        end = place + len(piece)
        element = Element(
            number=len(self.elements),
            name=name,
            tag=piece,
            start=place,
            opened=end,
            end=end,
            parent=parent,
            unseen=around or hiding_of(name, piece) in INVISIBLE,
        )
        self.elements.append(element)
        if name not in _VOID and name not in _RAW and not self._closes_itself(name, piece):
            self.open.append(element)
            self.count[name] += 1

    def _closes_itself(self, name: str, piece: str) -> bool:
        """Only in drawings and formulas; of other elements browsers pass the stroke over."""
        inside = name in _FOREIGN or any(self.count[each] for each in _FOREIGN)
        return inside and piece.endswith("/>")

    def _close(self, names: tuple[str, ...], end: int, upto: tuple[str, ...] = ()) -> None:
        """Close the innermost open element with one of ``names``, and what is open in it."""
        if not any(self.count[name] for name in names):
            return
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth].name in names:
                for element in self.open[depth:]:
                    self.ends[element.number] = end
                    self.count[element.name] -= 1
                del self.open[depth:]
                return
            if self.open[depth].name in upto:
                return

    def _parent(self) -> int:
        return self.open[-1].number if self.open else -1

    def finished(self, html: str) -> Tree:
        for element in self.open:
            self.ends[element.number] = len(html)
        elements = tuple(
            each._replace(end=self.ends[each.number]) if each.number in self.ends else each
            for each in self.elements
        )
        return Tree(html=html, elements=elements, runs=tuple(self.runs))

"""Source lines on blocks, with which the preview finds the place that is being written."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any, Protocol


class _Step(Protocol):
    @property
    def phase(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def value(self) -> Any: ...
    @property
    def start(self) -> int: ...


_OPENINGS = {
    "Paragraph": "<p",
    "BlockQuote": "<blockquote",
    "CodeBlock": "<\x02",
    "Item": "<li",
    "Table": "<table",
    "Rule": "<hr",
}


def with_source_lines(html: str, body: str, events: Iterable[_Step]) -> str:
    """``html`` of pyromark with ``data-line`` (from 1, in ``body``) on each block.

    Events and tags come in one order, and text has no ``<``: the next tag of a kind is the one
    of the next event, as long as the author's own HTML is passed over at its events.
    """
    breaks = [place for place, sign in enumerate(body) if sign == "\n"]
    pieces: list[str] = []
    done = position = 0
    for event in events:
        if event.name in ("Html", "InlineHtml"):
            place = html.find(event.value, position)
            position = position if place < 0 else place + len(event.value)
            continue
        opening = _opening(event)
        place = html.find(opening, position) if opening else -1
        if place < 0:
            continue
        position = place + len(opening)
        while opening == "<\x02" and html[position] != ">":
            position += 1
        line = bisect_right(breaks, event.start - 1) + 1
        pieces += (html[done:position], f' data-line="{line}"')
        done = position
    return "".join([*pieces, html[done:]])


def _opening(event: _Step) -> str:
    if event.phase == "end":
        return ""
    if event.name == "Heading":
        return f"<h{event.value['level'][1]}"
    if event.name == "List":
        return "<ul" if event.value is None else "<ol"
    return _OPENINGS.get(event.name, "")

"""Foreign players and scripts in a text: known players become links, the rest is told.

A corpblog page asks no other host until the reader clicks, so what an old page loaded at once
matters to people.
"""

import html
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.importers.old.source import OldFile
from corpblog.importers.old.traced import Change, Traced
from corpblog.importers.record import Kind
from corpblog.importers.text.code import Ranges, code_ranges, inside
from corpblog.importers.text.translation import Translated, blank_before, text_loss
from corpblog.markup.embeds import player

# An attribute may hold ``>``; no tag reaches over the beginning of another.
_OPENING = r"<{name}\b(?P<tag>(?:\"[^\"<]*\"|'[^'<]*'|[^<>])*+)>"
_SOURCE = re.compile(r"\bsrc\s*+=\s*+[\"']?\s*+(?P<src>[^\"'\s>]+)", re.IGNORECASE)
_ASKS = "stays: whoever opens the page asks the other site too; is it needed?"
# Scripts that only dress up a quotation which reads well without them.
_DRESSERS = re.compile(
    r"//(?:platform\.twitter\.com|platform\.instagram\.com|www\.instagram\.com/embed|"
    r"connect\.facebook\.net|assets\.pinterest\.com|platform\.linkedin\.com)"
)
_PAGES = (
    (
        re.compile(r"youtube(?:-nocookie)?\.com/embed/(?P<id>[\w-]{6,20})"),
        "https://www.youtube.com/watch?v={id}",
    ),
    (re.compile(r"player\.vimeo\.com/video/(?P<id>\d+)"), "https://vimeo.com/{id}"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    start: int
    end: int
    text: str | None
    construct: str
    done: str


def translate_embeds(file: OldFile, body: Traced) -> Translated:
    """The body with links in place of known players, and without scripts that only dress up."""
    changes: list[Change] = []
    losses = []
    for found in _found(body.text, code_ranges(body.text)):
        shown = body.text[found.start : found.end]
        kind = Kind.LEFT if found.text is None else Kind.TRANSLATED if found.text else Kind.DROPPED
        place = file.at(body.origin(found.start))
        losses.append(text_loss(place, kind, found.construct, shown, found.done))
        if found.text is not None:
            changes.append(Change(start=found.start, end=found.end, text=found.text))
    return Translated(body=body.changed(changes), losses=tuple(losses))


def page_of_player(src: str) -> str:
    """The page whose player ``src`` is, for hosts that corpblog knows; else nothing."""
    url = html.unescape(f"https:{src}" if src.startswith("//") else src)
    for pattern, page in _PAGES:
        if match := pattern.search(url):
            return page.format(id=match["id"])
    return url if player(url) else ""


def _found(text: str, code: Ranges) -> Iterator[_Found]:
    for frame in _elements(text, "iframe"):
        if frame.source and not inside(code, frame.start):
            yield _frame(text, frame)
    starts = {start for start, _ in code}
    for script in _elements(text, "script"):
        # A script is a range of its own; inside another one it is only shown.
        if script.start in starts:
            yield _script(script)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Element:
    """An element from its opening to its closing tag; ``source`` is its ``src``."""

    start: int
    end: int
    source: str


def _elements(text: str, name: str) -> Iterator[_Element]:
    """All elements called ``name`` that are closed; what stands in one is part of it."""
    closings = [match.span() for match in re.finditer(rf"</{name}\s*>", text, re.IGNORECASE)]
    done = 0
    for opening in re.finditer(_OPENING.format(name=name), text, re.IGNORECASE):
        place = bisect_left(closings, (opening.end(),))
        if place == len(closings):
            return
        if opening.start() >= done:
            done = closings[place][1]
            source = _SOURCE.search(opening["tag"])
            yield _Element(start=opening.start(), end=done, source=source["src"] if source else "")


def _frame(text: str, frame: _Element) -> _Found:
    start, end = frame.start, frame.end
    page = page_of_player(frame.source)
    if not page:
        done = _ASKS
        return _Found(start=start, end=end, text=None, construct="foreign frame", done=done)
    if _begins_a_paragraph(text, start):
        gap = "" if _ENDS_A_PARAGRAPH.match(text, end) else "\n\n"
        new = f"<{page}>{gap}"
    else:
        address = html.escape(page)
        new = f'<p><a href="{address}">{address}</a></p>'
    done = "a link: the player loads when the reader clicks"
    return _Found(start=start, end=end, text=new, construct="foreign player", done=done)


_ENDS_A_PARAGRAPH = re.compile(r"[ \t]*+(?:\n[ \t]*+\n|\n?\Z)")


def _begins_a_paragraph(text: str, start: int) -> bool:
    """Whether only an indent stands before ``start``, below an empty line or at the very top."""
    head = blank_before(text, start)
    if start - head > 3 or (head and text[head - 1] != "\n"):
        return False
    above = blank_before(text, head - 1) if head else 0
    return above == 0 or text[above - 1] == "\n"


def _script(script: _Element) -> _Found:
    start, end = script.start, script.end
    if _DRESSERS.search(script.source):
        construct, done = "foreign script", "left out: the quotation reads well without it"
        return _Found(start=start, end=end, text="", construct=construct, done=done)
    construct = "foreign script" if script.source else "script in a text"
    done = _ASKS if script.source else "stays: is it needed?"
    return _Found(start=start, end=end, text=None, construct=construct, done=done)

"""How far an exception in a comment reaches: over which stretch of its source it holds."""

import dataclasses
from collections.abc import Iterator
from itertools import pairwise

from corpblog.lint.prose.parts import Prose, Remark
from corpblog.markup.commonmark import events
from corpblog.markup.document import MarkupOptions
from corpblog.markup.source import clean
from corpblog.model.source import SourceText

Stretch = tuple[int, int]


def covered_in_body(
    source: SourceText, prose: Prose, options: MarkupOptions, remark: Remark, closed: int | None
) -> Stretch:
    """What the comment ``remark`` covers; ``closed`` is the place of its end mark, if it has one.

    Up to an end mark: what stands between the two. Else, inside a block: from its line on to the
    end of the block. Alone: the block below it, which may be a whole list, table or quotation.
    """
    block = prose.block_at(remark.start)
    if closed is not None:
        return remark.end, closed if block is None else min(closed, block.end)
    if block is not None:
        return max(block.start, source.text.rfind("\n", 0, remark.start) + 1), block.end
    return remark.end, _end_of_next(source, prose, options, remark.end)


def _end_of_next(source: SourceText, prose: Prose, options: MarkupOptions, place: int) -> int:
    """Where the block ends that begins next after ``place``."""
    inside = min((each.start for each in prose.blocks if each.start >= place), default=None)
    end = place
    for start, stop, is_html in _blocks(source, options, place):
        if inside is not None and inside < start and end == place:
            break  # prose of the same piece of HTML in which the comment stands
        end = max(end, stop)
        if not is_html or (inside is not None and inside < stop):
            return end  # a tag alone belongs to what it opens
    if inside is None or end > place:
        return end
    return max(each.end for each in prose.blocks if each.start == inside)


def _blocks(
    source: SourceText, options: MarkupOptions, place: int
) -> Iterator[tuple[int, int, bool]]:
    """The outermost blocks from ``place`` on: start, end, and whether it is raw HTML."""
    shift, done = source.body_start, place
    # Comments are comments to the linter even where a site shows other HTML as text.
    html = dataclasses.replace(options, raw_html=True)
    for phase, name, _, start, end in events(clean(source.body), html):
        if phase == "start" and start + shift >= done:
            done = end + shift
            yield start + shift, done, name == "HtmlBlock"


def covered_in_yaml(source: SourceText, comment: Stretch, end: int, *, alone: bool) -> Stretch:
    """What a comment in YAML covers: its line, or the entry below it where it stands ``alone``."""
    if not alone:
        return comment
    text = source.text
    lines = list(_lines(text, comment[1] + 1, end))
    first = next((number for number, line in enumerate(lines) if _says_something(text, line)), None)
    if first is None:
        return comment
    begin, stop = lines[first]
    indent, is_item = _indent(text, lines[first])
    for line in lines[first + 1 :]:
        deeper, item = _indent(text, line)
        inside = deeper > indent or (deeper == indent and item and not is_item)
        if not inside and _says_something(text, line):
            break
        stop = line[1] if inside else stop
    return begin, stop


def _lines(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The lines of ``text[start:end]``."""
    breaks = [start - 1, *(i for i in range(start, end) if text[i] == "\n"), end]
    yield from ((before + 1, after) for before, after in pairwise(breaks) if before < after)


def _says_something(text: str, line: Stretch) -> bool:
    words = text[slice(*line)].strip()
    return bool(words) and not words.startswith("#")


def _indent(text: str, line: Stretch) -> tuple[int, bool]:
    """How far a line is indented, and whether an item of a list begins on it."""
    words = text[slice(*line)]
    rest = words.lstrip(" ")
    return len(words) - len(rest), rest.startswith("- ") or rest == "-"

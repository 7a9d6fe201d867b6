"""Where a source writes a key or its value, for messages about what only shows after reading.

Found by its text: the YAML was taken apart long before, and only its values were kept.
"""

import re
from collections.abc import Iterator

from corpblog.diagnostics import Location
from corpblog.model.source import SourceText

# A place, and the line it stands in.
Written = tuple[Location, str]


def written(source: SourceText, *keys: str, value: str = "") -> Written:
    """The ``value`` below the nested ``keys`` of the front matter or of the configuration.

    The last key where the value does not stand as it is; the file as a whole where no key does.
    """
    end = source.body_start or len(source.text)
    span = (0, 0)
    for key in keys:
        found = next(_keys(source.text, key, span[1], end), None)
        if found is None:
            return Location(path=source.path), ""
        span = found
    start = source.text.find(value, span[1], end) if value else -1
    return at(source, *((start, start + len(value)) if start >= 0 else span))


def at(source: SourceText, start: int, end: int) -> Written:
    """``text[start:end]`` of ``source`` with the line in which it begins."""
    place = source.location(start, end)
    return place, source.line(place.line)


def _keys(text: str, key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of ``key`` as a key of YAML, not in a comment."""
    pattern = re.compile(rf"(?<![\w-])(['\"]?){re.escape(key)}\1(?=\s*:(?:\s|$))")
    for found in pattern.finditer(text, start, end):
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if not re.search(r"(?:^|\s)#", before):
            yield found.span()

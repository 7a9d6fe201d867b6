"""The beginning of a text: a heading that repeats the title, and the ``<!--more-->`` mark."""

import re
from dataclasses import dataclass

from corpblog.importers.old.traced import Change, Traced
from corpblog.model.permalink import slugify

_HEADING = re.compile(
    r"\s*+(?:#[ \t]++(?P<atx>[^\n]++)(?:\n|\Z)"
    r"|(?P<setext>\S[^\n]*)\n=+[ \t]*(?:\n|\Z)"
    r"|<h1[^>]*>(?P<html>[^<]*)</h1>[ \t]*(?:\n|\Z))"
)
# Signs that close a heading stand apart from its words: C# keeps its own.
_CLOSING_SIGNS = re.compile(r"(?:(?<=[ \t])|^)#+$")
_MORE = re.compile(r"(?<![ \t])[ \t]*+<!--\s*more\s*-->[ \t]*\n?", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)")
_MARKS = re.compile(r"<[^<>]*>|[*_`#>]+")
_LONGEST_SUMMARY = 400


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """The body without what stood only for the old theme; ``summary`` from above the mark."""

    body: Traced
    repeated: int | None = None
    more: int | None = None
    summary: str = ""


def read_opening(body: Traced, title: str) -> Opening:
    """``body`` without the heading that repeats ``title`` and without the mark.

    ``repeated`` and ``more`` are the offsets of both in the old file, None where there was none.
    """
    changes: list[Change] = []
    repeated = more = None
    summary = ""
    if (match := _HEADING.match(body.text)) and _same(_words(match), title):
        changes.append(Change(start=0, end=match.end(), text=""))
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        repeated = body.origin(start)
    if mark := _MORE.search(body.text):
        changes.append(Change(start=mark.start(), end=mark.end(), text=""))
        more = body.origin(mark.start() + len(mark[0]) - len(mark[0].lstrip()))
        above = body.text[changes[0].end if repeated is not None else 0 : mark.start()].strip()
        plain = plain_text(above)
        if "\n\n" not in above and 0 < len(plain) <= _LONGEST_SUMMARY:
            summary = plain
    return Opening(body=body.changed(changes), repeated=repeated, more=more, summary=summary)


def plain_text(text: str) -> str:
    """One line of plain text out of a little Markdown or HTML."""
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", text)).split())


def _words(match: "re.Match[str]") -> str:
    if match["atx"] is not None:
        return _CLOSING_SIGNS.sub("", match["atx"].strip())
    return next(word for word in match.groups() if word is not None)


def _same(heading: str, title: str) -> bool:
    return bool(title) and slugify(plain_text(heading)) == slugify(plain_text(title))

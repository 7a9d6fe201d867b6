"""What only kramdown knows: attribute lists, its comments, and marks for its table of contents."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.importers.old.source import OldFile
from corpblog.importers.old.traced import Change, Traced
from corpblog.importers.record import Kind, Loss
from corpblog.importers.text.code import code_ranges, inside
from corpblog.importers.text.translation import Translated, text_loss

_LIST_LINE = re.compile(r"^[ >]*\{:(?!:)(?P<list>[^{}\n]*)\}[ \t]*\n?", re.MULTILINE)
_LIST_INLINE = re.compile(r"(?<=\S)[ \t]*\{:(?!:)(?P<list>[^{}\n]*)\}")
_COMMENT = re.compile(r"\{::comment\}|(?P<end>\{:/(?:comment)?\}\n?)")
_NOMARKDOWN = re.compile(r"\{::(?:nomarkdown|options)[^}]*\}|\{:/(?:nomarkdown)?\}")
_TOC = re.compile(
    r"^[ ]*(?:[-*+]|1\.)[ \t]+\S[^\n]*\n[ ]*\{:\s*toc[^}\n]*\}[ \t]*\n?", re.MULTILINE | re.I
)
_ID = re.compile(r"#(?P<id>[A-Za-z][\w:.-]*)")
_TAG = re.compile(r"<(?P<tag>[a-z][a-z0-9]*+)(?P<inner>[^<>]*+)>(?P<line_end>[ \t]*+\n)?", re.I)
_MARKDOWN_INSIDE = re.compile(r"(?<=\s)markdown\s*+=\s*+[\"'](?P<value>\w+)[\"']", re.IGNORECASE)
_CLOSING_LINE = re.compile(r"\n(?=[ \t]*+</(?P<tag>[a-z][a-z0-9]*+)\s*+>)", re.IGNORECASE)
_HEADING = re.compile(r"#{1,6}[ \t].*")


def translate_kramdown(file: OldFile, body: Traced) -> Translated:
    """The body without kramdown's own signs; an id of a heading is kept."""
    code = code_ranges(body.text)
    changes: list[Change] = []
    losses: list[Loss] = []
    # Of two signs in one place the first that is listed counts: a mark for each character.
    taken = bytearray(len(body.text))
    for sign in _signs(body.text):
        start, end = sign.start, sign.end
        if inside(code, start) or taken[start]:
            continue
        taken[start:end] = b"\1" * (end - start)
        changes += sign.changes
        place = file.at(body.origin(start))
        found = body.text[start:end].strip()
        losses.append(text_loss(place, sign.kind, sign.construct, found, sign.done))
    return Translated(body=body.changed(changes), losses=tuple(losses))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Sign:
    """Something that only kramdown knows, with the changes that translate it."""

    start: int
    end: int
    changes: tuple[Change, ...]
    construct: str
    kind: Kind
    done: str


def _signs(text: str) -> Iterator[_Sign]:
    for match in _TOC.finditer(text):
        done = "corpblog makes the table of contents"
        yield _sign(*match.span(), "", "kramdown {:toc}", Kind.TRANSLATED, done)
    for start, end in _comments(text):
        yield _sign(
            start, end, "", "kramdown comment", Kind.DROPPED, "left out, as on the old blog"
        )
    for match in _NOMARKDOWN.finditer(text):
        done = "left out; the text stays"
        yield _sign(*match.span(), "", "kramdown option", Kind.DROPPED, done)
    yield from _markdown_inside(text)
    for match in _LIST_LINE.finditer(text):
        heading = _heading_above(text, match.start()) if _ID.search(match["list"]) else 0
        yield _id_below(match, heading) if heading else _attributes(match)
    lines = [0, *(match.end() for match in re.finditer(r"\n", text))]
    for match in _LIST_INLINE.finditer(text):
        line = lines[bisect_right(lines, match.start()) - 1]
        yield _attributes(match, on_heading=text.startswith("#", line))


def _sign(start: int, end: int, new: str, construct: str, kind: Kind, done: str) -> _Sign:
    changes = (Change(start=start, end=end, text=new),)
    return _Sign(start=start, end=end, changes=changes, construct=construct, kind=kind, done=done)


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Comments from their first mark to their end; one without an end is none."""
    start: int | None = None
    for match in _COMMENT.finditer(text):
        if not match["end"]:
            start = match.start() if start is None else start
        elif start is not None:
            yield start, match.end()
            start = None


def _heading_above(text: str, line: int) -> int:
    """Where the heading ends that is the line before the one that begins at ``line``, or 0."""
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    return line - 1 if line and _HEADING.fullmatch(text, above, line - 1) else 0


def _id_below(match: "re.Match[str]", heading: int) -> _Sign:
    """The id that stands below a heading joins it."""
    added = Change(start=heading, end=heading, text=_own_id(match))
    gone = Change(start=match.start(), end=match.end(), text="")
    return _Sign(
        start=match.start(),
        end=match.end(),
        changes=(added, gone),
        construct="kramdown {: #id}",
        kind=Kind.TRANSLATED,
        done="the id of the heading above",
    )


def _attributes(match: "re.Match[str]", *, on_heading: bool = False) -> _Sign:
    """An attribute list: the id of a heading stays, classes of the old theme go."""
    start, end = match.span()
    if on_heading and (new := _own_id(match)):
        done = "the id of the heading"
        return _sign(start, end, new, "kramdown {: #id}", Kind.TRANSLATED, done)
    done = "left out: only the old theme knew what it should look like"
    return _sign(start, end, "", "kramdown {: attributes}", Kind.DROPPED, done)


def _own_id(match: "re.Match[str]") -> str:
    found = _ID.search(match["list"])
    return f" {{#{found['id']}}}" if found else ""


def _markdown_inside(text: str) -> Iterator[_Sign]:
    """``markdown="1"``: with empty lines inside, every engine reads Markdown between the tags."""
    ends: dict[str, list[int]] = {}
    for closing in _CLOSING_LINE.finditer(text):
        ends.setdefault(closing["tag"].lower(), []).append(closing.start())
    for match in _TAG.finditer(text):
        asked = _MARKDOWN_INSIDE.search(match["inner"])
        if asked is None:
            continue
        before, after = match["inner"][: asked.start()], match["inner"][asked.end() :]
        tag = f"<{match['tag']}{before.rstrip()}{after}>"
        line_end = match["line_end"] or ""
        opened = asked["value"] != "0" and line_end
        new = f"{tag}\n\n" if opened else f"{tag}{line_end}"
        changes = [Change(start=match.start(), end=match.end(), text=new)]
        known = ends.get(match["tag"].lower(), [])
        place = bisect_left(known, match.end())
        if opened and place < len(known):
            end = known[place]
            changes.append(Change(start=end, end=end + 1, text="\n\n"))
        yield _Sign(
            start=match.start(),
            end=match.end(),
            changes=tuple(changes),
            construct="kramdown markdown=",
            kind=Kind.TRANSLATED,
            done="empty lines inside the tags do the same",
        )

"""What only kramdown knows: attribute lists, its comments, and marks for its table of contents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.importers.old.source import OldFile
from corpblog.importers.old.traced import Change, Traced
from corpblog.importers.record import Kind, Loss
from corpblog.importers.text.code import code_ranges, inside
from corpblog.importers.text.translation import Translated, text_loss

_LIST_LINE = re.compile(r"^[ >]*\{:(?!:)(?P<list>[^{}\n]*)\}[ \t]*\n?", re.MULTILINE)
_LIST_INLINE = re.compile(r"(?<=\S)[ \t]*\{:(?!:)(?P<list>[^{}\n]*)\}")
_COMMENT = re.compile(r"\{::comment\}.*?\{:/(?:comment)?\}\n?", re.DOTALL)
_NOMARKDOWN = re.compile(r"\{::(?:nomarkdown|options)[^}]*\}|\{:/(?:nomarkdown)?\}")
_TOC = re.compile(
    r"^[ ]*(?:[-*+]|1\.)[ \t]+\S[^\n]*\n[ ]*\{:\s*toc[^}\n]*\}[ \t]*\n?", re.MULTILINE | re.I
)
_ID = re.compile(r"#(?P<id>[A-Za-z][\w:.-]*)")
_MARKDOWN_INSIDE = re.compile(
    r"<(?P<tag>[a-z][a-z0-9]*)(?P<before>[^<>]*?)\s+markdown\s*=\s*[\"'](?P<value>\w+)[\"']"
    r"(?P<after>[^<>]*)>(?P<line_end>[ \t]*\n)?",
    re.IGNORECASE,
)
_HEADING_ABOVE = re.compile(r"(?:^|\n)(?P<heading>#{1,6}[ \t][^\n]*)\n$")


def translate_kramdown(file: OldFile, body: Traced) -> Translated:
    """The body without kramdown's own signs; an id of a heading is kept."""
    code = code_ranges(body.text)
    changes: list[Change] = []
    losses: list[Loss] = []
    taken: list[tuple[int, int]] = []
    for sign in _signs(body.text):
        start, end = sign.match.span()
        if inside(code, start) or any(left <= start < right for left, right in taken):
            continue
        taken.append((start, end))
        changes += sign.changes
        place = file.at(body.origin(start))
        found = sign.match[0].strip()
        losses.append(text_loss(place, sign.kind, sign.construct, found, sign.done))
    return Translated(body=body.changed(changes), losses=tuple(losses))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Sign:
    """Something that only kramdown knows, with the changes that translate it."""

    match: "re.Match[str]"
    changes: tuple[Change, ...]
    construct: str
    kind: Kind
    done: str


def _signs(text: str) -> Iterator[_Sign]:
    for match in _TOC.finditer(text):
        done = "corpblog makes the table of contents"
        yield _sign(match, "", "kramdown {:toc}", Kind.TRANSLATED, done)
    for match in _COMMENT.finditer(text):
        yield _sign(match, "", "kramdown comment", Kind.DROPPED, "left out, as on the old blog")
    for match in _NOMARKDOWN.finditer(text):
        yield _sign(match, "", "kramdown option", Kind.DROPPED, "left out; the text stays")
    for match in _MARKDOWN_INSIDE.finditer(text):
        yield _markdown_inside(text, match)
    for match in (*_LIST_LINE.finditer(text), *_LIST_INLINE.finditer(text)):
        yield _attributes(text, match)


def _sign(match: "re.Match[str]", new: str, construct: str, kind: Kind, done: str) -> _Sign:
    change = Change(start=match.start(), end=match.end(), text=new)
    return _Sign(match=match, changes=(change,), construct=construct, kind=kind, done=done)


def _attributes(text: str, match: "re.Match[str]") -> _Sign:
    """An attribute list: the id of a heading stays, classes of the old theme go."""
    own_id = _ID.search(match["list"])
    heading = _HEADING_ABOVE.search(text, 0, match.start())
    if own_id and heading and match.re is _LIST_LINE:
        end = heading.end("heading")
        added = Change(start=end, end=end, text=f" {{#{own_id['id']}}}")
        gone = Change(start=match.start(), end=match.end(), text="")
        done = "the id of the heading above"
        return _Sign(
            match=match,
            changes=(added, gone),
            construct="kramdown {: #id}",
            kind=Kind.TRANSLATED,
            done=done,
        )
    if own_id and match.re is _LIST_INLINE and _on_heading(text, match.start()):
        new = f" {{#{own_id['id']}}}"
        return _sign(match, new, "kramdown {: #id}", Kind.TRANSLATED, "the id of the heading")
    done = "left out: classes of the old theme mean nothing in the new one"
    return _sign(match, "", "kramdown {: attributes}", Kind.DROPPED, done)


def _markdown_inside(text: str, match: "re.Match[str]") -> _Sign:
    """``markdown="1"``: with empty lines inside, every engine reads Markdown between the tags."""
    tag = f"<{match['tag']}{match['before']}{match['after']}>"
    line_end = match["line_end"] or ""
    changes = [Change(start=match.start(), end=match.end(), text=f"{tag}{line_end}")]
    if match["value"] != "0" and line_end:
        changes = [Change(start=match.start(), end=match.end(), text=f"{tag}\n\n")]
        closing = re.compile(rf"\n(?=[ \t]*</{match['tag']}\s*>)", re.IGNORECASE)
        if end := closing.search(text, match.end()):
            changes.append(Change(start=end.start(), end=end.end(), text="\n\n"))
    return _Sign(
        match=match,
        changes=tuple(changes),
        construct="kramdown markdown=",
        kind=Kind.TRANSLATED,
        done="empty lines inside the tags do the same",
    )


def _on_heading(text: str, offset: int) -> bool:
    return text[text.rfind("\n", 0, offset) + 1 :].startswith("#")

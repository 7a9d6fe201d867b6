"""What only kramdown knows: attribute lists, its comments, and marks for its table of contents."""

import re

from corpblog.importers.old.source import OldFile
from corpblog.importers.old.traced import Change, Traced
from corpblog.importers.record import Kind
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
_HEADING_ABOVE = re.compile(r"(?:^|\n)(?P<heading>#{1,6}[ \t][^\n]*)\n$")


def translate_kramdown(file: OldFile, body: Traced) -> Translated:
    """The body without kramdown's attribute lists; an id of a heading is kept."""
    text, code = body.text, code_ranges(body.text)
    changes: list[Change] = []
    losses = []

    def told(match: "re.Match[str]", kind: Kind, construct: str, new: str, done: str) -> None:
        if inside(code, match.start()) or any(c.start <= match.start() < c.end for c in changes):
            return
        changes.append(Change(start=match.start(), end=match.end(), text=new))
        place = file.at(body.origin(match.start()))
        losses.append(text_loss(place, kind, construct, match[0].strip(), done))

    for match in _TOC.finditer(text):
        told(match, Kind.TRANSLATED, "kramdown {:toc}", "", "corpblog makes the table of contents")
    for match in _COMMENT.finditer(text):
        told(match, Kind.DROPPED, "kramdown comment", "", "left out, as on the old blog")
    for match in _NOMARKDOWN.finditer(text):
        told(match, Kind.DROPPED, "kramdown option", "", "left out; the text stays")
    for match in (*_LIST_LINE.finditer(text), *_LIST_INLINE.finditer(text)):
        heading = _HEADING_ABOVE.search(text, 0, match.start())
        own_id = _ID.search(match["list"])
        if own_id and heading and match.re is _LIST_LINE:
            line_end = heading.end("heading")
            changes.append(Change(start=line_end, end=line_end, text=f" {{#{own_id['id']}}}"))
            told(match, Kind.TRANSLATED, "kramdown {: #id}", "", "the id of the heading above")
        elif own_id and match.re is _LIST_INLINE and _on_heading(text, match.start()):
            told(
                match,
                Kind.TRANSLATED,
                "kramdown {: #id}",
                f" {{#{own_id['id']}}}",
                "the heading's id",
            )
        else:
            done = "left out: classes of the old theme mean nothing in the new one"
            told(match, Kind.DROPPED, "kramdown {: attributes}", "", done)
    return Translated(body=body.changed(changes), losses=tuple(losses))


def _on_heading(text: str, offset: int) -> bool:
    return text[text.rfind("\n", 0, offset) + 1 :].startswith("#")

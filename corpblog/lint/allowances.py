"""Findings that a named person accepts, as they stand in a source: comments, keys, approvals."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from corpblog.diagnostics import Location
from corpblog.lint.coverage import covered_in_body, covered_in_yaml
from corpblog.lint.prose.parts import Remark
from corpblog.lint.text import Text, TextKind
from corpblog.markup.document import MarkupOptions
from corpblog.model.places import KeyPlaces
from corpblog.model.post import Post
from corpblog.model.source import SourceText

_WORD = "corpblog-allow"
_OPENS = re.compile(rf"\s*{_WORD}\b(?P<rest>.*)", re.DOTALL)
_CLOSES = re.compile(rf"\s*/{_WORD}\s*")
# A # without a blank before it begins no comment.
_YAML = re.compile(
    rf"^(?P<before>(?:[^#\n]|(?<=\S)#)*)(?<!\S)#\s*{_WORD}\b(?P<rest>.*)$", re.MULTILINE
)
_FIELD = re.compile(r"""\s*(?:(\w+)\s*=\s*(?:"([^"]*)"|“([^”]*)”|'([^']*)'|(\S+))|([^\s,]+),?)""")
_FIELDS = ("reason", "by", "until")


@dataclass(frozen=True, kw_only=True, slots=True)
class Allowance:
    """An exception as somebody wrote it; ``problem`` says what cannot be understood of it.

    ``start`` and ``end`` are lines and columns between which it holds, both from 1, the end
    exclusive; a ``whole`` one holds for the file as a whole. ``page`` is what was built of it.
    """

    location: Location
    source_line: str
    rules: tuple[str, ...]
    reason: str = ""
    by: str = ""
    until: date | None = None
    origin: str = "comment"
    start: tuple[int, int] = (0, 0)
    end: tuple[int, int] = (0, 0)
    problem: str = ""
    whole: bool = False
    page: str = ""

    def covers(self, place: Location) -> bool:
        """Whether what stands at ``place`` is excepted."""
        if self.whole:
            return place.path in (self.location.path, self.page)
        here = place.path == self.location.path
        return here and self.start <= (place.line, place.column) < self.end


def allowances_of(text: Text, places: KeyPlaces, options: MarkupOptions) -> tuple[Allowance, ...]:
    """All exceptions that stand in a text: in comments of its body and in its front matter.

    What readers write in a comment excepts nothing; a line of YAML above their words may.
    """
    if text.kind is TextKind.COMMENT:
        return yaml_allowances(text.source, 0, text.source.body_start, len(text.source.text))
    return (
        *_in_body(text, options),
        *yaml_allowances(text.source, 0, text.source.body_start),
        *(key_allowances(text.post, places) if text.post is not None else ()),
    )


def may_hold(source: SourceText) -> bool:
    """Whether an exception could stand in a comment of ``source``."""
    return _WORD in source.text


def yaml_allowances(
    source: SourceText, start: int, end: int, reach: int | None = None
) -> tuple[Allowance, ...]:
    """The exceptions in comments of YAML: on the line of a key, or on a line above it.

    They stand in ``text[start:end]`` and cover nothing behind ``reach``, which is ``end`` where it
    is left out.
    """
    reach = end if reach is None else reach
    found = []
    if _WORD in source.text:
        for match in _YAML.finditer(source.text, start, end):
            alone = not match["before"].strip()
            covered = covered_in_yaml(source, match.span(), reach, alone=alone)
            found.append(_allowance(source, match.span(), match["rest"], covered))
    return tuple(found)


def _in_body(text: Text, options: MarkupOptions) -> Iterator[Allowance]:
    for remark, closed in _paired(text.prose.remarks):
        opens = _OPENS.match(remark.text)
        if opens:
            covered = covered_in_body(text.source, text.prose, options, remark, closed)
            span = (remark.start, remark.end)
            yield _allowance(text.source, span, opens["rest"], covered)


def _paired(remarks: Iterable[Remark]) -> list[tuple[Remark, int | None]]:
    """The comments that begin an exception, each with the place of its end mark, if it has one.

    An end mark belongs to the nearest comment before it that has none yet.
    """
    found: list[tuple[Remark, int | None]] = []
    waiting: list[int] = []
    for remark in remarks:
        if _CLOSES.fullmatch(remark.text) and waiting:
            opener = waiting.pop()
            found[opener] = (found[opener][0], remark.start)
        elif _OPENS.match(remark.text):
            waiting.append(len(found))
            found.append((remark, None))
    return found


def key_allowances(post: Post, places: KeyPlaces, page: str = "") -> Iterator[Allowance]:
    """The exceptions for a post as a whole, and for the ``page`` that was built of it."""
    for index, item in enumerate(post.front.lint_allow):
        span = places(post.source, ("lint_allow", index)) or (0, 0)
        place = post.source.location(*span)
        yield Allowance(
            location=place,
            source_line=post.source.line(place.line),
            rules=(item.rule,) if item.rule else (),
            reason=item.reason,
            by=item.by,
            until=item.until,
            origin="key",
            whole=True,
            page=page,
        )
    for index, approval in enumerate(post.front.approvals):
        if approval.rule:
            span = places(post.source, ("approvals", index)) or (0, 0)
            place = post.source.location(*span)
            yield Allowance(
                location=place,
                source_line=post.source.line(place.line),
                rules=(approval.rule,),
                reason=approval.role,
                by=approval.by,
                origin="approval",
                problem="" if approval.date else "date is missing",
                whole=True,
                page=page,
            )


def _allowance(
    source: SourceText, span: tuple[int, int], words: str, covered: tuple[int, int]
) -> Allowance:
    rules: list[str] = []
    fields: dict[str, str] = {}
    problem = ""
    for match in _FIELD.finditer(words):
        name = match[1]
        if name is None:
            rules.append(match[6])
        elif name in _FIELDS:
            fields[name] = next(value for value in match.groups()[1:5] if value is not None)
        else:
            problem = f"“{name}” is unknown; known are {', '.join(_FIELDS)}"
    until, bad_day = _day(fields.get("until", ""))
    place, end = source.location(*covered), source.location(covered[1])
    own = source.location(*span)
    return Allowance(
        location=own,
        source_line=source.line(own.line),
        rules=tuple(rules),
        reason=fields.get("reason", ""),
        by=fields.get("by", ""),
        until=until,
        start=(place.line, place.column),
        end=(end.line, end.column),
        problem=problem or bad_day,
    )


def _day(text: str) -> tuple[date | None, str]:
    if not text:
        return None, ""
    try:
        return date.fromisoformat(text), ""
    except ValueError:
        return None, f"until: “{text}” is no day such as 2027-01-31"

"""Findings that a named person accepts, as they stand in a source: comments, keys, approvals."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from corpblog.diagnostics import Location
from corpblog.lint.prose.parts import Prose, Remark
from corpblog.lint.text import Text
from corpblog.model.places import KeyPlaces
from corpblog.model.source import SourceText

_WORD = "corpblog-allow"
_OPENS = re.compile(rf"\s*{_WORD}\b(?P<rest>.*)", re.DOTALL)
_CLOSES = re.compile(rf"\s*/{_WORD}\s*")
_YAML = re.compile(rf"^(?P<before>[^#\n]*(?:\s|^))#\s*{_WORD}\b(?P<rest>[^\n]*)$", re.MULTILINE)
_FIELD = re.compile(r"""\s*(?:(\w+)\s*=\s*(?:"([^"]*)"|“([^”]*)”|'([^']*)'|(\S+))|([^\s,]+),?)""")
_FIELDS = ("reason", "by", "until")


@dataclass(frozen=True, kw_only=True, slots=True)
class Allowance:
    """An exception as somebody wrote it; ``problem`` says what cannot be understood of it.

    ``start`` and ``end`` are lines and columns between which it holds, both from 1, the end
    exclusive; it holds for the whole file where they are the same.
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

    def covers(self, place: Location) -> bool:
        """Whether what stands at ``place`` is excepted."""
        if place.path != self.location.path:
            return False
        return self.start == self.end or self.start <= (place.line, place.column) < self.end


def allowances_of(text: Text, places: KeyPlaces) -> tuple[Allowance, ...]:
    """All exceptions that stand in a text: in comments of its body and in its front matter."""
    return (
        *_in_body(text.source, text.prose),
        *yaml_allowances(text.source, 0, text.source.body_start),
        *_in_keys(text, places),
    )


def may_hold(source: SourceText) -> bool:
    """Whether an exception could stand in a comment of ``source``."""
    return _WORD in source.text


def yaml_allowances(source: SourceText, start: int, end: int) -> tuple[Allowance, ...]:
    """The exceptions in comments of YAML: on the line of a key, or on a line above it."""
    found = []
    if _WORD in source.text:
        for match in _YAML.finditer(source.text, start, end):
            alone = not match["before"].strip()
            covered = _next_entry(source, match.end(), end) if alone else match.span()
            found.append(_allowance(source, match.span(), match["rest"], covered))
    return tuple(found)


def _next_entry(source: SourceText, start: int, end: int) -> tuple[int, int]:
    """The key below a comment with everything that belongs to it."""
    begin = min(start + 1, end)
    indent = len(source.text) and _indent(source.text, begin)
    stop = source.text.find("\n", begin, end)
    while 0 <= stop < end and _indent(source.text, stop + 1) > indent:
        stop = source.text.find("\n", stop + 1, end)
    return begin, end if stop < 0 else stop


def _indent(text: str, start: int) -> int:
    line = text[start : (text.find("\n", start) + 1 or len(text) + 1) - 1]
    return len(line) - len(line.lstrip(" "))


def _in_body(source: SourceText, prose: Prose) -> Iterator[Allowance]:
    for remark, closed in _paired(prose.remarks):
        opens = _OPENS.match(remark.text)
        if opens:
            covered = _covered(source, prose, remark, closed)
            yield _allowance(source, (remark.start, remark.end), opens["rest"], covered)


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


def _covered(
    source: SourceText, prose: Prose, remark: Remark, closed: int | None
) -> tuple[int, int]:
    """From the comment (from its line, inside a block) to its end mark or the end of the block."""
    block = prose.block_at(remark.start)
    if block is not None:
        start = max(block.start, source.text.rfind("\n", 0, remark.start) + 1)
        return start, block.end if closed is None else min(closed, block.end)
    if closed is not None:
        return remark.end, closed
    below = [each for each in prose.blocks if each.start >= remark.end]
    first = min((each.start for each in below), default=0)
    ends = (each.end for each in below if each.start == first)
    return remark.end, max(ends, default=len(source.text))


def _in_keys(text: Text, places: KeyPlaces) -> Iterator[Allowance]:
    if text.post is None:
        return
    for index, item in enumerate(text.post.front.lint_allow):
        span = places(text.source, ("lint_allow", index)) or (0, 0)
        place = text.source.location(*span)
        yield Allowance(
            location=place,
            source_line=text.source.line(place.line),
            rules=(item.rule,) if item.rule else (),
            reason=item.reason,
            by=item.by,
            until=item.until,
            origin="key",
        )
    for index, approval in enumerate(text.post.front.approvals):
        if approval.rule:
            span = places(text.source, ("approvals", index)) or (0, 0)
            place = text.source.location(*span)
            yield Allowance(
                location=place,
                source_line=text.source.line(place.line),
                rules=(approval.rule,),
                reason=approval.role,
                by=approval.by,
                origin="approval",
                problem="" if approval.date else "date is missing",
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

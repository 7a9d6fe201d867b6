"""The note column of a word list: conditions in square brackets, and remarks for people."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from corpblog.nearest import nearest
from corpblog.wordlists.entries import Directives
from corpblog.wordlists.grammar import Trouble, pattern_trouble

# Directive -> field of Directives. Flags stand alone; the others are followed by words.
_FLAGS = {
    "once": "once",
    "tech": "technical",
    "only-with-self": "only_with_self",
    "only-with-others": "only_with_others",
    "cut": "cut",
}
_WORDS = {
    "not-before": "not_before",
    "not-after": "not_after",
    "only-before": "only_before",
    "later": "later",
    "except": "exceptions",
}
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_NO_DIRECTIVES = Directives()


class Note(NamedTuple):
    """A note taken apart: its directives and its remark."""

    directives: Directives
    remark: str


def note_of(text: str) -> Note:
    """The directives and the remark of a note column; what is wrong in it is left out."""
    if "[" not in text:
        return Note(_NO_DIRECTIVES, text.strip())
    values: dict[str, Any] = {}
    for name, _, words in map(_taken_apart, _BRACKETS.findall(text)):
        if name in _FLAGS:
            values[_FLAGS[name]] = True
        elif name in _WORDS:
            values[_WORDS[name]] = words
    return Note(Directives(**values), " ".join(_BRACKETS.sub(" ", text).split()))


def note_troubles(text: str) -> Iterator[Trouble]:
    """Everything that is wrong in a note column."""
    for match in _BRACKETS.finditer(text):
        trouble = _trouble(*_taken_apart(match[1]))
        if trouble is not None:
            yield trouble._replace(offset=match.start() + 1)
    for offset in range(len(text)):
        if _is_stray(text, offset):
            yield Trouble(offset, "this bracket has no partner", "Write [name: words].")
            return


def _taken_apart(directive: str) -> tuple[str, bool, tuple[str, ...]]:
    """The name of a directive, whether a colon follows, and its words."""
    name, colon, rest = directive.partition(":")
    words = tuple(word.strip() for word in rest.split(",") if word.strip())
    return name.strip(), bool(colon), words


def _is_stray(text: str, offset: int) -> bool:
    return text[offset] in "[]" and not any(
        match.start() <= offset < match.end() for match in _BRACKETS.finditer(text)
    )


def _trouble(name: str, colon: bool, words: tuple[str, ...]) -> Trouble | None:
    known = sorted({*_FLAGS, *_WORDS})
    if name not in known:
        meant = nearest(name, known)
        hint = f"Did you mean [{meant}]?" if meant else f"Known are {', '.join(known)}."
        return Trouble(0, f"unknown directive [{name}]", hint)
    if name in _FLAGS and colon:
        return Trouble(0, f"[{name}] takes no words", f"Write [{name}].")
    if name in _WORDS and not words:
        return Trouble(0, f"[{name}] needs words", f"Write [{name}: one, other].")
    for word in words:
        trouble = pattern_trouble(word)
        if trouble is not None:
            return Trouble(0, f"“{word}” in [{name}]: {trouble.message}", trouble.hint)
    return None

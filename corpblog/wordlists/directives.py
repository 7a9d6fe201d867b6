"""The note column of a word list: conditions in square brackets, and remarks for people."""

import re
from typing import NamedTuple

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
    "except": "exceptions",
}
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_NO_DIRECTIVES = Directives()


class Note(NamedTuple):
    """A note taken apart: its directives, its remark, and what is wrong with it."""

    directives: Directives
    remark: str
    troubles: tuple[Trouble, ...]


def note_of(text: str) -> Note:
    """The directives and the remark of a note column."""
    if "[" not in text and "]" not in text:
        return Note(_NO_DIRECTIVES, text.strip(), ())
    values: dict[str, bool | tuple[str, ...]] = {}
    troubles: list[Trouble] = []
    for match in _BRACKETS.finditer(text):
        name, colon, rest = match[1].partition(":")
        words = tuple(word.strip() for word in rest.split(",") if word.strip())
        trouble = _trouble(name.strip(), bool(colon), words)
        if trouble is not None:
            troubles.append(trouble._replace(offset=match.start() + 1))
        elif name.strip() in _FLAGS:
            values[_FLAGS[name.strip()]] = True
        else:
            values[_WORDS[name.strip()]] = words
    remark = _BRACKETS.sub(" ", text)
    stray = next((offset for offset, sign in enumerate(text) if _is_stray(text, offset)), -1)
    if stray >= 0:
        troubles.append(Trouble(stray, "this bracket has no partner", "Write [name: words]."))
    return Note(Directives(**values), " ".join(remark.split()), tuple(troubles))  # type: ignore[arg-type]


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

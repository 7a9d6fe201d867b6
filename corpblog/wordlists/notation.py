"""The notation of word lists: a pattern as the sequences of words that it stands for.

``(a|b|)`` are alternatives, not nested; a space is white space or a hyphen; ``~`` at the end of a
word are German endings; ``*`` at the start or the end of a word are any letters, or none. Case
does not count, ß is ss and ' is ’. Punctuation in a pattern stands for any punctuation there.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from corpblog.wordlists.folding import fold

ENDINGS = ("", "e", "em", "en", "er", "es")
# More forms than any sensible pattern has; beyond it a pattern is refused.
MOST_FORMS = 5000

Part = str | tuple[str, ...]

_PART = re.compile(r"\(([^()]*)\)|(~)|([^()~]+)")
_LETTERS = r"[\w*][\w*~\u0300-\u036f]*"
_WORD = re.compile(rf"{_LETTERS}(?:['’]{_LETTERS})*")
# A first word and the sign that ends it.
_COMPLETE = re.compile(r"\w[\w*~'’\u0300-\u036f]*[^\w*~'’\u0300-\u036f]").search
_JOINED = re.compile(r"[\s\u2010\u2011-]*")
_SPECIAL = re.compile(r"[()|*~]")


class Word(NamedTuple):
    """A word of a form, folded; ``joined`` to the one before by white space or hyphens alone."""

    text: str
    joined: bool


class Form(NamedTuple):
    """Words that a pattern stands for, and which alternative of each group they took."""

    words: tuple[Word, ...]
    choice: tuple[int, ...]


def parts_of(pattern: str) -> tuple[Part, ...]:
    """A pattern or suggestion as fixed text and groups of alternatives; ``~`` is a group too."""
    return tuple(
        fixed or (ENDINGS if endings else tuple(group.split("|")))
        for group, endings, fixed in _PART.findall(pattern)
    )


def groups_of(pattern: str) -> tuple[tuple[str, ...], ...]:
    """The groups of alternatives of a pattern or suggestion, from left to right."""
    return tuple(part for part in parts_of(pattern) if isinstance(part, tuple))


def forms_of(pattern: str, opening: str | None = None) -> Iterator[Form]:
    """Everything that ``pattern`` stands for, in the order of its alternatives.

    With ``opening`` only the forms whose first word fits that word of a text; the others are not
    even put together.
    """
    parts = parts_of(fold(pattern))
    for chosen in islice(_choices(parts, opening), MOST_FORMS):
        text = "".join(
            part[index] if isinstance(part, tuple) else part
            for part, index in zip(parts, chosen, strict=True)
        )
        words = words_of(text)
        if words and (opening is None or fits(words[0].text, opening)):
            yield Form(words, tuple(index for index in chosen if index >= 0))


def _choices(parts: Sequence[Part], opening: str | None) -> Iterator[tuple[int, ...]]:
    """Which alternative of each part is taken; -1 for fixed text."""
    places = [range(len(part)) if isinstance(part, tuple) else (-1,) for part in parts]
    heads = _heads(parts, opening, "", ()) if opening is not None else ((),)
    for head in heads:
        for rest in product(*places[len(head) :]):
            yield (*head, *rest)


def _heads(
    parts: Sequence[Part], opening: str, text: str, chosen: tuple[int, ...]
) -> Iterator[tuple[int, ...]]:
    """Choices of the first parts, as far as the first word goes, with which it fits ``opening``."""
    if len(chosen) == len(parts):
        yield chosen
        return
    if _COMPLETE(text):
        if fits(words_of(text)[0].text, opening):
            yield chosen
        return
    part = parts[len(chosen)]
    for index, option in enumerate(part) if isinstance(part, tuple) else ((-1, part),):
        yield from _heads(parts, opening, text + option, (*chosen, index))


def words_of(text: str) -> tuple[Word, ...]:
    """The words of folded ``text``, as a tokeniser would find them in a post."""
    words: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        words.append(Word(match[0], bool(_JOINED.fullmatch(text, end, match.start()))))
        end = match.end()
    return tuple(words)


def openings_of(pattern: str) -> frozenset[str]:
    """The first words of all forms of ``pattern``, folded, without expanding it.

    A word may still end in ``~`` and have its stars: that is what an index wants to know.
    """
    heads = {""}
    for part in parts_of(fold(pattern)):
        options: Sequence[str] = (
            ("~",) if part is ENDINGS else (part,) if isinstance(part, str) else part
        )
        heads = {head if _COMPLETE(head) else head + option for head in heads for option in options}
        if all(map(_COMPLETE, heads)):
            break
    return frozenset(words[0].text for words in map(words_of, heads) if words)


def fits(pattern: str, word: str) -> bool:
    """Whether a folded ``word`` is what ``pattern`` says: a word with or without stars."""
    core = pattern.strip("*")
    if core == pattern:
        return pattern == word
    if not pattern.endswith("*"):
        rest = word.removesuffix(core) if word.endswith(core) else "*"
    elif not pattern.startswith("*"):
        rest = word.removeprefix(core) if word.startswith(core) else "*"
    else:
        rest = word.replace(core, "", 1) if core in word else "*"
    return not rest or rest.isalpha()


def fill(suggestion: str, choice: Sequence[int]) -> str:
    """``suggestion`` with the alternatives that a hit took; groups line up from the right."""
    parts = parts_of(suggestion)
    groups = sum(isinstance(part, tuple) for part in parts)
    chosen = iter(choice[len(choice) - groups :])
    return "".join(part if isinstance(part, str) else part[next(chosen)] for part in parts)


def keep_capital(replacement: str, written: str) -> str:
    """``replacement`` with a capital where the ``written`` words begin with one."""
    if written[:1].isupper():
        return replacement[:1].upper() + replacement[1:]
    return replacement


def literal(text: str) -> str:
    """A pattern that means ``text`` itself, such as a name, whatever signs stand in it."""
    return " ".join(_SPECIAL.sub(" ", text).split())

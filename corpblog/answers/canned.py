"""Whether a reply says something: canned phrases, emptiness, and replies that only send away.

The measure of rule DIAL003 and of “answered” (catalogue 1.7, condition 4), the same for both.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from corpblog.answers.phrases import CANNED, MARKS, SMALL_WORDS, canned_phrases
from corpblog.answers.said import said_of, without_addresses
from corpblog.wordlists.tokens import Token, tokenise

# Words that say something: two letters or more; one that reply and comment share: four, and a
# longer one may end differently (export, exports).
_WORD_LENGTH, _SHARED_LENGTH, _STEM_LENGTH = 2, 4, 5

_SENTENCE = re.compile(r"[^\n.!?]*(?:[.!?](?!\s|\Z)[^\n.!?]*)*[.!?\n]*\s*")
_WAYS = "e-?mail|call|phone|ring|write|contact|message|dm|pm"
_SENDS_AWAY = re.compile(
    rf"\b(?:please|just|kindly|simply|can|could|may|to|and)[ ](?:\w+[ ])?(?:{_WAYS})\b"
    rf"|\A[\W_]*(?:{_WAYS})\b"
    r"|\b(?:send|drop|give|write)[ ]us\b|\bin[ ]touch[ ]with\b|\b(?:help ?desk|contact form)\b"
    r"|\b(?:wenden|melden)[ ](?:sie|euch)\b|\b(?:wende|melde)[ ]dich\b"
    r"|\b(?:schreib|schreibe|schreiben|schick|schicke|schicken|senden|sende)\b[^.!?\n]{0,20}\buns\b"
    r"|\b(?:rufen|ruf|rufe)\b[^.!?\n]{0,40}\ban\b|\bkontaktier(?:e|en|t)\b"
    r"|\b(?:hotline|kontaktformular|direktnachricht)\b"
    r"|\b(?:per|via|by|through)[ ](?:e-?mail|mail|telefon|phone|dm|pn|direct message)\b",
    re.IGNORECASE,
)


class Shortfall(StrEnum):
    """Why a reply is no answer."""

    CANNED = "canned"
    DEFLECTION = "deflection"
    EMPTY = "empty"


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Where a reply begins to be one: options of DIAL003.

    ``coverage`` is the share of words (0 to 1) that canned phrases may not reach;
    ``min_content_words`` is what a reply needs that has neither link, date, number nor step.
    """

    coverage: float = 0.5
    min_content_words: int = 8


class Substance(NamedTuple):
    """What a reply consists of; ``shortfall`` None means that it is one.

    ``coverage`` is the share of its words in canned phrases; ``content_words`` counts what is left
    without phrases, greeting, sign-off and small words; ``marks`` are what shows substance: link,
    date, number, step, name, shared. ``phrases`` are the canned ones, as they stand there.
    """

    shortfall: Shortfall | None
    coverage: float
    content_words: int
    marks: frozenset[str]
    phrases: tuple[str, ...]


class _Known(NamedTuple):
    """Words that show that somebody read the comment: how its own begin, and names."""

    asked: frozenset[str]
    names: frozenset[str]


def substance_of(
    reply: str,
    comment: str = "",
    *,
    limits: Limits | None = None,
    names: frozenset[str] = frozenset(),
) -> Substance:
    """What ``reply`` (Markdown) says to ``comment``; ``names`` are folded words of known names.

    Quoted lines of the reply are the reader's words and count for nothing. A short reply is an
    answer by its link, date, number or step (“No, not before May.”); a name or a word of the
    comment is enough only for one that says more.
    """
    text = said_of(reply).text
    tokens = tokenise(without_addresses(text))
    hits = canned_phrases().find(tokens).get(CANNED, ())
    own = _blanked(text, [(hit.start, hit.end) for hit in hits])
    known = _Known(_stems(_content(tokenise(without_addresses(comment)))), names)
    covered = sum(hit.last - hit.first for hit in hits)
    content, marks = _measure(own, known)
    substance = Substance(
        shortfall=None,
        coverage=covered / len(tokens) if tokens else 0.0,
        content_words=content,
        marks=marks,
        phrases=tuple(" ".join(text[hit.start : hit.end].split()) for hit in hits),
    )
    limits = limits or Limits()
    return substance._replace(shortfall=_shortfall(substance, text, own, known, limits))


def _shortfall(
    substance: Substance, text: str, own: str, known: _Known, limits: Limits
) -> Shortfall | None:
    if substance.phrases and substance.coverage >= limits.coverage:
        return Shortfall.CANNED
    away = [found.span() for found in _SENTENCE.finditer(text) if _SENDS_AWAY.search(found[0])]
    if away and _is_thin(*_measure(_blanked(own, away), known), limits):
        return Shortfall.DEFLECTION
    return Shortfall.EMPTY if _is_thin(substance.content_words, substance.marks, limits) else None


def _is_thin(content: int, marks: frozenset[str], limits: Limits) -> bool:
    """Whether nothing shows that this answers something."""
    return not marks or (content < limits.min_content_words and marks.isdisjoint(MARKS))


def _measure(text: str, known: _Known) -> tuple[int, frozenset[str]]:
    """How many words of ``text`` say something, and what marks it has."""
    words = _content(tokenise(without_addresses(text)))
    marks = {name for name, pattern in MARKS.items() if pattern.search(text)}
    marks |= {"shared"} if not known.asked.isdisjoint(_stems(words)) else set()
    marks |= {"name"} if not known.names.isdisjoint(words) else set()
    return len(words), frozenset(marks)


def _content(tokens: Iterable[Token]) -> Sequence[str]:
    words = (token.folded for token in tokens)
    return [word for word in words if word not in SMALL_WORDS and len(word) >= _WORD_LENGTH]


def _stems(words: Iterable[str]) -> frozenset[str]:
    """What two words have in common that mean the same thing."""
    return frozenset(word[:_STEM_LENGTH] for word in words if len(word) >= _SHARED_LENGTH)


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` at the same length with blanks instead of ``spans``."""
    signs = list(text)
    for start, end in spans:
        signs[start:end] = " " * (end - start)
    return "".join(signs)

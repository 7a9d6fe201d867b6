"""A sentence too long to read at one go.

Ein Satz, der zu lang ist, um ihn in einem Zug zu lesen.

Why: sentences of 9 to 13 words are the easiest to read (Hamburg model, 1974); above 30 readers
lose the beginning before they reach the end.
Warum: Sätze mit 9 bis 13 Wörtern liest man am leichtesten (Hamburger Modell, 1974); bei über 28
Wörtern ist der Anfang vergessen, bevor das Ende kommt.
Instead: one thought, one sentence.
Stattdessen: ein Gedanke, ein Satz.
Bad: After we had, in the course of the work on the new export, which had been planned since
spring and which several teams took part in, changed the rounding, some invoices were wrong.
Good: We changed the rounding in the new export. Some invoices were wrong.
Schlecht: Nachdem wir im Zuge der seit dem Frühjahr geplanten Arbeiten am neuen Export, an denen
mehrere Teams beteiligt waren, die Rundung, die vorher anders war, geändert hatten, waren einige
Rechnungen falsch.
Gut: Wir haben im neuen Export die Rundung geändert. Einige Rechnungen waren falsch.
Known: what stands in quotation marks, in code or in a link's address is not counted; of a list
after a colon each item counts for itself.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.prose.parts import Scope, Sentence
from corpblog.lint.rule import Finding, Findings, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key

_NO_SENTENCES = frozenset((Scope.TITLE, Scope.HEADING, Scope.CELL, Scope.ALT))
# A share of fewer sentences says nothing.
_FEWEST_SENTENCES = 10
# Items of a list that is written into a sentence.
_FEWEST_ITEMS = 3
_LONGEST_ITEM = 12
_ITEM_ENDS = (re.compile(r";\s"), re.compile(r",\s"))

_LONG = Wording(
    "this sentence has {count} words; readers get lost after {limit}",
    "dieser Satz hat {count} Wörter; nach {limit} verlieren Leser den Faden",
)
_SPLIT = Wording(
    "make it two or three sentences",
    "machen Sie zwei oder drei Sätze daraus",
)
_MANY = Wording(
    "{share} % of the sentences have more than {middling} words; at most {limit} % should",
    "{share} % der Sätze haben mehr als {middling} Wörter; es sollten höchstens {limit} % sein",
)
_SHORTEN = Wording(
    "shorten the longest ones, or split them", "kürzen Sie die längsten, oder teilen Sie sie"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Limits in words; other languages have that of English."""

    max: dict[str, int | float] = key(
        "most words of a sentence, by language", factory=lambda: {"en": 30, "de": 28}
    )
    share: int = key("most sentences in percent that may be longer than middling", default=30)
    middling: int = key("words from which a sentence counts for the share", default=20)


def check(text: Text, context: Context, options: Options) -> Findings:
    """Each sentence that is too long, then the text as a whole."""
    limit = options.max.get(text.lang, options.max.get("en", 30))
    lengths: list[int] = []
    for start, end, count in measured(text):
        lengths.append(count)
        if count > limit:
            message = _LONG(count=count, limit=int(limit))
            yield Finding(at=Span(start, end), message=message, hint=_SPLIT)
    long = sum(count > options.middling for count in lengths)
    share = round(100 * long / len(lengths)) if lengths else 0
    if len(lengths) >= _FEWEST_SENTENCES and share > options.share:
        message = _MANY(share=share, middling=options.middling, limit=options.share)
        yield Finding(message=message, hint=_SHORTEN)


def measured(text: Text) -> Iterator[tuple[int, int, int]]:
    """Of each sentence the part that counts: start, end, how many words."""
    for sentence in text.prose.sentences:
        if text.prose.blocks[sentence.block].scope not in _NO_SENTENCES:
            yield max(_parts(text, sentence), key=lambda part: part[2])


def _parts(text: Text, sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """The sentence, or the items of the list in it: start, end, how many words."""
    cuts = list(_cuts(text, sentence))
    if not cuts:
        yield sentence.start, sentence.end, sentence.last - sentence.first
        return
    for start, end in zip((sentence.start, *cuts), (*cuts, sentence.end), strict=True):
        yield start, end, _words(text, sentence, start, end)


def _cuts(text: Text, sentence: Sentence) -> Iterator[int]:
    """Where the items of a list after a colon begin."""
    prose = text.prose.text
    colon = prose.find(": ", sentence.start, sentence.end)
    if colon < 0:
        return
    for sign in _ITEM_ENDS:
        starts = [colon + 2]
        starts += [found.end() for found in sign.finditer(prose, colon + 2, sentence.end)]
        ends = (*starts[1:], sentence.end)
        counts = [_words(text, sentence, *item) for item in zip(starts, ends, strict=True)]
        if len(starts) >= _FEWEST_ITEMS and max(counts) <= _LONGEST_ITEM:
            yield from starts
            return


def _words(text: Text, sentence: Sentence, start: int, end: int) -> int:
    tokens = text.prose.tokens

    def first_from(offset: int) -> int:
        return bisect_left(
            tokens, offset, sentence.first, sentence.last, key=lambda token: token.start
        )

    return first_from(end) - first_from(start)


RULE = Rule(
    code="READ001",
    name="long-sentence",
    severity=Severity.WARNING,
    help=__doc__,
    options=Options,
    text=check,
)

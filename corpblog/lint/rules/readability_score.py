"""A text that is hard to read by the usual formulas.

Ein Text, der nach den üblichen Formeln schwer zu lesen ist.

Why: who writes in long words and long sentences sounds as if there were something to hide (S0).
Warum: Wer in langen Wörtern und langen Sätzen schreibt, klingt, als gäbe es etwas zu verbergen
(S0).
Instead: write short sentences with the short, usual words.
Stattdessen: Schreiben Sie kurze Sätze mit den kurzen, üblichen Wörtern.
Bad: The implementation of the modification necessitated a reconfiguration of the infrastructure.
Good: We changed the program, so we had to set up the servers again.
Schlecht: Die Implementierung der Modifikation erforderte eine Rekonfiguration der Infrastruktur.
Gut: Wir haben das Programm geändert und mussten die Server neu einrichten.
Known: a score is a hint, not a grade. A text can have short words and still be empty.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.lexicon import NAMES
from corpblog.lint.prose.parts import Scope
from corpblog.lint.rule import Finding, Findings, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording, decimal
from corpblog.model.keys import key
from corpblog.wordlists.tokens import Token

_SAID = frozenset((Scope.PARAGRAPH, Scope.ITEM))
# Letters beyond which the formulas call a word long.
_LONG_WORD = 6
# Syllables from which the Wiener Sachtextformel counts a word as heavy.
_HEAVY_WORD = 3

_HARD = Wording(
    "this text is hard to read: {formula} {score}, and it should be {limit} or {better}",
    "dieser Text ist schwer zu lesen: {formula} {score}, gut wäre {limit} oder {better}",
)
_MORE, _LESS = Wording("more", "mehr"), Wording("less", "weniger")
_WHAT = Wording(
    "{length} words per sentence, {weight}: shorten the longest sentences, and use shorter words",
    "{length} Wörter je Satz, {weight}: Kürzen Sie die längsten Sätze, und nehmen Sie kürzere "
    "Wörter",
)
_SYLLABLES = Wording(
    "{count} syllables per word",
    "{count} Silben je Wort",
)
_LONG_WORDS = Wording("{count} % long words", "{count} % lange Wörter")


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Limits by kind of post; ``default`` is for all kinds that are not named."""

    flesch: dict[str, int | float] = key(
        "English: least Flesch reading ease, by kind", factory=lambda: {"default": 45}
    )
    amstad: dict[str, int | float] = key(
        "German: least reading ease by Amstad, by kind", factory=lambda: {"default": 40}
    )
    wiener: dict[str, int | float] = key(
        "German: most by the Wiener Sachtextformel 1, by kind", factory=lambda: {"default": 13}
    )
    lix: dict[str, int | float] = key(
        "other languages: most by LIX, by kind", factory=lambda: {"default": 60}
    )
    min_words: int = key("words from which a text is judged", default=150)


class Measures(NamedTuple):
    """What the formulas need: means per sentence and word, and shares in percent.

    ``length`` words a sentence, ``syllables`` a word, ``long`` words of more than six letters,
    ``heavy`` of three or more syllables, ``light`` of one.
    """

    length: float
    syllables: float
    long: float
    heavy: float
    light: float


def flesch(measures: Measures) -> float:
    """Flesch reading ease (Flesch 1948); 100 is very easy, 0 very hard."""
    return 206.835 - 1.015 * measures.length - 84.6 * measures.syllables


def amstad(measures: Measures) -> float:
    """Flesch reading ease for German (Amstad 1978)."""
    return 180 - measures.length - 58.5 * measures.syllables


def wiener(measures: Measures) -> float:
    """First Wiener Sachtextformel (Bamberger and Vanecek 1984): about the school year needed."""
    weight = 0.1935 * measures.heavy + 0.1672 * measures.length
    return weight + 0.1297 * measures.long - 0.0327 * measures.light - 0.875


def lix(measures: Measures) -> float:
    """LIX (Björnsson 1968), which needs no syllables."""
    return measures.length + measures.long


def check(text: Text, context: Context, options: Options) -> Findings:
    """The text as a whole, by the formula of its language."""
    words, sentences = _said(text)
    if len(words) < options.min_words:
        return
    lang = text.lang.partition("-")[0]
    counts = context.syllables(lang, words) if lang in ("en", "de") else ()
    measures = measured(words, sentences, counts)
    for formula, score, limits, easy_is_high in _scores(lang, measures, options):
        limit = _limit(text, limits)
        if limit is not None and (score < limit if easy_is_high else score > limit):
            better = _MORE if easy_is_high else _LESS
            yield _finding(formula, score, limit, better, measures)
            return


def measured(words: Sequence[str], sentences: int, counts: Sequence[int]) -> Measures:
    """The measures of a text; ``counts`` are the syllables of its words, or none are known."""
    total = len(words)
    return Measures(
        length=total / sentences,
        syllables=sum(counts) / total,
        long=100 * sum(map(_LONG_WORD.__lt__, map(len, words))) / total,
        heavy=100 * sum(map(_HEAVY_WORD.__le__, counts)) / total,
        light=100 * sum(map((1).__eq__, counts)) / total,
    )


def _scores(
    lang: str, measures: Measures, options: Options
) -> Iterator[tuple[str, float, Mapping[str, int | float], bool]]:
    if lang == "en":
        yield "Flesch", flesch(measures), options.flesch, True
    elif lang == "de":
        yield "Amstad", amstad(measures), options.amstad, True
        yield "Wiener Sachtextformel", wiener(measures), options.wiener, False
    else:
        yield "LIX", lix(measures), options.lix, False


def _limit(text: Text, limits: Mapping[str, int | float]) -> int | float | None:
    """The limit for the kind of the post; None where the site judges named kinds alone."""
    kind = text.post.front.kind if text.post else None
    return limits.get(kind.value if kind else "default", limits.get("default"))


def _said(text: Text) -> tuple[list[str], int]:
    """The words of sentences as textstat wants them, without names, and how many sentences."""
    blocks, tokens = text.prose.blocks, text.prose.tokens
    said = [each for each in text.prose.sentences if blocks[each.block].scope in _SAID]
    names = {index for hit in text.hits(NAMES) for index in range(hit.first, hit.last)}
    spoken = [
        token
        for sentence in said
        for index, token in enumerate(tokens[sentence.first : sentence.last], sentence.first)
        if index not in names
    ]
    return _plain(spoken, text.source.text), len(said)


def _plain(tokens: Iterable[Token], source: str) -> list[str]:
    """The words in small letters, with straight apostrophes and without soft hyphens."""
    return [
        folded
        if folded.isascii() and len(folded) == end - start
        else source[start:end].lower().replace("’", "'").replace("\u00ad", "")
        for start, end, folded, _ in tokens
    ]


def _finding(
    formula: str, score: float, limit: float, better: Wording, measures: Measures
) -> Finding:
    if measures.syllables:
        weight = _SYLLABLES(count=decimal(measures.syllables))
    else:
        weight = _LONG_WORDS(count=f"{measures.long:.0f}")
    return Finding(
        message=_HARD(formula=formula, score=decimal(score), limit=f"{limit:g}", better=better),
        hint=_WHAT(length=decimal(measures.length), weight=weight),
    )


RULE = Rule(
    code="READ002",
    name="readability-score",
    severity=Severity.WARNING,
    help=__doc__,
    options=Options,
    text=check,
)

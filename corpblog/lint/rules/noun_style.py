"""Nouns do the work of verbs.

Hauptwörter tun die Arbeit von Verben.

Why: a noun that hides a verb also hides who does what; noun style is the main mark of empty texts
(BlaBlaMeter, Wolf Schneider).
Warum: Ein Hauptwort, in dem ein Verb steckt, verbirgt auch, wer was tut; Nominalstil ist das
Hauptmerkmal leerer Texte (BlaBlaMeter, Wolf Schneider).
Instead: say who does what, with a verb.
Stattdessen: Sagen Sie mit einem Verb, wer was tut.
Bad: the implementation of the optimisation
Good: we bill faster now
Schlecht: Die Durchführung der Optimierung der Abrechnung
Gut: Wir rechnen jetzt schneller ab
Known: nouns in a row are only seen where their endings or a list of frequent ones tell them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.lexicon import NAMES
from corpblog.lint.nominal_words import (
    CONCRETE_ENDINGS,
    CONCRETE_WORDS,
    GENITIVE_ARTICLES,
    NOMINAL_ENDINGS,
    ROW_ENDINGS,
    ROW_NOUNS,
)
from corpblog.lint.rule import Finding, Findings, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.wordlists.tokens import Token

# Shorter ones are no nouns of a verb: “Rang”, “city”.
_SHORTEST = 6
# Adjectives that may stand between a German article and its noun.
_ADJECTIVES = 2

_DENSE = Wording(
    "{share} of 100 words are nouns that hide a verb, such as “{first}” and “{second}”",
    "{share} von 100 Wörtern sind Substantive, in denen ein Verb steckt, etwa „{first}“ und "
    "„{second}“",
)
_CHAIN = Wording(
    "{count} genitives in a row: “{words}”", "{count} Genitive hintereinander: „{words}“"
)
_ROW = Wording(
    "{count} nouns in a row: “{words}”",
    "{count} Substantive hintereinander: „{words}“",
)
_VERBS = Wording("say who does what, with verbs", "sagen Sie mit Verben, wer was tut")
_LOOSEN = Wording(
    "break the chain up with verbs and small words",
    "lösen Sie die Kette mit Verben auf",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Limits; languages that are not named are not judged."""

    max: dict[str, int | float] = key(
        "most nouns of a verb in 100 words, by language", factory=lambda: {"de": 8, "en": 9}
    )
    min_words: int = key("words from which the share is judged", default=100)
    chain: int = key("German: genitives in a row that are too many", default=3)
    row: int = key("English: nouns in a row that are too many", default=4)


def check(text: Text, context: Context, options: Options) -> Findings:
    """Chains at their places, then the share in the whole text."""
    lang = text.lang.partition("-")[0]
    if lang == "de":
        yield from _chains(text, options.chain)
    if lang == "en":
        yield from _rows(text, options.row)
    limit = options.max.get(lang)
    if lang not in NOMINAL_ENDINGS or limit is None or text.words < options.min_words:
        return
    endings = NOMINAL_ENDINGS[lang]
    likely = [token for token in text.prose.tokens if token[2].endswith(endings)]
    nouns = [token for token in likely if _is_nominal(text, token, lang)]
    share = 100 * len(nouns) / text.words
    if share > limit:
        first, second, *_ = (*dict.fromkeys(_written(text, token) for token in nouns), "", "")
        yield Finding(message=_DENSE(share=round(share), first=first, second=second), hint=_VERBS)


def _is_nominal(text: Text, token: Token, lang: str) -> bool:
    word = token.folded
    if len(word) < _SHORTEST or not word.endswith(NOMINAL_ENDINGS[lang]):
        return False
    if lang == "de":
        written = text.source.text[token.start]
        if not written.isupper() or word.endswith(CONCRETE_ENDINGS):
            return False
    return word not in CONCRETE_WORDS[lang]


def _rows(text: Text, most: int) -> Findings:
    """Stretches of English nouns with nothing between them."""
    named = {index for hit in text.hits(NAMES) for index in range(hit.first, hit.last)}
    likely = [
        index
        for index, (_, _, word, _) in enumerate(text.prose.tokens)
        if word in ROW_NOUNS or word.endswith(ROW_ENDINGS)
    ]
    nouns = [index for index in likely if _is_row_noun(text.prose.tokens[index].folded)]
    row: list[int] = []
    for index in (*nouns, None):
        if index is not None and row and index == row[-1] + 1 and _stands(text, index, named):
            row.append(index)
            continue
        if len(row) >= most:
            first, last = text.prose.tokens[row[0]], text.prose.tokens[row[-1]]
            yield _told(text, first.start, last.end, len(row), _ROW)
        row = [index] if index is not None and _stands(text, index, named, begins=True) else []


def _is_row_noun(word: str) -> bool:
    return word in ROW_NOUNS or (word.endswith(ROW_ENDINGS) and len(word) >= _SHORTEST)


def _stands(text: Text, index: int, named: set[int], *, begins: bool = False) -> bool:
    """Whether the noun is no name, and follows the word before it with a blank alone."""
    token = text.prose.tokens[index]
    if index in named or not text.source.text[token.start].islower():
        return False
    return begins or _goes_on(text, index)


def _chains(text: Text, most: int) -> Findings:
    """German genitives that follow each other: der …ung der …ung der …ung."""
    tokens = text.prose.tokens
    done = 0
    for index, token in enumerate(tokens):
        if token.folded not in GENITIVE_ARTICLES or index <= done:
            continue
        ends = list(_genitives(text, index - 1))
        if len(ends) >= most:
            yield _told(text, tokens[index - 1].start, tokens[ends[-1] - 1].end, len(ends), _CHAIN)
            done = ends[-1]


def _genitives(text: Text, noun: int) -> Iterator[int]:
    """Where each genitive of the chain behind the noun at ``noun`` ends."""
    tokens = text.prose.tokens
    place = noun + 1
    if not _is_noun(text, noun):
        return
    while (
        place < len(tokens)
        and _goes_on(text, place)
        and (tokens[place].folded in GENITIVE_ARTICLES)
    ):
        head = place + 1
        while head < min(place + 1 + _ADJECTIVES, len(tokens)) and not _is_noun(text, head):
            head += 1
        inside = range(place + 1, head + 1)
        if head >= len(tokens) or not _is_noun(text, head):
            return
        if not all(_goes_on(text, each) for each in inside):
            return
        place = head + 1
        yield place


def _is_noun(text: Text, index: int) -> bool:
    return text.source.text[text.prose.tokens[index].start].isupper()


def _goes_on(text: Text, index: int) -> bool:
    token = text.prose.tokens[index]
    before = text.prose.tokens[index - 1].end
    return token.joined and "-" not in text.source.text[before : token.start]


def _told(text: Text, start: int, end: int, count: int, wording: Wording) -> Finding:
    words = " ".join(text.source.text[start:end].split())
    return Finding(at=Span(start, end), message=wording(count=count, words=words), hint=_LOOSEN)


def _written(text: Text, token: Token) -> str:
    return text.source.text[token.start : token.end]


RULE = Rule(
    code="READ003",
    name="noun-style",
    severity=Severity.INFO,
    help=__doc__,
    options=Options,
    text=check,
)

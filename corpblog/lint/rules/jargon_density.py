"""A text that is mostly jargon.

Ein Text, der überwiegend aus Werbesprache besteht.

Why: one buzzword is a slip, ten are a tone; the score is open, so that anybody can check it
(BlaBlaMeter has the idea, with a secret formula).
Warum: Ein Modewort ist ein Versehen, zehn sind ein Ton; die Rechnung ist offen, damit sie jeder
nachprüfen kann (die Idee hat das BlaBlaMeter, mit geheimer Formel).
Instead: write the text anew, as if you told it to a colleague.
Stattdessen: Den Text neu schreiben, als erzählte man es einer Kollegin.
Bad: Our scalable next-generation solution empowers stakeholders.
Good: The program now runs for 900 shops.
Schlecht: Unsere skalierbare, zukunftsweisende Lösung generiert Mehrwert.
Gut: Das Programm läuft jetzt in 900 Läden.
Known: texts of fewer than 80 words get no score, only the findings of the other rules.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.guard_names import ALL_GUARDS, GuardName
from corpblog.lint.guards import in_lead, standing, technical
from corpblog.lint.jargon import written
from corpblog.lint.jargon_lists import CATEGORY_OF
from corpblog.lint.lexicon import JARGON
from corpblog.lint.prose.parts import Scope
from corpblog.lint.rule import Finding, Findings, Key, Rule, Span
from corpblog.lint.text import Text, TextKind
from corpblog.lint.wording import Wording, decimal, joined
from corpblog.model.keys import key
from corpblog.wordlists.matcher import Hit

_WEIGHTS: Mapping[str, float] = {
    "buzzword": 1.0,
    "empty-superlative": 2.0,
    "hype-adjective": 1.0,
    "weasel-word": 0.25,
    "corporate-euphemism": 2.0,
    "inflated-verb": 1.0,
    "pr-phrase": 2.0,
}
_LEAD_FACTOR = 2
# A technical term in a post for technicians weighs like an info.
_TECHNICAL_WEIGHT = 0.25
_SHOWN = 3

_WORD = Wording("“{word}”", "„{word}“")
_DENSE = Wording(
    "too much jargon: {hits} hits in {words} words, such as {examples} (score "
    "{score}, limit {limit})",
    "zu viele Floskeln: {hits} auf {words} Wörter, etwa {examples} (Wert {score}, Grenze {limit})",
)
_HEADLINE = Wording(
    "{hits} pieces of jargon in one line that everybody sees: {examples}",
    "{hits} Floskeln in einer einzigen Zeile, die alle sehen: {examples}",
)
_REWRITE = Wording(
    "mend the single findings first, and the score falls by itself",
    "beheben Sie zuerst die einzelnen Funde, dann sinkt der Wert von selbst",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """When a text is too dense; ``weights`` are by category of the lists."""

    warn: float = key("score from which it is a warning", default=2.0)
    error: float = key("score from which it is an error", default=5.0)
    min_words: int = key("shorter texts get no score", default=80)
    headline: int = key("hits in title or summary that are an error", default=2)
    weights: dict[str, float] = key("weight of a hit by category", factory=lambda: dict(_WEIGHTS))
    guards: tuple[GuardName, ...] = key("what keeps a word from counting", default=ALL_GUARDS)

    def __post_init__(self) -> None:
        """Refuse weights of what is no category."""
        unknown = sorted(set(self.weights) - set(_WEIGHTS))
        if unknown:
            raise ValueError(f"weights: no category “{unknown[0]}”; known: {', '.join(_WEIGHTS)}")


def check(text: Text, context: Context, options: Options) -> Findings:
    """One finding for the text as a whole, one for its title, one for its summary."""
    counted = set(CATEGORY_OF.values())
    listed = (hit for hit in text.hits(JARGON) if hit.entry.category in counted)
    hits = tuple(standing(text, listed, context, options.guards))
    yield from _headlines(text, hits, options)
    if text.words < options.min_words or not hits:
        return
    score = sum(_weight(text, hit, context, options) for hit in hits) * 100 / text.words
    if score >= options.warn:
        too_much = score >= options.error
        yield Finding(
            at=None if text.kind is TextKind.BIO else Key(("title",)),
            message=_dense(text, hits, score, options.error if too_much else options.warn),
            hint=_REWRITE,
            severity=Severity.ERROR if too_much else None,
        )


def _weight(text: Text, hit: Hit, context: Context, options: Options) -> float:
    weight = options.weights.get(hit.entry.category, 0.0)
    if "technical" in options.guards and technical(text, hit, context):
        weight = min(weight, _TECHNICAL_WEIGHT)
    return weight * (_LEAD_FACTOR if in_lead(text, hit) else 1)


def _headlines(text: Text, hits: Sequence[Hit], options: Options) -> Iterator[Finding]:
    """Title and summary that hold several hits."""
    for block in text.prose.blocks:
        if block.scope in (Scope.TITLE, Scope.SUMMARY):
            inside = [hit for hit in hits if block.start <= hit.start < block.end]
            if inside and len(inside) >= options.headline:
                yield Finding(
                    at=Span(inside[0].start, inside[-1].end),
                    message=_HEADLINE(hits=len(inside), examples=_examples(text, inside)),
                    hint=_REWRITE,
                    severity=Severity.ERROR,
                )


def _dense(text: Text, hits: Sequence[Hit], score: float, limit: float) -> Wording:
    return _DENSE(
        score=decimal(score),
        limit=decimal(limit),
        hits=len(hits),
        words=text.words,
        examples=_examples(text, hits),
    )


def _examples(text: Text, hits: Sequence[Hit]) -> Wording:
    """The words that stand there most often, quoted."""
    counted = Counter(written(text, hit) for hit in hits)
    return joined((_WORD(word=word) for word, _ in counted.most_common(_SHOWN)), ", ")


RULE = Rule(
    code="JARG008",
    name="jargon-density",
    severity=Severity.WARNING,
    help=__doc__,
    options=Options,
    text=check,
)

"""An environmental claim about a product that the law does not allow in this form.

Eine Umweltaussage über ein Produkt, die das Gesetz so nicht erlaubt.

Why: since 27 September 2026 Directive (EU) 2024/825 and UWG § 5(3) no. 4 with annex no. 4a ff. ban
generic green claims without recognised excellent performance, products that are “neutral” by
offsets, goals without a public plan and an outside expert, and labels without a scheme. This is no
legal advice.
Warum: Seit dem 27. September 2026 verbieten die Richtlinie (EU) 2024/825 und UWG § 5 Abs. 3 Nr. 4
mit Anhang Nr. 4a ff. allgemeine Umweltaussagen ohne anerkannte hervorragende Umweltleistung,
Produkte, die durch Ausgleich „neutral“ sind, Ziele ohne öffentlichen Plan und Prüfer und Siegel
ohne Zertifizierung. Das ist keine Rechtsberatung.
Instead: give the one fact that is true: how much of what, of which part, and the proof.
Stattdessen: die eine Tatsache nennen, die stimmt: wie viel wovon, an welchem Teil, mit Beleg.
Bad: Try our green packaging.
Good: The box is 90 % recycled paper.
Schlecht: Nutzen Sie unsere klimaneutrale Verpackung.
Gut: Der Karton besteht zu 90 % aus Altpapier.
Known: “green” and “sustainable” count only beside a product; a product that the list of nouns does
not know is overlooked unless names.yml has it as one of your own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context, Gate
from corpblog.lint.evidence import cited_claims, tells
from corpblog.lint.green_products import about_product, about_us
from corpblog.lint.green_words import AMBIGUOUS, BY_YEAR, FACT, GENERIC, NEUTRAL, PHRASES
from corpblog.lint.guards import find_phrases
from corpblog.lint.prose.parts import Sentence
from corpblog.lint.rule import Finding, Findings, Rule, Span
from corpblog.lint.seals import labels, seal_images
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.model.registers import Claim, ClaimStatus
from corpblog.wordlists.matcher import Hit

_GENERIC_FOUND = Wording(
    "“{words}” praises a product in general and says nothing that can be checked",
    "„{words}“ lobt ein Produkt allgemein und sagt nichts, was sich prüfen lässt",
)
_NEUTRAL_FOUND = Wording(
    "“{words}” is said of a product: that is forbidden, whatever was offset",
    "„{words}“ steht bei einem Produkt: Das ist verboten, egal was ausgeglichen wurde",
)
_FUTURE_FOUND = Wording(
    "“{words}” promises something by {year} without a public plan and an outside expert",
    "„{words}“ verspricht etwas bis {year} ohne öffentlichen Plan und unabhängige Prüfung",
)
_PASSED = Wording(
    "“{words}” was promised for {year}, and that year is over",
    "„{words}“ war bis {year} versprochen, und dieses Jahr ist vorbei",
)
_FACT_HINT = Wording(
    "state the fact: how much of what, in which part, with proof",
    "nennen Sie die Tatsache: wie viel wovon, an welchem Teil, mit Beleg",
)
_NEUTRAL_HINT = Wording(
    "say how much less the product itself emits, and who measured it",
    "sagen Sie, wie viel weniger das Produkt selbst ausstößt und wer das gemessen hat",
)
_PLAN_HINT = Wording(
    "cite a claim with plan_url and verifier, or leave the goal out",
    "führen Sie eine Aussage mit plan_url und verifier an, oder lassen Sie das Ziel weg",
)
_PASSED_HINT = Wording(
    "say what became of it, or correct the post",
    "sagen Sie, was daraus wurde, oder berichtigen Sie den Beitrag",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Who reads the blog, and how much a finding weighs if only companies do."""

    audience: Literal["", "b2c", "b2b", "mixed"] = key(
        "who reads the blog; guidelines.audience where left out", default=""
    )
    b2b: Literal["error", "warning", "info"] = key(
        "severity where only companies read the blog", default="warning"
    )


def check(text: Text, context: Context, options: Options) -> Findings:
    """On a pull request what the text says; by the clock what has run out since."""
    severity = _severity(context, options)
    if context.gate is Gate.SCHED:
        yield from _passed(text, context, severity)
        yield from labels(text, context, severity)
        return
    for hit, sentence in _claims(text, context):
        finding = _judge(text, context, hit, sentence, severity)
        if finding is not None:
            yield finding
    yield from labels(text, context, severity)
    yield from seal_images(text, context, severity)


def _severity(context: Context, options: Options) -> Severity:
    audience = options.audience or context.config.guidelines.audience
    return Severity(options.b2b) if audience == "b2b" else Severity.ERROR


def _claims(text: Text, context: Context) -> Iterator[tuple[Hit, Sentence]]:
    """Green words, each with its sentence, in order and without overlaps."""
    found = [
        hit for name in (NEUTRAL, GENERIC, AMBIGUOUS) for hit in find_phrases(text, name, context)
    ]
    end = -1
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        sentence = text.sentence_at(hit.start)
        if sentence is not None and hit.start >= end:
            yield hit, sentence
            end = hit.end


def _judge(
    text: Text, context: Context, hit: Hit, sentence: Sentence, severity: Severity
) -> Finding | None:
    name = hit.entry.category
    product = about_product(text, context, hit, sentence, certain=name == GENERIC)
    year = _year(text, sentence)
    if year and (product or (name != AMBIGUOUS and about_us(text, context, sentence))):
        return _future(text, context, hit, sentence, year, severity)
    if not product:
        return None
    words = _words(text, hit)
    at = Span(hit.start, hit.end)
    if name == NEUTRAL:
        message = _NEUTRAL_FOUND(words=words)
        return Finding(message=message, at=at, hint=_NEUTRAL_HINT, severity=severity)
    if FACT.search(text.prose.text, sentence.start, sentence.end) or _excellent(
        text, context, hit, sentence
    ):
        return None
    message = _GENERIC_FOUND(words=words)
    return Finding(message=message, at=at, hint=_FACT_HINT, severity=severity)


def _future(
    text: Text, context: Context, hit: Hit, sentence: Sentence, year: int, severity: Severity
) -> Finding | None:
    """A goal needs a public plan and somebody outside who checks it."""
    planned = [claim for claim in cited_claims(text, context) if claim.plan_url and claim.verifier]
    if any(_goal_here(text, claim, sentence) for claim in planned):
        return None
    message = _FUTURE_FOUND(words=_words(text, hit), year=year)
    return Finding(message=message, at=Span(hit.start, hit.end), hint=_PLAN_HINT, severity=severity)


def _goal_here(text: Text, claim: Claim, sentence: Sentence) -> bool:
    return claim.status is ClaimStatus.GOAL or tells(text, claim, sentence.start, sentence.end)


def _passed(text: Text, context: Context, severity: Severity) -> Findings:
    """Promises whose year is over at the clock of the run."""
    today = context.now.date() if context.now else date.min
    for hit, sentence in _claims(text, context):
        year = _year(text, sentence)
        about = about_product(text, context, hit, sentence, certain=False)
        if year and year < today.year and (about or about_us(text, context, sentence)):
            message = _PASSED(words=_words(text, hit), year=year)
            yield Finding(
                message=message, at=Span(hit.start, hit.end), hint=_PASSED_HINT, severity=severity
            )


def _excellent(text: Text, context: Context, hit: Hit, sentence: Sentence) -> bool:
    """Whether a cited claim has recognised excellent performance for what is said here."""
    term = text.prose.tokens[hit.first].folded[:6]
    return any(
        claim.recognised_performance
        and (term in claim.statement.lower() or tells(text, claim, sentence.start, sentence.end))
        for claim in cited_claims(text, context)
    )


def _year(text: Text, sentence: Sentence) -> int:
    """The year by which the sentence promises something; 0 without one."""
    found = BY_YEAR.search(text.prose.text, sentence.start, sentence.end)
    return int(found[1]) if found else 0


def _words(text: Text, hit: Hit) -> str:
    return " ".join(text.source.text[hit.start : hit.end].split())


RULE = Rule(
    code="EVID004",
    name="green-claim",
    severity=Severity.ERROR,
    help=__doc__,
    gates=(Gate.PR, Gate.SCHED),
    options=Options,
    legal=True,
    text=check,
    phrases={**PHRASES},
)

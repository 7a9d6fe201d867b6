"""A share, a factor, a sum of money or a count of people that nobody can check.

Ein Anteil, ein Faktor, ein Geldbetrag oder eine Zahl von Menschen, die niemand prüfen kann.

Why: readers believe a number that they can follow to its source; Hill & Knowlton's code asks for
links to sources.
Warum: Leser glauben einer Zahl, deren Quelle sie sehen können; der Kodex von Hill & Knowlton
verlangt Links zu den Quellen.
Instead: link the source in the same paragraph, or say who counted what and when.
Stattdessen: die Quelle im selben Absatz verlinken oder sagen, wer wann was gezählt hat.
Bad: 73 % of shops lose money.
Good: 73 % of 200 shops we asked in May lost money.
Schlecht: 73 % der Läden verlieren Geld.
Gut: 73 % von 200 Läden, die wir im Mai befragt haben, verloren Geld.
Known: one finding for each paragraph, at its first such number. Free are own prices and costs,
goals, examples, questions, tables, and what the author says to have counted.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.evidence import (
    language,
    paragraph,
    proved,
    speaks_of_self,
    words_of,
)
from corpblog.lint.numbers_told import counts, money, shares
from corpblog.lint.prose.parts import Block, Scope, Sentence
from corpblog.lint.rule import Finding, Findings, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key

_MESSAGE = Wording(
    "“{words}” has no source in this paragraph", "„{words}“ hat im Absatz keine Quelle"
)
_HINT = Wording(
    "link to the source, or say who counted what and when",
    "verlinken Sie die Quelle, oder sagen Sie, wer wann was gezählt hat",
)
_FREE_SCOPES = (Scope.CELL, Scope.ALT)

# The author counted, and says so.
_COUNTED = {
    "en": re.compile(
        r"\b(?:we|I|we've|I've)\b[^.!?]{0,40}\b(?:measured|counted|asked|surveyed|tested|weighed|"
        r"logged|recorded|interviewed|polled|timed|tracked|analy[sz]ed|found|calculated)\b"
        r"|\b(?:analytics|logs) (?:also )?(?:show|shows|showed|tell|told)\b"
        r"|\b(?:our|my) (?:\w+ ){0,2}(?:survey|measurements?|count|logs?|tests?|analysis|poll|"
        r"figures|records|analytics|data|statistics|study|research)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:haben|habe|hatten)\b[^.!?]{0,80}\b(?:gemessen|gezählt|gefragt|befragt|getestet|"
        r"gewogen|erfasst|ausgewertet|aufgezeichnet|ermittelt|berechnet|geprüft|gestoppt)\b"
        r"|\b(?:wir|ich)\b[^.!?]{0,60}\b(?:gemessen|gezählt|befragt|getestet|gewogen|ausgewertet)\b"
        r"|\b(?:maßen|zählten|befragten|fragten|testeten|wogen) (?:wir|ich)\b"
        r"|\b(?:wir|ich) (?:maßen|zählten|befragten|fragten|testeten|wogen|maß|zählte|wog)\b"
        r"|\b(?:unsere|unserer|meine|meiner|eigene|eigenen) (?:\w+ ){0,2}(?:Umfrage|Messung|"
        r"Messungen|Zählung|Auswertung|Statistik|Daten|Zahlen|Befragung|Tests?)\b",
        re.IGNORECASE,
    ),
}
# Nobody claims what they suppose, want, ask, or hold as an example.
_NO_FACT = {
    "en": frozenset(
        """if suppose imagine assume assuming example e.g instance say goal goals target aim want
        wants plan hope could might should maybe perhaps unless sure certain chance let's
        whether""".split()
    ),
    "de": frozenset(
        """wenn falls angenommen beispiel beispielsweise etwa ziel ziele wollen möchten planen
        hoffen könnte könnten sollte sollten vielleicht sicher ob mal""".split()
    ),
}
_PRICE = {
    "en": frozenset(
        """cost costs price prices priced pay pays paid fee fees charge charges salary rent spend
        spent buy bought sell budget invest invested donate donated raised worth invoice""".split()
    ),
    "de": frozenset(
        """kostet kosten kostete preis preise zahlen zahlt zahlten gezahlt bezahlt bezahlen gebühr
        gebühren gehalt miete ausgeben ausgegeben kaufen gekauft verkaufen verkauft budget
        investieren investiert gespendet spenden rechnung wert""".split()
    ),
}
# What a percentage says of a thing itself is no statistic.
_OF_A_THING = re.compile(
    r"[^\w]{0,3}(?:\w+ )?(?:stars?\b|Sternen?\b|cotton|polyester|wool|"
    r"linen|nylon|discount|off\b|VAT|tax|interest|"
    r"alcohol|width|height|zoom|opacity|brightness|battery|humidity|position|job|time\b|remote|coverage|sure|"
    r"certain|Baumwolle|Polyester|Wolle|Leinen|Nylon|Rabatt|Skonto|MwSt|Mehrwertsteuer|"
    r"Umsatzsteuer|Zinsen|Alkohol|Breite|Höhe|Helligkeit|Akku|Stelle|Luftfeuchtigkeit|Teilzeit|"
    r"Strafstoß|[- ]Stelle)",
    re.IGNORECASE,
)
# Sums that are offered to whoever reads this.
_OFFER = frozenset(
    """grant grants prize prizes scholarship stipend funding ticket tickets stipendium preisgeld
    dotiert förderung gefördert fördern höhe eintritt ticketpreis""".split()
)
_WHOLE = re.compile(r"(?:100|110|0)[ \xa0-]?(?:%|percent|Prozent)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """From which number on people are a count."""

    min_count: int = key("smallest number of people, customers or firms that counts", default=100)


def check(text: Text, context: Context, options: Options) -> Findings:
    """The first unproved number of each paragraph."""
    done: set[int] = set()
    for sentence in _with_numbers(text):
        block = text.prose.blocks[sentence.block]
        if sentence.block in done or block.scope in _FREE_SCOPES:
            continue
        span = next(_numbers(text, context, sentence, options), None)
        if span is None:
            continue
        if _sourced(text, context, block):
            done.add(sentence.block)
        elif not _counted(text, block, sentence, span):
            done.add(sentence.block)
            words = " ".join(text.source.text[span.start : span.end].split())
            yield Finding(message=_MESSAGE(words=words), at=span, hint=_HINT)


def _with_numbers(text: Text) -> Iterator[Sentence]:
    """The sentences with a number in digits or in words, each once."""
    last = -1
    numbers = [each for each in text.prose.tokens if each[2] in _SPELT or each[2][0].isdigit()]
    for token in numbers:
        if token.start >= last:
            sentence = text.sentence_at(token.start)
            if sentence is not None:
                last = sentence.end
                yield sentence


def _numbers(text: Text, context: Context, sentence: Sentence, options: Options) -> Iterator[Span]:
    lang = language(text)
    prose, start, end = text.prose.text, sentence.start, sentence.end
    words = {token.folded for token in words_of(text, sentence)}
    if words & _NO_FACT[lang] or prose[start:end].rstrip().endswith("?"):
        return
    found = {*shares(prose, lang, start, end), *counts(prose, lang, start, end, options.min_count)}
    own = words & _PRICE[lang] and speaks_of_self(text, context, sentence)
    if not own and not words & _OFFER:
        found |= {*money(prose, start, end)}
    for span in sorted(found):
        if not _WHOLE.fullmatch(prose, *span) and not _OF_A_THING.match(prose, span.end, end):
            yield span


# One of these stands in every share that is spelt out.
_SPELT = frozenset(
    """twice times fold every each half two three four five six seven eight nine ten
    twenty fifty hundred doppelt halb dreimal viermal fünfmal zehnmal hundertmal
    jeder jede jedes jeden jedem zwei drei vier fünf sechs sieben acht neun zehn
    zwanzig fünfzig hundert hälfte faktor factor drittel viertel fünftel third
    thirds quarter quarters fifth fifths""".split()
)


def _sourced(text: Text, context: Context, block: Block) -> bool:
    """Whether the paragraph has a source."""
    return any(proved(text, context, *stretch) for stretch in paragraph(text, block))


def _counted(text: Text, block: Block, sentence: Sentence, span: Span) -> bool:
    """Whether two sentences around say who counted, or the body gives the number of a title."""
    if _COUNTED[language(text)].search(text.prose.readable, *_around(text, sentence)):
        return True
    return block.scope in (Scope.TITLE, Scope.SUMMARY) and _told_below(text, span)


def _around(text: Text, sentence: Sentence) -> Span:
    """Two sentences before and two after, in the same block."""
    sentences = text.prose.sentences
    place = bisect_left(sentences, sentence.start, key=lambda each: each.start)
    near = [s for s in sentences[max(place - 2, 0) : place + 3] if s.block == sentence.block]
    return Span(near[0].start, near[-1].end)


def _told_below(text: Text, span: Span) -> bool:
    """Whether the body gives the number of a title again: there it is judged."""
    number = text.source.text[span.start : span.end]
    return text.prose.text.find(number, text.source.body_start) >= 0


RULE = Rule(
    code="EVID002",
    name="number-without-source",
    severity=Severity.WARNING,
    help=__doc__,
    options=Options,
    text=check,
)

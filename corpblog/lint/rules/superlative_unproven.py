"""A superlative or an absolute about the company itself, without proof beside it.

Ein Superlativ oder eine absolute Aussage über das eigene Unternehmen ohne Beleg daneben.

Why: promises that do not hold start storms (S3); advertising with unproven comparisons is unfair
(UWG § 5, § 6), and Intel's guidelines ask for claims that can be shown.
Warum: Versprechen, die nicht halten, lösen Stürme aus (S3); Werbung mit unbelegten Vergleichen ist
unlauter (UWG § 5, § 6), und Intels Regeln verlangen Aussagen, die sich zeigen lassen.
Instead: say what was measured, and link it in the same sentence or the next; or cite a claim of
registers/claims.yml in the key claims.
Stattdessen: sagen, was gemessen wurde, und es im selben oder im nächsten Satz verlinken; oder eine
Aussage aus registers/claims.yml im Schlüssel claims nennen.
Bad: Ours is the safest lock.
Good: It held 12 minutes in the [VdS test](https://example.org/test).
Schlecht: Unser Schloss ist das sicherste.
Gut: Im [VdS-Test](https://example.org/test) hielt es 12 Minuten.
Known: only superlatives of praise that are tied to the company by a verb count; what somebody
chose, asked or wished for is free, and so is every sentence that ends in a question mark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpblog.diagnostics import Severity
from corpblog.lint.boast_words import PHRASES
from corpblog.lint.boasts import boasts
from corpblog.lint.context import Context
from corpblog.lint.evidence import (
    claim_at,
    language,
    reach,
    sourced,
    speaks_of_self,
    tells,
    words_of,
)
from corpblog.lint.parties import Mention, mentions, party_of, readable
from corpblog.lint.prose.parts import Sentence
from corpblog.lint.rule import Finding, Findings, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.disclosure import DisclosureType
from corpblog.model.keys import key
from corpblog.model.registers import ClaimStatus

_UNPROVEN = Wording(
    "“{words}” claims more than the text proves", "„{words}“ behauptet mehr, als der Text belegt"
)
_AGAINST = Wording(
    "“{words}” is a comparison with {party}, and no claim of the register backs it",
    "„{words}“ ist ein Vergleich mit {party}, den keine Aussage im Register belegt",
)
_GOAL = Wording(
    "this presents “{id}” as a fact; in registers/claims.yml it is a goal",
    "das stellt „{id}“ als Tatsache dar; in registers/claims.yml ist es ein Ziel",
)
_PROVE = Wording(
    "link to the proof in this sentence or the next, or say what was measured",
    "verlinken Sie den Beleg in diesem oder im nächsten Satz, oder sagen Sie, was gemessen wurde",
)
_CITE = Wording(
    "enter the comparison in registers/claims.yml and cite it in the key claims",
    "tragen Sie den Vergleich in registers/claims.yml ein, und führen Sie ihn unter claims an",
)
_AIM = Wording(
    "say that it is a goal, and until when: “we aim for … by 2028”",
    "sagen Sie, dass es ein Ziel ist, und bis wann: „Wir wollen bis 2028 …“",
)

_WHOLE = re.compile(
    r"(?<![\d.,])100[ \xa0]?(?:%|percent\b|per cent\b|Prozent\b)|\bhundertprozentig"
)
_WHOLE_OF = {
    "en": frozenset(
        """safe secure reliable satisfied satisfaction guarantee natural organic accurate accuracy
        uptime available availability recyclable fair transparent pure vegan quality leakproof
        waterproof effective risk-free compatible""".split()
    ),
    "de": frozenset(
        """sicher sichere sicherheit zuverlässig zuverlässige zufrieden zufriedenheit natürlich
        natürliche bio genau verfügbar verfügbarkeit recycelbar recyclingfähig fair transparent
        transparenz rein reine vegan qualität dicht wasserdicht wirksam garantie kompatibel
        plastikfrei ökologisch""".split()
    ),
}
_GOAL_MARKS = {
    "en": frozenset(
        """aim aims aiming plan plans planned planning want wants goal goals target targets intend
        intends until hope hopes will""".split()
    ),
    "de": frozenset(
        """ziel ziele planen plant geplant wollen will möchten soll sollen vorhaben anstreben
        streben angestrebt""".split()
    ),
}
_BY_YEAR = re.compile(r"\b(?:by|until|bis|in)\b[^.!?\n]{0,20}\b20\d\d\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How near the proof must stand."""

    window: int = key("sentences after the claim in which its proof may stand", default=1)


def check(text: Text, context: Context, options: Options) -> Findings:
    """Boasts without proof, comparisons with a competitor, and goals told as facts."""
    rivals = _rivals(text, context)
    boasted = {*_boasts(text, context), *_wholes(text, context)}
    for span, sentence in sorted({*boasted, *_comparisons(text, context, rivals)}):
        near = reach(text, sentence, options.window)
        words = " ".join(text.source.text[span.start : span.end].split())
        rival = next((each.words for each in rivals if _within(each, sentence)), "")
        claimed = claim_at(text, context, *near) is not None
        if rival and not claimed:
            yield Finding(message=_AGAINST(words=words, party=rival), at=span, hint=_CITE)
        elif not claimed and not sourced(text, *near):
            yield Finding(message=_UNPROVEN(words=words), at=span, hint=_PROVE)
    yield from _goals_as_facts(text, context)


def _boasts(text: Text, context: Context) -> Iterator[tuple[Span, Sentence]]:
    for hit, sentence in boasts(text, context):
        yield Span(hit.start, hit.end), sentence


def _rivals(text: Text, context: Context) -> tuple[Mention, ...]:
    """Where the text names competitors."""
    kind = DisclosureType.COMPETITOR
    relations = [each for each in context.registers.relations if each.type is kind]
    if not relations:
        return ()
    seen = readable(text)
    return tuple(each for relation in relations for each in mentions(seen, party_of(relation)))


def _within(mention: Mention, sentence: Sentence) -> bool:
    return sentence.start <= mention.start < sentence.end


def _comparisons(
    text: Text, context: Context, rivals: tuple[Mention, ...]
) -> Iterator[tuple[Span, Sentence]]:
    """“faster than Kern Ltd”: one's own compared with a competitor of the register."""
    for rival in rivals:
        sentence = text.sentence_at(rival.start)
        if sentence is None or not speaks_of_self(text, context, sentence):
            continue
        before = [token for token in words_of(text, sentence) if token.end <= rival.start][-3:]
        for adjective, than in pairwise(before):
            if than.folded in ("than", "als") and _compares(adjective.folded):
                yield Span(adjective.start, rival.end), sentence


def _compares(word: str) -> bool:
    """Whether a word compares, such as “faster”, „schneller“, or “reliable” after “more”."""
    return len(word) > 4 and word.endswith(("er", "able", "ive", "ent", "ure"))


def _wholes(text: Text, context: Context) -> Iterator[tuple[Span, Sentence]]:
    """“100 % safe”: the whole of a quality, not a share of something."""
    qualities = _WHOLE_OF[language(text)]
    prose = text.prose.text
    told = "100" in prose or "undertprozentig" in prose
    for match in _WHOLE.finditer(prose) if told else ():
        sentence = text.sentence_at(match.start())
        if sentence is None or not speaks_of_self(text, context, sentence):
            continue
        after = [t.folded for t in words_of(text, sentence) if t.start >= match.end()][:2]
        if qualities & set(after):
            yield Span(*match.span()), sentence


def _goals_as_facts(text: Text, context: Context) -> Findings:
    goals = [each for each in context.registers.claims if each.status is ClaimStatus.GOAL]
    goals = [each for each in goals if tells(text, each, 0, len(text.source.text))]
    marks = _GOAL_MARKS[language(text)]
    for sentence in text.prose.sentences if goals else ():
        span = Span(sentence.start, sentence.end)
        told = next((claim for claim in goals if tells(text, claim, *span)), None)
        if told is None or marks & {token.folded for token in words_of(text, sentence)}:
            continue
        if not _BY_YEAR.search(text.prose.text, *span):
            yield Finding(message=_GOAL(id=told.id), at=span, hint=_AIM)


RULE = Rule(
    code="EVID001",
    name="superlative-or-absolute-unproven",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    text=check,
    phrases=PHRASES,
)

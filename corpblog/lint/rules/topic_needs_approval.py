"""A topic that only some may speak about, without the approval of the role in charge.

Ein Thema, über das nur manche sprechen dürfen, ohne die Freigabe der zuständigen Rolle.

Why: inside facts go out by ad-hoc channels alone and must not contrast with them (MAR Art. 7, 10,
17; Reg FD; PSLRA 1995), and Sun's policy says to obey the financial rules. All else should be free
of gates (S4). This is no legal advice.
Warum: Insiderinformationen gehen nur über Ad-hoc-Kanäle hinaus und dürfen ihnen nicht widersprechen
(MAR Art. 7, 10, 17; Reg FD; PSLRA 1995); auch Suns Regeln verlangen das. Alles andere soll ohne
Schranken sein (S4). Das ist keine Rechtsberatung.
Instead: ask the role, and enter who approved and when in the key approvals.
Stattdessen: die Rolle fragen und im Schlüssel approvals eintragen, wer wann freigegeben hat.
Bad: We expect 20 % more revenue in 2027.
Good: We expect 20 % more revenue in 2027. (approvals: [{role: investor-relations, by: m-roth}])
Schlecht: Wir erwarten 2027 20 % mehr Umsatz.
Gut: Wir erwarten 2027 20 % mehr Umsatz. (approvals: [{role: investor-relations, by: m-roth}])
Known: the paragraph must speak of the company; a sentence about somebody else is free. One finding
for each topic of a post, at its first word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.evidence import language, own_places, speaks_of_self, words_of
from corpblog.lint.further_phrases import find_further
from corpblog.lint.guards import find_phrases, standing
from corpblog.lint.prose.parts import Sentence
from corpblog.lint.rule import Finding, Findings, Rule, Span
from corpblog.lint.sensitive_topics import FINANCE, PHRASES, TOPICS
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.config import QuietPeriod
from corpblog.model.keys import key
from corpblog.model.post import Post, PostKind
from corpblog.wordlists.matcher import Hit

_UNAPPROVED = Wording(
    "“{words}” belongs to the topic “{topic}”, which {role} has not approved",
    "„{words}“ gehört zum Thema „{topic}“, das {role} nicht freigegeben hat",
)
_QUIET = Wording(
    "“{words}” falls into the quiet period from {start} to {end}",
    "„{words}“ fällt in die Ruhezeit vom {start} bis {end}",
)
_FORWARD = Wording(
    "“{words}” looks ahead, and the post has no caution about it",
    "„{words}“ blickt voraus, und dem Beitrag fehlt der Hinweis darauf",
)
_HINT = Wording(
    "ask {role} (answers within {hours} hours), then add approvals: [{{role: {role}, by: …, "
    "date: …}}]",
    "fragen Sie {role} (Antwort in {hours} Stunden), und ergänzen Sie dann approvals: [{{role: "
    "{role}, by: …, date: …}}]",
)
_QUIET_HINT = Wording(
    "leave the figures out, or wait until the period is over",
    "lassen Sie die Zahlen weg, oder warten Sie, bis die Ruhezeit um ist",
)
_FORWARD_HINT = Wording(
    "write forward_looking: true; readers then see the caution",
    "schreiben Sie forward_looking: true; Leser sehen dann den Hinweis",
)
_HOURS = 24

_AHEAD = {
    "en": frozenset("expect expects plan plans will target targets forecast anticipate".split()),
    "de": frozenset(
        """erwarten erwartet planen plant werden wird anstreben streben strebt
        prognostizieren""".split()
    ),
}
_FIGURE = re.compile(
    r"\d[\d.,]*[ \xa0]?(?:%|percent|per cent|Prozent|€|\$|£|EUR|USD|million|billion|Mio|Mrd|"
    r"Millionen|Milliarden|euros?|dollars?|Euro)\b|\d[ \xa0]?[%€$£]|[€$£]\d|\b20\d\d\b|\bQ[1-4]\b",
    re.IGNORECASE,
)
# Whoever the sentence is about, it is not the company.
_OTHERS = {
    "en": frozenset("they their them he his she her its it".split()),
    "de": frozenset(
        "sie ihr ihre ihrem ihren ihrer er sein seine seinem seinen deren dessen".split()
    ),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Which of the built-in topics are watched; those of registers/topics.yml always are."""

    topics: tuple[str, ...] = key("built-in topics that are watched", default=tuple(TOPICS))

    def __post_init__(self) -> None:
        """Refuse topics that are not built in; raises ValueError."""
        unknown = sorted({*self.topics} - {*TOPICS})
        if unknown:
            raise ValueError(f"topics: “{unknown[0]}” is none of {', '.join(TOPICS)}")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Topic:
    """A topic in force, with what was found of it."""

    name: str
    role: str
    hours: int
    hits: tuple[Hit, ...]


def check(text: Text, context: Context, options: Options) -> Findings:
    """Topics without approval; for a listed company also quiet periods and forecasts."""
    guidelines = context.config.guidelines
    quiet = _quiet_period(text.post, guidelines.quiet_periods) if guidelines.listed else None
    for topic in _topics(text, context, options):
        hit = next((hit for hit in topic.hits if _is_ours(text, context, hit)), None)
        if hit is None:
            continue
        at = Span(hit.start, hit.end)
        words = " ".join(text.source.text[hit.start : hit.end].split())
        if quiet is not None and topic.name == FINANCE:
            message = _QUIET(words=words, start=quiet.start, end=quiet.end)
            yield Finding(message=message, at=at, hint=_QUIET_HINT)
        elif not _approved(text.post, topic.role):
            message = _UNAPPROVED(words=words, topic=topic.name, role=topic.role)
            hint = _HINT(role=topic.role, hours=topic.hours)
            yield Finding(message=message, at=at, hint=hint)
    if guidelines.listed:
        yield from _forecasts(text, context)


def _topics(text: Text, context: Context, options: Options) -> Iterator[_Topic]:
    """The topics of the register, then the built-in ones that it does not redefine."""
    lang = language(text)
    registered = [each for each in context.registers.topics if each.lang in ("", lang, text.lang)]
    for entry in registered:
        found = standing(text, find_further(text, entry.words), context)
        yield _Topic(name=entry.topic, role=entry.role, hours=entry.max_hours, hits=tuple(found))
    known = {entry.topic for entry in registered}
    for name in options.topics:
        if name not in known:
            hits = tuple(find_phrases(text, f"CONF003 {name}", context))
            yield _Topic(name=name, role=TOPICS[name].role, hours=_HOURS, hits=hits)


def _is_ours(text: Text, context: Context, hit: Hit) -> bool:
    """Whether the paragraph speaks of the company, and the sentence of nobody else."""
    sentence = text.sentence_at(hit.start)
    if sentence is None:
        return False
    if speaks_of_self(text, context, sentence):
        return True
    if not _OTHERS[language(text)].isdisjoint(
        token.folded for token in words_of(text, sentence)
    ) or _names_others(text, context, sentence):
        return False
    return any(
        speaks_of_self(text, context, each)
        for each in text.prose.sentences
        if each.block == sentence.block
    )


def _names_others(text: Text, context: Context, sentence: Sentence) -> bool:
    """Whether a word inside the sentence is written like a name in English, or is a party's."""
    there = text.prose.text[sentence.start : sentence.end]
    parties = (name for each in context.registers.relations for name in (each.party, *each.aliases))
    if any(name and name in there for name in parties):
        return True
    return language(text) == "en" and bool(_CAPITALS.search(there))


_CAPITALS = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+| (?:Inc|Ltd|Corp|LLC|Group)\b)")


def _approved(post: Post | None, role: str) -> bool:
    """Whether the role has signed the post off; an approval for another rule does not count."""
    return post is not None and any(
        approval.role.strip().casefold() == role.casefold() and approval.by and not approval.rule
        for approval in post.front.approvals
    )


def _quiet_period(post: Post | None, periods: tuple[QuietPeriod, ...]) -> QuietPeriod | None:
    if post is None:
        return None
    day = post.date.date()
    return next(
        (each for each in periods if each.start and each.end and each.start <= day <= each.end),
        None,
    )


def _forecasts(text: Text, context: Context) -> Findings:
    """Sentences of the company about its future, with a figure or a year."""
    post = text.post
    if post is None or post.front.forward_looking or post.front.kind is PostKind.HOWTO:
        return
    ahead = _AHEAD[language(text)]
    for sentence in text.prose.sentences:
        tokens = words_of(text, sentence)
        own = next(own_places(text, context, sentence), None)
        verb = next((token for token in tokens if token.folded in ahead), None)
        if own is None or verb is None:
            continue
        if _FIGURE.search(text.prose.text, sentence.start, sentence.end):
            at = Span(verb.start, verb.end)
            words = text.source.text[verb.start : verb.end]
            message = _FORWARD(words=words)
            yield Finding(message=message, at=at, hint=_FORWARD_HINT, severity=Severity.WARNING)


RULE = Rule(
    code="CONF003",
    name="topic-needs-approval",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    legal=True,
    text=check,
    phrases=PHRASES,
)

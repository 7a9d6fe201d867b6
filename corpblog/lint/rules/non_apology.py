"""An apology that apologises for nothing.

Eine Entschuldigung, die sich für nichts entschuldigt.

Why: admit mistakes towards customers at once (S1); “sorry if” doubts that there was one, and
“mistakes were made” has no person in it.
Warum: Fehler gegenüber Kunden sofort eingestehen (S1); „sollte sich jemand“ bezweifelt, dass es
einen gab, und in „es wurden Fehler gemacht“ kommt niemand vor.
Instead: say who did what, whom it hit, and what happens when.
Stattdessen: sagen, wer was getan hat, wen es traf und was wann geschieht.
Bad: We are sorry if anyone was affected. Mistakes were made.
Good: I changed the rounding on Monday. 412 invoices were wrong. New ones went out at 18:00.
Schlecht: Sollte sich jemand geärgert haben, bedauern wir das.
Gut: Ich habe am Montag die Rundung geändert. 412 Rechnungen waren falsch. Um 18 Uhr gingen neue
hinaus.
Known: quoted apologies of others are free. Posts of kind crisis or correction must also have a
first person, a fact with a number or a date, and a next step with a date. What
employees say in comments counts, too.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.evidence import language, words_of
from corpblog.lint.further_phrases import find_further
from corpblog.lint.guards import find_phrases, standing
from corpblog.lint.rule import Finding, Findings, Key, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.model.post import PostKind
from corpblog.wordlists.matcher import Hit

_FOUND = Wording("“{words}” apologises for nothing", "„{words}“ entschuldigt sich für nichts")
_HINT = Wording(
    "say who did what, whom it hit, and what happens next and when",
    "sagen Sie, wer was getan hat, wen es traf und was nun wann geschieht",
)
_NOBODY = Wording(
    "nobody speaks here: neither “I” nor “we”",
    "hier spricht niemand: weder „ich“ noch „wir“",
)
_NO_FACT = Wording(
    "no sentence says what happened, with a number or a date",
    "kein Satz sagt mit einer Zahl oder einem Tag, was geschehen ist",
)
_NO_STEP = Wording(
    "no sentence says what happens next, and when",
    "kein Satz sagt, was als Nächstes geschieht, und wann",
)

_EMPTY: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "CORR005": {
        "en": (
            "(sorry|apologise|apologize|apologies|regret) (if|for any)",
            "(sorry|regret) (|that )you (|all )(feel|felt|feels)",
            "if (anyone|anybody|someone|somebody|you) (was|were|felt|feels|feel) (offended|upset|"
            "hurt|annoyed)",
            "if (we|this|it|that) (|has |have |may have |might have )(offended|upset)",
            "mistakes (were|have been|may have been) made",
            "errors (were|have been) made",
            "(fell|fallen|falls) short of (|your |our |the |their )expectations",
            "any inconvenience (|this |it )(|may have |might have |has )(caused|cause)",
            "regret any (inconvenience|confusion|misunderstanding)",
        ),
        "de": (
            "(falls|wenn|sollte) (|hier |dadurch |dabei )(der|ein|dieser) (falsche |andere |)"
            "Eindruck entstanden",
            "wenn der Eindruck",
            "(es wurden|wurden|es sind|sind) (|leider |dabei |hier )Fehler (gemacht|passiert|"
            "unterlaufen|geschehen)",
            "Fehler (sind|wurden) (|leider |dabei |nun mal )(passiert|gemacht|unterlaufen|"
            "geschehen)",
            "(etwaige|eventuelle|mögliche)(|n|r) (Unannehmlichkeiten|Missverständnisse|"
            "Irritationen)",
            "hinter den Erwartungen zurückgeblieben",
            "(bedauern|bedaure|tut uns leid) (|es |sehr )(falls|wenn)",
        ),
    }
}
# “Should anybody …” asks for help as often; it excuses itself only beside words of hurt.
_DOUBT = "CORR005 doubt"
PHRASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    **_EMPTY,
    _DOUBT: {
        "de": (
            "sollte(|n) (|sich |wir )(jemand|Sie|einzelne|irgendjemand)",
            "falls (|sich |wir )(jemand|einzelne|irgendjemand)",
            "wenn sich jemand",
        ),
        "en": ("(should|if) (anyone|anybody|someone|somebody)",),
    },
}
_HURT = frozenset(
    """offended hurt upset sorry apologise apologize regret
    geärgert verletzt beleidigt gekränkt gefühlt fühlt fühlen angegriffen enttäuscht bedauern
    bedaure bedauere entschuldigen entschuldigung leid verzeihung gestört benachteiligt""".split()
)
_ACTING = {
    "en": frozenset("i we my our me us i've we've i'm we're".split()),
    "de": frozenset("ich wir mein meine meinem meinen mir mich uns unser unsere".split()),
}
_WAS = {
    "en": re.compile(
        r"\b(?:was|were|had|did|went|sent|wrote|said|lost|broke|failed|began|stopped|got|made|came|"
        r"found|saw|took|gave|put|shut|cut|\w{3,}ed)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:war|waren|hatte|hatten|wurde|wurden|ging|gingen|kam|kamen|fiel|fielen|gab|schrieb|"
        r"schrieben|lief|liefen|stand|standen|habe|haben|hat|\w{3,}te(?:n|st)?)\b",
        re.IGNORECASE,
    ),
}
_WILL = {
    "en": re.compile(
        r"\b(?:will|'ll|next|until|by|from|starting|on|plan to|going to|today|tomorrow|due)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:werde|werden|wird|bis|ab|nächste\w?|morgen|heute|am|künftig|folgt|folgen)\b",
        re.IGNORECASE,
    ),
}
_WHEN = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\.[ \xa0]?(?:\d{1,2}\.|[A-Z])|\b\d{1,2}(?:st|nd|rd|th)\b"
    r"|\b\d{1,2} ?(?:Uhr|am|pm|a\.m\.|p\.m\.)|\b20\d\d\b"
    r"|\b(?:today|tomorrow|tonight|heute|morgen)\b"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|\bMittwoch|\bSonnabend"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b"
    r"|\b(?:weeks?|days?|hours?|months?|Wochen?|Tagen?|Stunden?|Monaten?)\b",
)
_NUMBER_OR_DAY = re.compile(rf"\d|{_WHEN.pattern}")
_STRICT = (PostKind.CRISIS, PostKind.CORRECTION)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Further phrases, in the notation of word lists."""

    phrases_extra: tuple[str, ...] = key("further phrases", default=())


def check(text: Text, context: Context, options: Options) -> Findings:
    """Empty phrases of regret; in crisis and correction posts also what an apology lacks."""
    by_staff = text.comment is not None and text.comment.is_staff
    if text.post is None and not by_staff:
        return
    strict = text.post is not None and text.post.front.kind in _STRICT
    severity = Severity.ERROR if strict else None
    found = {*find_phrases(text, "CORR005", context), *_doubts(text, context)}
    found.update(standing(text, find_further(text, options.phrases_extra), context))
    for hit in sorted(found, key=lambda hit: hit.start):
        words = " ".join(text.source.text[hit.start : hit.end].split())
        at = Span(hit.start, hit.end)
        yield Finding(message=_FOUND(words=words), at=at, hint=_HINT, severity=severity)
    if strict:
        for message in _missing(text):
            yield Finding(message=message, at=Key(("kind",)), hint=_HINT, severity=severity)


def _doubts(text: Text, context: Context) -> Iterator[Hit]:
    """“Should anybody feel hurt”: a condition where a mistake should be admitted."""
    taken = [(hit.start, hit.end) for hit in text.hits("CORR005")]
    for hit in find_phrases(text, _DOUBT, context):
        sentence = text.sentence_at(hit.start)
        free = not any(start < hit.end and hit.start < end for start, end in taken)
        if sentence is None or not free:
            continue
        if not _HURT.isdisjoint(token.folded for token in words_of(text, sentence)):
            yield hit


def _missing(text: Text) -> Iterator[Wording]:
    """What an admission of a mistake needs and this one lacks."""
    lang = language(text)
    tokens = [token for token in text.prose.tokens if token.start >= text.source.body_start]
    if _ACTING[lang].isdisjoint(token.folded for token in tokens):
        yield _NOBODY
    told = [
        text.prose.readable[sentence.start : sentence.end]
        for sentence in text.prose.sentences
        if sentence.start >= text.source.body_start and len(words_of(text, sentence)) > 2
    ]
    if not any(_WAS[lang].search(each) and _NUMBER_OR_DAY.search(each) for each in told):
        yield _NO_FACT
    if not any(_WILL[lang].search(each) and _WHEN.search(each) for each in told):
        yield _NO_STEP


RULE = Rule(
    code="CORR005",
    name="non-apology",
    severity=Severity.WARNING,
    help=__doc__,
    options=Options,
    text=check,
    phrases=PHRASES,
)

"""A word such as “currently” in a post that is no longer current.

Ein Wort wie „derzeit“ in einem Beitrag, der nicht mehr aktuell ist.

Why: posts are found years later, in another context (S1); “currently” is then wrong, and nobody can
tell since when.
Warum: Beiträge werden nach Jahren in anderem Zusammenhang gefunden (S1); „derzeit“ ist dann falsch,
und niemand sieht, seit wann.
Instead: give the month and the year, or update the post and say so in corrections.
Stattdessen: Monat und Jahr nennen, oder den Beitrag auffrischen und das unter corrections sagen.
Bad: Currently we ship to five countries.
Good: In May 2023 we shipped to five countries.
Schlecht: Derzeit liefern wir in fünf Länder.
Gut: Im Mai 2023 lieferten wir in fünf Länder.
Known: one finding for each post, at the first such word; “new” counts only after “our”. Sentences
with a date, reported speech, and posts with extra: as_of or archive are free.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context, Gate
from corpblog.lint.evidence import language
from corpblog.lint.guards import find_phrases
from corpblog.lint.prose.parts import Sentence
from corpblog.lint.rule import Finding, Findings, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.wordlists.matcher import Hit

_ONE = Wording(
    "“{words}” was written {days} days ago", "„{words}“ wurde vor {days} Tagen geschrieben"
)
_SEVERAL = Wording(
    "“{words}” was written {days} days ago; {more} more such words follow",
    "„{words}“ wurde vor {days} Tagen geschrieben; weitere solche Wörter: {more}",
)
_HINT = Wording(
    "give month and year, or update the post and say so",
    "nennen Sie Monat und Jahr, oder bringen Sie den Beitrag auf den neuesten Stand, und sagen "
    "Sie es",
)
_YEAR = 365

PHRASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "CORR006": {
        "en": (
            "currently",
            "(right |just )now",
            "we (are |)now",
            "(is|are) now",
            "recently",
            "(very |)soon",
            "next (month|week|year|quarter)",
            "this (month|week|year|quarter)",
            "at the moment",
            "these days",
            "our (|brand )new",
            "coming (weeks|months)",
        ),
        "de": (
            "derzeit",
            "aktuell",
            "momentan",
            "im Moment",
            "zur Zeit",
            "zurzeit",
            "kürzlich",
            "neulich",
            "demnächst",
            "in Kürze",
            "bald",
            "nächste(|n|s|r) (Monat|Woche|Jahr|Quartal)",
            "diese(|n|s|r) (Monat|Woche|Jahr|Quartal)",
            "unser(|e|em|en|er|es) neu(e|en|er|es|em)",
            "gerade erst",
        ),
    }
}
# A month, a day or a year says when; “as of” does, too.
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:as of|Stand)\b|\b\d{1,2}\. ?(?:\d{1,2}\.|[A-ZJ])|\bsince\b|\bseit\b"
    r"|\b(?:January|February|April|June|July|August|September|October|November|December|Januar|"
    r"Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b"
)
_REPORTED = {
    "en": frozenset("said says told asked wrote reported according".split()),
    "de": frozenset("sagt sagte sagten erzählte fragte schrieb berichtete laut zufolge".split()),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """From which age on words of time are stale."""

    days: int = key("age of a post, in days since its date or last update", default=180)


def check(text: Text, context: Context, options: Options) -> Findings:
    """The first word of time in an old post that no date stands beside."""
    age = _age(text, context)
    if age <= options.days or _is_archive(text):
        return
    hits = list(_undated(text, context))
    if hits:
        first = hits[0]
        at = Span(first.start, first.end)
        words = " ".join(text.source.text[first.start : first.end].split())
        told = _SEVERAL if len(hits) > 1 else _ONE
        yield Finding(
            message=told(words=words, days=age, more=len(hits) - 1),
            at=at,
            hint=_HINT,
            severity=Severity.WARNING if age > _YEAR else None,
        )


def _age(text: Text, context: Context) -> int:
    """Days since the post was published or last updated; 0 where nobody asks for the time."""
    if text.post is None or context.now is None:
        return 0
    last = text.post.front.updated or text.post.date
    return (context.now.date() - last.date()).days


def _is_archive(text: Text) -> bool:
    """Whether the post itself tells readers how old it is."""
    extra = text.post.front.extra if text.post is not None else {}
    return bool(extra.get("as_of") or extra.get("archive"))


def _undated(text: Text, context: Context) -> Iterator[Hit]:
    for hit in find_phrases(text, "CORR006", context):
        sentence = text.sentence_at(hit.start)
        if sentence is None or _is_dated(text, sentence):
            continue
        after = text.prose.tokens[hit.last].folded if hit.last < len(text.prose.tokens) else ""
        # “as soon as” and “soon enough” tell no time.
        if after not in ("as", "enough"):
            yield hit


def _is_dated(text: Text, sentence: Sentence) -> bool:
    there = text.prose.readable[sentence.start : sentence.end]
    if _DATED.search(there):
        return True
    words = text.prose.tokens[sentence.first : sentence.last]
    return not _REPORTED[language(text)].isdisjoint(token.folded for token in words)


RULE = Rule(
    code="CORR006",
    name="stale-time-word",
    severity=Severity.INFO,
    help=__doc__,
    gates=(Gate.SCHED,),
    options=Options,
    text=check,
    phrases=PHRASES,
)

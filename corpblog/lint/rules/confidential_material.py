"""A mark of confidential material, an embargo not yet over, or a term from the secret list.

Ein Vermerk auf vertraulichem Material, eine Sperrfrist, die noch läuft, oder ein geheimer Begriff.

Why: a protected core exists and all else is open (S1); IBM's and Sun's guidelines say: do not tell
secrets. What is published once stays known.
Warum: Es gibt einen schützenswerten Kern, alles andere ist offen (S1); IBM und Sun sagen: keine
Geheimnisse verraten. Was einmal draußen ist, bleibt bekannt.
Instead: take the public name, take the marked part out, or wait until it may be said.
Stattdessen: den öffentlichen Namen nehmen, die Stelle herausnehmen oder warten, bis es geht.
Bad: Strictly confidential: the new plant opens in May.
Good: The new plant opens in May.
Schlecht: Streng vertraulich: Das neue Werk öffnet im Mai.
Gut: Das neue Werk öffnet im Mai.
Known: “confidential” alone counts only as a mark: in capitals, in brackets, or before a colon or
at the head of a paragraph. A hit of the secret list names the line and never the term.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from corpblog.diagnostics import Severity
from corpblog.lint.confidential import hidden_terms
from corpblog.lint.context import Context
from corpblog.lint.evidence import language
from corpblog.lint.facts import Archive
from corpblog.lint.guards import find_phrases
from corpblog.lint.rule import Finding, Findings, Key, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key

_MARK = Wording(
    "“{words}” marks confidential material",
    "„{words}“ kennzeichnet vertrauliches Material",
)
_HIDDEN = Wording(
    "this line contains a term from the confidential list",
    "diese Zeile enthält einen Begriff von der vertraulichen Liste",
)
_FILE = Wording(
    "the name of this file marks confidential material",
    "der Name dieser Datei kennzeichnet vertrauliches Material",
)
_FILE_TERM = Wording(
    "the name of this file contains a term from the confidential list",
    "der Name dieser Datei enthält einen Begriff von der vertraulichen Liste",
)
_EMBARGO = Wording(
    "the embargo ends on {embargo}, after the date of the post",
    "die Sperrfrist endet am {embargo}, nach dem Datum des Beitrags",
)
_HINT = Wording(
    "take it out; or, if everybody may read it, take out the mark",
    "nehmen Sie es heraus; wenn es alle lesen dürfen, streichen Sie den Vermerk",
)
_TERM_HINT = Wording(
    "use the public name",
    "nehmen Sie den öffentlichen Namen",
)
_EMBARGO_HINT = Wording(
    "choose a date after the embargo",
    "wählen Sie ein Datum nach der Sperrfrist",
)

PHRASES = {
    "CONF001": {
        "en": (
            "strictly confidential",
            "company confidential",
            "confidential (and|&) proprietary",
            "(for |)internal (use |)only",
            "not for (|public |further )(distribution|publication|release)",
            "do not (distribute|forward|circulate|publish)",
            "under (|an |the )(NDA|non disclosure agreement)",
            "(embargoed|under embargo) until",
        ),
        "de": (
            "streng vertraulich",
            "nur für den (internen|dienstlichen) Gebrauch",
            "nur zum internen Gebrauch",
            "nicht zur (Weitergabe|Veröffentlichung)(| bestimmt)",
            "unterliegt (der|einer) (Geheimhaltung|NDA|Geheimhaltungsvereinbarung)",
            "Verschlusssache",
            "(nur für internen|interner) Gebrauch",
        ),
    }
}
# These words are talk in a sentence and a mark where they stand apart.
_APART = {
    "en": re.compile(
        r"\bCONFIDENTIAL\b|[\[(](?:confidential|internal only)[\])]"
        r"|^[ \t>*#_]*confidential[*_]*[ \t]*[:–—]|\bEMBARGOED\b|^[ \t>*#_]*embargo[*_]*:",
        re.IGNORECASE | re.MULTILINE,
    ),
    "de": re.compile(
        r"\bVERTRAULICH\b|[\[(](?:vertraulich|nur intern)[\])]"
        r"|^[ \t>*#_]*(?:vertraulich|nur intern)[*_]*[ \t]*[:–—]|\bSperrfrist[*_]*(?::| bis\b)",
        re.IGNORECASE | re.MULTILINE,
    ),
}
# Without one of these a text has no such mark.
_STEMS = ("confidential", "internal only", "embargo", "vertraulich", "nur intern", "sperrfrist")
# Capitals alone make these a mark.
_SHOUTED = ("confidential", "vertraulich", "embargoed")
# What was for internal use only is for all now.
_PAST = frozenset("was were been be being war waren gewesen".split())
# A name is often the title of a talk about secrets; a mark stands at its end, or apart in front.
_MARKS = r"(?:confidential|internal-?only|vertraulich|nur-?intern|under-?nda|sperrfrist|embargoed)"
_IN_NAMES = re.compile(
    rf"^{_MARKS}_|(?:^|[-_. ]){_MARKS}(?:[-_]?v?\d{{1,4}})?\.\w{{2,4}}$", re.IGNORECASE
)

# A value of the front matter that is nothing but a mark, or begins with one.
_KEY_MARK = re.compile(
    r"^(?!title:|summary:)(?:[\w-]{1,40}:|[ ]*-)[ ]*[\[\"']{0,2}"
    r"(?P<mark>strictly confidential|confidential|internal only|do not distribute|under NDA"
    r"|streng vertraulich|vertraulich|nur intern|nicht zur Weitergabe)[\"'\].!:, ]*$",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How long a secret term may be."""

    ngrams: int = key("most words of a term of the confidential list, 1 to 4", default=4)

    def __post_init__(self) -> None:
        """Terms have one to four words; raises ValueError."""
        if not 1 <= self.ngrams <= 4:
            raise ValueError("ngrams: expected 1 to 4")


def check(text: Text, context: Context, options: Options) -> Findings:
    """Marks in the text and above it, the embargo, and hits of the secret list."""
    yield from _marks(text, context)
    yield from _embargo(text)
    yield from _hidden(text, context, options)
    name = text.source.path.rpartition("/")[2]
    if _IN_NAMES.search(name):
        yield Finding(message=_FILE, hint=_HINT)
    elif _holds_term(text.source.path, context, options):
        yield Finding(message=_FILE_TERM, hint=_TERM_HINT)


def check_files(archive: Archive, context: Context, options: Options) -> Findings:
    """Names of pictures: they are published as they are."""
    for path in sorted(context.images):
        if _IN_NAMES.search(path.rpartition("/")[2]):
            yield Finding(message=_FILE, path=path, hint=_HINT)
        elif _holds_term(path, context, options):
            yield Finding(message=_FILE_TERM, path=path, hint=_TERM_HINT)


def _holds_term(path: str, context: Context, options: Options) -> bool:
    words = path.rpartition("/")[2].replace("_", " ").replace(".", " ")
    found = hidden_terms(words, context.registers.confidential, options.ngrams)
    return next(found, None) is not None


def _marks(text: Text, context: Context) -> Findings:
    tokens = text.prose.tokens
    spans = {
        Span(hit.start, hit.end)
        for hit in find_phrases(text, "CONF001", context)
        if not hit.first or tokens[hit.first - 1].folded not in _PAST
    }
    spans |= {*_apart(text), *_in_keys(text)}
    last = -1
    for span in sorted(spans):
        if span.start >= last:
            words = text.source.text[span.start : span.end].strip(" \t[](){}<>*#_:–—")
            yield Finding(message=_MARK(words=words), at=span, hint=_HINT)
            last = span.end


def _apart(text: Text) -> Iterator[Span]:
    where = text.prose.text
    small = where.lower()
    if not any(word in small for word in _STEMS):
        return
    for match in _APART[language(text)].finditer(where):
        word = match[0].strip()
        if word.lower() in _SHOUTED and word != word.upper():
            continue
        lead = len(match[0]) - len(match[0].lstrip(" \t>*#_\n"))
        yield Span(match.start() + lead, match.end())


def _in_keys(text: Text) -> Iterator[Span]:
    """Marks in the values of the front matter, apart from the key ``embargo`` itself."""
    for match in _KEY_MARK.finditer(text.source.text, 0, text.source.body_start):
        yield Span(*match.span("mark"))


def _embargo(text: Text) -> Findings:
    post = text.post
    if post is None or post.front.embargo is None:
        return
    embargo = post.front.embargo
    appears = max(_plain(post.date), _plain(post.front.publish or post.date))
    if _plain(embargo) > appears:
        day = embargo.date().isoformat()
        yield Finding(message=_EMBARGO(embargo=day), at=Key(("embargo",)), hint=_EMBARGO_HINT)


def _plain(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _hidden(text: Text, context: Context, options: Options) -> Findings:
    told: set[int] = set()
    source = text.source.text
    for start, end in hidden_terms(source, context.registers.confidential, options.ngrams):
        first = source.rfind("\n", 0, start) + 1
        if first not in told:
            told.add(first)
            stop = source.find("\n", end)
            span = Span(first, len(source) if stop < 0 else stop)
            yield Finding(message=_HIDDEN, at=span, hint=_TERM_HINT)


RULE = Rule(
    code="CONF001",
    name="confidential-material",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    legal=True,
    text=check,
    site=check_files,
    phrases=PHRASES,
)

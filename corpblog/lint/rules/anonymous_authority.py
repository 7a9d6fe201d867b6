"""Studies and experts without a name, as if they proved something.

Studien und Experten ohne Namen, als wäre damit etwas belegt.

Why: whoever cites nobody asks for blind trust; the US Air Force's response chart says to cite
sources, and Hill & Knowlton's code to link the original.
Warum: Wer niemanden nennt, verlangt blindes Vertrauen; das Antwortschema der US-Luftwaffe verlangt
Quellen, der Kodex von Hill & Knowlton den Link zum Original.
Instead: say who found out what, when, and link it.
Stattdessen: sagen, wer wann was herausgefunden hat, und es verlinken.
Bad: Studies show that nurses sleep too little.
Good: Lee (2025) asked [900 nurses](https://example.org/lee) how they sleep.
Schlecht: Studien zeigen, dass Pflegekräfte zu wenig schlafen.
Gut: Lee (2025) befragte [900 Pflegekräfte](https://example.org/lee) nach ihrem Schlaf.
Known: a capitalised word in the sentence or the next one can look like a name and keep it quiet.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.evidence import language, proved, reach, words_of
from corpblog.lint.further_phrases import find_further
from corpblog.lint.guards import find_phrases, standing
from corpblog.lint.prose.parts import Sentence
from corpblog.lint.rule import Finding, Findings, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.wordlists.matcher import Hit

_MESSAGE = Wording("“{words}” names nobody", "„{words}“ nennt niemanden")
_HINT = Wording(
    "say who found it out, and link to the original",
    "nennen Sie, wer es herausgefunden hat, und verlinken Sie das Original",
)
_EN_THINGS = "studies|research|surveys|statistics|experience|science"
_DE_THINGS = "Studien|Untersuchungen|Umfragen|Forschungen|Erhebungen|Statistiken|Experimente"
_EN_EXPERTS = "experts|scientists|researchers|analysts|insiders|specialists|doctors|economists"
_DE_EXPERTS = (
    "Experten|Fachleute|Expertinnen und Experten|Wissenschaftler|Forscher|Analysten|Insider|"
    "Forschende|Branchenkenner|Beobachter|Ökonomen"
)
PHRASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "EVID003": {
        "en": (
            "(studies|surveys|statistics|polls) (|have |clearly )(show|shown|prove|proven|suggest"
            "|suggested|confirm|confirmed|indicate|found|demonstrate|demonstrated|reveal)",
            "(research|science|evidence) (|has |clearly )(shows|shown|proves|proven|suggests"
            "|suggested|confirms|confirmed|indicates|found|demonstrates)",
            "(a|one) (|recent |new )(study|survey) (|has )(shows|showed|shown|found|finds"
            "|suggests|proves|revealed|reveals)",
            "(recent|several|many|various|numerous) (studies|surveys)",
            "according to (experts|scientists|surveys|analysts|insiders)",
            "according to (|a |one )(recent |new |several |many |)(studies|study|survey|research)",
            "it (is|has been) (proven|proved|shown) that",
            f"({_EN_EXPERTS}) (|all |widely )(agree|say|believe|warn|recommend|think|estimate"
            "|predict|expect|confirm|claim|know)",
            "(many|most|some|leading) experts",
            "it (is|'s) (|a )(|well |widely |commonly |generally |long been )(known|accepted|"
            "established|agreed) (|fact )that",
            "as (|we all |everyone |everybody )(knows|know)",
            "as is well known",
            "it is no secret that",
            "scientifically (proven|proved)",
            "(scientists|researchers) have (shown|found|proven|discovered)",
        ),
        "de": (
            f"({_DE_THINGS}) (zeigen|belegen|beweisen|bestätigen|legen nahe|ergaben|haben gezeigt)",
            f"({_DE_THINGS}) haben (gezeigt|ergeben|belegt|bewiesen)",
            "(die Forschung|die Wissenschaft|eine Studie|eine Umfrage|eine Untersuchung) (zeigt|"
            "belegt|beweist|ergab|bestätigt)",
            f"(wie|dass) ({_DE_THINGS}) (zeigen|belegen|beweisen)",
            "(laut|nach|gemäß) (einer |mehreren |vielen |)(aktuellen |neuen |neueren |)"
            "(Studie|Studien|Umfrage|Umfragen|Untersuchung|Untersuchungen)",
            "es (ist|gilt als) (erwiesen|bewiesen)",
            "einer (aktuellen|neuen|neueren) (Studie|Umfrage|Untersuchung) zufolge",
            "laut (Experten|Insidern|Forschern|Analysten|Fachleuten|Statistiken)",
            "(zahlreiche|mehrere|verschiedene|diverse|neuere|aktuelle|viele) (Studien|"
            "Untersuchungen|Umfragen)",
            f"({_DE_EXPERTS}) (sind sich einig|sagen|warnen|empfehlen|glauben|schätzen|raten|"
            "erwarten|bestätigen|gehen davon aus|rechnen)",
            "(nach|laut) (Meinung|Ansicht|Einschätzung) (von|vieler|der) (Experten|Fachleuten)",
            "bekanntlich",
            "bekanntermaßen",
            "wie (jeder|man|jedermann) weiß",
            "wie wir alle wissen",
            "es ist (allgemein |wohl|)bekannt",
            "wissenschaftlich (bewiesen|erwiesen|belegt)",
            "erwiesenermaßen",
            "aus (Insiderkreisen|Branchenkreisen)",
        ),
    }
}
# The studies were named before, or are the author's own.
_KNOWN_ONES = {
    "en": frozenset("our my these those this such the both their his her its own".split()),
    "de": frozenset(
        """unsere unserer unseren unser meine diese dieser diesen diese beide beiden solche die
        eigene eigenen ihre jene""".split()
    ),
}
_INSTITUTION = re.compile(
    r"\b(?:University|Institute|Institut|Universität|Hochschule|Fraunhofer|Ministry|Ministerium|"
    r"Bundesamt|Statistisches|Academy|Akademie|Stiftung|Foundation|Verbraucherzentrale|"
    r"Bundesanstalt|Max[ -]Planck|TU|ETH|College|Bureau|Office of)\b|\b\w+(?:amt|institut)s?\b"
)
_LETTERS = re.compile(r"\b[A-ZÄÖÜ]{2,6}\b")
_NO_INSTITUTION = frozenset(
    """IT PDF URL API CSS HTML US UK EU AI KI HR CEO CTO GDPR DSGVO PR TV OK ID UX UI USA FAQ CO
    VPN SEO B2B B2C GmbH AG""".split()
)
_WITH_YEAR = re.compile(r"\b[A-ZÄÖÜ][\w-]+(?: et al\.| u\. a\.)? \((?:19|20)\d\d\)")
_NAME = re.compile(r"(?<=\S )[A-ZÄÖÜ][a-zäöüß]+ (?:von |van |de )?[A-ZÄÖÜ][a-zäöüß]+\b")
_GERMAN_NAME = re.compile(
    r"\b(?:Dr|Prof|Professor|Professorin|Herr|Frau|von|laut|durch) ?\.? ?[A-ZÄÖÜ][a-zäöüß]+ "
    r"[A-ZÄÖÜ][a-zäöüß]+\b"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Further phrases, in the notation of word lists."""

    phrases_extra: tuple[str, ...] = key("further phrases", default=())


def check(text: Text, context: Context, options: Options) -> Findings:
    """Nameless authorities in sentences without a link, a footnote, a claim or a name."""
    found = {*find_phrases(text, "EVID003", context)}
    found.update(standing(text, find_further(text, options.phrases_extra), context))
    for hit in sorted(found, key=lambda hit: hit.start):
        sentence = text.sentence_at(hit.start)
        if sentence is not None and not _named(text, context, hit, sentence):
            words = " ".join(text.source.text[hit.start : hit.end].split())
            yield Finding(message=_MESSAGE(words=words), at=Span(hit.start, hit.end), hint=_HINT)


def _named(text: Text, context: Context, hit: Hit, sentence: Sentence) -> bool:
    """Whether somebody stands behind the hit after all, or it claims nothing."""
    if text.prose.text[sentence.start : sentence.end].rstrip().endswith("?"):
        return True
    if _known_before(text, hit, sentence):
        return True
    after = reach(text, sentence, 1)
    own = reach(text, sentence, 0)
    if proved(text, context, *own):
        return True
    there = text.prose.readable[hit.end : after.end]
    return _names_somebody(there, language(text)) or proved(text, context, *after)


def _known_before(text: Text, hit: Hit, sentence: Sentence) -> bool:
    before = [token.folded for token in words_of(text, sentence) if token.end <= hit.start][-2:]
    return bool(_KNOWN_ONES[language(text)] & set(before))


def _names_somebody(stretch: str, lang: str) -> bool:
    if _INSTITUTION.search(stretch) or _WITH_YEAR.search(stretch):
        return True
    if any(word not in _NO_INSTITUTION for word in _LETTERS.findall(stretch)):
        return True
    return bool((_GERMAN_NAME if lang == "de" else _NAME).search(stretch))


RULE = Rule(
    code="EVID003",
    name="anonymous-authority",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    text=check,
    phrases=PHRASES,
)

"""An award, a rating or a crowd of happy customers that nobody can look up.

Ein Preis, eine Bewertung oder eine Schar zufriedener Kunden, die niemand nachsehen kann.

Why: fake and unchecked reviews are unfair (UWG § 5b(3), UCPD annex I no. 23b and 23c, 16 CFR 465);
whoever shows reviews must say whether and how they are checked.
Warum: Falsche und ungeprüfte Bewertungen sind unlauter (UWG § 5b Abs. 3, UGP-Richtlinie Anhang I
Nr. 23b und 23c, 16 CFR 465); wer Bewertungen zeigt, muss sagen, ob und wie er sie prüft.
Instead: name the award and its year and link it; link the page with the role review-policy beside
reviews.
Stattdessen: Preis und Jahr nennen und verlinken; neben Bewertungen die Seite mit der Rolle
review-policy verlinken.
Bad: Our award-winning app
Good: [German Design Award 2025](https://example.org/award) for our app
Schlecht: Unsere preisgekrönte App
Gut: [German Design Award 2025](https://example.org/award) für unsere App
Known: stars and awards count only where the sentence is about the company; films, hotels and the
products of others are free.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.evidence import goes_on, language, reach, sourced, speaks_of_self
from corpblog.lint.guards import find_phrases
from corpblog.lint.prose.parts import Scope, Sentence
from corpblog.lint.rule import Finding, Findings, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key

_AWARD = "EVID005 award"
_REVIEW = "EVID005 review"
_AWARD_FOUND = Wording(
    "“{words}” comes without the name of the award, its year or a link",
    "bei „{words}“ fehlt der Name des Preises, das Jahr oder ein Link",
)
_REVIEW_FOUND = Wording(
    "“{words}” comes without a link to the page that says how reviews are checked",
    "bei „{words}“ fehlt ein Link zu der Seite, die sagt, wie Bewertungen geprüft werden",
)
_AWARD_HINT = Wording(
    "name the award and its year, and link to it",
    "nennen Sie Preis und Jahr, und verlinken Sie beides",
)
_LINK = Wording(
    "link to the page {page}",
    "verlinken Sie die Seite {page}",
)
_NO_PAGE = Wording(
    "make a page with role: {role} that says how reviews are checked, and link to it",
    "legen Sie eine Seite mit role: {role} an, die sagt, wie Bewertungen geprüft werden, und "
    "verlinken Sie sie",
)

PHRASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    _AWARD: {
        "en": (
            "award winning",
            "multi award winning",
            "prize winning",
            "test (winner|winners)",
            "(won|received|earned) (|many |several |numerous |multiple )(awards|prizes)",
            "(best in test|editor's choice)",
        ),
        "de": (
            "preisgekrönt~",
            "(mehrfach |vielfach |)ausgezeichnete(|r|s|n|m)",
            "(mehrfach|vielfach) ausgezeichnet",
            "Testsieger(|s|n|in)",
            "Preisträger(|s|n|in)",
            "prämiert(e|er|es|en|em)",
        ),
    },
    _REVIEW: {
        "en": (
            "(five|5|4|four) star(|s)",
            "(top|highly) rated",
            "recommended by (|most |many |over |more than |leading |all )(doctors|experts|"
            "customers|users|dentists|clients|professionals|dermatologists|pediatricians|"
            "paediatricians|physicians|vets|veterinarians|pharmacists|nutritionists|midwives|"
            "therapists|specialists|chefs|teachers|parents|trainers)",
            "customers (love|adore)",
            "loved by (|our |all |many )(customers|users|clients)",
            "satisfied customers",
            "happy customers",
        ),
        "de": (
            "(fünf|5|vier|4) Sterne(|n)",
            "(top|bestens|sehr gut) bewertet(|e|er|es|en)",
            "empfohlen von (|vielen |führenden )(Ärzten|Experten|Kunden|Nutzern|Fachleuten|Profis)",
            "(Ärzte|Zahnärzte|Tierärzte|Dermatologen|Hebammen|Experten|Kunden|Fachleute) empfehlen",
            "von (|vielen |führenden )(Ärzten|Zahnärzten|Hautärzten|Tierärzten|Dermatologen|"
            "Hebammen|Experten|Fachleuten|Profis) empfohlen",
            "Kunden lieben",
            "zufriedene(|n|r) Kunden",
            "begeisterte(|n|r) Kunden",
        ),
    },
}
_CROWDS = {
    "en": re.compile(
        r"\b(?:\d[\d.,]{2,12}|thousands|hundreds|millions)(?: of)?(?: \w+)? (?:customers|clients|"
        r"companies|users|families|businesses|shops) (?:\w+ )?(?:trust|rely on|swear by|love)\b"
        r"|\btrusted by (?:(?:over|more than|nearly|almost|about) )?(?:\d[\d.,]*\+?|thousands|"
        r"hundreds|millions)(?: of)?\b"
        r"|\brated \d(?:[.,]\d)? ?(?:/|out of|of|stars)(?: ?\d\d?)?"
        r"|\b\d(?:[.,]\d)? out of 5 stars\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"(?:\d[\d.,]{0,12}|\btausende|\bhunderte|\bmillionen)(?: \w+)? (?:Kunden|Kundinnen|"
        r"Unternehmen|Nutzer|Firmen)(?: \w+){0,2} vertrauen\b"
        r"|\bvertrauen (?:schon |bereits |über |mehr als |uns ){0,2}\d[\d.,]{0,12} (?:Kunden|"
        r"Firmen|Unternehmen)|\b\d(?:[.,]\d)? (?:von|aus) 5 Sternen\b"
        r"|\bmit \d(?:[.,]\d)? Sternen bewertet\b",
        re.IGNORECASE,
    ),
}
# Without one of these no crowd is spoken of.
_CROWD_WORDS = ("trust", "rely on", "swear by", "love", "ated ", "out of 5", "ertrauen", "Sternen")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAMED = re.compile(
    r"\b(?:[A-ZÄÖÜ][\w&.-]+ ){1,5}(?:Award|Prize|Preis|Medal|Medaille|Trophy|Oscar|Label)\b"
    r"|\b\w{3,}(?:preis|award)s?\b|\bStiftung Warentest\b|\b[A-Z]{2,6} ?Award\b"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Which page says how reviews are checked."""

    roles: tuple[str, ...] = key(
        "roles of pages, any of which explains the reviews", default=("review-policy",)
    )


def check(text: Text, context: Context, options: Options) -> Findings:
    """Awards without name, year and link; reviews without the page about them."""
    for hit in find_phrases(text, _AWARD, context):
        sentence = text.sentence_at(hit.start)
        if sentence is not None and _about_us(text, context, sentence):
            near = reach(text, sentence)
            if not _is_named(text, near):
                at = Span(hit.start, hit.end)
                message = _AWARD_FOUND(words=_words(text, at))
                yield Finding(message=message, at=at, hint=_AWARD_HINT)
    reviews = _reviews(text, context)
    if reviews and not _links_policy(text, context, options):
        for at in reviews:
            message = _REVIEW_FOUND(words=_words(text, at))
            yield Finding(message=message, at=at, hint=_policy_hint(context, options))


def _reviews(text: Text, context: Context) -> list[Span]:
    lang = language(text)
    prose = text.prose.text
    spoken = any(word in prose for word in _CROWD_WORDS)
    found = {Span(*match.span()) for match in _CROWDS[lang].finditer(prose)} if spoken else set()
    for hit in find_phrases(text, _REVIEW, context):
        sentence = text.sentence_at(hit.start)
        if sentence is not None and _about_us(text, context, sentence):
            found.add(Span(hit.start, hit.end))
    return [
        span
        for span in sorted(found)
        if not any(each != span and each.start <= span.start < each.end for each in found)
    ]


def _about_us(text: Text, context: Context, sentence: Sentence) -> bool:
    if text.prose.text[sentence.start : sentence.end].rstrip().endswith("?"):
        return False
    title = text.prose.blocks[sentence.block].scope is Scope.TITLE
    ours = speaks_of_self(text, context, sentence) or goes_on(text, context, sentence)
    return title or ours


def _is_named(text: Text, near: Span) -> bool:
    there = text.prose.readable[near.start : near.end]
    return bool(_NAMED.search(there) and _YEAR.search(there)) and sourced(text, *near)


def _links_policy(text: Text, context: Context, options: Options) -> bool:
    """Whether a link leads to one of the pages, by its address or by the name of its file."""
    pages = [page for role in options.roles for page in context.roles.get(role, ())]
    names = {page.strip("/").rpartition("/")[2] for page in pages}
    return any(
        _name(link.target) in names or link.target.partition("#")[0].endswith(tuple(pages))
        for link in text.prose.links
        if pages
    )


def _name(target: str) -> str:
    """The last part of a link without what only files have: ``../pages/reviews.de.md``."""
    path = re.split(r"[#?]", target)[0].strip("/")
    last = path.rpartition("/")[2]
    return re.sub(r"(?:\.[a-z]{2})?\.(?:md|html)$", "", last)


def _policy_hint(context: Context, options: Options) -> Wording:
    page = next((page for role in options.roles for page in context.roles.get(role, ())), "")
    if page:
        return _LINK(page=page)
    return _NO_PAGE(role=options.roles[0] if options.roles else "review-policy")


def _words(text: Text, at: Span) -> str:
    return " ".join(text.source.text[at.start : at.end].split())


RULE = Rule(
    code="EVID005",
    name="award-or-review-claim",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    text=check,
    phrases=PHRASES,
)

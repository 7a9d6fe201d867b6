"""The words that guards look for beside a hit, by language."""

from collections.abc import Mapping
from typing import NamedTuple


class GuardWords(NamedTuple):
    """Folded words of a language.

    ``negators`` deny what follows, unless one of ``restricting`` comes right after them (not
    only …); ``turns`` begin a new thought without a comma; ``itself`` name the company;
    ``term_words`` announce a word that is spoken about where one of ``pointing`` stands before
    them, or several where one of ``listing`` stands after them; ``naming`` do so alone;
    ``fillers`` may stand between; ``meaning`` are the two words that define a term.
    """

    negators: frozenset[str]
    paired: Mapping[str, str]
    restricting: frozenset[str]
    turns: frozenset[str]
    itself: frozenset[str]
    term_words: frozenset[str]
    pointing: frozenset[str]
    listing: frozenset[str]
    naming: frozenset[str]
    fillers: frozenset[str]
    meaning: frozenset[tuple[str, str]]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = GuardWords(
    negators=_words("not no never without hardly cannot neither nor nothing"),
    paired={},
    restricting=_words("only just merely solely simply doubt longer less"),
    turns=_words("but because yet although while whereas"),
    itself=_words(
        "we our ours us ourselves we're we've we'll we'd let's",
    ),
    term_words=_words(
        "word words term terms phrase phrases adjective adjectives buzzword buzzwords cliché "
        "clichés"
    ),
    pointing=_words("the a an this that these those"),
    listing=_words("like such including"),
    naming=_words("called dubbed"),
    fillers=_words("of for a an the or and it this"),
    meaning=frozenset({("we", "mean"), ("i", "mean"), ("we", "understand")}),
)

_GERMAN = GuardWords(
    negators=_words(
        """nicht nichts nie niemals ohne weder kaum keinesfalls keineswegs keinerlei
        kein keine keinem keinen keiner keines"""
    ),
    paired={"noch": "weder"},
    restricting=_words("nur bloss allein zuletzt umsonst"),
    turns=_words("aber sondern denn doch jedoch weil sodass"),
    itself=_words(
        """wir uns unser unsere unserem unseren unserer unseres unserm unsern unsre unsrer
        unserige unsereins"""
    ),
    term_words=_words(
        """wort worte worten wörter wörtern begriff begriffe begriffen schlagwort schlagworte
        schlagworten schlagwörter schlagwörtern modewort modewörter buzzword buzzwords floskel
        floskeln phrase phrasen adjektiv adjektive"""
    ),
    pointing=_words(
        """der die das dem den des ein eine einem einen eines dieses dieser diesem diesen diese
        solche solchen solcher"""
    ),
    listing=_words("wie"),
    naming=_words(
        "sogenannt sogenannte sogenanntem sogenannten sogenannter sogenanntes genannt genannte "
        "genannten genannter genanntes"
    ),
    fillers=_words("der die das dem den ein eine einem einen oder und von für vom"),
    meaning=frozenset(
        {("meinen", "wir"), ("verstehen", "wir"), ("meine", "ich"), ("verstehe", "ich")}
    ),
)

GUARD_WORDS: Mapping[str, GuardWords] = {"en": _ENGLISH, "de": _GERMAN}

# What a company sells: words that end like these, after praise.
PRODUCT_NOUNS: Mapping[str, tuple[str, ...]] = {
    "en": tuple(
        """design designs interface app apps application applications platform platforms software
        tool tools solution solutions service services product products experience experiences
        feature features technology technologies quality performance craftsmanship comfort display
        screen sound camera battery sensor sensors engine machine machines collection
        edition dashboard portal shop store taste flavour flavor aroma results analytics
        functionality usability reliability accuracy precision materials finish""".split()
    ),
    "de": tuple(
        """design oberfläche app apps anwendung anwendungen plattform plattformen software werkzeug
        werkzeuge lösung lösungen service dienst dienste produkt produkte produkten erlebnis
        erlebnisse funktion funktionen technik technologie technologien qualität leistung
        verarbeitung komfort anzeige bildschirm klang kamera akku sensor sensoren motor maschine
        maschinen sortiment kollektion serie ausgabe portal shop laden geschmack aroma ergebnis
        ergebnisse bedienung zuverlässigkeit genauigkeit präzision material materialien stil optik
        genuss""".split()
    ),
}

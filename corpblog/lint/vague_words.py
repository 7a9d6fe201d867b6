"""Words of disclosures: which hide a tie, which say it, and how to tell English from German."""

from collections.abc import Mapping
from typing import NamedTuple


class DisclosureWords(NamedTuple):
    """Folded words of a language.

    ``labels`` hide a tie where they stand alone or before a colon, ``ties`` where a party
    follows, ``strong`` ones also at the beginning of a short sentence. ``plain`` are words, or
    beginnings of words where they end with a hyphen, that say what is meant. ``paid`` are the
    terms that are used for money.
    """

    labels: tuple[str, ...]
    ties: tuple[str, ...]
    strong: tuple[str, ...]
    plain: tuple[str, ...]
    paid: frozenset[str]


_ENGLISH = DisclosureWords(
    labels=("sp", "spon", "spons", "collab", "ambassador", "partner"),
    ties=(
        "thanks to",
        "partner",
        "ambassador for",
        "collab with",
        "powered by",
        "supported by",
    ),
    strong=(
        "in association with",
        "in collaboration with",
        "in partnership with",
        "brought to you by",
    ),
    plain=tuple(
        "advert- paid pays pay paying money bought buy buys sell sells sold earn earns gave gift "
        "gifts free lent lends customer customers client clients supplier suppliers shares "
        "invited discount euro euros dollars pounds".split()
    ),
    paid=frozenset(("sp", "spon", "spons", "brought to you by")),
)
_GERMAN = DisclosureWords(
    labels=(
        "kooperation",
        "sponsored",
        "sponsored post",
        "gesponsert",
        "ad",
        "pr sample",
        "advertorial",
        "collab",
        "spon",
        "partner",
        # Plain in English, but not to readers of German.
        "advertisement",
        "advertising",
        "paid post",
        "paid partnership",
    ),
    ties=("kooperation mit", "unterstützt durch", "unterstützt von", "powered by", "partner"),
    strong=(
        "sponsored by",
        "gesponsert von",
        "in kooperation mit",
        "in zusammenarbeit mit",
        "mit freundlicher unterstützung",
        "präsentiert von",
    ),
    plain=tuple(
        "werb- anzeige- bezahl- zahlt zahlte zahlen geld gekauft kauft kaufen verkauf- verdien- "
        "geschenk- schenkt- geliehen leiht leihen kunde kunden kundin kundinnen lieferant- "
        "anteil- eingeladen kostenlos- euro rabatt auftraggeber- auftrag".split()
    ),
    paid=frozenset(
        "sponsored|sponsored post|sponsored by|gesponsert|gesponsert von|ad|pr sample|advertorial"
        "|spon|advertisement|advertising|paid post|paid partnership".split("|")
    ),
)
WORDS: Mapping[str, DisclosureWords] = {"en": _ENGLISH, "de": _GERMAN}

# The most frequent small words, none of which is one of the other language.
_FUNCTION_WORDS = {
    "en": frozenset("the of and to we us our for by from is are with this that who has".split()),
    "de": frozenset("der die das und wir uns unser für von ist sind mit dies hat den dem".split()),
}


def reads_english(words: tuple[str, ...]) -> bool:
    """Whether folded words are rather English than German; not if nothing tells."""
    english, german = (
        sum(word in _FUNCTION_WORDS[lang] for word in words) for lang in ("en", "de")
    )
    return english > german

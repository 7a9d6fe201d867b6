"""What makes a text nominal: endings of nouns that hide a verb, and words that only look so."""

from collections.abc import Mapping

# Endings of nouns made of verbs and adjectives, longest first where one ends in another.
NOMINAL_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "en": ("tion", "tions", "ment", "ments", "ance", "ances", "ity", "ities"),
    "de": (
        *("ung", "ungen", "heit", "heiten", "keit", "keiten"),
        *("tion", "tionen", "ität", "itäten"),
    ),
}
# Nouns that name a thing, a place or a person and hide no verb.
CONCRETE_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        "action actions apartment argument arguments balance caption captions cement chance "
        "chances cities city comment comments communities community condition department "
        "departments distance document documents element elements entrance environment "
        "environments equipment experiment experiments facilities facility fiction fraction "
        "function functions fundament garment government governments instrument instruments "
        "insurance location locations moment moments monument nation nations ointment option "
        "options parliament pavement payment payments position positions potion quantity question "
        "questions section sections security segment segments station stations substance "
        "tradition traditions universities university utility vacation varieties variety".split()
    ),
    "de": frozenset(
        "achtung ahnung aktion aktionen anleitung anleitungen ausstellung ausstellungen bedingung "
        "bedingungen bildung dichtung dichtungen einheit einheiten einladung einladungen "
        "entfernung erinnerung erinnerungen fassung festung freiheit funktion funktionen gleichung "
        "hoffnung impfung kreuzung kreuzungen kündigung ladung leitung leitungen lesung lösung "
        "lösungen mahnung mahnungen mischung mündung nahrung neuheit öffnung ordnung position "
        "positionen portion portionen prüfung prüfungen quittung quittungen rechnung rechnungen "
        "richtung richtungen sammlung sammlungen satzung schulung schulungen sendung sendungen "
        "spannung spannungen stellung stiftung stimmung störung störungen tradition traditionen "
        "überraschung übung übungen umgebung vorlesung vorlesungen wahrheit wahrheiten zeichnung "
        "zeichnungen".split()
    ),
}
# German nouns that name a thing in every compound too: a “Tageszeitung” is a “Zeitung”.
CONCRETE_ENDINGS = tuple(
    "abteilung abteilungen gesundheit heizung heizungen kleidung krankheit krankheiten meinung "
    "meinungen nation nationen packung packungen regierung regierungen siedlung siedlungen sitzung "
    "sitzungen station stationen universität universitäten verfassung währung währungen wohnung "
    "wohnungen zeitung zeitungen".split()
)
# English nouns that stand in long rows of nouns, besides those with a telling ending.
ROW_NOUNS: frozenset[str] = frozenset(
    "account application audit brand budget business client company compliance content contract "
    "cost customer customers data design device employee employees engagement enterprise error "
    "exchange export feature file growth health import industry invoice knowledge launch learning "
    "management market marketing model network office performance plan platform policy power price "
    "pricing privacy process product products program project projects quality report resource "
    "resources revenue review risk sales scale scales service services software staff standard "
    "strategy supplier supply support system systems task team teams technology test tool tools "
    "training update user users value vendor workflow workforce workplace".split()
)
ROW_ENDINGS = ("tion", "tions", "ment", "ments", "ity", "ness", "ship", "ance", "ence", "ency")
# German words that begin a genitive.
GENITIVE_ARTICLES = frozenset(
    "der des dieser dieses jener jenes einer eines keiner keines meiner meines seiner seines "
    "ihrer ihres unserer unseres eurer eures solcher aller beider".split()
)

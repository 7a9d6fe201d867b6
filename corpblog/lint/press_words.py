"""The words of press releases, by language; all of them folded."""

from collections.abc import Mapping
from typing import NamedTuple

Phrases = tuple[tuple[str, ...], ...]


class PressWords(NamedTuple):
    """``announcing`` pairs a verb with the particle that follows it somewhere, if it has one.

    ``about`` and ``company`` make the heading of a company portrait, ``contact`` begins a line
    with whom journalists may ask; ``saying`` and ``titles`` (ends of words) stand beside a
    quotation; ``printing`` says that it may be printed; ``calls`` begin the text of a link that
    wants the reader to act.
    """

    today: tuple[str, ...]
    announcing: tuple[tuple[str, str], ...]
    about: frozenset[str]
    articles: frozenset[str]
    company: tuple[list[str], ...]
    contact: Phrases
    saying: frozenset[str]
    titles: tuple[str, ...]
    printing: Phrases
    calls: Phrases


def _phrases(text: str) -> Phrases:
    return tuple(tuple(phrase.split()) for phrase in text.split(" | "))


_ENGLISH = PressWords(
    today=("today",),
    announcing=(
        *(("announced", ""), ("announces", ""), ("announce", ""), ("unveiled", "")),
        *(("unveils", ""), ("launches", ""), ("launched", ""), ("introduces", "")),
        *(("introduced", ""), ("reported", ""), ("reports", "")),
    ),
    about=frozenset(("about",)),
    articles=frozenset(("the",)),
    company=(["company"], ["us"], ["our", "company"]),
    contact=_phrases(
        "press contact | press contacts | media contact | media contacts | press enquiries | "
        "press inquiries | media enquiries | media inquiries | press office | "
        "contact for the press | contact for media | editorial contact"
    ),
    saying=frozenset(
        "said says say explained explains commented comments added adds stated states".split()
    ),
    titles=(
        *("ceo", "cto", "cfo", "coo", "cmo", "president", "director", "founder", "chairman"),
        *("chairwoman", "chair", "manager", "officer", "head", "partner", "lead", "executive"),
    ),
    printing=_phrases(
        "for immediate release | free for publication | reprint free of charge | "
        "notes to editors | note to editors"
    ),
    calls=_phrases(
        "buy | buy now | order | order now | shop now | book | book now | register | "
        "register now | sign up | subscribe | learn more | find out more | read more | "
        "get started | try it | try now | contact us | contact sales | request a demo | "
        "get a demo | download now | join us | click here | visit our shop | get yours"
    ),
)

_GERMAN = PressWords(
    today=("heute",),
    announcing=(
        *(("gab", "bekannt"), ("gibt", "bekannt"), ("geben", "bekannt"), ("gaben", "bekannt")),
        *(("bekanntgegeben", ""), ("bekanntgab", ""), ("bekannt", "gegeben")),
        *(("kündigte", "an"), ("kündigt", "an"), ("angekündigt", "")),
        *(("teilte", "mit"), ("teilt", "mit"), ("mitgeteilt", "")),
        *(("stellte", "vor"), ("stellt", "vor"), ("präsentierte", ""), ("präsentiert", "")),
        *(("meldet", ""), ("meldete", "")),
    ),
    about=frozenset(("über",)),
    articles=frozenset(("die", "das", "den")),
    company=(["unternehmen"], ["uns"], ["unser", "unternehmen"], ["firma"]),
    contact=_phrases(
        "pressekontakt | pressekontakte | presseanfragen | medienkontakt | medienanfragen | "
        "presse kontakt | kontakt für medien | kontakt für die presse | kontakt für presse | "
        "ansprechpartner für die presse | ansprechpartner für medien | ansprechpartner presse | "
        "ansprechpartnerin für die presse | ansprechpartnerin für medien | redaktionskontakt | "
        "pressestelle"
    ),
    saying=frozenset(
        "sagt sagte so erklärt erklärte betont betonte kommentiert kommentierte ergänzt ergänzte "
        "freut berichtet".split()
    ),
    titles=(
        *("ceo", "cto", "cfo", "geschäftsführer", "geschäftsführerin", "vorstand", "vorständin"),
        *("vorstandsvorsitzender", "vorstandsvorsitzende", "direktor", "direktorin", "gründer"),
        *("gründerin", "leiter", "leiterin", "chef", "chefin", "sprecher", "sprecherin"),
        *("manager", "managerin", "präsident", "präsidentin", "inhaber", "inhaberin", "prokurist"),
    ),
    printing=_phrases(
        "abdruck honorarfrei | abdruck frei | belegexemplar erbeten | zur sofortigen "
        "veröffentlichung | um ein belegexemplar wird gebeten | hinweis an die redaktion | "
        "hinweis für redaktionen"
    ),
    calls=_phrases(
        "jetzt | hier kaufen | kaufen | bestellen | zum shop | zur anmeldung | anmelden | "
        "mehr erfahren | erfahren sie mehr | erfahre mehr | mehr lesen | weiterlesen | "
        "kontaktieren sie | demo anfordern | angebot anfordern | termin buchen | buchen | "
        "hier klicken | zum angebot | kostenlos testen | sichern sie | newsletter abonnieren"
    ),
)

PRESS_WORDS: Mapping[str, PressWords] = {"en": _ENGLISH, "de": _GERMAN}

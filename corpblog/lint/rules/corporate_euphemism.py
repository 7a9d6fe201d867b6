"""Soft words for bad news.

Weiche Wörter für schlechte Nachrichten.

Why: readers find out what a “rightsizing” was, and then they know that the company hid it (Eck:
admit mistakes to customers at once).
Warum: Leser erfahren doch, was die „Personalanpassung“ war, und wissen dann auch, dass die Firma
sie versteckt hat (Eck: Fehler gegenüber Kunden sofort eingestehen).
Instead: say it plainly, with the number: how many jobs, which price, whose data. Where the same or
the next sentence does so, the soft word is a remark only.
Stattdessen: Es geradeheraus sagen, mit der Zahl: wie viele Stellen, welcher Preis, wessen Daten.
Steht das im selben oder im nächsten Satz, ist das weiche Wort nur eine Anmerkung.
Bad: We are rightsizing.
Good: We cut 40 jobs in Ulm.
Schlecht: Es kommt zu einer Personalanpassung.
Gut: Wir entlassen 40 Menschen in Ulm.
"""

from itertools import groupby

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.jargon import jargon_finding, jargon_hits
from corpblog.lint.jargon_lists import JargonOptions
from corpblog.lint.prose.parts import Sentence
from corpblog.lint.rule import Findings, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording

_FOUND = Wording("“{text}” hides what happened", "„{text}“ verschleiert, was geschehen ist")
# What plain speech about bad news looks like; a number must stand with it.
_PLAIN = "plain-news"
_PLAIN_WORDS = {
    "en": (
        "job(|s)",
        "position(|s) (cut|lost|gone)",
        "(lose|loses|lost|losing) (their|your|his|her) (job|jobs|work)",
        "(dismiss|dismissed|dismissal|dismissals|fired|firing)",
        "(laid|lay|laying) off",
        "layoff(|s)",
        "redundan(t|cy|cies)",
        "price(|s) (rise|rises|rose|increase|increases|increased|go up|goes up|went up)",
        "(cost|costs) more",
        "(leaked|stolen|breach|breached|hacked|exposed|deleted)",
        "(loss|losses|lost|deficit)",
        "(outage|down for|did not work|broken|wrong)",
        "(clos|shut)(es|e|ed|ing|ting|s)",
    ),
    "de": (
        "Stelle(|n)",
        "(Arbeitsplatz|Arbeitsplätze|Arbeitsplätzen)",
        "entlass(en|e|t|ung|ungen)",
        "entlässt",
        "kündig(en|t|te|ten|ung|ungen)",
        "gekündigt",
        "Preiserhöhung(|en)",
        "Preise (steigen|stiegen)",
        "(teurer|erhöhen|erhöht|erhöhten)",
        "(gestohlen|abgeflossen|Datenleck|gehackt|gelöscht)",
        "Verlust(|e|en)",
        "(ausgefallen|Ausfall|kaputt|falsch|Fehler)",
        "schließ(en|t|ung|ungen)",
        "geschlossen",
    ),
}


def check(text: Text, context: Context, options: JargonOptions) -> Findings:
    """Every hit of the category corporate-euphemism; an info where plain words stand with it."""
    hits = jargon_hits("corporate-euphemism", text, context, options)
    for sentence, group in groupby(hits, key=lambda hit: text.sentence_at(hit.start)):
        plain = sentence is not None and _is_plain(text, sentence)
        for hit in group:
            severity = Severity.INFO if plain else None
            yield jargon_finding(text, hit, context, options, _FOUND, severity)


def _is_plain(text: Text, sentence: Sentence) -> bool:
    """Whether the sentence or the next one says it, with a number."""
    place = text.prose.sentences.index(sentence)
    near = text.prose.sentences[place : place + 2]
    tokens = text.prose.tokens[near[0].first : near[-1].last]
    return any(token.folded[0].isdigit() for token in tokens) and any(
        near[0].start <= plain.start < near[-1].end for plain in text.hits(_PLAIN)
    )


RULE = Rule(
    code="JARG005",
    name="corporate-euphemism",
    severity=Severity.ERROR,
    help=__doc__,
    options=JargonOptions,
    text=check,
    phrases={_PLAIN: _PLAIN_WORDS},
)

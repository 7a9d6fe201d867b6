"""Buzzwords where a plain word would do.

Modewörter, wo ein schlichtes Wort genügt.

Why: a buzzword says nothing that a reader can check; blogs are for talking like a colleague, not
like a brochure (Janek 2010: no marketing and PR blah; Gobbledygook Manifesto; 18F content guide).
Warum: Ein Modewort sagt nichts, was sich prüfen lässt; im Blog spricht ein Mensch und keine
Broschüre (Janek 2010: kein Marketing- und PR-Blah; Gobbledygook Manifesto; 18F).
Instead: name the thing, the people, the number.
Stattdessen: Die Sache, die Menschen, die Zahl nennen.
Bad: Our holistic solution
Good: Our payroll program for shops
Schlecht: Unsere ganzheitliche Lösung
Gut: Unser Lohnprogramm für Läden
Known: trade terms (a solution in chemistry) are found where jargon stands beside them; take them
off with the option remove, or put product names into registers/names.yml.
"""

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.jargon import jargon_finding, jargon_hits
from corpblog.lint.jargon_lists import JargonOptions
from corpblog.lint.rule import Findings, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording

_FOUND = Wording("“{text}” is a buzzword", "„{text}“ ist ein Modewort")


def check(text: Text, context: Context, options: JargonOptions) -> Findings:
    """Every hit of the category buzzword."""
    for hit in jargon_hits("buzzword", text, context, options):
        yield jargon_finding(text, hit, context, options, _FOUND)


RULE = Rule(
    code="JARG001",
    name="buzzword",
    severity=Severity.WARNING,
    help=__doc__,
    options=JargonOptions,
    text=check,
)

"""Praise for oneself in one adjective.

Eigenlob in einem Adjektiv.

Why: readers discount praise that a company gives itself, and the facts after it as well
(Gobbledygook Manifesto; Schneider: few adjectives).
Warum: Eigenlob glaubt niemand, und den Tatsachen danach auch nicht mehr (Gobbledygook Manifesto;
Wolf Schneider: wenige Adjektive).
Instead: say what it does, how long it takes, what it costs.
Stattdessen: Sagen, was es kann, wie lange es dauert, was es kostet.
Bad: a groundbreaking feature
Good: it now reads Excel files
Schlecht: eine bahnbrechende Funktion
Gut: sie liest jetzt Excel-Dateien
Known: words with a plain use (a flexible hose) are found in company only, so one of them alone in
a paragraph passes.
"""

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.jargon import jargon_finding, jargon_hits
from corpblog.lint.jargon_lists import JargonOptions
from corpblog.lint.rule import Findings, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording

_FOUND = Wording("“{text}” praises without saying anything", "„{text}“ lobt, ohne etwas zu sagen")


def check(text: Text, context: Context, options: JargonOptions) -> Findings:
    """Every hit of the category hype-adjective."""
    for hit in jargon_hits("hype-adjective", text, context, options):
        yield jargon_finding(text, hit, context, options, _FOUND)


RULE = Rule(
    code="JARG003",
    name="hype-adjective",
    severity=Severity.WARNING,
    help=__doc__,
    options=JargonOptions,
    text=check,
)

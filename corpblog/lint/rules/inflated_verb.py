"""Inflated verbs where a short one would do.

Aufgeblasene Verben, wo ein kurzes genügt.

Why: long verbs hide who did what; a colleague would not say them aloud (18F content guide, GOV.UK
words to avoid).
Warum: Lange Verben verstecken, wer was tut; kein Kollege spricht so (18F, GOV.UK).
Instead: use the verb that you would say at the coffee machine.
Stattdessen: Das Verb nehmen, das man in der Teeküche sagen würde.
Bad: We leverage our data to find late deliveries.
Good: We use our data to find late deliveries.
Schlecht: Wir generieren Daten aus jeder Waage.
Gut: Wir erzeugen Daten aus jeder Waage.
"""

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.jargon import jargon_finding, jargon_hits
from corpblog.lint.jargon_lists import JargonOptions
from corpblog.lint.rule import Findings, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording

_FOUND = Wording("“{text}” is an inflated verb", "„{text}“ ist ein aufgeblasenes Verb")


def check(text: Text, context: Context, options: JargonOptions) -> Findings:
    """Every hit of the category inflated-verb."""
    for hit in jargon_hits("inflated-verb", text, context, options):
        yield jargon_finding(text, hit, context, options, _FOUND)


RULE = Rule(
    code="JARG006",
    name="inflated-verb",
    severity=Severity.WARNING,
    help=__doc__,
    options=JargonOptions,
    text=check,
)

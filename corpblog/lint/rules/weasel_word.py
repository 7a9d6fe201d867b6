"""Words that make a statement impossible to check.

Wörter, die eine Aussage unprüfbar machen.

Why: whoever may reach “up to 40 %” promises nothing; readers notice (plain language guides of
18F and GOV.UK).
Warum: Wer „bis zu 40 %“ schreibt, verspricht nichts, und Leser merken es (18F, GOV.UK).
Instead: give the typical value, the date, the name.
Stattdessen: Den üblichen Wert, das Datum, den Namen nennen.
Bad: up to 40 % faster
Good: 12 % faster on average, 40 % at best
Schlecht: bis zu 40 % schneller
Gut: im Mittel 12 %, im besten Fall 40 % schneller
"""

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.jargon import jargon_finding, jargon_hits
from corpblog.lint.jargon_lists import JargonOptions
from corpblog.lint.rule import Findings, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording

_FOUND = Wording(
    "“{text}” makes the statement vague",
    "„{text}“ macht die Aussage unverbindlich",
)


def check(text: Text, context: Context, options: JargonOptions) -> Findings:
    """Every hit of the category weasel-word."""
    for hit in jargon_hits("weasel-word", text, context, options):
        yield jargon_finding(text, hit, context, options, _FOUND)


RULE = Rule(
    code="JARG004",
    name="weasel-word",
    severity=Severity.INFO,
    help=__doc__,
    options=JargonOptions,
    text=check,
)

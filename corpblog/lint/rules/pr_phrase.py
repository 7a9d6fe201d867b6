"""Phrases of press releases.

Floskeln aus Pressemitteilungen.

Why: a post that opens like a press release is read like one: not at all (Janek 2010; Hammock: the
release speaks as an institution, the post as a person). In title, summary and first words they are
errors, because that is all that most readers see.
Warum: Was wie eine Pressemitteilung anfängt, wird auch so gelesen: gar nicht (Janek 2010; Hammock:
die Mitteilung spricht als Institution, der Beitrag als Mensch). In Titel, Zusammenfassung und
ersten Worten sind sie Fehler, weil die meisten Leser nur diese sehen.
Instead: begin with the news.
Stattdessen: Mit der Nachricht anfangen.
Bad: We are excited to announce version 4.
Good: Version 4 is out.
Schlecht: Wir freuen uns, Version 4 bekannt zu geben.
Gut: Version 4 ist da.
"""

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.guards import in_lead
from corpblog.lint.jargon import jargon_finding, jargon_hits
from corpblog.lint.jargon_lists import JargonOptions
from corpblog.lint.rule import Findings, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording

_FOUND = Wording(
    "“{text}” is a phrase from press releases",
    "„{text}“ ist eine Floskel aus Pressemitteilungen",
)


def check(text: Text, context: Context, options: JargonOptions) -> Findings:
    """Every hit of the category pr-phrase; an error in the lead."""
    for hit in jargon_hits("pr-phrase", text, context, options):
        severity = Severity.ERROR if in_lead(text, hit) else None
        yield jargon_finding(text, hit, context, options, _FOUND, severity)


RULE = Rule(
    code="JARG007",
    name="pr-phrase",
    severity=Severity.WARNING,
    help=__doc__,
    options=JargonOptions,
    text=check,
)

"""The site does not say how it works and who pays.

Die Site sagt nicht, wie sie arbeitet und wer zahlt.

Why: an open line has to be visible (S0), and papers alone convince nobody (S1): so the log of
corrections, the moderation report and the rules in force are made from what happened.
Warum: Eine offene Linie muss sichtbar sein (S0), und Papier allein überzeugt niemanden (S1): darum
entstehen Berichtigungen, Moderationsbericht und geltende Regeln aus dem, was geschah.
Instead: write a page with role: principles: who writes, who pays, what you do when you are wrong.
Stattdessen: Schreiben Sie eine Seite mit role: principles: wer schreibt, wer zahlt, was bei Fehlern
geschieht.

Bad: a page “We value transparency” without numbers
Good: October 2026: 61 comments, 58 answered, 2 removed (insult), 3 corrections.
Schlecht: eine Seite „Wir stehen für Transparenz“ ohne Zahlen
Gut: Oktober 2026: 61 Kommentare, 58 beantwortet, 2 entfernt (Beleidigung), 3 Berichtigungen.
Known: what the page says is not judged. Pages with zeros are fine on a new blog; the three that
corpblog makes by itself are always there.
"""

from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.facts import Archive
from corpblog.lint.rule import Finding, Findings, Rule
from corpblog.lint.wording import Wording
from corpblog.model.keys import key

# Pages that the build makes from data, so they cannot be missing.
GENERATED = frozenset(("corrections", "moderation-report", "rules"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Which pages there must be."""

    roles: tuple[str, ...] = key(
        "roles of pages that the site must have",
        default=("principles", "corrections", "moderation-report", "rules"),
    )


_MISSING = Wording(
    "the site has no page with role: {role}",
    "die Site hat keine Seite mit role: {role}",
)
_MAKE = Wording(
    "write content/pages/{role}.md with role: {role}; if there is a draft of it, read it and "
    "delete its line draft: true",
    "schreiben Sie content/pages/{role}.md mit role: {role}; gibt es sie als Entwurf, lesen Sie "
    "ihn, und löschen Sie darin die Zeile draft: true",
)


def check(archive: Archive, context: Context, options: Options) -> Findings:
    """Each role for which there is no page."""
    for role in options.roles:
        if role not in context.roles and role not in GENERATED:
            yield Finding(
                message=_MISSING(role=role), source=context.config_source, hint=_MAKE(role=role)
            )


RULE = Rule(
    code="SITE003",
    name="principles-missing",
    severity=Severity.WARNING,
    help=__doc__,
    options=Options,
    site=check,
)

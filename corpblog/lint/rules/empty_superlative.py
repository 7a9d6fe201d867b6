"""Superlatives and claims to lead that nothing in the sentence proves.

Superlative und Führungsansprüche, die im Satz nichts belegt.

Why: promises that do not hold start storms of criticism, and the law wants them true (UWG § 5, § 6;
Gobbledygook Manifesto: “leading provider” is among the emptiest phrases of press releases).
Warum: Versprechen, die nicht halten, lösen Shitstorms aus, und das Recht verlangt, dass sie stimmen
(UWG § 5, § 6; „führender Anbieter“ gehört zu den leersten Floskeln).
Instead: give the market, the number, the date, and link the source; a link, a footnote or a claim
of registers/claims.yml in the same sentence counts as proof.
Stattdessen: Markt, Zahl und Datum nennen und die Quelle verlinken; ein Link, eine Fußnote oder eine
Aussage aus registers/claims.yml im selben Satz gilt als Beleg.
Bad: We are the world-leading provider of scales.
Good: We sell scales in 14 countries.
Schlecht: Wir sind der weltweit führende Anbieter von Waagen.
Gut: Wir verkaufen Waagen in 14 Ländern.
"""

from itertools import groupby

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.evidence import proved, reach
from corpblog.lint.jargon import jargon_finding, jargon_hits
from corpblog.lint.jargon_lists import JargonOptions
from corpblog.lint.rule import Findings, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording

_FOUND = Wording(
    "“{text}” claims more than the text proves", "„{text}“ behauptet mehr, als belegt ist"
)


def check(text: Text, context: Context, options: JargonOptions) -> Findings:
    """Every hit of the category empty-superlative in a sentence without evidence."""
    hits = jargon_hits("empty-superlative", text, context, options)
    for sentence, group in groupby(hits, key=lambda hit: text.sentence_at(hit.start)):
        if sentence is None or not proved(text, context, *reach(text, sentence, window=0)):
            for hit in group:
                yield jargon_finding(text, hit, context, options, _FOUND)


RULE = Rule(
    code="JARG002",
    name="empty-superlative",
    severity=Severity.ERROR,
    help=__doc__,
    options=JargonOptions,
    text=check,
)

"""A correction that does not say when, by whom, or what was wrong and what is right.

Eine Berichtigung, die nicht sagt, wann, von wem, oder was falsch war und was stimmt.

Why: newsrooms such as the BBC say what was wrong and tell their readers; “text was updated” admits
nothing and looks like hiding.
Warum: Redaktionen wie die BBC sagen, was falsch war, und sagen es ihren Lesern; „Beitrag wurde
aktualisiert“ gibt nichts zu und sieht nach Verstecken aus.
Instead: date, person, and one sentence with the old and the new.
Stattdessen: Tag, Person und ein Satz mit dem Alten und dem Neuen.
Bad: Text was updated.
Good: We wrote 312 customers; it was 412.
Schlecht: Beitrag wurde aktualisiert.
Gut: Wir schrieben 312 Kunden; es waren 412.
Known: old and new are told by two numbers, or by words of contrast such as “not” and “instead”.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context, Gate
from corpblog.lint.corrections_shown import check_built
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.correction import Correction, CorrectionKind
from corpblog.model.keys import key
from corpblog.wordlists.tokens import tokenise

_NO_DAY = Wording(
    "this correction has no date",
    "diese Berichtigung hat kein Datum",
)
_NOBODY = Wording(
    "this correction does not say who made it",
    "diese Berichtigung sagt nicht, von wem sie ist",
)
_SHORT = Wording(
    "“what” says too little: {count} words, at least {least} are needed",
    "„what“ sagt zu wenig: {count} Wörter, mindestens {least} sind nötig",
)
_ONE_SIDE = Wording(
    "“what” does not say both what was wrong and what is right",
    "„what“ sagt nicht beides: was falsch war und was stimmt",
)
_DAY_HINT = Wording(
    "add date: with the day of the correction",
    "ergänzen Sie date: mit dem Tag der Berichtigung",
)
_NAME_HINT = Wording(
    "add by: with the id of the author who made it",
    "ergänzen Sie by: mit der Kennung der Person",
)
_WHAT_HINT = Wording(
    "write, for example: we wrote …; it was …",
    "schreiben Sie zum Beispiel: Wir schrieben …; richtig ist …",
)
# Words that set the old against the new.
_CONTRAST = frozenset(
    """not instead but rather wrong wrongly incorrect incorrectly false falsely mistaken mistakenly
    error should correct correctly right actually formerly previously originally earlier no longer
    missing missed omitted left misspelled misquoted never was were
    nicht statt sondern anstatt anstelle falsch fälschlich irrtümlich fehlerhaft fehler richtig
    korrekt stimmt tatsächlich vorher zuvor ursprünglich zunächst fehlte fehlten vergessen war
    waren hiess hieß verwechselt keine kein""".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Which corrections must say most, and how long that takes."""

    top_kinds: tuple[str, ...] = key(
        "kinds that stand on top of the post", default=("correction", "retraction")
    )
    min_words: int = key("fewest words of what", default=5)


def check(text: Text, context: Context, options: Options) -> Findings:
    """Each entry of the key corrections that lacks something."""
    if text.post is None:
        return
    for index, entry in enumerate(text.post.front.corrections):
        for field, message, hint in _lacks(entry, options):
            yield Finding(message=message, at=Key(("corrections", index, field)), hint=hint)


def _lacks(entry: Correction, options: Options) -> Iterator[tuple[str, Wording, Wording]]:
    if entry.date is None:
        yield "date", _NO_DAY, _DAY_HINT
    if not entry.by:
        yield "by", _NOBODY, _NAME_HINT
    words = [token.folded for token in tokenise(entry.what)]
    if len(words) < options.min_words:
        yield "what", _SHORT(count=len(words), least=options.min_words), _WHAT_HINT
    elif entry.kind is CorrectionKind.CORRECTION and not _both_sides(words):
        yield "what", _ONE_SIDE, _WHAT_HINT


def _both_sides(words: list[str]) -> bool:
    numbers = [word for word in words if word[0].isdigit()]
    return len(numbers) > 1 or not _CONTRAST.isdisjoint(words)


RULE = Rule(
    code="CORR003",
    name="correction-incomplete-or-hidden",
    severity=Severity.ERROR,
    help=__doc__,
    gates=(Gate.PR, Gate.OUT),
    options=Options,
    text=check,
    built=check_built,
)

"""The one algorithm of all jargon rules: a hit of a list, past the guards, with a way out."""

import re
from collections.abc import Iterator

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.guards import standing, technical
from corpblog.lint.jargon_lists import JargonOptions
from corpblog.lint.lexicon import JARGON
from corpblog.lint.rule import Finding, Replacement, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import NOTHING, Wording
from corpblog.wordlists.matcher import Hit
from corpblog.wordlists.notation import keep_capital

_TRY = Wording("try “{text}”", "besser: „{text}“")
_REMARK = Wording("{hint} ({text})", "{hint} ({text})")
_LEAVE_OUT = Wording("leave it out", "weglassen")
# What lists say for a word that nobody misses.
_DELETE = ("delete", "streichen")
# Longer sentences, in code points, are no help as an example.
_LONGEST_EXAMPLE = 400
_COMMA_AFTER = re.compile(r",?[ \t\u00a0]*")
_BLANK_BEFORE = re.compile(r",?[ \t\u00a0]*\Z")


def jargon_hits(
    category: str, text: Text, context: Context, options: JargonOptions
) -> Iterator[Hit]:
    """What stands against the rule of ``category`` in ``text``, past its guards."""
    hits = (hit for hit in text.hits(JARGON) if hit.entry.category == category)
    return standing(text, hits, context, options.guards)


def jargon_finding(
    text: Text,
    hit: Hit,
    context: Context,
    options: JargonOptions,
    message: Wording,
    severity: Severity | None = None,
) -> Finding:
    """A hit as a finding; ``message`` has a place for the ``text`` that was found.

    A technical term in a post for technicians is an info, whatever ``severity`` says.
    """
    if "technical" in options.guards and technical(text, hit, context):
        severity = Severity.INFO
    edit = _edit(text, hit)
    return Finding(
        at=Span(hit.start, hit.end),
        message=message(text=written(text, hit)),
        hint=_hint(hit),
        example=_rewritten(text, hit, edit) if edit else "",
        severity=severity,
        edits=(edit,) if edit else (),
    )


def written(text: Text, hit: Hit) -> str:
    """The words of the hit as they stand in the text, on one line."""
    return " ".join(text.prose.text[hit.start : hit.end].split())


def _hint(hit: Hit) -> Wording:
    entry = hit.entry
    if hit.replacement:
        hint = _TRY(text=hit.replacement)
    elif entry.directives.cut or entry.advice in _DELETE:
        hint = _LEAVE_OUT
    else:
        hint = Wording(entry.advice, entry.advice)
    if not entry.note or hint == NOTHING:
        return hint
    return _REMARK(hint=hint, text=entry.note)


def _edit(text: Text, hit: Hit) -> Replacement | None:
    """The replacement of the list in place of the hit; None where only a person can find one."""
    source = text.source.text
    if source[hit.start : hit.end] != text.prose.text[hit.start : hit.end]:
        return None  # emphasis or a link stands inside
    if hit.replacement:
        replacement = keep_capital(hit.replacement, source[hit.start : hit.end])
        return Replacement(Span(hit.start, hit.end), replacement)
    return _cut(source, hit) if hit.entry.directives.cut else None


def _cut(source: str, hit: Hit) -> Replacement:
    """The hit taken out, with the comma and the blank that belonged to it."""
    after = _COMMA_AFTER.match(source, hit.end)
    end = after.end() if after else hit.end
    if not source[end : end + 1].isalpha():
        before = _BLANK_BEFORE.search(source[max(0, hit.start - 4) : hit.start])
        return Replacement(Span(hit.start - len(before[0] if before else ""), hit.end), "")
    if source[hit.start].isupper():
        return Replacement(Span(hit.start, end + 1), source[end].upper())
    return Replacement(Span(hit.start, end), "")


def _rewritten(text: Text, hit: Hit, edit: Replacement) -> str:
    """The sentence with the edit made, on one line."""
    sentence = text.sentence_at(hit.start)
    if sentence is None or sentence.end - sentence.start > _LONGEST_EXAMPLE:
        return ""
    shown = text.prose.readable
    new = shown[sentence.start : edit.span.start] + edit.text + shown[edit.span.end : sentence.end]
    return " ".join(new.split())

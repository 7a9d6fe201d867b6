"""A short form in capitals that nobody explains.

Eine Abkürzung in Großbuchstaben, die niemand erklärt.

Why: readers outside the company do not know its short forms, and do not ask (Hamburg model, 18F).
Warum: Wer nicht in der Firma arbeitet, kennt ihre Abkürzungen nicht und fragt auch nicht nach
(Hamburger Modell, 18F).
Instead: write it out at first use, with the short form in parentheses.
Stattdessen: Schreiben Sie sie beim ersten Mal aus, mit der Abkürzung in Klammern.
Bad: We filled our PIM.
Good: We filled our product information manager (PIM).
Schlecht: Wir haben unser PIM befüllt.
Gut: Wir haben unsere Produktdatenbank (PIM) befüllt.
Known: short forms with digits are taken for product codes; a link on the short form counts as its
explanation.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.acronyms import KNOWN_ACRONYMS, SHOUTED_WORDS
from corpblog.lint.context import Context
from corpblog.lint.lexicon import NAMES
from corpblog.lint.prose.parts import Scope
from corpblog.lint.rule import Finding, Findings, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key

_ACRONYM = re.compile(r"(?P<core>[A-ZÄÖÜ]{2,6})(?:['’]?s)?")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_WORD = re.compile(r"[^\W\d_]{4}")
_SHORT_FOR = re.compile(
    r"\b(?:stands for|short for|that is|i\.e\.|which means|steht für|kurz für|das heißt|d\. ?h\.|"
    r"Abkürzung für|genannt|called)\b"
)
# Where first letters alone may explain: shorter forms meet by chance.
_SHORTEST_BY_LETTERS = 3
# So many words in capitals in a row are shouted.
_SHOUTING = 3
_SILENT_SCOPES = frozenset((Scope.TITLE, Scope.SUMMARY, Scope.CAPTION, Scope.ALT))

_UNDEFINED = Wording(
    "“{acronym}” is not explained where it is first used",
    "„{acronym}“ wird beim ersten Mal nicht erklärt",
)
_EXPLAIN = Wording(
    "write it out, followed by “({acronym})”; if all your readers know it, add it to the option "
    "“known”",
    "schreiben Sie es aus, mit „({acronym})“ dahinter; kennen es alle Leser, setzen Sie es auf "
    "die Liste „known“ dieser Regel",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """What readers of this blog know."""

    known: tuple[str, ...] = key("further short forms that readers know", default=())
    reach: int = key("characters around the first use that are searched", default=60)


def check(text: Text, context: Context, options: Options) -> Findings:
    """Each unknown short form at its first use in the body."""
    known = KNOWN_ACRONYMS | SHOUTED_WORDS | {word.upper() for word in options.known}
    seen: set[str] = set()
    for start, end, acronym in _candidates(text):
        if acronym in seen or acronym in known or _ROMAN.fullmatch(acronym):
            continue
        seen.add(acronym)
        if not _is_explained(text, start, end, acronym, options.reach):
            yield Finding(
                at=Span(start, end),
                message=_UNDEFINED(acronym=acronym),
                hint=_EXPLAIN(acronym=acronym),
            )


def _candidates(text: Text) -> Iterator[tuple[int, int, str]]:
    """Words in capitals of the body that are no names and are not shouted."""
    named = {index for hit in text.hits(NAMES) for index in range(hit.first, hit.last)}
    source, tokens = text.source.text, text.prose.tokens
    loud = [
        source[start].isupper() and bool(_ACRONYM.fullmatch(source, start, end))
        for start, end, _, _ in tokens
    ]
    first = bisect_left(tokens, text.source.body_start, key=lambda token: token.start)
    for index in [index for index in range(first, len(tokens)) if loud[index]]:
        token = tokens[index]
        if index in named or _is_shouted(text, loud, index):
            continue
        if _is_part(source, token.start, token.end) or _is_silent(text, token.start):
            continue
        found = _ACRONYM.fullmatch(source, token.start, token.end)
        if found is not None:
            yield found.start("core"), found.end("core"), found["core"]


def _is_shouted(text: Text, loud: list[bool], index: int) -> bool:
    """Whether it stands in a row of words in capitals."""
    tokens = text.prose.tokens
    first = last = index
    while last - first + 1 < _SHOUTING and first and loud[first - 1] and tokens[first].joined:
        first -= 1
    while last - first + 1 < _SHOUTING and any(loud[last + 1 : last + 2]):
        if not tokens[last + 1].joined:
            break
        last += 1
    return last - first + 1 >= _SHOUTING


def _is_part(source: str, start: int, end: int) -> bool:
    """Whether it is part of a product code, a path or a name with a sign: XR-200, A/B, R&D."""
    before, after = source[max(start - 2, 0) : start], source[end : end + 2]
    joined = "-/&._+#@:"
    if after[:1] in tuple("&_+#@") or (after[:1] in tuple("-./:") and after[1:].isdigit()):
        return True
    return bool(before) and before[-1] in joined and (before[0].isdigit() or before[-1] in "&_@#")


def _is_silent(text: Text, offset: int) -> bool:
    block = text.block_at(offset)
    return block is None or block.scope in _SILENT_SCOPES


def _is_explained(text: Text, start: int, end: int, acronym: str, reach: int) -> bool:
    shown = text.prose.readable
    if any(link.start <= start < link.end for link in text.prose.links):
        return True
    before, after = shown[max(start - reach, 0) : start], shown[end : end + reach]
    around = before.rfind("(")
    if around > before.rfind(")") and _WORD.search(before, 0, around):
        return True
    behind = after.find("(")
    if behind >= 0 and _WORD.search(after, behind):
        return True
    if _SHORT_FOR.search(after) or _SHORT_FOR.search(before):
        return True
    return _is_spelt_out(text, end + reach, acronym)


def _is_spelt_out(text: Text, until: int, acronym: str) -> bool:
    """Whether words before ``until`` follow each other with its letters at their beginnings."""
    if len(acronym) < _SHORTEST_BY_LETTERS:
        return False
    tokens = text.prose.tokens
    last = bisect_left(tokens, until, key=lambda token: token.start)
    letters = "".join(token.folded[0] for token in tokens[:last])
    wanted = acronym.lower()
    place = letters.find(wanted)
    while place >= 0:
        words = tokens[place : place + len(wanted)]
        said = all(token.joined for token in words[1:])
        if said and wanted not in (token.folded for token in words):
            return True
        place = letters.find(wanted, place + 1)
    return False


RULE = Rule(
    code="READ004",
    name="undefined-acronym",
    severity=Severity.INFO,
    help=__doc__,
    options=Options,
    text=check,
)

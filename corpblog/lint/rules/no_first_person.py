"""Nobody speaks: the text has no I and no we.

Niemand spricht: Der Text hat kein Ich und kein Wir.

Why: a post is one person speaking to others, with a view of their own (IBM: write in the first
person; S1).
Warum: In einem Beitrag spricht ein Mensch zu anderen, mit eigener Sicht (IBM: in der ersten Person
schreiben; S1).
Instead: say what you did and saw yourself.
Stattdessen: Sagen Sie, was Sie selbst getan und gesehen haben.
Bad: Acme introduces a scale.
Good: We built a scale because bakers asked us for one.
Schlecht: Die Acme führt eine Waage ein.
Gut: Wir haben eine Waage gebaut, weil Bäcker danach gefragt haben.
Known: instructions speak to the reader instead: they are left alone by their kind, and where no
kind is set by how often they say you.
"""

from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.first_person import addresses, speaks_as_person
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.model.post import PostKind

_TOLD_BY_PEOPLE = frozenset(
    (
        PostKind.OPINION,
        PostKind.REPORT,
        PostKind.ANNOUNCEMENT,
        PostKind.CASE_STUDY,
        PostKind.CRISIS,
    )
)
# A text of no kind that speaks to the reader so often is taken for an instruction.
_ADDRESSED = 3

_NOBODY = Wording(
    "nobody speaks here: no “I” and no “we” in {words} words",
    "hier spricht niemand: kein „ich“ und kein „wir“ in {words} Wörtern",
)
_SPEAK = Wording(
    "say what you did, saw or think",
    "erzählen Sie, was Sie getan, gesehen oder gedacht haben",
)
_NOT_SELF = Wording(
    "the post speaks for its author alone, and never says “I”",
    "der Beitrag spricht nur für seinen Autor und sagt nie „ich“",
)
_SAY_I = Wording(
    "say “I”, or write speaks_for: company",
    "sagen Sie „ich“, oder schreiben Sie speaks_for: company",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """From when on somebody must speak."""

    min_words: int = key("words from which a post is judged", default=150)


def check(text: Text, context: Context, options: Options) -> Findings:
    """The post as a whole."""
    if text.post is None or text.words < options.min_words:
        return
    front = text.post.front
    speaks_alone = front.speaks_for == "self" and len(text.post.authors) < 2
    if speaks_alone and not speaks_as_person(text, alone=True):
        yield Finding(at=Key(("speaks_for",)), message=_NOT_SELF, hint=_SAY_I)
        return
    instruction = front.kind is None and addresses(text) >= _ADDRESSED
    told = front.kind in _TOLD_BY_PEOPLE or (front.kind is None and not instruction)
    if told and not speaks_as_person(text):
        yield Finding(at=Key(("title",)), message=_NOBODY(words=text.words), hint=_SPEAK)


RULE = Rule(
    code="VOICE002",
    name="no-first-person",
    severity=Severity.WARNING,
    help=__doc__,
    options=Options,
    text=check,
)

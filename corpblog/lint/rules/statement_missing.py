"""A post that does not say whether its authors have ties.

Ein Beitrag, der nicht sagt, ob seine Autoren Verbindungen haben.

Why: readers want to know in every contact who speaks and for whom (SocialMedia.org Disclosure
Toolkit; WOMMA: honesty of relationship, opinion, identity). Only the author can know.
Warum: Leser wollen bei jedem Kontakt wissen, wer spricht und für wen (SocialMedia.org Disclosure
Toolkit; WOMMA: ehrliche Beziehung, Meinung, Identität). Wissen kann es nur der Autor.
Instead: decide: “disclosures: none”, or a list that names each tie and its party.
Stattdessen: Entscheiden Sie sich: „disclosures: none“, oder eine Liste, die jede Verbindung und
die andere Seite nennt.

Bad: (no line “disclosures”)
Good: disclosures: none
Schlecht: (keine Zeile „disclosures“)
Gut: disclosures: none
Known: a translation has the disclosures of its original. An empty list is no decision.
"""

from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.declared import WITHOUT_PARTY, declaring
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.model.post import Post


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Whether silence counts as “none”."""

    require_explicit_none: bool = key("a post without ties says so", default=True)


_SILENT = Wording(
    "this post does not say whether its authors have ties to what they write about",
    "dieser Beitrag sagt nicht, ob seine Autoren mit dem Thema verbunden sind",
)
_DECIDE = Wording(
    "if there are none, write disclosures: none; otherwise list each tie with type and party",
    "wenn nicht, schreiben Sie disclosures: none; sonst jede Verbindung mit type und party",
)
_NO_TYPE = Wording(
    "this disclosure does not say what kind of tie it is",
    "diese Offenlegung sagt nicht, welche Art von Verbindung es ist",
)
_GIVE_TYPE = Wording(
    "add type:, such as client, supplier, gift or shareholding",
    "ergänzen Sie type:, etwa client, supplier, gift oder shareholding",
)
_NO_PARTY = Wording(
    "this disclosure of type {type} does not say whom it is about",
    "diese Offenlegung vom Typ {type} sagt nicht, um wen es geht",
)
_GIVE_PARTY = Wording(
    "add party: with the name of the company or person",
    "ergänzen Sie party: mit dem Namen der Firma oder Person",
)

_EXAMPLE = "disclosures: [{{type: {type}, party: …}}]"


def check(text: Text, context: Context, options: Options) -> Findings:
    """The missing key, or items that say too little."""
    post = text.post
    if post is None:
        return
    if not declaring(text, post).front.disclosures:
        if options.require_explicit_none:
            yield Finding(message=_SILENT, at=Key(("disclosures",)), hint=_DECIDE)
        return
    yield from _items(post)


def _items(post: Post) -> Findings:
    for index, item in enumerate(post.disclosures):
        at = Key(("disclosures", index))
        if item.type is None:
            yield Finding(
                message=_NO_TYPE, at=at, hint=_GIVE_TYPE, example=_EXAMPLE.format(type="client")
            )
        elif not item.party.strip() and item.type not in WITHOUT_PARTY:
            yield Finding(
                message=_NO_PARTY(type=item.type.value),
                at=at,
                hint=_GIVE_PARTY,
                example=_EXAMPLE.format(type=item.type.value),
            )


RULE = Rule(
    code="DISC001",
    name="statement-missing",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    legal=True,
    text=check,
)

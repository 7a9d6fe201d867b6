"""A client, partner or supplier who has not agreed to be named.

Ein Kunde, Partner oder Lieferant, der nicht zugestimmt hat, genannt zu werden.

Why: who works with whom is the other side's secret, too; IBM's guidelines name no client, partner
or supplier without approval.
Warum: Wer mit wem arbeitet, ist auch das Geheimnis der anderen; IBM nennt Kunden, Partner und
Lieferanten nur mit Zustimmung.
Instead: describe the party without its name, or ask it and enter approved_on in
registers/relations.yml.
Stattdessen: die andere Seite ohne Namen beschreiben, oder sie fragen und approved_on in
registers/relations.yml eintragen.
Bad: We built the scales for Kern Ltd.
Good: We built the scales for a Bavarian bakery with 40 shops.
Schlecht: Für die Kern GmbH haben wir die Waage gebaut.
Gut: Für eine bayerische Bäckerei mit 40 Läden haben wir die Waage gebaut.
Known: an entry with public_source, such as a court record, may be named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.facts import Archive
from corpblog.lint.parties import Party, first_mention, is_named, party_of, readable, readable_words
from corpblog.lint.rule import Finding, Findings, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.model.registers import Relation

_NOT_NAMEABLE = Wording(
    "“{words}” must not be named: registers/relations.yml says nameable: false",
    "„{words}“ darf nicht genannt werden: registers/relations.yml sagt nameable: false",
)
_NOT_APPROVED = Wording(
    "“{words}” has not agreed to be named: registers/relations.yml has no approved_on",
    "„{words}“ hat der Nennung nicht zugestimmt: registers/relations.yml hat kein approved_on",
)
_HINT = Wording(
    "leave the name out, or ask, and enter the day of the answer as approved_on",
    "lassen Sie den Namen weg, oder fragen Sie, und tragen Sie den Tag der Zusage als "
    "approved_on ein",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Whom one must ask."""

    types: tuple[str, ...] = key(
        "kinds of ties that need approved_on", default=("client", "supplier")
    )


def check(text: Text, context: Context, options: Options) -> Findings:
    """The first mention of each such party: in words, links, pictures and keys."""
    silent = list(_silent(context, options))
    if not silent:
        return
    seen = readable(text)
    head = readable_words(text.source.text[: text.source.body_start])
    for relation, message in silent:
        party = party_of(relation)
        mention = first_mention(head, party) or first_mention(seen, party)
        if mention is not None:
            at = Span(mention.start, mention.end)
            yield Finding(message=message(words=mention.words), at=at, hint=_HINT)
            continue
        for image in text.prose.images:
            if _in_name(image.src, party):
                at = Span(image.start, image.end)
                yield Finding(message=message(words=party.name), at=at, hint=_HINT)
                break


def check_files(archive: Archive, context: Context, options: Options) -> Findings:
    """Pictures that bear the name of such a party."""
    for relation, message in _silent(context, options):
        party = party_of(relation)
        for path in sorted(context.images):
            if _in_name(path, party):
                yield Finding(message=message(words=party.name), path=path, hint=_HINT)


def _silent(context: Context, options: Options) -> Iterator[tuple[Relation, Wording]]:
    """Relations that must not be named, each with the reason."""
    for relation in context.registers.relations:
        if relation.public_source:
            continue
        if not relation.nameable:
            yield relation, _NOT_NAMEABLE
        elif relation.type in options.types and relation.approved_on is None:
            yield relation, _NOT_APPROVED


def _in_name(path: str, party: Party) -> bool:
    """Whether the name of a file has all words of a name of the party."""
    words = re.sub(r"[^\w]+|_", " ", path.rpartition("/")[2].rpartition(".")[0])
    return party.match != "domain" and is_named(words, party)


RULE = Rule(
    code="CONF004",
    name="third-party-unapproved",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    legal=True,
    text=check,
    site=check_files,
)

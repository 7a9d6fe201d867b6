"""Somebody with a tie to you is named, and the tie is not.

Eine Firma oder Person wird genannt, die Verbindung zu ihr nicht.

Why: business relations become visible anyway (S1); be the first to point out your interest (IBM).
UWG § 5a(4), 16 CFR 255.5 and the guideline of the DRPR ask for it. This is no legal advice.
Warum: Geschäftsbeziehungen werden ohnehin sichtbar (S1); weisen Sie als Erste darauf hin (IBM).
UWG § 5a Abs. 4, 16 CFR 255.5 und die Richtlinie des DRPR verlangen es. Keine Rechtsberatung.
Instead: state the tie in the front matter; readers see it above the first paragraph.
Stattdessen: Nennen Sie die Verbindung im Kopf des Beitrags; Leser sehen sie über dem ersten Absatz.

Bad: Kern Ltd shows how it is done. (Kern is a client, and nobody says so)
Good: Kern Ltd is our customer. They show how it is done.
Schlecht: Die Kern GmbH zeigt, wie es geht. (Kern ist Kundin, und niemand sagt es)
Gut: Die Kern GmbH ist unsere Kundin. Sie zeigt, wie es geht.
Known: common words as names need “match: case” or “match: domain” in registers/relations.yml,
tools named in passing “trivial: true”. Compounds in one word (Kernfilialen) are not found. The
company itself is no party here: the byline says who works for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.declared import disclosures_of
from corpblog.lint.frame import company_names
from corpblog.lint.parties import (
    Party,
    are_same,
    first_mention,
    is_named,
    party_of,
    readable,
    readable_words,
)
from corpblog.lint.rule import Finding, Findings, Key, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.author import Author, Interest
from corpblog.model.disclosure import Disclosure
from corpblog.model.keys import key
from corpblog.model.post import Post
from corpblog.model.registers import Relation
from corpblog.model.source import SourceText


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Which ties must be told."""

    types: tuple[str, ...] = key("kinds of ties; all, or types of disclosures", default=("all",))
    trivial_skip: bool = key("parties marked trivial may be named freely", default=True)


_COMPANY_TIE = Wording(
    "this mentions {party} ({type}), and no disclosure says so",
    "hier wird {party} genannt ({type}), und keine Offenlegung sagt es",
)
_OWN_TIE = Wording(
    "this mentions {party}, to whom {name} has a tie ({type}), and no disclosure says so",
    "hier wird {party} genannt; {name} hat dazu eine Verbindung ({type}), und keine Offenlegung "
    "sagt es",
)
_ADD = Wording(
    "if that is right, add under disclosures: - {{type: {type}, party: {party}}}",
    "wenn das stimmt, ergänzen Sie unter disclosures: - {{type: {type}, party: {party}}}",
)
_IN_REGISTER = Wording("the register of relations", "das Verzeichnis der Beziehungen")
_IN_PROFILE = Wording("the interests of the profile", "die Interessen im Profil")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Tie:
    """A tie in force on the day of the post; ``author`` is None where the company has it."""

    party: Party
    type: str
    author: Author | None
    source: SourceText | None
    at: Key


def check(text: Text, context: Context, options: Options) -> Findings:
    """The first place of each party whose tie is not told."""
    post = text.post
    if post is None:
        return
    ties = tuple(_ties(text, post, context, options))
    told = disclosures_of(text, post)
    seen = readable(text) if ties else None
    for tie in ties:
        if seen is None or _is_told(tie, told):
            continue
        mention = first_mention(seen, tie.party)
        if mention is not None:
            yield _finding(tie, Span(mention.start, mention.end))
        elif place := _picture_place(post, tie.party):
            yield _finding(tie, place)


def _ties(text: Text, post: Post, context: Context, options: Options) -> Iterator[_Tie]:
    """What ties the company or the authors, each party once; the company itself is none."""
    own = Party(names=tuple(company_names(context.config)))
    known: list[Party] = [own]
    for tie in (*_of_company(post, context, options), *_of_authors(text, post, context)):
        wanted = "all" in options.types or tie.type in options.types
        if wanted and not any(are_same(tie.party, party) for party in known):
            known.append(tie.party)
            yield tie


def _of_company(post: Post, context: Context, options: Options) -> Iterator[_Tie]:
    source = context.registers.sources.get("relations")
    for index, relation in enumerate(context.registers.relations):
        if relation.trivial and options.trivial_skip:
            continue
        if _in_force(relation, post.date.date()):
            yield _Tie(
                party=party_of(relation),
                type=relation.type.value if relation.type is not None else "partner",
                author=None,
                source=source,
                at=Key((index,)),
            )


def _in_force(relation: Relation, day: date) -> bool:
    begun = relation.since is None or relation.since <= day
    return begun and (relation.until is None or day <= relation.until)


def _of_authors(text: Text, post: Post, context: Context) -> Iterator[_Tie]:
    for id_ in post.authors:
        author = context.authors[id_]
        interests = author.profile_in(text.lang).interests
        translated = interests != author.profile.interests
        for index, interest in enumerate(interests):
            if interest.party.strip() and _begun(interest, post.date.date()):
                yield _Tie(
                    party=Party(names=(interest.party,)),
                    type=interest.type.value if interest.type is not None else "personal",
                    author=author,
                    source=author.bios[text.lang] if translated else author.source,
                    at=Key(("interests", index)),
                )


def _begun(interest: Interest, day: date) -> bool:
    """Whether the interest, whose ``since`` is a year or a day, was there on ``day``."""
    since = interest.since.strip()
    return not since[:4].isdecimal() or since <= day.isoformat()


def _is_told(tie: _Tie, told: tuple[Disclosure, ...]) -> bool:
    return any(is_named(words, tie.party) for item in told for words in (item.party, item.text))


def _picture_place(post: Post, party: Party) -> Key | None:
    """The picture above the text, where its description names the party."""
    image = post.front.image
    for name in ("alt", "caption"):
        words = getattr(image, name) if image is not None else ""
        if words and first_mention(readable_words(words), party) is not None:
            return Key(("image", name))
    return None


def _finding(tie: _Tie, at: Span | Key) -> Finding:
    party = tie.party.name
    if tie.author is None:
        message, where = _COMPANY_TIE(party=party, type=tie.type), _IN_REGISTER
    else:
        message = _OWN_TIE(party=party, name=tie.author.name, type=tie.type)
        where = _IN_PROFILE
    return Finding(
        message=message,
        at=at,
        hint=_ADD(type=tie.type, party=party),
        related=() if tie.source is None else ((tie.source, tie.at, where),),
    )


RULE = Rule(
    code="DISC002",
    name="relation-undisclosed",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    legal=True,
    text=check,
)

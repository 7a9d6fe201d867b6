"""A name or portrait without the consent of the person.

Ein Name oder Porträt ohne Einverständnis des Menschen.

Why: names and portraits of employees need a consent or a contract, and a consent can be taken back
(GDPR Art. 6 and 7(3); KUG § 22; BAG 19 Feb 2015, 8 AZR 1011/13). This is no legal advice.
Warum: Name und Porträt von Beschäftigten brauchen Einwilligung oder Vertrag, und die Einwilligung
ist widerruflich (DSGVO Art. 6, 7 Abs. 3; KUG § 22; BAG 19.02.2015, 8 AZR 1011/13). Keine
Rechtsberatung.
Instead: ask the person and record the days; where a contract is the basis, write
“basis: contract”.
Stattdessen: Fragen Sie den Menschen und halten Sie die Tage fest; ist ein Vertrag die Grundlage,
dann „basis: contract“.

Bad: (a profile without “consent”)
Good: consent: {name: 2026-02-01, photo: 2026-02-01, after_leaving: false}
Schlecht: (ein Profil ohne „consent“)
Gut: consent: {name: 2026-02-01, photo: 2026-02-01, after_leaving: false}
Known: posts that mention the person in their text are not looked through after a withdrawal.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.people import portrait, self_description
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.wording import Wording
from corpblog.model.author import Author, Consent
from corpblog.model.keys import key


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Where consents are kept."""

    store: Literal["inline", "external"] = key(
        "inline: the days stand in the profile; external: only a reference to a record elsewhere",
        default="inline",
    )


_NO_NAME = Wording(
    "the profile does not say when {name} agreed to be named",
    "das Profil sagt nicht, wann {name} der Nennung zugestimmt hat",
)
_NO_PHOTO = Wording(
    "the profile does not say when {name} agreed to the portrait",
    "das Profil sagt nicht, wann {name} dem Porträt zugestimmt hat",
)
_NO_REFERENCE = Wording(
    "the profile does not say where the consent of {name} is kept",
    "das Profil sagt nicht, wo die Einwilligung von {name} liegt",
)
_RECORD_NAME = Wording(
    "ask {name}, then write consent: {{name: YYYY-MM-DD}}; or basis: contract",
    "fragen Sie {name} und schreiben Sie consent: {{name: JJJJ-MM-TT}}; oder basis: contract",
)
_RECORD_PHOTO = Wording(
    "ask {name}, then write consent: {{photo: YYYY-MM-DD}}; or image: none with image_reason",
    "fragen Sie {name} und schreiben Sie consent: {{photo: JJJJ-MM-TT}}; oder image: none mit "
    "image_reason",
)
_REFER = Wording(
    "write consent: {reference: number of the record}",
    "schreiben Sie consent: {reference: Nummer des Belegs}",
)
_WITHDRAWN = Wording(
    "{name} withdrew consent on {day}, but the profile still contains {keys}",
    "{name} hat die Einwilligung am {day} widerrufen, im Profil steht aber noch: {keys}",
)
_DELETE = Wording(
    "delete them; posts stay, signed “former employee” or “name removed on request”",
    "löschen Sie diese Angaben; die Beiträge bleiben, gezeichnet mit „Ehemaliges Teammitglied“ "
    "oder „Name auf Wunsch entfernt“",
)


def check(author: Author, context: Context, options: Options) -> Findings:
    """What the profile shows without a consent, or in spite of its withdrawal."""
    consent = author.profile.consent or Consent()
    if consent.withdrawn is not None:
        yield from _withdrawn(author, consent)
    elif author.profile.basis == "consent":
        yield from _not_given(author, consent, options)


def _not_given(author: Author, consent: Consent, options: Options) -> Findings:
    name = author.name
    if options.store == "external":
        if not consent.reference.strip():
            message = _NO_REFERENCE(name=name)
            yield Finding(message=message, at=Key(("consent",)), hint=_REFER)
        return
    if consent.name is None:
        yield Finding(
            message=_NO_NAME(name=name),
            at=Key(("consent", "name")),
            hint=_RECORD_NAME(name=name),
        )
    if consent.photo is None and portrait(author) is not None:
        yield Finding(
            message=_NO_PHOTO(name=name),
            at=Key(("consent", "photo")),
            hint=_RECORD_PHOTO(name=name),
        )


def _withdrawn(author: Author, consent: Consent) -> Findings:
    kept = tuple(_kept(author))
    if kept:
        yield Finding(
            message=_WITHDRAWN(name=author.name, day=consent.withdrawn, keys=", ".join(kept)),
            at=Key((kept[0],)) if kept[0] != "text" else Key(("consent", "withdrawn")),
            hint=_DELETE,
        )


def _kept(author: Author) -> Iterator[str]:
    """What the profile still tells of the person; under a contract the portrait alone counts."""
    profile = author.profile
    if portrait(author) is not None:
        yield "image"
    if profile.basis == "contract":
        return
    for name in ("description", "same_as", "contact_point", "fediverse_creator"):
        if getattr(profile, name):
            yield name
    if self_description(author) != profile.description:
        yield "text"


RULE = Rule(
    code="AUTH005",
    name="consent-missing",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    profile=check,
)

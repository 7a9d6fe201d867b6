"""An author who is a department, a role or a company.

Ein Autor, der eine Abteilung, eine Rolle oder eine Firma ist.

Why: an anonymous organisation with few visible heads cannot be believed in a storm (S3), and a
team cannot be asked back.
Warum: Einer anonymen Organisation mit wenigen sichtbaren Köpfen glaubt im Sturm niemand (S3), und
ein Team kann man nicht zurückfragen.
Instead: let the person who wrote it sign, with first and last name; several may sign.
Stattdessen: Lassen Sie den Menschen unterschreiben, der schrieb, mit Vor- und Nachname; mehrere
sind möglich.

Bad: Acme Marketing Team
Good: Jana Weiss
Schlecht: Die Redaktion
Gut: Mehmet Yılmaz
Known: a surname that is also a role (Press, Presse), a single name and a firm called like its
owner need “name_confirmed: true” in the profile. A profile without a name is AUTH003's affair,
unless its id is a role.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.frame import company_names
from corpblog.lint.people import is_role_mailbox, is_unnamed
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.wording import Wording
from corpblog.model.author import Author, AuthorProfile
from corpblog.model.keys import key

_ROLES = frozenset(
    "team editor editors editorial marketing communication communications press newsroom admin "
    "administrator support office staff redaktion pressestelle presse kommunikation verwaltung "
    "kundenservice kundendienst unternehmenskommunikation".split()
)
# German makes such words without end: Marketingteam, Onlineredaktion.
_ROLE_ENDINGS = ("team", "redaktion", "abteilung", "pressestelle")
_WORD = re.compile(r"[^\W_]+")
_TITLES = frozenset(
    "dr prof dipl ing mag msc bsc phd mr mrs ms mx sir dame herr frau med rer nat".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """What else is a role, and which names are right although they look like one."""

    role_words_extra: tuple[str, ...] = key("further words that name a role", default=())
    allow_names: tuple[str, ...] = key("names that are right", default=())


_TYPE = Wording(
    "the profile is of type “{type}”; only a Person can speak",
    "das Profil ist vom Typ „{type}“; sprechen kann nur eine Person (type: Person)",
)
_COMPANY = Wording(
    "“{name}” is the name of the organisation, not of a person",
    "„{name}“ ist der Name der Organisation, nicht der eines Menschen",
)
_ROLE = Wording(
    "“{name}” is a role, not a person: “{word}”",
    "„{name}“ ist eine Rolle, kein Mensch: „{word}“",
)
_SHORT = Wording(
    "“{name}” is not a first and last name",
    "„{name}“ ist kein Vor- und Nachname",
)
_MAILBOX = Wording(
    "{name} can only be reached at {value}, a shared mailbox",
    "{name} ist nur über {value} zu erreichen, ein Postfach für alle",
)
_WRITE_NAME = Wording(
    "write the person's full name; if this is it, add name_confirmed: true",
    "schreiben Sie den vollen Namen; ist es schon der volle Name, ergänzen Sie name_confirmed: "
    "true",
)
_WRITE_PERSON = Wording(
    "name the people who wrote it, each with a profile of their own",
    "nennen Sie die Menschen, die den Beitrag geschrieben haben, jeden mit eigenem Profil",
)
_WRITE_CONTACT = Wording(
    "add a way to reach the person: same_as with a professional profile, or a telephone number",
    "ergänzen Sie einen direkten Weg: same_as mit einem beruflichen Profil, oder eine "
    "Telefonnummer",
)


def check(author: Author, context: Context, options: Options) -> Findings:
    """What in the profile says that nobody in particular speaks."""
    profile = author.profile
    if profile.type.strip().casefold() != "person":
        yield Finding(message=_TYPE(type=profile.type), at=Key(("type",)), hint=_WRITE_PERSON)
    if not is_unnamed(author) and not profile.name_confirmed:
        for doubt in _doubts(author, context, options):
            yield Finding(message=doubt, at=Key(("name",)), hint=_WRITE_NAME)
            break
    contact = profile.contact_point
    if contact is not None and is_role_mailbox(contact) and not _other_ways(profile):
        yield Finding(
            message=_MAILBOX(value=contact.value, name=author.name),
            at=Key(("contact_point", "value")),
            hint=_WRITE_CONTACT,
        )


def _doubts(author: Author, context: Context, options: Options) -> Iterator[Wording]:
    """Why the name is none of a person, the weightiest reason first."""
    name = author.name
    if name.casefold() in {allowed.casefold() for allowed in options.allow_names}:
        return
    if name.casefold() in {own.casefold() for own in company_names(context.config)}:
        yield _COMPANY(name=name)
    words = _WORD.findall(name)
    extra = {word.casefold() for word in options.role_words_extra}
    for word in words:
        folded = word.casefold()
        if folded in _ROLES or folded in extra or folded.endswith(_ROLE_ENDINGS):
            yield _ROLE(name=name, word=word)
    parts = [part for part in name.split() if _is_name_part(part)]
    if author.profile.name and len(parts) < 2:
        yield _SHORT(name=name)


def _is_name_part(part: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(part)]
    return any(word not in _TITLES and not word.isdecimal() for word in words)


def _other_ways(profile: AuthorProfile) -> bool:
    return bool(profile.same_as or profile.fediverse_creator)


RULE = Rule(
    code="AUTH002",
    name="author-not-a-person",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    profile=check,
)

"""The people who write: profiles with schema.org's words in snake_case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from corpblog.model.disclosure import DisclosureType
from corpblog.model.keys import key
from corpblog.model.source import SourceText


class AuthorStatus(StrEnum):
    """Where a person stands: credit stays, contact moves on."""

    ACTIVE = "active"
    AWAY = "away"
    FORMER = "former"
    GUEST = "guest"


@dataclass(frozen=True, kw_only=True, slots=True)
class Employer:
    """For whom a person works or worked."""

    name: str = key("name of the employer", default="")
    start_date: date | None = key("first day", example="2019-04-01")
    end_date: date | None = key("last day", example="2026-03-31")


@dataclass(frozen=True, kw_only=True, slots=True)
class Position:
    """What a person did from a day on; the one valid at a post's date stands in its byline."""

    job_title: str = key("job title", example="head of support", default="")
    department: str = key("department", example="Support", default="")
    since: date | None = key("first day in this position", example="2022-01-01")


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """An image with its credit; ``src`` is relative to the file that names it."""

    src: str = key("file beside the text, or a path from the root", default="")
    alt: str = key("what one sees", example="Jana Weiss at her desk in Ulm", default="")
    caption: str = key("line under the picture", default="")
    creator: str = key("who made it", default="")
    license: str = key("licence", example="CC BY 4.0", default="")
    source: str = key("where it comes from", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactPoint:
    """A way to reach the person besides a profile."""

    type: str = key("kind of contact", example="phone", default="")
    value: str = key("number or address", example="+49 40 66969 112", default="")
    hours: str = key("when somebody answers", example="Tue-Thu, 9-15", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Interest:
    """A standing tie of a person, shown on the profile."""

    type: DisclosureType | None = key("kind of tie", example="membership")
    party: str = key("whom it is about", default="")
    since: str = key("since when", example="2021", default="")
    text: str = key("a full sentence that replaces the standard sentence", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Consent:
    """What the person agreed to, and when (GDPR Art. 6 and 7)."""

    name: date | None = key("day of the consent to the name", example="2026-02-01")
    photo: date | None = key("day of the consent to the photo", example="2026-02-01")
    after_leaving: bool = key("photo may stay after leaving", default=False)
    withdrawn: date | None = key("day on which the consent was withdrawn")
    reference: str = key("number of a record that is kept elsewhere", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Away:
    """An absence that readers are told about."""

    until: date | None = key("day of return", example="2027-01-10")
    stand_in: str = key("id of the author who stands in", example="tom-kern", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class AuthorProfile:
    """The front matter of ``authors/ID.md``."""

    type: str = key("kind of profile; only a Person can speak", default="Person")
    name: str = key("full name", example="Jana Weiss", default="")
    given_name: str = key("first name", default="")
    family_name: str = key("last name", default="")
    honorific_prefix: str = key("title before the name", example="Dr.", default="")
    name_confirmed: bool = key("a name that looks unusual is right", default=False)
    job_title: str = key("job title", example="head of support", default="")
    department: str = key("department or team", example="Support", default="")
    works_for: Employer | None = key("employer; the organisation of the site where left out")
    positions: tuple[Position, ...] = key("earlier and present positions", default=())
    image: Picture | Literal["none"] | None = key("portrait, or none")
    image_reason: str = key("why there is no portrait", default="")
    description: str = key("one sentence about the person", default="")
    knows_about: tuple[str, ...] = key("topics", example="[invoices, repairs]", default=())
    knows_language: tuple[str, ...] = key("languages", example="[en, de]", default=())
    same_as: tuple[str, ...] = key("business profiles elsewhere", default=())
    contact_point: ContactPoint | None = key("how to reach the person")
    member_of: tuple[str, ...] = key("associations", default=())
    interests: tuple[Interest, ...] = key("standing disclosures", default=())
    consent: Consent | None = key("what the person agreed to")
    basis: Literal["consent", "contract"] = key("legal basis", default="consent")
    status: AuthorStatus = key("active, away, former or guest", default=AuthorStatus.ACTIVE)
    away: Away | None = key("until when away, and who stands in")
    successor: str = key("id of the author who took over", default="")
    may_answer: tuple[str, ...] = key("topics on which this person answers", default=())
    git_emails: tuple[str, ...] = key("addresses in the repository; never shown", default=())
    timezone: str = key("time zone", example="Europe/Berlin", default="")
    fediverse_creator: str = key("fediverse account", example="@jana@example.social", default="")
    slug: str = key("last part of the address", default="")
    aliases: tuple[str, ...] = key("old addresses of the profile", default=())
    extra: dict[str, Any] = key("custom fields for templates", factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Author:
    """A person with a profile; ``id`` is the name of the file.

    ``profile`` is in the default language of the site; ``translations`` holds what a language of
    its own has (``authors/ID.de.md``), ``bios`` the texts by language.
    """

    id: str
    profile: AuthorProfile
    translations: Mapping[str, AuthorProfile]
    source: SourceText
    folder: str
    bios: Mapping[str, SourceText]
    slug: str
    permalink: str

    @property
    def name(self) -> str:
        """The name that readers see."""
        return self.profile.name or self.id

    def profile_in(self, lang: str) -> AuthorProfile:
        """The profile as readers of ``lang`` see it."""
        return self.translations.get(lang, self.profile)

    def position_at(self, day: date, lang: str = "") -> Position:
        """What the person did on ``day``: the latest position begun by then, else the profile's."""
        profile = self.profile_in(lang)
        begun = [p for p in profile.positions if p.since is None or p.since <= day]
        if begun:
            return max(begun, key=lambda position: position.since or date.min)
        return Position(job_title=profile.job_title, department=profile.department)

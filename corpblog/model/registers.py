"""What a company knows about its ties, claims, names and pictures: the registers as records."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from corpblog.model.disclosure import DisclosureType
from corpblog.model.keys import key
from corpblog.model.source import SourceText


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """An entry of ``registers/relations.yml``: somebody with whom the company has a tie."""

    party: str = key("name of the party", example="Bäckerei Kern", default="")
    aliases: tuple[str, ...] = key("other names of the party", default=())
    domains: tuple[str, ...] = key("web domains of the party", example="[kern.example]", default=())
    type: DisclosureType | None = key("kind of tie", example="client")
    since: date | None = key("first day of the tie", example="2024-03-01")
    until: date | None = key("last day of the tie", example="2026-12-31")
    nameable: bool = key("the party may be named in public", default=True)
    approved_on: date | None = key("day on which the party agreed to be named")
    trivial: bool = key("naming it in passing needs no disclosure", default=False)
    match: Literal["any", "case", "domain"] = key(
        "any: upper and lower case are one; case: as written; domain: links alone count",
        default="any",
    )
    public_source: str = key("public record that names the party anyway", default="")


class ClaimStatus(StrEnum):
    """Whether a claim is true today or is what the company wants to reach."""

    ACHIEVED = "achieved"
    GOAL = "goal"


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """An entry of ``registers/claims.yml``: something the company says, with its proof."""

    id: str = key("short name that posts cite", example="export-outage-412", default="")
    statement: str = key("the claim in one sentence", default="")
    value: str = key("the number or fact", example="412 customers", default="")
    source: str = key("address or file of the proof", default="")
    measured_by: str = key("who measured it", default="")
    as_of: date | None = key("day on which it was true", example="2026-11-10")
    valid_until: date | None = key("last day on which it may be said", example="2027-11-10")
    status: ClaimStatus = key("achieved, or a goal", default=ClaimStatus.ACHIEVED)
    plan_url: str = key("public plan of a goal", default="")
    verifier: str = key("outside expert who checks a goal", default="")
    recognised_performance: str = key("recognised excellent performance (2024/825)", default="")
    historic: bool = key("a fact of the past that does not grow stale", default=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class NameEntry:
    """An entry of ``registers/names.yml``: a name that is no jargon, or no secret."""

    name: str = key("the name as written", example="Innovation Lab", default="")
    kind: Literal["product", "organisation", "person", "job", "other"] = key(
        "what bears the name", default="other"
    )
    own: bool = key("a product or organisation of the company", default=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class ImageRights:
    """An entry of ``registers/images.yml``: who made a picture and what allows its use."""

    file: str = key("picture, from the root of the site", example="static/hall.jpg", default="")
    creator: str = key("who made it", default="")
    license: str = key("licence", example="CC BY 4.0", default="")
    source: str = key("where it comes from", default="")
    people: tuple[str, ...] = key("who can be recognised: ids of authors, or names", default=())
    releases: tuple[str, ...] = key("numbers of their releases on file", default=())
    changes: str = key("what was changed", example="cropped", default="")
    digital_source_type: str = key("IPTC digital source type", default="")
    decorative: bool = key("says nothing that the text does not say", default=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """An entry of ``registers/topics.yml``: a topic that needs the approval of a role."""

    topic: str = key("name of the topic", example="finance", default="")
    role: str = key("who approves", example="investor-relations", default="")
    words: tuple[str, ...] = key("words, in the notation of word lists", default=())
    lang: str = key("language of the words; all languages where left out", default="")
    max_hours: int = key("hours in which the role answers", default=24)


@dataclass(frozen=True, kw_only=True, slots=True)
class Certification:
    """An entry of ``registers/certifications.yml``: a label that the company may show."""

    name: str = key("name of the label", example="Blauer Engel", default="")
    scheme: str = key("scheme behind it", default="")
    number: str = key("number of the certificate", default="")
    valid_until: date | None = key("last day", example="2027-12-31")
    url: str = key("public record", default="")
    images: tuple[str, ...] = key("pictures of the label", default=())


@dataclass(frozen=True, kw_only=True, slots=True)
class Boilerplate:
    """An entry of ``registers/boilerplate.yml``: a sentence that may stand in many posts."""

    text: str = key("the sentence as posts write it", default="")
    reason: str = key("why it is repeated", example="required by law", default="")
    lang: str = key("language of the sentence; all languages where left out", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfidentialHashes:
    """``registers/confidential.hashes``: salted SHA-256 of terms that must not be said.

    A term is 1 to 4 words as ``wordlists.tokens`` folds them, joined by one space; hashed is
    ``salt + "\\n" + term`` in UTF-8. ``salt`` and ``digests`` are hexadecimal, in small letters.
    """

    salt: str = ""
    digests: frozenset[str] = frozenset()

    def digest(self, term: str) -> str:
        """What stands in the file for ``term``."""
        return hashlib.sha256(f"{self.salt}\n{term}".encode()).hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class Registers:
    """All registers of a site; ``sources`` holds their texts by name, such as ``relations``.

    Entry number n of a register stands at the key path ``(n,)`` of its source.
    """

    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()
    names: tuple[NameEntry, ...] = ()
    images: tuple[ImageRights, ...] = ()
    topics: tuple[Topic, ...] = ()
    certifications: tuple[Certification, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()
    confidential: ConfidentialHashes = field(default_factory=ConfidentialHashes)
    sources: Mapping[str, SourceText] = field(default_factory=dict)

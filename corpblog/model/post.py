"""Posts: what a writer typed above the text, and what the site makes of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal

from corpblog.model.author import Picture
from corpblog.model.correction import Correction, Promise, Withdrawal
from corpblog.model.disclosure import Disclosure
from corpblog.model.keys import key
from corpblog.model.source import SourceText


class PostKind(StrEnum):
    """What sort of text a post is."""

    OPINION = "opinion"
    REPORT = "report"
    HOWTO = "howto"
    ANNOUNCEMENT = "announcement"
    CASE_STUDY = "case-study"
    CRISIS = "crisis"
    CORRECTION = "correction"
    QA = "qa"
    TRANSCRIPT = "transcript"


class Purpose(StrEnum):
    """Which of the five aims of a corporate blog a post serves."""

    IMAGE = "image"
    SALES = "sales"
    REPUTATION = "reputation"
    SUPPORT = "support"
    HIRING = "hiring"


class PostState(StrEnum):
    """Where a post stands at the clock of the run."""

    PUBLISHED = "published"
    DRAFT = "draft"
    FUTURE = "future"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True, slots=True)
class Contributor:
    """Somebody who helped and is thanked by name."""

    id: str = key("id of a profile, or a name", default="")
    role: str = key("what the person did", example="fact-check", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class AiUse:
    """What a machine did for the post."""

    use: Literal["assisted", "generated", "translated"] | None = key("what kind of use")
    what: str = key("which part", example="outline", default="")
    reviewed_by: str = key("id of the author who checked every sentence", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Approval:
    """Who released the post in which role."""

    rule: str = key("rule that this approval answers", default="")
    role: str = key("role of the approver", example="legal", default="")
    by: str = key("id of the approver", default="")
    date: "date | None" = key("day of the approval", example="2026-11-09")


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentSettings:
    """Whether readers may comment, and where else they can turn."""

    open: bool = key("readers may comment", default=True)
    closes_after: str = key("comments close after this time", example="90d", default="")
    closed_reason: str = key("why comments are closed", default="")
    contact: str = key("where readers can write instead", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Allowance:
    """A finding that the team accepts, with reason and name."""

    rule: str = key("code of the rule", example="JARG001", default="")
    reason: str = key("why it is accepted", default="")
    by: str = key("id of the author who answers for it", default="")
    until: date | None = key("last day", example="2027-01-31")


@dataclass(frozen=True, kw_only=True, slots=True)
class PostFrontMatter:
    """The keys that may stand above a post."""

    title: str = key("title of the post", example="Why our invoice export failed", default="")
    date: datetime | None = key("when it was or will be published", example="2026-11-10")
    updated: datetime | None = key("when it was last changed", example="2026-11-12")
    authors: tuple[str, ...] = key("ids of the authors", example="[jana-weiss]", default=())
    author: str = key("id of the only author", example="jana-weiss", default="")
    byline: str = key("what stands beside the name instead of the job title", default="")
    contributors: tuple[Contributor, ...] = key("who helped", default=())
    text_by: str = key("who wrote the text for the author", default="")
    speaks_for: Literal["self", "company"] | None = key("for whom the author speaks")
    kind: PostKind | None = key("sort of text", example="report")
    purpose: Purpose | None = key("what the post is for", example="support")
    summary: str = key("one sentence that says what the post is about", default="")
    lang: str = key("language of the text", example="de", default="")
    translation_of: str = key("id of the post that this one translates", default="")
    tags: tuple[str, ...] = key("topics", example="[invoices, export]", default=())
    series: str = key("name of the series", example="How we moved house", default="")
    slug: str = key("last part of the address", example="invoice-export", default="")
    url: str = key("whole address, instead of the pattern", example="/2014/05/old/", default="")
    aliases: tuple[str, ...] = key("old addresses that lead here", default=())
    image: Picture | None = key("picture above the text and in previews")
    canonical: str = key("address of the original elsewhere", default="")
    license: str = key("licence of the text", example="CC BY 4.0", default="")
    template: str = key("template other than post.html", default="")
    disclosures: Literal["none"] | tuple[Disclosure, ...] | None = key(
        "what ties the authors, or none", example="none"
    )
    ai: Literal["none"] | AiUse | None = key("what a machine did, or none", example="none")
    claims: tuple[str, ...] = key("ids of claims in registers/claims.yml", default=())
    approvals: tuple[Approval, ...] = key("releases by role", default=())
    embargo: datetime | None = key("not to be published before", example="2026-12-01")
    comments: CommentSettings | None = key("comments on this post")
    corrections: tuple[Correction, ...] = key("what was changed after publication", default=())
    promises: tuple[Promise, ...] = key("what was promised here", default=())
    status: Literal["draft", "published", "withdrawn"] | None = key("state of the post")
    draft: bool | None = key("true while it is not finished", example="true")
    withdrawal: Withdrawal | None = key("why the post was taken back")
    publish: datetime | None = key("when it appears, if later than date", example="2026-12-01")
    expires: datetime | None = key("when it disappears", example="2027-12-31")
    forward_looking: bool = key("holds statements about the future", default=False)
    migrated_from: str = key("old address of an imported post", default="")
    lint_allow: tuple[Allowance, ...] = key("accepted findings", default=())
    extra: dict[str, Any] = key("custom fields for templates", factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """A post with its place in the site.

    ``id`` is the path under ``content/posts`` without extension, ``/index`` and language;
    translations share it. ``folder`` is where its pictures lie, relative to the site;
    ``permalink`` begins with ``/`` and counts from the root of the site.
    """

    id: str
    lang: str
    front: PostFrontMatter
    source: SourceText
    folder: str
    title: str
    slug: str
    date: datetime
    updated: datetime
    state: PostState
    authors: tuple[str, ...]
    permalink: str

    @property
    def disclosures(self) -> tuple[Disclosure, ...]:
        """The ties to show; empty for ``none`` and where the key is missing."""
        items = self.front.disclosures
        return items if isinstance(items, tuple) else ()

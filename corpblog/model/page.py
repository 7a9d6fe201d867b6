"""Pages beside the posts: imprint, privacy and whatever else a company must or wants to say."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from corpblog.model.author import Picture
from corpblog.model.keys import key
from corpblog.model.source import SourceText

# Roles with a meaning of their own; any other role is free for navigation and templates.
LEGAL_ROLES = ("imprint", "privacy", "accessibility")
# Without a page in this role one is made from the configuration.
COMMENT_POLICY = "comment-policy"
# All of them have a duty: they stand below every page, in this order.
ROLES = (*LEGAL_ROLES, COMMENT_POLICY, "review-policy", "principles", "contact", "about")


@dataclass(frozen=True, kw_only=True, slots=True)
class PageFrontMatter:
    """The keys that may stand above a page."""

    title: str = key("title of the page", example="Imprint", default="")
    role: str = key("what the page is for", example="imprint", default="")
    summary: str = key("one sentence that says what the page is about", default="")
    lang: str = key("language of the text", example="de", default="")
    slug: str = key("last part of the address", default="")
    url: str = key("whole address", example="/impressum/", default="")
    aliases: tuple[str, ...] = key("old addresses that lead here", default=())
    updated: datetime | None = key("when it was last changed", example="2026-11-12")
    image: Picture | None = key("picture for previews")
    template: str = key("template other than page.html", default="")
    draft: bool = key("true while it is not finished", default=False)
    extra: dict[str, Any] = key("custom fields for templates", factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page with its place in the site; ``id`` is shared by translations, as with posts."""

    id: str
    lang: str
    front: PageFrontMatter
    source: SourceText
    folder: str
    title: str
    permalink: str

    @property
    def role(self) -> str:
        """What the page is for; empty for a page without a duty."""
        return self.front.role

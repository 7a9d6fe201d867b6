"""The work list: which readers wait, for whom and until when; the late ones first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from corpblog.answers.answered import needs
from corpblog.dialogue.known_comments import all_comments
from corpblog.model.comment import Comment, CommentStatus
from corpblog.model.response import Need, NeedState
from corpblog.model.site import Site

_EXCERPT = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A reader who waits. Times are in the time zone of the site; ``hours`` are business hours.

    ``text`` is the beginning of what they wrote and ``who`` their name; both are empty for a
    comment that nobody has published, unless somebody looks who may see it.
    """

    id: str
    post: str
    lang: str
    title: str
    url: str
    who: str
    text: str
    kind: str
    is_held: bool
    is_late: bool
    asked: datetime
    due: datetime
    hours: float
    owner: str
    owner_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """A comment that waits to be published and asks nothing."""

    id: str
    about: str
    since: datetime
    who: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Inbox:
    """Everything that somebody has to do: answers, releases, and comments without a post."""

    now: datetime
    title: str
    entries: tuple[Entry, ...]
    waiting: tuple[Waiting, ...]
    orphans: int

    @property
    def late(self) -> int:
        """How many readers wait longer than they should."""
        return sum(entry.is_late for entry in self.entries)


def inbox_of(site: Site, unseen: Mapping[str, tuple[str, str]] | None = None) -> Inbox:
    """The work list of a site now.

    ``unseen`` maps ids of held comments to name and text; only what stays on the screen of the
    person who asks may have it.
    """
    seen = unseen or {}
    found = needs(site.dialogue, site.posts, site.authors, site.config, site.now)
    posts = {(post.id, post.lang): post for post in site.posts}
    base = site.config.site.url.rstrip("/")
    entries = []
    for need in found:
        if need.is_open:
            post = posts[need.post_id, need.lang]
            entries.append(_entry(site, need, post.title, base + post.permalink, seen))
    asking = {entry.id for entry in entries}
    return Inbox(
        now=site.now,
        title=_title(site),
        entries=tuple(sorted(entries, key=lambda entry: (entry.due, entry.asked, entry.id))),
        waiting=tuple(
            _waiting(comment, seen) for comment in _held(site) if comment.id not in asking
        ),
        orphans=len(site.dialogue.orphans),
    )


def excerpt(text: str) -> str:
    """The beginning of a text on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _EXCERPT else flat[: _EXCERPT - 1].rstrip() + "…"


def as_values(inbox: Inbox) -> Mapping[str, Any]:
    """The work list as plain values for JSON."""
    return {
        "now": inbox.now.isoformat(),
        "late": inbox.late,
        "waiting": [
            {
                "id": entry.id,
                "post": entry.post,
                "lang": entry.lang,
                "title": entry.title,
                "url": entry.url,
                "name": entry.who,
                "text": entry.text,
                "kind": entry.kind,
                "held": entry.is_held,
                "late": entry.is_late,
                "asked": entry.asked.isoformat(),
                "due": entry.due.isoformat(),
                "business_hours": round(entry.hours, 1),
                "owner": entry.owner,
                "owner_name": entry.owner_name,
            }
            for entry in inbox.entries
        ],
        "to_release": [
            {
                "id": one.id,
                "post": one.about,
                "since": one.since.isoformat(),
                "name": one.who,
                "text": one.text,
            }
            for one in inbox.waiting
        ],
        "orphans": inbox.orphans,
    }


def _entry(
    site: Site, need: Need, title: str, url: str, unseen: Mapping[str, tuple[str, str]]
) -> Entry:
    record = need.comment.record
    who, text = unseen.get(record.id, (record.author.name, record.text))
    owner = site.authors.get(need.owner)
    return Entry(
        id=record.id,
        post=need.post_id,
        lang=need.lang,
        title=title,
        url=url,
        who=who,
        text=excerpt(text),
        kind=need.kind.value if need.kind else "",
        is_held=need.state is NeedState.HELD,
        is_late=need.due < site.now,
        asked=need.comment.created,
        due=need.due,
        hours=need.hours,
        owner=need.owner,
        owner_name=owner.name if owner else "",
    )


def _waiting(comment: Comment, unseen: Mapping[str, tuple[str, str]]) -> Waiting:
    who, text = unseen.get(comment.id, ("", ""))
    record = comment.record
    return Waiting(
        id=comment.id, about=record.about, since=comment.created, who=who, text=excerpt(text)
    )


def _held(site: Site) -> list[Comment]:
    held = (c for c in all_comments(site.dialogue) if c.record.status is CommentStatus.HELD)
    return sorted(held, key=lambda comment: (comment.created, comment.id))


def _title(site: Site) -> str:
    title = site.config.site.title
    return title if isinstance(title, str) else next(iter(title.values()), "")

"""People, comments and threads for tests, written in a few words."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from corpblog.answers.answered import Desk, needs_of
from corpblog.model.author import Author, AuthorProfile
from corpblog.model.comment import (
    Comment,
    CommentAuthor,
    CommentKind,
    CommentRecord,
    Thread,
)
from corpblog.model.config import Config, GuidelinesSection, HolidaysSection, SiteSection
from corpblog.model.post import Post, PostFrontMatter, PostState
from corpblog.model.response import Need
from corpblog.model.source import SourceText

BERLIN = ZoneInfo("Europe/Berlin")
GOOD = "The filter was wrong; I fixed it at 10:20. Please reload."


def at(text: str) -> datetime:
    """A moment in Berlin, as ``2026-11-10 10:00``."""
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def author(id_: str, **profile: Any) -> Author:
    """An employee with a job title, unless ``profile`` says otherwise."""
    name = id_.replace("-", " ").title()
    keys = {"name": name, "job_title": "head of support", "department": "Support", **profile}
    return Author(
        id=id_,
        profile=AuthorProfile(**keys),
        translations={},
        source=SourceText(path=f"authors/{id_}.md", text=""),
        folder="authors",
        bios={},
        slug=id_,
        permalink=f"/authors/{id_}/",
    )


def comment(id_: str, created: str, text: str = "", **keys: Any) -> Comment:
    """A comment; ``by`` is a reader's name, ``staff`` the id of an employee."""
    who = CommentAuthor(name=keys.pop("by", "Petra Lang"), staff=keys.pop("staff", ""))
    moment = at(created)
    record = CommentRecord(id=id_, about="export", created=moment, author=who, text=text, **keys)
    source = SourceText(path=f"comments/export/{id_}.yml", text="")
    return Comment(record=record, source=source, created=moment)


def question(id_: str, created: str, **keys: Any) -> Comment:
    """A reader's question."""
    return comment(
        id_, created, keys.pop("text", "Why does it fail?"), kind=CommentKind.QUESTION, **keys
    )


def reply(id_: str, created: str, to: str, text: str = GOOD, **keys: Any) -> Comment:
    """An employee's answer, by Jana Weiss unless said otherwise."""
    staff = keys.pop("staff", "jana-weiss")
    return comment(id_, created, text, reply_to=to, staff=staff, by=staff, **keys)


JANA, TOM = author("jana-weiss"), author("tom-kern")
PEOPLE = {person.id: person for person in (JANA, TOM)}


def config(region: str = "", days_off: tuple[date, ...] = (), **guidelines: Any) -> Config:
    """The configuration of a site in Berlin."""
    holidays = HolidaysSection(region=region, days_off=days_off)
    return Config(
        site=SiteSection(timezone="Europe/Berlin"),
        guidelines=GuidelinesSection(holidays=holidays, **guidelines),
    )


def desk(
    now: str = "2026-11-20 12:00",
    people: Mapping[str, Author] = PEOPLE,
    settings: Config | None = None,
) -> Desk:
    """What judging needs."""
    return Desk.of(settings or config(), people, at(now))


def judged(*comments: Comment, place: Desk | None = None) -> dict[str, Need]:
    """What became of each comment that needs an answer, by its id; the post is Jana's."""
    thread = Thread(post_id="export", lang="en", comments=comments)
    found = needs_of(thread, ("jana-weiss",), place or desk())
    return {need.comment.id: need for need in found}


def post(id_: str, *authors: str) -> Post:
    """A published post, by Jana Weiss unless others are named."""
    moment = at("2026-11-01 10:00")
    return Post(
        id=id_,
        lang="en",
        front=PostFrontMatter(title=id_),
        source=SourceText(path=f"content/posts/{id_}.md", text=""),
        folder="content/posts",
        title=id_,
        slug=id_,
        date=moment,
        updated=moment,
        state=PostState.PUBLISHED,
        authors=authors or ("jana-weiss",),
        permalink=f"/{id_}/",
    )

"""Who may answer, and who has to: the people behind replies and open comments."""

from collections.abc import Iterable, Mapping
from datetime import date

from corpblog.model.author import Author, AuthorStatus
from corpblog.model.comment import Comment
from corpblog.model.config import Config

PERSON = "Person"


def can_answer(id_: str, authors: Mapping[str, Author], day: date) -> bool:
    """Whether an answer of ``day`` by ``id_`` counts: a person with a job title stands behind it.

    Somebody who has left since then did answer (catalogue 1.7, condition 2).
    """
    author = authors.get(id_)
    if author is None or author.profile.type != PERSON:
        return False
    return bool((author.position_at(day).job_title or author.profile.job_title).strip())


def is_named_reply(comment: Comment, authors: Mapping[str, Author]) -> bool:
    """Whether a comment is one of the company's, by a person with a job title."""
    day = comment.created.date()
    return comment.is_staff and can_answer(comment.record.author.staff, authors, day)


def team_of(id_: str, authors: Mapping[str, Author], day: date) -> str:
    """The department in which ``id_`` worked on ``day``; empty where the profile names none."""
    author = authors.get(id_)
    if author is None:
        return ""
    return (author.position_at(day).department or author.profile.department).strip()


def owner_of(
    post_authors: Iterable[str], authors: Mapping[str, Author], config: Config, today: date
) -> str:
    """The id of the person who has to answer readers of a post.

    The first of its authors who is there; else who took over from one of them (``successor``) or
    stands in (``away.stand_in``); else the first of ``guidelines.readers`` who is there; else the
    first author who is away and will be back. Empty where nobody is left.
    """
    return successor_of(post_authors, authors, today) or next(
        (id_ for id_ in config.guidelines.readers if is_there(id_, authors, today)),
        next((id_ for id_ in post_authors if _is_back_some_day(id_, authors)), ""),
    )


def successor_of(post_authors: Iterable[str], authors: Mapping[str, Author], today: date) -> str:
    """The first author who is there, else the first successor or stand-in of one; or empty."""
    every = tuple(post_authors)
    present = next((id_ for id_ in every if is_there(id_, authors, today)), "")
    return present or next(filter(None, (_stands_in(id_, authors, today) for id_ in every)), "")


def is_there(id_: str, authors: Mapping[str, Author], today: date) -> bool:
    """Whether the person works here and is not away on ``today``."""
    author = authors.get(id_)
    if author is None:
        return False
    profile = author.profile
    away = profile.away
    is_back = away is not None and away.until is not None and away.until <= today
    return profile.status is AuthorStatus.ACTIVE or (
        profile.status is AuthorStatus.AWAY and is_back
    )


def _stands_in(id_: str, authors: Mapping[str, Author], today: date) -> str:
    """Who is there at the end of the chain of successors and stand-ins."""
    seen: set[str] = set()
    while id_ in authors and id_ not in seen:
        if is_there(id_, authors, today):
            return id_
        seen.add(id_)
        profile = authors[id_].profile
        is_away = profile.status is AuthorStatus.AWAY and profile.away is not None
        id_ = profile.away.stand_in if is_away and profile.away else profile.successor
    return ""


def _is_back_some_day(id_: str, authors: Mapping[str, Author]) -> bool:
    author = authors.get(id_)
    return author is not None and author.profile.status is AuthorStatus.AWAY

"""The answer of an employee as a record: who may give it, to what, and under which name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from corpblog.answers.answered import LONGEST_HOLD, Desk
from corpblog.answers.canned import Substance, substance_of
from corpblog.answers.staff import can_answer, is_there
from corpblog.answers.threads import wants_answer
from corpblog.model.author import Author
from corpblog.model.comment import (
    Comment,
    CommentAuthor,
    CommentRecord,
    CommentStatus,
    Dialogue,
    Holding,
    Thread,
)

REPLY = "reply"


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What an employee wants to say: to which comment, and what else it settles.

    ``answers`` are further comments of the thread that it answers, ``confirms`` a reader's answer
    that it confirms, ``until`` the day that a holding reply promises.
    """

    target: CommentRecord
    author: Author
    text: str
    answers: tuple[str, ...] = ()
    confirms: str = ""
    until: date | None = None


def reply_record(answer: Answer, now: datetime, lang: str, taken: Collection[str]) -> CommentRecord:
    """The record of an answer that is given ``now``; ``taken`` are ids that other comments have."""
    target = answer.target
    moment = now.astimezone(UTC).replace(microsecond=0)
    return CommentRecord(
        id=_free(f"{moment:%Y%m%dT%H%M%S}-{REPLY}-{answer.author.id}", taken),
        about=target.about,
        version=target.version,
        reply_to=target.id,
        created=moment,
        published=moment,
        author=CommentAuthor(name=answer.author.name, staff=answer.author.id),
        text=answer.text,
        lang=target.version or lang,
        status=CommentStatus.PUBLISHED,
        answers=answer.answers,
        confirms=answer.confirms,
        holding=Holding(until=answer.until) if answer.until else None,
    )


def unfit_author(author: Author, authors: Mapping[str, Author], today: date) -> tuple[str, str]:
    """Why ``author`` cannot answer readers today, and what to do about it; empty if they can."""
    profile = author.profile
    consent = profile.consent
    file = f"authors/{author.id}.md"
    if profile.status.value in ("former", "guest") or not is_there(author.id, authors, today):
        state = profile.status.value
        near = profile.successor or (profile.away.stand_in if profile.away else "")
        return f"{author.name} is {state}", f"let {near} answer" if near else "ask a colleague"
    if profile.works_for and profile.works_for.end_date and profile.works_for.end_date < today:
        return f"{author.name} left on {profile.works_for.end_date}", "ask a colleague"
    if not can_answer(author.id, authors, today):
        return f"{author.name} is no person with a job title", f"add job_title to {file}"
    if consent is not None and consent.withdrawn is not None and consent.withdrawn <= today:
        return f"{author.name} withdrew the consent to be named", "ask a colleague"
    if profile.basis == "consent" and (consent is None or consent.name is None):
        return f"{author.name} has not agreed to be named", f"add consent: {{name: …}} to {file}"
    return "", ""


def substance(answer: Answer, comments: tuple[CommentRecord, ...], desk: Desk) -> Substance:
    """What the answer says to what it answers, by the measure of rule DIAL003."""
    asked = "\n\n".join(record.text for record in comments)
    return substance_of(answer.text, asked, limits=desk.limits, names=desk.names)


def needs_substance(comment: Comment) -> bool:
    """Whether a comment wants more than thanks."""
    return wants_answer(comment)


def promised_before(thread: Thread, id_: str) -> Comment | None:
    """The holding reply that a comment has already; one is all it gets."""
    for comment in thread.comments:
        record = comment.record
        speaks = record.reply_to == id_ or id_ in record.answers
        if comment.is_staff and record.holding is not None and speaks:
            return comment
    return None


def latest_hold(desk: Desk) -> date:
    """The last day that a holding reply may promise now."""
    return desk.business.due(desk.now, LONGEST_HOLD).date()


def thread_of(dialogue: Dialogue, id_: str) -> Thread | None:
    """The thread in which a comment stands; None for an orphan."""
    for thread in dialogue.threads.values():
        if any(comment.id == id_ for comment in thread.comments):
            return thread
    return None


def _free(id_: str, taken: Collection[str]) -> str:
    number, free = 1, id_
    while free in taken:
        number += 1
        free = f"{id_}-{number}"
    return free

"""What is new since the last notice: comments that came in, and readers who wait too long now."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from corpblog.dialogue.inbox import Entry, Inbox
from corpblog.dialogue.known_comments import all_comments
from corpblog.model.comment import Comment, CommentStatus
from corpblog.model.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What the last notice knew: ids of comments, and of those that were late already."""

    comments: frozenset[str] = frozenset()
    late: frozenset[str] = frozenset()

    def as_bytes(self) -> bytes:
        """What is kept until the next time; ids alone say nothing of anybody."""
        values = {"comments": sorted(self.comments), "late": sorted(self.late)}
        return (json.dumps(values, indent=1) + "\n").encode()


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """What to tell: new comments (``held`` of them wait), and who waits too long since then."""

    title: str
    new: tuple[Comment, ...]
    late: tuple[Entry, ...]
    told: Told

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.new and not self.late


def told_of(raw: bytes) -> Told | None:
    """What the last notice knew; None where that cannot be read."""
    try:
        values = json.loads(raw)
        return Told(
            comments=frozenset(map(str, values["comments"])),
            late=frozenset(map(str, values["late"])),
        )
    except (ValueError, TypeError, KeyError):
        return None


def notice_of(site: Site, inbox: Inbox, before: Told | None) -> Notice:
    """What is new; at the first time only what somebody has to do."""
    readers = [comment for comment in all_comments(site.dialogue) if _is_by_reader(comment)]
    ids = frozenset(comment.id for comment in readers)
    late = frozenset(entry.id for entry in inbox.entries if entry.is_late)
    if before is None:
        waiting = {entry.id for entry in inbox.entries} | {one.id for one in inbox.waiting}
        known: Collection[str] = ids - waiting
        known_late: Collection[str] = frozenset()
    else:
        known, known_late = before.comments, before.late
    return Notice(
        title=inbox.title,
        new=_in_time(comment for comment in readers if comment.id not in known),
        late=tuple(one for one in inbox.entries if one.is_late and one.id not in known_late),
        told=Told(comments=ids, late=late),
    )


def subject_of(notice: Notice) -> str:
    """One line for the subject of a mail."""
    parts = []
    if notice.new:
        number = len(notice.new)
        parts.append("1 new comment" if number == 1 else f"{number:,} new comments")
    if notice.late:
        number = len(notice.late)
        parts.append("1 reader waits too long" if number == 1 else f"{number:,} wait too long")
    return f"{notice.title}: {', '.join(parts)}"


def body_of(notice: Notice) -> str:
    """The notice as plain text. It says what waits, not what it says: a mail is no safe place."""
    lines = []
    for comment in notice.new:
        record = comment.record
        held = record.status is CommentStatus.HELD
        state = "waits for release" if held else "is published"
        asks = ", asks something" if record.needs_answer else ""
        lines.append(
            f"{comment.created:%Y-%m-%d %H:%M}  {record.about}: {comment.id} {state}{asks}"
        )
    if notice.new and notice.late:
        lines.append("")
    for entry in notice.late:
        owner = entry.owner_name or entry.owner or "nobody who is there"
        lines.append(f"late since {entry.due:%Y-%m-%d %H:%M}  {entry.title}: {entry.id}, {owner}")
    lines += ["", "See who waits: corpblog comments inbox"]
    return "\n".join(lines) + "\n"


def _in_time(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    return tuple(sorted(comments, key=lambda comment: (comment.created, comment.id)))


def _is_by_reader(comment: Comment) -> bool:
    return not comment.is_staff and comment.record.status is not CommentStatus.REMOVED

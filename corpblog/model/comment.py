"""What readers say and what employees answer: comments as records, one file each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from corpblog.model.correction import Promise
from corpblog.model.keys import key
from corpblog.model.removal import RemovalReason
from corpblog.model.source import SourceText


class CommentKind(StrEnum):
    """What a comment is; the first four need an answer."""

    QUESTION = "question"
    COMPLAINT = "complaint"
    CRITICISM = "criticism"
    CORRECTION = "correction"
    PRAISE = "praise"
    THANKS = "thanks"
    CHATTER = "chatter"
    PINGBACK = "pingback"


NEEDING_ANSWER = frozenset(
    {
        CommentKind.QUESTION,
        CommentKind.COMPLAINT,
        CommentKind.CRITICISM,
        CommentKind.CORRECTION,
    }
)


class CommentStatus(StrEnum):
    """Whether readers see a comment; a removed one leaves a stub."""

    HELD = "held"
    PUBLISHED = "published"
    REMOVED = "removed"


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentAuthor:
    """Who wrote a comment; neither e-mail nor address of the machine is ever kept."""

    name: str = key("name as the person gave it", example="Petra Lang", default="")
    url: str = key("home page that the person gave", default="")
    staff: str = key(
        "id of the author profile of an employee; none-confirmed for a namesake",
        example="jana-weiss",
        default="",
    )
    affiliation: str = key("for whom the person speaks", example="supplier", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class AnsweredElsewhere:
    """An answer on another channel, shown in the thread."""

    channel: str = key("where", example="phone", default="")
    date: "date | None" = key("day of the answer", example="2026-11-12")
    by: str = key("id of the author who answered", example="jana-weiss", default="")
    summary: str = key("what was answered, in eight words or more", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Holding:
    """A promise to answer until a day; at most ten business days, once."""

    until: date | None = key("day by which the answer comes", example="2026-11-20")


@dataclass(frozen=True, kw_only=True, slots=True)
class NoResponse:
    """Why a comment gets no answer; counted in public."""

    reason: Literal["abusive", "duplicate", "off-topic", "settled"] | None = key("why")
    by: str = key("id of the author who decided", example="jana-weiss", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Removal:
    """The statement of reasons for a comment that is gone (DSA Art. 17)."""

    reason: RemovalReason | None = key("why", example="insult")
    rule: str = key("which rule of the comment policy", default="")
    by: str = key("id of the author who decided", example="jana-weiss", default="")
    date: "date | None" = key("day of the removal", example="2026-11-12")
    notice: Literal["shown", "sent", "none"] = key("how the person was told", default="shown")


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentEdit:
    """A change after publication; ``digest`` is SHA-256 of the text before."""

    date: "datetime | None" = key("when it was found", example="2026-11-12 10:30")
    digest: str = key("hash of the text before", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentOrigin:
    """Where a comment came in. Ids are reused there, so the moment belongs to the identity."""

    system: str = key("intake or import", example="isso", default="")
    id: str = key("id in that system", example="12", default="")
    created: str = key("moment in that system, in microseconds of Unix time", default="")
    digest: str = key("SHA-256 of the text as it came", default="")


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentRecord:
    """The keys of a comment file. A held record carries neither text nor name."""

    id: str = key("name of the comment, for good", example="20261110T081500-isso-12", default="")
    about: str = key("id of the post", example="2026/export", default="")
    version: str = key("language of the version of the post; default: the site's", default="")
    reply_to: str = key("id of the comment that this one answers", default="")
    created: datetime | None = key("when it was written", example="2026-11-10 08:15")
    published: datetime | None = key("when readers saw it", example="2026-11-10 09:02")
    author: CommentAuthor = key("who wrote it", factory=CommentAuthor)
    text: str = key("what was said, in Markdown", default="")
    lang: str = key("language of the text", example="de", default="")
    kind: CommentKind | None = key("what it is", example="question")
    kind_by: str = key("id of the author who decided that", default="")
    status: CommentStatus = key("held, published or removed", default=CommentStatus.PUBLISHED)
    needs_answer: bool | None = key("of a held comment: whether somebody has to answer")
    answers: tuple[str, ...] = key("ids of further comments that this one answers", default=())
    confirms: str = key("id of a reader's answer that this one confirms", default="")
    answered_elsewhere: AnsweredElsewhere | None = key("an answer on another channel")
    holding: Holding | None = key("this reply promises an answer until a day")
    no_response: NoResponse | None = key("why nobody answers")
    outcome: Literal["resolved", "thanked", "open", "declined"] | None = key("how it ended")
    promises: tuple[Promise, ...] = key("what was promised here", default=())
    edited: tuple[CommentEdit, ...] = key("changes after publication", default=())
    removal: Removal | None = key("why it was removed")
    source: CommentOrigin | None = key("where it came in")


@dataclass(frozen=True, kw_only=True, slots=True)
class Comment:
    """A comment in its thread; times have a zone. ``source`` is its file."""

    record: CommentRecord
    source: SourceText
    created: datetime

    @property
    def id(self) -> str:
        """The name of the comment, for good."""
        return self.record.id

    @property
    def is_staff(self) -> bool:
        """Whether an employee wrote it."""
        return self.record.author.staff not in ("", "none-confirmed")


@dataclass(frozen=True, kw_only=True, slots=True)
class Thread:
    """All comments on one version of a post, oldest first, held and removed ones too."""

    post_id: str
    lang: str
    comments: tuple[Comment, ...]

    def replies_to(self, id_: str) -> tuple[Comment, ...]:
        """The direct replies to a comment; ``""`` for those that begin a conversation."""
        return tuple(comment for comment in self.comments if comment.record.reply_to == id_)

    def descendants(self, id_: str) -> Iterator[Comment]:
        """Everything that was said below a comment, each reply before what answers it."""
        below: dict[str, list[Comment]] = {}
        for comment in self.comments:
            below.setdefault(comment.record.reply_to, []).append(comment)
        waiting = below.get(id_, [])[::-1]
        while waiting:
            reply = waiting.pop()
            yield reply
            waiting.extend(below.get(reply.id, [])[::-1])


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialogue:
    """All threads of a site by post id and language; ``orphans`` belong to no post there is."""

    threads: Mapping[tuple[str, str], Thread] = field(default_factory=dict)
    orphans: tuple[Comment, ...] = ()

    def thread(self, post_id: str, lang: str) -> Thread:
        """The thread of one version of a post, perhaps an empty one."""
        empty = Thread(post_id=post_id, lang=lang, comments=())
        return self.threads.get((post_id, lang), empty)

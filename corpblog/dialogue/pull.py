"""Pull: what has to change in the comment files so that they tell what the intake tells.

Nothing is written here, and the same intake twice gives nothing to do the second time.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from corpblog.dialogue.cleaning import clean_text
from corpblog.dialogue.comment_files import comment_path
from corpblog.dialogue.intake_rows import (
    Audit,
    IntakeView,
    Rows,
    key_of_row,
    named_rows,
    reply_target,
)
from corpblog.dialogue.isso_comment import SYSTEM, CommentMode, IssoComment
from corpblog.dialogue.known_comments import KnownComment
from corpblog.dialogue.post_paths import PostPaths
from corpblog.dialogue.pull_records import (
    Moments,
    Place,
    fresh,
    moment_of,
    of_former_intake,
    same_answer,
    tombstone,
    updated,
)
from corpblog.model.comment import CommentOrigin, CommentRecord, CommentStatus

# What a thread of the intake is called is what a browser sent; it may be anything.
_MOST_PATH = 500


class Deed(StrEnum):
    """What a pull does to a comment file."""

    HELD = "held"
    PUBLISHED = "published"
    EDITED = "edited"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A file to write: at ``path`` below the store; ``before`` is where it lay until now, or ""."""

    deed: Deed
    path: str
    record: CommentRecord
    before: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PullPlan:
    """What a pull would do.

    ``orphans`` are paths of threads that no post has; ``twins`` pairs the number of a comment that
    came twice with the file of the first; ``left`` are files with faults that are not rewritten;
    ``known`` counts the comments of this intake that have a file and are not removed.
    """

    changes: tuple[Change, ...]
    orphans: tuple[str, ...] = ()
    twins: tuple[tuple[int, str], ...] = ()
    left: tuple[str, ...] = ()
    known: int = 0

    def count(self, deed: Deed) -> int:
        """How many files get this done to them."""
        return sum(change.deed is deed for change in self.changes)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Pull:
    """One pull on its way."""

    view: IntakeView
    files: Mapping[str, KnownComment]
    known: Mapping[str, KnownComment]
    posts: PostPaths
    lang: str
    now: datetime
    rows: Rows
    audit: Audit
    answered: Mapping[int, float]
    versions: frozenset[tuple[str, str]]


def plan_pull(
    view: IntakeView,
    known: Mapping[str, KnownComment],
    posts: PostPaths,
    *,
    lang: str,
    now: datetime,
    keep: bool = False,
) -> PullPlan:
    """Compare what an intake tells with the files; ``lang`` is the default language.

    With ``keep`` the intake is a new one: what it never had stays as it is.
    """
    with_answers = _with_answers(view, known)
    pull = _Pull(
        view=view,
        files=known,
        known=with_answers,
        posts=posts,
        lang=lang,
        now=now,
        rows=named_rows(view.rows, with_answers),
        audit=Audit(view.audit),
        answered=_last_replies(view.rows),
        versions=_versions(view, posts, lang),
    )
    gone = {id_: of_former_intake(r) if keep else _stub(pull, r) for id_, r in _gone(pull)}
    wanted = {**dict(_told(pull)), **gone}
    changes = (change for id_, record in wanted.items() if (change := _change(pull, id_, record)))
    lost = {pull.rows.by_id[id_].uri for id_ in wanted if _is_orphan(pull, id_, wanted[id_])}
    return PullPlan(
        changes=tuple(sorted(changes, key=lambda change: change.path)),
        orphans=tuple(sorted(lost)),
        twins=tuple((row.id, id_) for row, id_ in pull.rows.twins),
        left=tuple(sorted(known[id_].path for id_ in wanted if _is_left(known, id_, wanted))),
        known=sum(_is_of_intake(file) for file in known.values()),
    )


def _with_answers(
    view: IntakeView, known: Mapping[str, KnownComment]
) -> Mapping[str, KnownComment]:
    """Answers that were handed to the intake by a run that ended before it could note that."""
    filed = {file.key for file in known.values() if file.key is not None}
    open_ = {id_: file for id_, file in known.items() if file.record.source is None and file.whole}
    found = dict(known)
    for row in view.rows:
        if not row.staff or key_of_row(row) in filed:
            continue
        answer = same_answer(row, (file.record for file in open_.values()))
        if answer is not None:
            file = open_.pop(answer.id)
            origin = CommentOrigin(system=SYSTEM, id=str(row.id), created=str(row.micros))
            found[answer.id] = replace(file, record=replace(answer, source=origin))
    return found


def _told(pull: _Pull) -> Iterator[tuple[str, CommentRecord]]:
    """The records of what the intake still has, as they should be."""
    for id_, row in pull.rows.by_id.items():
        file = pull.known.get(id_)
        moments = _moments(pull, row, file)
        place = _place(pull, row)
        if row.mode == CommentMode.REMOVED:
            record = _taken_away(pull, id_, row, place)
            if record is not None:
                yield id_, record
        elif file is None:
            yield id_, fresh(id_, row, place, moments)
        else:
            yield id_, _moved(pull, updated(file.record, row, moments), place)


def _gone(pull: _Pull) -> Iterator[tuple[str, CommentRecord]]:
    """What the intake no longer has, as it is."""
    for id_, file in pull.known.items():
        key = file.key
        if key is None or key in pull.rows.ids or not _is_of_intake(file):
            continue
        if _would_be_seen(pull, file.record):
            yield id_, file.record


def _taken_away(pull: _Pull, id_: str, row: IssoComment, place: Place) -> CommentRecord | None:
    """The stub of a deleted comment; None where nobody ever saw it and nothing hangs on it."""
    file = pull.known.get(id_)
    if file is not None:
        removed = file.record.status is CommentStatus.REMOVED
        return file.record if removed else _stub(pull, file.record)
    answered = pull.answered.get(row.id, row.created) > row.created
    if pull.audit.published(key_of_row(row)) is None and not answered:
        return None
    unseen = replace(row, mode=CommentMode.PENDING)
    return _stub(pull, fresh(id_, unseen, place, _moments(pull, row, None)))


def _stub(pull: _Pull, record: CommentRecord) -> CommentRecord:
    """A tombstone. Only readers delete through the intake: its audit says that one of them did."""
    origin = record.source
    key = (int(origin.id), int(origin.created)) if origin else (0, 0)
    deleted = pull.audit.deleted(key)
    moment = pull.now if deleted is None else moment_of(deleted)
    day = moment.astimezone(pull.now.tzinfo).date()
    return tombstone(record, by_reader=deleted is not None, day=day)


def _change(pull: _Pull, id_: str, record: CommentRecord) -> Change | None:
    """What to write; None where the file says it already, or must not be rewritten."""
    file = pull.files.get(id_)
    if file is None:
        return Change(deed=Deed(record.status.value), path=comment_path(record), record=record)
    if not file.whole or record == file.record:
        return None
    moved = (record.about, record.version) != (file.record.about, file.record.version)
    path = comment_path(record) if moved else file.path
    deed = _deed(file.record, record)
    return Change(deed=deed, path=path, record=record, before=file.path)


def _deed(before: CommentRecord, after: CommentRecord) -> Deed:
    if before.status is not after.status:
        return Deed(after.status.value)
    return Deed.EDITED if before.edited != after.edited else Deed.CHANGED


def _place(pull: _Pull, row: IssoComment) -> Place:
    """Post and version of a new comment; the path itself where no post has it."""
    post = pull.posts.post(row.uri)
    reply_to = reply_target(row, pull.rows, pull.known)
    if post is None:
        path = clean_text(row.uri).replace("\n", " ").strip()[:_MOST_PATH]
        return Place(about=f"/{path.lstrip('/')}", reply_to=reply_to)
    version = "" if post.lang == pull.lang else post.lang
    return Place(about=post.id, version=version, reply_to=reply_to)


def _moved(pull: _Pull, record: CommentRecord, place: Place) -> CommentRecord:
    """A comment whose post was not known before and is now."""
    if record.about in pull.posts.ids or place.about not in pull.posts.ids:
        return record
    return replace(record, about=place.about, version=place.version)


def _moments(pull: _Pull, row: IssoComment, file: KnownComment | None) -> Moments:
    key = key_of_row(row)
    published, edited = pull.audit.published(key), pull.audit.edited(key) or row.modified
    # Who was held at the last pull was published since; of others nobody knows when.
    unknown = pull.now if file is not None else None
    return Moments(
        published=moment_of(published) if published is not None else unknown,
        edited=moment_of(edited) if edited else pull.now,
    )


def _is_orphan(pull: _Pull, id_: str, record: CommentRecord) -> bool:
    return id_ in pull.rows.by_id and record.about not in pull.posts.ids


def _is_left(
    files: Mapping[str, KnownComment], id_: str, wanted: Mapping[str, CommentRecord]
) -> bool:
    return id_ in files and not files[id_].whole and wanted[id_] != files[id_].record


def _is_of_intake(file: KnownComment) -> bool:
    return file.key is not None and file.record.status is not CommentStatus.REMOVED


def _would_be_seen(pull: _Pull, record: CommentRecord) -> bool:
    """Whether a comment would have been told if it were still there."""
    if pull.view.threads is None:
        return True
    place = (record.about, record.version)
    return record.status is CommentStatus.PUBLISHED and place in pull.versions


def _versions(view: IntakeView, posts: PostPaths, lang: str) -> frozenset[tuple[str, str]]:
    """The versions of posts whose threads were asked for."""
    asked = [post for uri in view.threads or () if (post := posts.post(uri))]
    return frozenset((post.id, "" if post.lang == lang else post.lang) for post in asked)


def _last_replies(rows: tuple[IssoComment, ...]) -> Mapping[int, float]:
    """Number of a comment -> when the last reply to it was written, in Unix time."""
    found: dict[int, float] = {}
    for row in rows:
        if row.parent is not None:
            found[row.parent] = max(row.created, found.get(row.parent, 0.0))
    return found

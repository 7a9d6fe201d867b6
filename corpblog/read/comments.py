"""Comments: one YAML file each, linked into threads; a faulty one never takes the others along."""

import dataclasses
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from corpblog.diagnostics import Diagnostic, Location, Severity
from corpblog.files import is_leftover, walk
from corpblog.model.author import Author
from corpblog.model.comment import Comment, CommentRecord, CommentStatus, Dialogue, Thread
from corpblog.model.post import Post
from corpblog.model.source import SourceText
from corpblog.nearest import nearest
from corpblog.read.authors import unknown_author
from corpblog.read.context import Context
from corpblog.read.faults import FAULTS
from corpblog.read.records import read_record
from corpblog.read.sources import read_source
from corpblog.read.yaml_text import YamlText

# The moment that a file name begins with, in UTC.
_STAMP = re.compile(r"(\d{8}T\d{6})")
_NAMESAKE = "none-confirmed"


class _File(NamedTuple):
    """A comment with the YAML that places its keys."""

    comment: Comment
    yaml: YamlText


def read_comments(
    context: Context,
    authors: Mapping[str, Author],
    broken_authors: frozenset[str],
    posts: Iterable[Post],
) -> tuple[Dialogue, tuple[Diagnostic, ...]]:
    """All comments of the store as threads by post, and every fault of every file."""
    told: list[Diagnostic] = []
    files = list(_unique(_read_all(context, told), told))
    versions = _versions(context, posts)
    people = _People(authors=authors, broken=broken_authors)
    by_thread: dict[tuple[str, str], list[_File]] = {}
    orphans: list[Comment] = []
    for file in files:
        told.extend(_faults_of(context, file, people))
        place = _thread_of(file.comment.record, versions)
        if place is None:
            orphans.append(file.comment)
            told.append(_orphan(file, versions))
        else:
            by_thread.setdefault(place, []).append(file)
    threads: dict[tuple[str, str], Thread] = {}
    for (post_id, lang), members in by_thread.items():
        linked = tuple(_linked(members, told))
        threads[post_id, lang] = Thread(post_id=post_id, lang=lang, comments=linked)
    return Dialogue(threads=threads, orphans=tuple(orphans)), tuple(told)


class _People(NamedTuple):
    """Who may be named as an employee."""

    authors: Mapping[str, Author]
    broken: frozenset[str]


def _read_all(context: Context, told: list[Diagnostic]) -> Iterator[_File]:
    root, label = store_of(context.root, context.config.comments.store)
    if not root.is_dir():
        return
    for name in walk(root, is_leftover).files:
        if name.endswith((".yml", ".yaml")):
            file, faults = _read(context, root, name, label)
            told.extend(faults)
            if file is not None:
                yield file


def store_of(root: Path, store: str) -> tuple[Path, str]:
    """The folder of the comment files, and how messages name it; it may lie outside the site."""
    folder = Path(os.path.normpath(root / store))
    inside = folder.is_relative_to(root)
    return folder, folder.relative_to(root).as_posix() if inside else store.rstrip("/")


def _read(
    context: Context, root: Path, name: str, label: str
) -> tuple[_File | None, tuple[Diagnostic, ...]]:
    found, faults = read_source(root, name)
    faults = tuple(_named(fault, label) for fault in faults)
    if found is None:
        return None, faults
    source = SourceText(path=f"{label}/{name}", text=found.text)
    yaml = YamlText(source, 0, len(source.text))
    values, yaml_faults = yaml.values()
    if values is None:
        return None, (*faults, *yaml_faults)
    record, key_faults = read_record(CommentRecord, values, yaml, context.zone)
    told = [*faults, *key_faults]
    stem = name.rpartition("/")[2].rpartition(".")[0]
    record = dataclasses.replace(
        record, id=record.id or stem, about=record.about or name.rpartition("/")[0]
    )
    created = record.created or _stamped(stem)
    if created is None:
        message = "this comment does not say when it was written"
        told.append(yaml.fault("SRC043", (), message, hint="add created: 2026-11-10 08:15"))
        return None, tuple(told)
    comment = Comment(record=record, source=source, created=created.astimezone(context.zone))
    return _File(comment, yaml), tuple(told)


def _named(fault: Diagnostic, label: str) -> Diagnostic:
    """A fault of a file, with its path as messages name it."""
    place = dataclasses.replace(fault.location, path=f"{label}/{fault.location.path}")
    return dataclasses.replace(fault, location=place)


def _stamped(stem: str) -> datetime | None:
    match = _STAMP.match(stem)
    if match is None:
        return None
    try:
        return datetime.strptime(match[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _unique(files: Iterable[_File], told: list[Diagnostic]) -> Iterator[_File]:
    """Each comment once, oldest first: of two files with one id the first by name counts."""
    seen: dict[str, _File] = {}
    for file in files:
        other = seen.setdefault(file.comment.id, file)
        if other is not file:
            message = f"id: {other.comment.source.path} has the same id “{file.comment.id}”"
            told.append(_at(file, "SRC026", "id", message, "delete one of the two files"))
    yield from sorted(seen.values(), key=lambda file: (file.comment.created, file.comment.id))


def _versions(context: Context, posts: Iterable[Post]) -> Mapping[str, tuple[str, ...]]:
    """The languages of each post by its id, the site's own first."""
    found: dict[str, list[str]] = {}
    for post in posts:
        found.setdefault(post.id, []).append(post.lang)
    order = {lang: number for number, lang in enumerate(context.languages)}
    return {
        id_: tuple(sorted(langs, key=lambda lang: order.get(lang, len(order))))
        for id_, langs in found.items()
    }


def _thread_of(
    record: CommentRecord, versions: Mapping[str, tuple[str, ...]]
) -> tuple[str, str] | None:
    langs = versions.get(record.about)
    if not langs or (record.version and record.version not in langs):
        return None
    return record.about, record.version or langs[0]


def _orphan(file: _File, versions: Mapping[str, tuple[str, ...]]) -> Diagnostic:
    record = file.comment.record
    langs = versions.get(record.about)
    if langs:
        message = f"version: the post “{record.about}” has no version in “{record.version}”"
        return _at(file, "SRC044", "version", message, f"there are: {', '.join(langs)}")
    near = nearest(record.about, tuple(versions))
    hint = f"did you mean “{near}”?" if near else "the comment is kept and stands on no page"
    message = f"about: there is no post “{record.about}”"
    return _at(file, "SRC044", "about", message, hint)


def _faults_of(context: Context, file: _File, people: _People) -> Iterator[Diagnostic]:
    """What is wrong with one comment by itself."""
    comment, record = file.comment, file.comment.record
    for path, id_ in _employees(record):
        if id_ and id_ not in people.authors and id_ not in people.broken:
            message, hint = unknown_author(id_, people.authors)
            yield file.yaml.fault("SRC020", path, message, hint=hint)
    if comment.created > context.now:
        message = f"created: {comment.created:%Y-%m-%d %H:%M} lies in the future"
        yield _at(file, "SRC045", "created", message, "correct the moment, or the clock")
    staff = people.authors.get(record.author.staff)
    end = staff.profile.works_for.end_date if staff and staff.profile.works_for else None
    if staff and end and comment.created.date() > end:
        message = f"staff: {staff.name} left on {end}, before this answer"
        path = ("author", "staff")
        hint = f"let {staff.profile.successor} answer" if staff.profile.successor else ""
        yield file.yaml.fault("SRC046", path, message, hint=hint)
    yield from _secrets(file)


def _secrets(file: _File) -> Iterator[Diagnostic]:
    """What a held or removed record must not carry."""
    record = file.comment.record
    if record.status is CommentStatus.PUBLISHED:
        return
    for name, value in (("text", record.text), ("author", record.author.name)):
        if value and not (name == "author" and record.author.staff):
            state = record.status.value
            message = f"{name}: a comment that is {state} keeps no {name} in the repository"
            path = ("author", "name") if name == "author" else (name,)
            yield file.yaml.fault("SRC047", path, message, hint="delete it here")


def _employees(record: CommentRecord) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every place that names an employee, with the id that stands there."""
    if record.author.staff != _NAMESAKE:
        yield ("author", "staff"), record.author.staff
    yield ("kind_by",), record.kind_by
    if record.answered_elsewhere:
        yield ("answered_elsewhere", "by"), record.answered_elsewhere.by
    if record.no_response:
        yield ("no_response", "by"), record.no_response.by
    if record.removal:
        yield ("removal", "by"), record.removal.by
    for index, promise in enumerate(record.promises):
        yield ("promises", index, "owner"), promise.owner


def _linked(files: list[_File], told: list[Diagnostic]) -> Iterator[Comment]:
    """The comments of a thread; a reply to nobody, or in a circle, begins a conversation."""
    by_id = {file.comment.id: file for file in files}
    for file in files:
        told.extend(_pointer_faults(file, by_id))
        parent = file.comment.record.reply_to
        if parent and parent not in by_id:
            message = f"reply_to: this thread has no comment “{parent}”"
            hint = "the reply stands at the end of the thread"
            told.append(_at(file, "SRC048", "reply_to", message, hint))
            yield _freed(file.comment)
        elif parent and _in_circle(file.comment.id, by_id):
            message = "reply_to: these comments answer each other in a circle"
            told.append(_at(file, "SRC049", "reply_to", message, "correct one of them"))
            yield _freed(file.comment)
        else:
            yield file.comment


def _pointer_faults(file: _File, by_id: Mapping[str, _File]) -> Iterator[Diagnostic]:
    """Ids in ``answers`` and ``confirms`` that the thread does not have."""
    record = file.comment.record
    places: list[tuple[tuple[str | int, ...], str]] = [
        (("answers", index), id_) for index, id_ in enumerate(record.answers)
    ]
    places.append((("confirms",), record.confirms))
    for path, id_ in places:
        if id_ and id_ not in by_id:
            near = nearest(id_, tuple(by_id))
            hint = f"did you mean “{near}”?" if near else "name a comment of the same thread"
            message = f"{path[0]}: this thread has no comment “{id_}”"
            yield file.yaml.fault("SRC048", path, message, hint=hint, severity=Severity.ERROR)


def _in_circle(start: str, by_id: Mapping[str, _File]) -> bool:
    seen: set[str] = set()
    here = start
    while here in by_id and here not in seen:
        seen.add(here)
        here = by_id[here].comment.record.reply_to
    return here == start


def _freed(comment: Comment) -> Comment:
    return dataclasses.replace(comment, record=dataclasses.replace(comment.record, reply_to=""))


def _at(file: _File, code: str, key: str, message: str, hint: str = "") -> Diagnostic:
    """A fault at a key of the file, at the file as a whole where the key is not there."""
    span = file.yaml.fault(code, (key,), message, hint=hint)
    return (
        span if span.location.line else FAULTS[code].at(Location(path=span.location.path), message)
    )

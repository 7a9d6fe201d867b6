"""Posts: their identity, state and address, and the people they name."""

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import NamedTuple

from corpblog.diagnostics import Diagnostic
from corpblog.model.author import Author
from corpblog.model.permalink import slugify
from corpblog.model.post import Post, PostFrontMatter, PostState
from corpblog.nearest import nearest
from corpblog.read.addresses import (
    BadAddressError,
    checked_address,
    checked_link,
    checked_slug,
    from_pattern,
    slug_of,
)
from corpblog.read.authors import unknown_author
from corpblog.read.context import Context
from corpblog.read.memory import LISTING
from corpblog.read.texts import TextFile, checked_aliases, read_text_files

FOLDER = "content/posts"

PostFile = TextFile[PostFrontMatter]


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Visibility:
    """Which posts that readers should not see yet (or any more) are shown all the same."""

    drafts: bool = False
    future: bool = False
    expired: bool = False


def read_posts(
    context: Context, authors: Mapping[str, Author], broken_authors: frozenset[str]
) -> tuple[tuple[Post, ...], frozenset[str], tuple[Diagnostic, ...]]:
    """All posts in the order of their files, the unreadable ones, and all faults."""
    paths = context.below(FOLDER, ".md", ".markdown")
    files, unreadable, faults = read_text_files(context, paths, FOLDER, PostFrontMatter)
    told = list(faults)
    frame = _Frame(
        context=context,
        authors=authors,
        known=frozenset(authors),
        broken=broken_authors,
        ids=frozenset(file.name.id for file in files),
    )
    names = {author.id: author.name for author in authors.values()}
    shared = (context.config, context.languages, names, broken_authors)
    # The very same from run to run: to compare equal ones a thousand times takes a while.
    inputs = context.memory.recall("frame of posts", LISTING, shared, lambda: shared)
    posts: list[Post] = []
    seen: dict[tuple[str, str], PostFile] = {}
    for file in files:
        judge = partial(_judged, frame, file)
        own = (file, inputs, _at_this_time(frame, file.keys))
        post, own_faults = context.memory.recall("post", file.name.path, own, judge)
        told.extend(own_faults)
        other = seen.setdefault((post.id, post.lang), file)
        if other is not file:
            message = f"{other.name.path} is the same post in the same language ({file.lang})"
            told.append(file.same_as(other, message, "rename one of the two: NAME.de.md"))
        posts.append(post)
    return tuple(posts), unreadable, tuple(told)


def visible(post: Post, wanted: Visibility) -> bool:
    """Whether readers see the post in this run."""
    return (
        post.state is PostState.PUBLISHED
        or (wanted.drafts and post.state is PostState.DRAFT)
        or (wanted.future and post.state is PostState.FUTURE)
        or (wanted.expired and post.state is PostState.EXPIRED)
    )


class _Frame(NamedTuple):
    """What all posts of a site share: ``known`` people, profiles that are broken, ids of posts."""

    context: Context
    authors: Mapping[str, Author]
    known: frozenset[str]
    broken: frozenset[str]
    ids: frozenset[str]


def _at_this_time(frame: _Frame, keys: PostFrontMatter) -> object:
    """What the clock and the other posts have to do with a post: the same until that changes."""
    now = frame.context.now
    if keys.date is None:
        return now
    moments = (keys.date, keys.publish, keys.embargo, keys.expires)
    passed = tuple([moment is None or moment <= now for moment in moments])
    return (passed, frame.ids) if keys.translation_of else passed


def _judged(frame: _Frame, file: PostFile) -> tuple[Post, tuple[Diagnostic, ...]]:
    """A post, and what is wrong with its keys."""
    told: list[Diagnostic] = []
    post = _post(frame.context, file, frame.known, told)
    told.extend(_unknown_people(file, frame.authors, frame.broken))
    told.extend(_contradictions(file, frame.ids))
    told.extend(_nameless_terms(file))
    return post, tuple(told)


def _post(
    context: Context, file: PostFile, known: frozenset[str], faults: list[Diagnostic]
) -> Post:
    keys = file.keys
    title = keys.title or file.name.id.rpartition("/")[2]
    if not keys.title and not file.has("title"):
        hint = "add a line: title: What happened on Tuesday"
        faults.append(file.fault("SRC015", (), "this post has no title", hint))
    date = (keys.date or context.now).astimezone(context.zone)
    state = _state(context, keys)
    if keys.date is None and not file.has("date") and state is not PostState.DRAFT:
        hint = f"add a line: date: {context.now.date()}"
        faults.append(file.fault("SRC015", (), "this post has no date", hint))
    slug = _slug(file, title, faults)
    named = (*keys.authors, *((keys.author,) if keys.author else ()))
    return Post(
        id=keys.translation_of or file.name.id,
        lang=file.lang,
        front=_checked(file, faults),
        source=file.front.source,
        folder=file.name.folder,
        title=title,
        slug=slug,
        date=date,
        updated=_updated(keys, date),
        state=state,
        authors=tuple(id_ for id_ in dict.fromkeys(named) if id_ in known),
        permalink=_permalink(context, file, slug, date, faults),
    )


def _checked(file: PostFile, faults: list[Diagnostic]) -> PostFrontMatter:
    """The keys of a post, with those aliases only that stay inside the site."""
    keys = file.keys
    if not keys.aliases:
        return keys
    return dataclasses.replace(keys, aliases=checked_aliases(file, keys.aliases, faults))


def _state(context: Context, keys: PostFrontMatter) -> PostState:
    if keys.draft or (keys.status == "draft" and keys.draft is None):
        return PostState.DRAFT
    if keys.status == "withdrawn":
        return PostState.WITHDRAWN
    begins = [moment for moment in (keys.date, keys.publish, keys.embargo) if moment is not None]
    if any(moment > context.now for moment in begins):
        return PostState.FUTURE
    if keys.expires is not None and keys.expires <= context.now:
        return PostState.EXPIRED
    return PostState.PUBLISHED


def _updated(keys: PostFrontMatter, date: datetime) -> datetime:
    """The latest of publication, update and corrections; days count from their midnight."""
    moments = [date, (keys.updated or date).astimezone(date.tzinfo)]
    for correction in keys.corrections:
        if correction.date is not None:
            day = datetime(*correction.date.timetuple()[:3], tzinfo=date.tzinfo)
            moments.append(day)
    return max(moments)


def _slug(file: PostFile, title: str, faults: list[Diagnostic]) -> str:
    automatic = slug_of(title, file.name.id.rpartition("/")[2])
    if not file.keys.slug:
        return automatic
    try:
        return checked_slug(file.keys.slug)
    except BadAddressError as error:
        faults.append(file.fault("SRC024", ("slug",), f"slug: {error}", f"try {automatic}"))
        return automatic


def _permalink(
    context: Context, file: PostFile, slug: str, date: datetime, faults: list[Diagnostic]
) -> str:
    if file.keys.url:
        try:
            return checked_address(file.keys.url)
        except BadAddressError as error:
            hint = "for example /2026/11/title/"
            faults.append(file.fault("SRC024", ("url",), f"url: {error}", hint))
    pattern = context.config.permalinks.post
    address = from_pattern(pattern, slug=slug, id=file.name.id, day=date)
    return address if file.lang == context.lang else f"/{file.lang}{address}"


def _unknown_people(
    file: PostFile, authors: Mapping[str, Author], broken: frozenset[str]
) -> Iterator[Diagnostic]:
    for path, id_ in _people(file):
        if id_ and id_ not in authors and id_ not in broken:
            message, hint = unknown_author(id_, authors)
            yield file.fault("SRC020", path, message, hint)


def _people(file: PostFile) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every place of the front matter that names an author, with the id that stands there."""
    keys = file.keys
    listed = isinstance(file.front.values.get("authors"), list)
    for index, id_ in enumerate(keys.authors):
        yield ("authors", index) if listed else ("authors",), id_
    yield ("author",), keys.author
    if isinstance(keys.disclosures, tuple):
        for index, disclosure in enumerate(keys.disclosures):
            yield ("disclosures", index, "by"), disclosure.by
    for index, correction in enumerate(keys.corrections):
        yield ("corrections", index, "by"), correction.by
    for index, promise in enumerate(keys.promises):
        yield ("promises", index, "owner"), promise.owner
    if keys.withdrawal is not None:
        yield ("withdrawal", "by"), keys.withdrawal.by
    if keys.ai is not None and keys.ai != "none":
        yield ("ai", "reviewed_by"), keys.ai.reviewed_by


def _nameless_terms(file: PostFile) -> Iterator[Diagnostic]:
    """Tags and series of which no address can be made."""
    listed = isinstance(file.front.values.get("tags"), list)
    named: list[tuple[tuple[str | int, ...], str]] = [
        (("tags", index) if listed else ("tags",), tag) for index, tag in enumerate(file.keys.tags)
    ]
    if file.keys.series:
        named.append((("series",), file.keys.series))
    for path, name in named:
        if not slugify(name):
            message = f"{path[0]}: “{name}” has no letter or digit for an address"
            yield file.fault("SRC024", path, message)


def _contradictions(file: PostFile, ids: frozenset[str]) -> Iterator[Diagnostic]:
    keys = file.keys
    both = keys.draft is not None and keys.status is not None
    if both and keys.draft != (keys.status == "draft"):
        message = f"draft is {str(keys.draft).lower()} and status is {keys.status}"
        yield file.fault("SRC023", ("draft",), message, "delete one of the two lines")
    try:
        checked_link(keys.canonical)
    except BadAddressError as error:
        yield file.fault("SRC024", ("canonical",), f"canonical: {error}")
    if keys.translation_of and keys.translation_of not in ids:
        near = nearest(keys.translation_of, tuple(ids))
        hint = f"did you mean “{near}”?" if near else "name a file below content/posts, without .md"
        message = f"there is no post “{keys.translation_of}”"
        yield file.fault("SRC021", ("translation_of",), message, hint)

"""The conversations of a site as its pages show them: who is seen, and what stands below what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from corpblog.model.comment import Comment, CommentKind, CommentStatus, Thread
from corpblog.model.post import Post
from corpblog.model.removal import RemovalReason
from corpblog.model.site import Site

# Replies are indented so often; deeper ones stand beside what they answer.
DEEPEST = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Talks:
    """All conversations of one site; ``kept`` belongs to ``judged``, which few sites need."""

    site: Site
    kept: list[Any] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether anybody wrote anything."""
        return bool(self.site.dialogue.threads)

    def thread(self, post: Post) -> Thread | None:
        """The thread of ``post`` if it holds anything that readers may see."""
        thread = self.site.dialogue.threads.get((post.id, post.lang))
        if thread is None or not any(map(is_seen, thread.comments)):
            return None
        return thread

    def posts(self) -> tuple[Post, ...]:
        """The posts that readers may see and that have a thread."""
        threads = self.site.dialogue.threads
        return tuple(post for post in self.site.posts if (post.id, post.lang) in threads)


@dataclass(frozen=True, kw_only=True, slots=True)
class Branch:
    """A seen comment with its place: ``parent`` is what it answers, ``above`` where it stands."""

    comment: Comment
    level: int
    parent: Comment | None
    above: str


def is_seen(comment: Comment) -> bool:
    """Whether readers see something of a comment: itself, or the note that it was removed."""
    record = comment.record
    if record.status is CommentStatus.REMOVED:
        is_spam = record.removal is not None and record.removal.reason is RemovalReason.SPAM
        return not is_spam and record.kind is not CommentKind.PINGBACK
    return record.status is CommentStatus.PUBLISHED


def is_shown(comment: Comment) -> bool:
    """Whether readers see the comment itself."""
    return comment.record.status is CommentStatus.PUBLISHED


def is_mention(comment: Comment) -> bool:
    """Whether it is only the word of another site that it links here."""
    return comment.record.kind is CommentKind.PINGBACK


def branches(thread: Thread) -> Iterator[Branch]:
    """The seen comments of ``thread`` but for mentions, oldest first, each where it stands.

    What answers a comment that is not seen stands below the next one above that is.
    """
    by_id = {comment.id: comment for comment in thread.comments}
    seen = [each for each in thread.comments if is_seen(each) and not is_mention(each)]
    parents = {comment.id: _parent(comment, by_id) for comment in seen}
    places: dict[str, tuple[int, str]] = {}
    for comment in seen:
        depth, pillar = _place(comment, parents, places)
        parent = parents[comment.id]
        above = pillar if depth > DEEPEST else parent.id if parent and depth else ""
        yield Branch(comment=comment, level=min(depth, DEEPEST), parent=parent, above=above)


def _parent(comment: Comment, by_id: Mapping[str, Comment]) -> Comment | None:
    """The nearest comment above that is seen."""
    passed = {comment.id}
    id_ = comment.record.reply_to
    while id_ in by_id and id_ not in passed:
        passed.add(id_)
        above = by_id[id_]
        if is_seen(above) and not is_mention(above):
            return above
        id_ = above.record.reply_to
    return None


def _place(
    comment: Comment, parents: Mapping[str, Comment | None], places: dict[str, tuple[int, str]]
) -> tuple[int, str]:
    """How deep a comment stands, and the id of the last one above that is indented less.

    A chain of thousands is walked once: what was found is kept in ``places``.
    """
    chain: dict[str, Comment] = {}
    here: Comment | None = comment
    while here is not None and here.id not in places and here.id not in chain:
        chain[here.id] = here
        here = parents[here.id]
    depth, pillar = places.get(here.id, (-1, "")) if here is not None else (-1, "")
    for id_ in reversed(chain):
        depth += 1
        pillar = id_ if depth == DEEPEST - 1 else pillar
        places[id_] = (depth, pillar)
    return places[comment.id]

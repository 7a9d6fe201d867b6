"""The conversations of a site as its pages need them: who is seen, who answered whom, in figures.

Whether something counts as answered is decided in ``answers``; what is asked once is kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from corpblog.answers.answered import Desk, needs_of
from corpblog.answers.figures import Figures, figures_of
from corpblog.model.comment import (
    Comment,
    CommentKind,
    CommentStatus,
    Thread,
)
from corpblog.model.post import Post
from corpblog.model.removal import RemovalReason
from corpblog.model.response import Need
from corpblog.model.site import Site

# Replies are indented so often; deeper ones stand beside what they answer.
DEEPEST = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """An answer that an employee gave: to which comment, below which post."""

    post: Post
    question: Comment
    answer: Comment


@dataclass(frozen=True, kw_only=True, slots=True)
class Talks:
    """All conversations of one site. What is held is not seen, nor is what drafts were told."""

    site: Site
    _desk: list[Desk] = field(default_factory=list)
    _needs: dict[tuple[str, str], Mapping[str, Need]] = field(default_factory=dict)
    _figures: list[tuple[Figures, ...]] = field(default_factory=list)
    _given: list[Mapping[str, tuple[Given, ...]]] = field(default_factory=list)

    def thread(self, post: Post) -> Thread | None:
        """The thread of ``post`` if it holds anything that readers may see."""
        thread = self.site.dialogue.threads.get((post.id, post.lang))
        if thread is None or not any(map(is_seen, thread.comments)):
            return None
        return thread

    def needs(self, post: Post) -> Mapping[str, Need]:
        """What became of the comments on ``post`` that need an answer, by their ids."""
        key = (post.id, post.lang)
        known = self._needs.get(key)
        if known is None:
            thread = self.site.dialogue.threads.get(key)
            found = needs_of(thread, post.authors, self.desk()) if thread is not None else ()
            known = self._needs[key] = {need.comment.id: need for need in found}
        return known

    def desk(self) -> Desk:
        """Who judges answers: the people, hours and limits of the site."""
        if not self._desk:
            site = self.site
            self._desk.append(Desk.of(site.config, site.authors, site.now))
        return self._desk[0]

    def figures(self) -> tuple[Figures, ...]:
        """How readers were answered, by quarter, newest first; empty before anybody wrote."""
        if not self._figures:
            self._figures.append(self._counted() if self.site.dialogue.threads else ())
        return self._figures[0]

    def given(self, author_id: str) -> tuple[Given, ...]:
        """The answers of a person, newest first; each once, with the first comment it answers."""
        if not self._given:
            self._given.append(self._by_author())
        return self._given[0].get(author_id, ())

    def prepare(self) -> None:
        """Judge and count everything once, before the work is shared out."""
        self.figures()
        self.given("")

    def _counted(self) -> tuple[Figures, ...]:
        site, posts = self.site, self._posts()
        needs = tuple(need for post in posts for need in self.needs(post).values())
        now = site.now.astimezone(self.desk().business.zone)
        return figures_of(site.dialogue, posts, needs, site.authors, now)

    def _posts(self) -> tuple[Post, ...]:
        threads = self.site.dialogue.threads
        return tuple(post for post in self.site.posts if (post.id, post.lang) in threads)

    def _by_author(self) -> Mapping[str, tuple[Given, ...]]:
        found: dict[str, dict[str, Given]] = {}
        for post in self._posts():
            for need in self.needs(post).values():
                answer = need.answer
                if answer is not None and answer.is_staff and is_seen(need.comment):
                    given = Given(post=post, question=need.comment, answer=answer)
                    found.setdefault(answer.record.author.staff, {}).setdefault(answer.id, given)
        return {id_: _newest_first(given) for id_, given in found.items()}


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


def _newest_first(given: Mapping[str, Given]) -> tuple[Given, ...]:
    return tuple(
        sorted(given.values(), key=lambda each: (each.answer.created, each.answer.id), reverse=True)
    )

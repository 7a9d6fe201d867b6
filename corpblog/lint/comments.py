"""What rules about dialogue need: threads with their posts, employees' replies, and places."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpblog.answers.answered import Desk, needs_of
from corpblog.answers.canned import Limits
from corpblog.answers.said import said_of, without_addresses
from corpblog.answers.threads import is_published
from corpblog.lint.context import Context
from corpblog.lint.facts import Archive
from corpblog.lint.rule import Key
from corpblog.model.comment import Comment, Thread
from corpblog.model.post import Post
from corpblog.model.response import Need, ResponseTimes
from corpblog.wordlists.entries import Entry
from corpblog.wordlists.matcher import Matcher
from corpblog.wordlists.tokens import tokenise

_PHRASES = "phrases"


class PostThread(NamedTuple):
    """A thread under the post to which it belongs."""

    thread: Thread
    post: Post


def threads_of(archive: Archive) -> Iterator[PostThread]:
    """Every thread that has a comment, by post id and language.

    Posts that were withdrawn or have expired count too: their readers still wait.
    """
    site = archive.site
    every = (*site.posts, *site.withdrawn, *site.hidden)
    by_place = {(post.id, post.lang): post for post in reversed(every)}
    for place, thread in sorted(site.dialogue.threads.items()):
        if place in by_place and thread.comments:
            yield PostThread(thread, by_place[place])


def needs_in(
    archive: Archive,
    context: Context,
    times: ResponseTimes | None = None,
    limits: Limits | None = None,
) -> Iterator[Need]:
    """What needs an answer, judged at the moment of a scheduled run; nothing in another one."""
    if context.now is None:
        return
    desk = Desk.of(context.config, context.authors, context.now, times, limits)
    for thread, post in threads_of(archive):
        yield from needs_of(thread, post.authors, desk)


def staff_replies(thread: Thread) -> Iterator[Comment]:
    """What employees say in a thread, as far as readers see it."""
    return (comment for comment in thread.comments if comment.is_staff and is_published(comment))


def place_of(comment: Comment) -> Key:
    """Where a finding about a comment stands: its text, or its state where it keeps none."""
    if comment.record.text:
        return Key(("text",))
    return Key(("needs_answer",) if comment.record.needs_answer is not None else ("status",))


def phrases_in(text: str, phrases: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Which of ``phrases`` (language -> patterns) a comment's text has, as they stand there.

    Quoted lines, greeting and sign-off are left out; all languages count, since people mix them.
    """
    said = said_of(text).text
    patterns = tuple(pattern for lang in sorted(phrases) for pattern in phrases[lang])
    hits = _matcher(patterns).find(tokenise(without_addresses(said))).get(_PHRASES, ())
    return tuple(" ".join(said[hit.start : hit.end].split()) for hit in hits)


@lru_cache(maxsize=8)
def _matcher(patterns: tuple[str, ...]) -> Matcher:
    entries = tuple(Entry(pattern=pattern, category=_PHRASES) for pattern in patterns)
    return Matcher({_PHRASES: entries})

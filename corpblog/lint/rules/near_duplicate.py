"""A post that says again what an older one said.

Ein Beitrag, der noch einmal sagt, was schon in einem älteren steht.

Why: readers who meet the same message again stop reading (S2).
Warum: Wer immer die gleiche Botschaft liest, liest bald nicht mehr (S2).
Instead: tell what is new, and link to the older post.
Stattdessen: Erzählen Sie, was neu ist, und verlinken Sie den älteren Beitrag.
Bad: the launch text of May with the name of another town
Good: In May we wrote about Ulm. In Ghent two things were different.
Schlecht: der Text vom Mai mit dem Namen einer anderen Stadt
Gut: Im Mai ging es um Ulm. In Gent war zweierlei anders.
Known: posts of one series may be more alike, since such reports share their frame.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.facts import Archive
from corpblog.lint.overlap import Pair, alike
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.model.post import Post, PostState
from corpblog.model.source import SourceText

# Of two texts, more are no help to the writer.
_MOST_TOLD = 3

_ALIKE = Wording(
    "{share} % of what this post and “{title}” ({date}) say is the same text",
    "dieser Beitrag und „{title}“ ({date}) stimmen zu {share} % überein",
)
_TELL_NEW = Wording(
    "link to the older post and tell what is new",
    "verlinken Sie den älteren Beitrag, und erzählen Sie, was neu ist",
)
_OLDER = Wording(
    "{share} % the same as this post",
    "stimmt zu {share} % mit diesem Beitrag überein",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How alike two posts may be, as a share of all their runs of five words (Jaccard)."""

    warn: float = key("share from which it is a warning", default=0.35)
    error: float = key("share from which it is an error", default=0.6)
    series_warn: float = key("the same between posts of one series", default=0.5)
    series_error: float = key("the same between posts of one series", default=0.8)
    min_words: int = key("words from which a post is compared", default=40)


def check(archive: Archive, context: Context, options: Options) -> Findings:
    """Each post with the older ones of its language; those to come are compared as well."""
    coming = (post for post in archive.site.hidden if post.state is PostState.FUTURE)
    every = sorted((*archive.posts, *coming), key=lambda post: (post.date, post.source.path))
    for lang in sorted({post.lang for post in every}):
        posts = [post for post in every if post.lang == lang and _is_long(archive, post, options)]
        yield from _compared(posts, archive, options)


def _compared(posts: list[Post], archive: Archive, options: Options) -> Findings:
    shingles = [archive.facts[post.source.path].shingles for post in posts]
    limit = max(min(options.warn, options.series_warn, 1), 0.01)
    found: dict[int, list[Pair]] = {}
    for pair in alike(shingles, limit):
        if _level(posts[pair.first], posts[pair.second], pair.likeness, options):
            found.setdefault(pair.second, []).append(pair)
    for place in sorted(found):
        pairs = sorted(found[place], key=lambda pair: (-pair.likeness, pair.first))
        yield _finding(posts, pairs[:_MOST_TOLD], options)


def _finding(posts: list[Post], pairs: list[Pair], options: Options) -> Finding:
    closest = pairs[0]
    older, post = posts[closest.first], posts[closest.second]
    levels = [_level(posts[each.first], post, each.likeness, options) for each in pairs]
    return Finding(
        at=Key(("title",)),
        source=post.source,
        severity=Severity.ERROR if Severity.ERROR in levels else Severity.WARNING,
        message=_ALIKE(
            share=round(100 * closest.likeness), title=older.title, date=f"{older.date:%Y-%m-%d}"
        ),
        hint=_TELL_NEW,
        related=tuple(_related(posts, pairs)),
    )


def _related(posts: list[Post], pairs: list[Pair]) -> Iterator[tuple[SourceText, Key, Wording]]:
    for pair in pairs:
        told = _OLDER(share=round(100 * pair.likeness))
        yield posts[pair.first].source, Key(("title",)), told


def _level(older: Post, newer: Post, likeness: float, options: Options) -> Severity | None:
    series = bool(newer.front.series) and older.front.series == newer.front.series
    if likeness >= (options.series_error if series else options.error):
        return Severity.ERROR
    if likeness >= (options.series_warn if series else options.warn):
        return Severity.WARNING
    return None


def _is_long(archive: Archive, post: Post, options: Options) -> bool:
    facts = archive.facts.get(post.source.path)
    return facts is not None and facts.words >= options.min_words


RULE = Rule(
    code="REPET001",
    name="near-duplicate",
    severity=Severity.WARNING,
    help=__doc__,
    options=Options,
    site=check,
)

"""How posts come together: tags and series, by name and language."""

from collections.abc import Iterable

from corpblog.model.permalink import slugify
from corpblog.model.post import Post
from corpblog.model.taxonomy import Term
from corpblog.read.addresses import from_pattern
from corpblog.read.context import Context


def tags_of(context: Context, posts: tuple[Post, ...]) -> tuple[Term, ...]:
    """The tags of ``posts`` (newest first), each with its posts in the same order."""
    names = ((post, tag) for post in posts for tag in post.front.tags)
    return _terms(context, names, context.config.permalinks.tag)


def series_of(context: Context, posts: tuple[Post, ...]) -> tuple[Term, ...]:
    """The series of ``posts`` (newest first), each with its parts from the first to the last."""
    named = ((post, post.front.series) for post in reversed(posts) if post.front.series)
    return _terms(context, named, context.config.permalinks.series)


def _terms(context: Context, named: Iterable[tuple[Post, str]], pattern: str) -> tuple[Term, ...]:
    """Posts grouped by name and language; names that differ only in case or signs are one."""
    groups: dict[tuple[str, str], tuple[str, list[Post]]] = {}
    for post, name in named:
        slug = slugify(name) or "untitled"
        _, members = groups.setdefault((post.lang, slug), (name, []))
        if not members or members[-1] is not post:
            members.append(post)
    terms = []
    for (lang, slug), (name, members) in sorted(groups.items()):
        address = from_pattern(pattern, slug=slug, id=slug, day=context.now)
        permalink = address if lang == context.lang else f"/{lang}{address}"
        terms.append(
            Term(name=name, slug=slug, lang=lang, permalink=permalink, posts=tuple(members))
        )
    return tuple(terms)

"""The most frequent change by far, read in a moment: the text of one post, and none of its keys."""

from collections.abc import Iterable
from dataclasses import replace

from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.model.source import SourceText
from corpblog.model.taxonomy import Term
from corpblog.read.assets import names_in_text
from corpblog.read.posts import FOLDER
from corpblog.read.site import ReadOptions, ReadResult
from corpblog.read.sources import read_source


def read_again(before: ReadResult, options: ReadOptions, path: str) -> ReadResult | None:
    """The site of ``before`` with the present text of the post in the file ``path``.

    None where more may follow from the change: then all is to be read. What does not follow from
    the text of a post is what `read_site` makes of its keys: its address, its place among the
    others, its faults.
    """
    site = before.site
    if site is None or options.now != site.now or not path.startswith(f"{FOLDER}/"):
        return None
    if any(told.location.path == path for told in before.diagnostics):
        return None
    posts = (*site.posts, *site.hidden, *site.withdrawn)
    old = next((post for post in posts if post.source.path == path), None)
    source = _with_same_keys(site, old) if old is not None else None
    if old is None or source is None:
        return None
    return replace(before, site=_exchanged(site, old, replace(old, source=source)))


def _with_same_keys(site: Site, post: Post) -> SourceText | None:
    """The present source of ``post``, if its keys and the files that it names are the same."""
    old = post.source
    keys = old.text[: old.body_start]
    found, faults = read_source(site.root, old.path)
    if found is None or faults or not keys.endswith("\n") or not found.text.startswith(keys):
        return None
    if names_in_text(found) != names_in_text(old):
        return None
    return SourceText(path=old.path, text=found.text, body_start=old.body_start)


def _exchanged(site: Site, old: Post, new: Post) -> Site:
    def among(posts: Iterable[Post]) -> tuple[Post, ...]:
        return tuple(new if post is old else post for post in posts)

    def terms(found: Iterable[Term]) -> tuple[Term, ...]:
        return tuple(
            replace(term, posts=among(term.posts))
            if any(post is old for post in term.posts)
            else term
            for term in found
        )

    return replace(
        site,
        posts=among(site.posts),
        hidden=among(site.hidden),
        withdrawn=among(site.withdrawn),
        tags=terms(site.tags),
        series=terms(site.series),
    )

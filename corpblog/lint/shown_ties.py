"""Which ties a published post must show: those that it declares, and those that its data tell."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from corpblog.lint.declared import WITHOUT_PARTY
from corpblog.lint.people import is_unnamed
from corpblog.model.author import AuthorStatus
from corpblog.model.disclosure import Disclosure, DisclosureType
from corpblog.model.post import AiUse, Post
from corpblog.model.site import Site

_AI_TYPES = {
    "assisted": DisclosureType.AI_ASSISTED,
    "generated": DisclosureType.AI_GENERATED,
    "translated": DisclosureType.AI_TRANSLATED,
}


class Tie(NamedTuple):
    """A tie that readers must see: ``words`` are what its sentence must say, or are empty."""

    type: DisclosureType
    words: str


def versions_of(site: Site) -> Mapping[str, tuple[Post, ...]]:
    """The published posts by the id that versions of one text share."""
    found: dict[str, list[Post]] = {}
    for post in site.posts:
        found.setdefault(_root(post), []).append(post)
    return {root: tuple(posts) for root, posts in found.items()}


def ties_of(post: Post, site: Site, versions: Mapping[str, tuple[Post, ...]]) -> tuple[Tie, ...]:
    """The ties of ``post`` but employment, which stands in the byline."""
    source = _declaring(post, site, versions.get(_root(post), ()))
    found = [
        Tie(item.type, _words(item, site, own=source.lang == post.lang))
        for item in source.disclosures
        if item.type not in (None, DisclosureType.EMPLOYMENT)
    ]
    declared = {tie.type for tie in found}
    found += (Tie(each, "") for each in _derived(post, site) if each not in declared)
    return tuple(found)


def _root(post: Post) -> str:
    return post.front.translation_of or post.id


def _declaring(post: Post, site: Site, versions: Sequence[Post]) -> Post:
    """The version of a translated post that says which ties there are."""
    if post.front.disclosures is not None:
        return post
    stated = [each for each in versions if each.front.disclosures is not None]
    return min(stated, key=lambda each: site.languages.index(each.lang), default=post)


def _words(item: Disclosure, site: Site, *, own: bool) -> str:
    """A sentence of its own; else the name of the party, where the standard sentence has it."""
    if item.text and own:
        return item.text
    if item.type in WITHOUT_PARTY:
        return ""
    author = site.authors.get(item.party)
    if author is None:
        return item.party
    return "" if is_unnamed(author) else author.name


def _derived(post: Post, site: Site) -> Iterator[DisclosureType]:
    use = post.front.ai
    if post.front.text_by:
        yield DisclosureType.GHOSTWRITTEN
    if isinstance(use, AiUse) and use.use is not None:
        yield _AI_TYPES[use.use]
    authors = [site.authors[each] for each in post.authors if each in site.authors]
    if any(author.profile.status is AuthorStatus.GUEST for author in authors):
        yield DisclosureType.GUEST_AUTHOR
    for author in authors:
        employer = author.profile.works_for
        left = employer.end_date if employer is not None else None
        if left is not None and left < post.date.date():
            yield DisclosureType.FORMER_EMPLOYEE
            return

"""Which texts are versions of one another in several languages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from corpblog.model.page import Page
from corpblog.model.post import Post
from corpblog.model.site import Site

_Text = TypeVar("_Text", Post, Page)


@dataclass(frozen=True, kw_only=True, slots=True)
class Translations:
    """The versions of each text of a site, in the order of the site's languages."""

    languages: Sequence[str]
    posts: Mapping[str, tuple[Post, ...]]
    pages: Mapping[str, tuple[Page, ...]]

    def of_post(self, post: Post) -> tuple[Post, ...]:
        """All versions of ``post`` that readers may see, with itself."""
        return self.posts.get(_root(post), (post,))

    def of_page(self, page: Page) -> tuple[Page, ...]:
        """All versions of ``page``, with itself."""
        return self.pages.get(page.id, (page,))

    def original(self, post: Post) -> Post | None:
        """The post that ``post`` says it translates, if readers may see it."""
        wanted = post.front.translation_of
        if not wanted:
            return None
        versions = self.posts.get(wanted, ())
        return next((each for each in versions if each.id == wanted), None)

    def one_of_each(self, posts: Sequence[Post], lang: str) -> Sequence[Post]:
        """``posts``, of each text one version: in ``lang`` if it is there, else the first one."""
        rank = {lang: -1} | {code: n for n, code in enumerate(self.languages) if code != lang}
        chosen: dict[str, Post] = {}
        for post in posts:
            other = chosen.setdefault(_root(post), post)
            if rank[post.lang] < rank[other.lang]:
                chosen[_root(post)] = post
        return tuple(post for post in posts if chosen[_root(post)] is post)

    def declaring(self, post: Post) -> Post:
        """The version that says which ties there are: ``post`` itself, else the first that does."""
        if post.front.disclosures is not None:
            return post
        stated = (each for each in self.of_post(post) if each.front.disclosures is not None)
        return next(stated, post)


def translations_of(site: Site) -> Translations:
    """The versions of all texts of ``site`` that readers may see."""
    return Translations(
        languages=site.languages,
        posts=_grouped(site.posts, [_root(post) for post in site.posts], site.languages),
        pages=_grouped(site.pages, [page.id for page in site.pages], site.languages),
    )


def _root(post: Post) -> str:
    return post.front.translation_of or post.id


def _grouped(
    texts: Iterable[_Text], keys: Iterable[str], languages: Sequence[str]
) -> dict[str, tuple[_Text, ...]]:
    groups: dict[str, list[_Text]] = {}
    for text, key in zip(texts, keys, strict=True):
        groups.setdefault(key, []).append(text)
    return {
        key: tuple(group)
        if len(group) == 1
        else tuple(sorted(group, key=lambda text: languages.index(text.lang)))
        for key, group in groups.items()
    }

"""Which post a path of the intake means: its address now, or one that it had."""

from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from corpblog.dialogue.intake.pages_open import key_of
from corpblog.model.post import Post
from corpblog.model.site import Site


class PostPaths:
    """All posts of a site by path, unpublished and withdrawn ones too: comments outlive a page."""

    def __init__(self, site: Site) -> None:
        address = urlsplit(site.config.site.url)
        self._host = (address.hostname or "").casefold()
        self._base = unquote(address.path).rstrip("/")
        posts = (*site.posts, *site.withdrawn, *site.hidden)
        self.ids = frozenset(post.id for post in posts)
        self._posts: dict[str, Post] = {}
        # A present address counts more than an old one of another post.
        for post in posts:
            self._posts.setdefault(key_of(self._base + post.permalink), post)
        for post in posts:
            for path in self._further(post):
                self._posts.setdefault(key_of(path), post)

    def post(self, uri: str) -> Post | None:
        """The post behind the key of a thread: a path, or a whole address of this blog."""
        parts = urlsplit(uri) if "://" in uri[:10] else None
        if parts is not None and (parts.hostname or "").casefold() == self._host:
            uri = parts.path
        return self._posts.get(key_of(uri))

    def paths(self) -> Mapping[str, tuple[str, ...]]:
        """Every path of each post, as its comments may be filed, by the path it has now."""
        found: dict[str, tuple[str, ...]] = {}
        for post in {id(post): post for post in self._posts.values()}.values():
            now = self._base + post.permalink
            found[now] = tuple(dict.fromkeys((now, *self._further(post))))
        return found

    def _further(self, post: Post) -> Iterator[str]:
        yield post.permalink
        for alias in post.front.aliases:
            path = alias if alias.startswith("/") else f"/{alias}"
            yield self._base + path
            yield path

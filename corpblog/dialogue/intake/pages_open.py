"""Which pages take comments: the posts of a site by their path, old addresses too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote, urlsplit

from corpblog.dialogue.intake.staff_guard import StaffGuard, staff_guard
from corpblog.model.closing import closing_time
from corpblog.model.post import Post
from corpblog.model.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenPage:
    """A page below which readers may speak.

    ``uri`` is its path with the path of the blog, unescaped: the key of its thread in Isso.
    ``closes`` is the moment after which it takes no more comments; ``contact`` is where else
    readers can turn.
    """

    uri: str
    title: str
    lang: str
    open: bool
    closes: datetime | None
    contact: str

    def takes(self, now: datetime) -> bool:
        """Whether a comment is welcome at ``now``."""
        return self.open and (self.closes is None or now < self.closes)


@dataclass(frozen=True, kw_only=True, slots=True)
class Grounds:
    """All that the intake knows of the site: its pages by path, its staff, its address."""

    pages: Mapping[str, OpenPage]
    staff: StaffGuard
    site_url: str
    lang: str

    def page(self, uri: str) -> OpenPage | None:
        """The page behind a path as it stands in a link or in the bar of a browser."""
        return self.pages.get(key_of(uri))


def grounds_of(site: Site) -> Grounds:
    """What the intake must know of ``site``."""
    base = unquote(urlsplit(site.config.site.url).path).rstrip("/")
    pages: dict[str, OpenPage] = {}
    for post in site.posts:
        page = _page(site, post, base)
        for address in _addresses(post):
            pages.setdefault(key_of(base + address), page)
    # A present address counts more than an old one of another post.
    pages.update({key_of(base + post.permalink): _page(site, post, base) for post in site.posts})
    return Grounds(
        pages=pages, staff=staff_guard(site), site_url=site.config.site.url, lang=site.lang
    )


def key_of(uri: str) -> str:
    """A path without what the same page may be called besides."""
    path = unquote(uri.partition("#")[0].partition("?")[0]).removesuffix("index.html")
    return path.rstrip("/") or "/"


def _page(site: Site, post: Post, base: str) -> OpenPage:
    ours, theirs = site.config.comments, post.front.comments
    return OpenPage(
        uri=base + post.permalink,
        title=post.title,
        lang=post.lang,
        open=ours.open and (theirs is None or theirs.open),
        closes=closing_time(post, ours),
        contact=(theirs.contact if theirs else "") or ours.contact,
    )


def _addresses(post: Post) -> Iterator[str]:
    for alias in post.front.aliases:
        yield alias if alias.startswith("/") else f"/{alias}"

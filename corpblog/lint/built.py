"""A site as readers get it: the page of each post, the feeds, and all that stands around them."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from corpblog.model.built import BuiltSite
from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.model.source import SourceText


@dataclass(frozen=True, kw_only=True, slots=True)
class BuiltPost:
    """A post with the page that was built of it; the page is empty where there is none."""

    post: Post
    page: SourceText


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """A built site beside the sources that it was built of; ``posts`` are the published ones."""

    site: Site
    built: BuiltSite
    posts: tuple[BuiltPost, ...]

    def page(self, path: str) -> SourceText:
        """The page at ``path`` of the output folder, as a source that findings can point into."""
        return SourceText(path=f"{self.built.folder}/{path}", text=self.built.pages.get(path, ""))

    def has(self, path: str) -> bool:
        """Whether there is a page at ``path``."""
        return path in self.built.pages

    def feeds(self) -> Iterator[SourceText]:
        """All feeds, as sources that findings can point into."""
        for path, text in sorted(self.built.feeds.items()):
            yield SourceText(path=f"{self.built.folder}/{path}", text=text)

    def permalink(self, href: str, path: str = "") -> str:
        """Where ``href`` on the page at ``path`` leads, from the root of the site.

        In one spelling: without the base path, escapes, query and ``index.html``. Empty for what
        leads elsewhere.
        """
        own = urlsplit(self.site.config.site.url)
        try:
            there = urlsplit(urljoin(f"{own.path.rstrip('/')}/{path}", href.strip()))
        except ValueError:
            return ""
        if there.netloc not in ("", own.netloc) or there.scheme not in ("", own.scheme):
            return ""
        return self._below_base(there.path)

    def web_permalink(self, url: str) -> str:
        """The same for a web address of this site, whatever host it was built for."""
        try:
            return self._below_base(urlsplit(url.strip()).path)
        except ValueError:
            return ""

    def _below_base(self, path: str) -> str:
        base = urlsplit(self.site.config.site.url).path.rstrip("/")
        if base and (path == base or path.startswith(f"{base}/")):
            path = path[len(base) :]
        return one_spelling(unquote(path))

    def used_languages(self) -> tuple[str, ...]:
        """The languages that have pages of lists and people: those with posts, and the first."""
        used = {post.lang for post in self.site.posts}
        return tuple(lang for lang in self.site.languages if lang in used or lang == self.site.lang)

    def in_language(self, permalink: str, lang: str) -> str:
        """Where a generated page stands in ``lang``."""
        return permalink if lang == self.site.lang else f"/{lang}{permalink}"


def output_of(site: Site, built: BuiltSite) -> Output:
    """``built`` with its posts."""
    posts = tuple(
        BuiltPost(
            post=post,
            page=SourceText(
                path=f"{built.folder}/{file_of(post.permalink)}",
                text=built.pages.get(file_of(post.permalink), ""),
            ),
        )
        for post in site.posts
    )
    return Output(site=site, built=built, posts=posts)


def file_of(permalink: str) -> str:
    """The file in the output folder that a web server gives for ``permalink``."""
    path = permalink.lstrip("/")
    if not path or path.endswith("/"):
        return f"{path}index.html"
    last = path.rpartition("/")[2]
    return path if "." in last.strip(".") else f"{path}/index.html"


def one_spelling(permalink: str) -> str:
    """``/a``, ``/a/`` and ``/a/index.html`` are one place: ``/a/``."""
    file = file_of(permalink)
    if file == "index.html":
        return "/"
    return "/" + (file.removesuffix("index.html") if file.endswith("/index.html") else file)

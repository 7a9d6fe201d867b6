"""A site as readers get it: the page of each post, the feeds, and all that stands around them."""

from collections.abc import Iterator
from dataclasses import dataclass

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

    def feeds(self) -> Iterator[SourceText]:
        """All feeds, as sources that findings can point into."""
        for path, text in sorted(self.built.feeds.items()):
            yield SourceText(path=f"{self.built.folder}/{path}", text=text)


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
    return f"{path}index.html" if path.endswith("/") or not path else path

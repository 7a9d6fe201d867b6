"""Two real old blogs, imported and built through the commands: nobody and nothing is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]

from corpblog.cli import main
from corpblog.model.author import AuthorStatus
from corpblog.model.site import Site
from corpblog.read.site import ReadOptions, read_site
from tests.importers.blogs import real_blog

NOW = datetime(2026, 11, 21, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Moved:
    """An old blog as a new site, built."""

    site: Site
    out: Path

    def page(self, permalink: str) -> str:
        file = self.out / permalink.strip("/")
        return (file if file.is_file() else file / "index.html").read_text()


def moved(tool: str, sample: str, scratch: Path) -> Moved:
    old = real_blog(sample, scratch)
    root, out = scratch / "site", scratch / "out"
    assert main(["import", tool, str(old), str(root)]) == 0
    assert main(["build", str(root), "--out", str(out), "--now", "2026-11-21"]) == 0
    site = read_site(root, ReadOptions(now=NOW)).site
    assert site is not None
    return Moved(site=site, out=out)


@pytest.fixture(scope="module")
def blog_18f(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moved]:
    yield moved("jekyll", "18f-sample", tmp_path_factory.mktemp("18f"))


@pytest.fixture(scope="module")
def codefor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moved]:
    yield moved("hugo", "codefor-de-sample", tmp_path_factory.mktemp("codefor"))


def test_every_post_of_18f_has_its_page(blog_18f: Moved) -> None:
    assert len(blog_18f.site.posts) == 128
    for post in blog_18f.site.posts:
        assert (
            post.title.split()[0]
            in lxml_html.fromstring(blog_18f.page(post.permalink)).text_content()
        )


def test_every_post_of_codefor_has_its_page(codefor: Moved) -> None:
    assert len(codefor.site.posts) >= 60
    assert {post.lang for post in codefor.site.posts} == {"de", "en"}
    for post in codefor.site.posts:
        assert "data-byline" in codefor.page(post.permalink) or not post.authors


@pytest.mark.parametrize("name", ["blog_18f", "codefor"])
def test_the_page_of_every_author_lists_every_post(
    name: str, request: pytest.FixtureRequest
) -> None:
    blog: Moved = request.getfixturevalue(name)
    listed = {
        id_: {unquote(link) for link in lxml_html.fromstring(page).xpath("//article//a/@href")}
        for id_, author in blog.site.authors.items()
        for page in [blog.page(author.permalink)]
    }
    for post in blog.site.posts:
        for id_ in post.authors:
            assert post.permalink in listed[id_], (id_, post.permalink)


def test_photos_of_18f_are_published_except_of_people_who_left(blog_18f: Moved) -> None:
    with_photo = [a for a in blog_18f.site.authors.values() if a.profile.image is not None]
    shown = {
        author.id
        for author in with_photo
        if (blog_18f.out / author.permalink.strip("/") / "portrait.jpg").is_file()
    }
    assert len(with_photo) == 15
    assert shown == {a.id for a in with_photo if a.profile.status is not AuthorStatus.FORMER}
    assert len(shown) == 12


def test_two_authors_of_one_post_both_stand_in_its_byline(blog_18f: Moved) -> None:
    several = [post for post in blog_18f.site.posts if len(post.authors) > 1]
    assert len(several) > 60
    for post in several:
        text = lxml_html.fromstring(blog_18f.page(post.permalink)).text_content()
        for id_ in post.authors:
            assert blog_18f.site.authors[id_].name in text

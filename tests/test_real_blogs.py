"""Two real old blogs, imported and built: nobody and nothing is missing."""

from urllib.parse import quote, unquote

import pytest
from lxml import html as lxml_html  # type: ignore[import-untyped]

from corpblog.diagnostics import Severity
from corpblog.model.author import AuthorStatus
from tests.importers.blogs import front, paths
from tests.real_blogs import Built


@pytest.fixture(params=["built_18f", "built_codefor"])
def blog(request: pytest.FixtureRequest) -> Built:
    found: Built = request.getfixturevalue(request.param)
    return found


def test_the_site_is_published_without_errors(blog: Built) -> None:
    assert blog.report.published
    assert [d for d in blog.report.diagnostics if d.severity is Severity.ERROR] == []


def test_every_published_post_has_its_page_and_its_old_addresses_lead_there(blog: Built) -> None:
    imported = blog.moved.imported
    posts = [front(imported, path) for path in paths(imported) if path.startswith("content/posts/")]
    published = [post for post in posts if post.get("status") != "draft"]
    assert blog.report.posts == len(published) == len(blog.site.posts)
    for post in published:
        assert quote(post["url"]) in blog.page(post["url"])
        for alias in post.get("aliases", ()):
            assert quote(post["url"]) in blog.page(alias)


def test_every_dead_link_of_the_build_stands_in_the_report(blog: Built) -> None:
    told = " ".join(
        unquote(f"{loss.found} {loss.done}")
        for loss in blog.moved.imported.losses
        if loss.construct.startswith("dead")
    )
    for found in blog.report.diagnostics:
        if found.code in ("LINK001", "LINK003"):
            address = unquote(found.message.split("“")[1].split("”")[0])
            assert address.rstrip("/").rsplit("/", 1)[-1] in told, found


def test_every_post_of_18f_has_its_page(built_18f: Built) -> None:
    assert len(built_18f.site.posts) == 128
    for post in built_18f.site.posts:
        assert (
            post.title.split()[0]
            in lxml_html.fromstring(built_18f.page(post.permalink)).text_content()
        )


def test_every_post_of_codefor_has_its_page(built_codefor: Built) -> None:
    assert len(built_codefor.site.posts) >= 60
    assert {post.lang for post in built_codefor.site.posts} == {"de", "en"}
    for post in built_codefor.site.posts:
        assert "data-byline" in built_codefor.page(post.permalink) or not post.authors


def test_the_page_of_every_author_lists_every_post(blog: Built) -> None:
    listed = {
        id_: {unquote(link) for link in lxml_html.fromstring(page).xpath("//article//a/@href")}
        for id_, author in blog.site.authors.items()
        for page in [blog.page(author.permalink)]
    }
    for post in blog.site.posts:
        for id_ in post.authors:
            assert post.permalink in listed[id_], (id_, post.permalink)


def test_photos_of_18f_are_published_except_of_people_who_left(built_18f: Built) -> None:
    with_photo = [a for a in built_18f.site.authors.values() if a.profile.image is not None]
    shown = {
        author.id
        for author in with_photo
        if (built_18f.report.out / author.permalink.strip("/") / "portrait.jpg").is_file()
    }
    assert len(with_photo) == 15
    assert shown == {a.id for a in with_photo if a.profile.status is not AuthorStatus.FORMER}
    assert len(shown) == 12


def test_two_authors_of_one_post_both_stand_in_its_byline(built_18f: Built) -> None:
    several = [post for post in built_18f.site.posts if len(post.authors) > 1]
    assert len(several) > 60
    for post in several:
        text = lxml_html.fromstring(built_18f.page(post.permalink)).text_content()
        for id_ in post.authors:
            assert built_18f.site.authors[id_].name in text

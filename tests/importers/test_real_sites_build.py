"""Two real old blogs, imported and built: every post has its page, its people and its pictures."""

from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest

from corpblog.diagnostics import Severity
from corpblog.importers import IMPORTERS
from corpblog.importers.land import land
from corpblog.importers.record import Import
from corpblog.pipeline import BuildOptions, BuildReport, build
from tests.importers.blogs import front, paths, real_blog

BLOGS = (("jekyll", "18f-sample"), ("hugo", "codefor-de-sample"))
AUTHOR_PAGES = {"18f-sample": "author", "codefor-de-sample": "people"}


@pytest.fixture(scope="module", params=BLOGS, ids=[name for _, name in BLOGS])
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Import, BuildReport]:
    tool, name = request.param
    root = tmp_path_factory.mktemp(name)
    imported = IMPORTERS[tool](real_blog(name, root / "old"))
    land(imported, root / "site")
    return name, imported, build(root / "site", BuildOptions())


def published(imported: Import) -> list[dict[str, Any]]:
    posts = [front(imported, path) for path in paths(imported) if path.startswith("content/posts/")]
    return [post for post in posts if post.get("status") != "draft"]


def page(out: Path, address: str) -> str:
    return (out / address.strip("/") / "index.html").read_text(encoding="utf-8")


def test_the_site_is_published_without_errors(built: tuple[str, Import, BuildReport]) -> None:
    _, imported, report = built
    assert report.published
    assert [d for d in report.diagnostics if d.severity is Severity.ERROR] == []
    assert report.posts == len(published(imported))


def test_every_published_post_has_its_page_at_its_old_address(
    built: tuple[str, Import, BuildReport],
) -> None:
    _, imported, report = built
    for post in published(imported):
        assert quote(post["url"]) in page(report.out, post["url"])
        for alias in post.get("aliases", ()):
            assert quote(post["url"]) in page(report.out, alias)


def test_each_author_lists_the_post_on_the_own_page(
    built: tuple[str, Import, BuildReport],
) -> None:
    name, imported, report = built
    # Long lists are cut into pages: all pages of a person together name every post.
    for post in published(imported):
        for author in post.get("authors", ()):
            folder = report.out / AUTHOR_PAGES[name] / author
            pages = [p.read_text(encoding="utf-8") for p in folder.rglob("index.html")]
            assert any(quote(post["url"]) in text for text in pages), (author, post["url"])


def test_portraits_are_there(built: tuple[str, Import, BuildReport]) -> None:
    name, imported, report = built
    portraits = [path for path in paths(imported) if path.endswith("/portrait.jpg")]
    assert len(portraits) == {"18f-sample": 15, "codefor-de-sample": 0}[name]
    copies = {file.data for file in imported.files if file.path.endswith("/portrait.jpg")}
    shown = {path.read_bytes() for path in report.out.rglob("*.jpg")}
    assert len(copies & shown) == len(copies)


def test_every_dead_link_of_the_build_stands_in_the_report(
    built: tuple[str, Import, BuildReport],
) -> None:
    _, imported, report = built
    told = " ".join(
        unquote(f"{loss.found} {loss.done}")
        for loss in imported.losses
        if loss.construct.startswith("dead")
    )
    for found in report.diagnostics:
        if found.code in ("LINK001", "LINK003"):
            wanted = (
                unquote(found.message.split("“")[1].split("”")[0]).rstrip("/").rsplit("/", 1)[-1]
            )
            assert wanted in told, found

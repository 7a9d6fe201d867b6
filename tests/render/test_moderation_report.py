"""The moderation report: figures, all of them zero while nobody has written."""

from pathlib import Path

import pytest

from corpblog.model.removal import RemovalReason
from tests.render.rendered import render
from tests.sites import CONFIG, post

PAGE = "moderation-report/index.html"


@pytest.mark.parametrize("theme", ["plain", "byline"])
def test_before_anybody_wrote_every_figure_is_zero(theme: str, tmp_path: Path) -> None:
    older = post("", title="Older").replace("2026-11-10", "2025-03-18")
    files = {"corpblog.yml": CONFIG.replace("plain", theme), "content/posts/older.md": older}
    site = render(tmp_path, files)
    assert site.lines == []
    assert "Since 18 March 2025" in site.words(PAGE)
    figures = [node.text_content() for node in site.nodes(PAGE, "//main//dd")]
    assert figures == ["0"] * (4 + len(RemovalReason))


def test_every_reason_that_the_policy_names_is_counted(tmp_path: Path) -> None:
    site = render(tmp_path, {"content/posts/first.de.md": post("", title="Erster")})
    for folder in ("", "de/"):
        named = site.nodes(f"{folder}comment-policy/index.html", "//*[@data-part='reasons']//dt")
        counted = [
            node.text_content() for node in site.nodes(f"{folder}{PAGE}", "//main//dl[2]//dt")
        ]
        assert counted == [node.text_content() for node in named]


def test_a_blog_without_posts_says_that_nobody_could_write(tmp_path: Path) -> None:
    site = render(tmp_path, {"content/posts/first.md": post("draft: true")})
    assert site.lines == []
    assert "Nothing has been published yet" in site.words(PAGE)


def test_it_is_linked_below_every_page(tmp_path: Path) -> None:
    site = render(tmp_path, {})
    assert {"/moderation-report/", "/rules/", "/comment-policy/"} <= {
        *site.hrefs("index.html", "//footer")
    }

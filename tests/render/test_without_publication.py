"""Posts that only a preview shows, and posts that nobody signed."""

from pathlib import Path

import pytest

from tests.render.rendered import render
from tests.sites import CONFIG, post

THEMES = pytest.mark.parametrize("theme", ["plain", "byline"])
ALL = CONFIG + "build: {drafts: true, future: true, expired: true}\n"


@THEMES
@pytest.mark.parametrize(
    ("front", "mark"),
    [
        ("draft: true", "Draft"),
        ("publish: 2027-05-01", "Not published yet"),
        ("expires: 2026-11-12", "Expired"),
    ],
)
def test_what_is_not_published_is_marked_on_its_own_page(
    front: str, mark: str, theme: str, tmp_path: Path
) -> None:
    config = ALL.replace("plain", theme)
    site = render(tmp_path, {"corpblog.yml": config, "content/posts/a.md": post(front)})
    [path] = [each for each in site.files if each.endswith("a-post/index.html")]
    [header] = site.nodes(path, "//header[@class='post-header']")
    assert mark in header.text_content()
    [badge] = site.nodes(path, "//*[@class='badge']")
    assert badge.text_content() == mark


@THEMES
def test_a_published_post_has_no_mark(theme: str, tmp_path: Path) -> None:
    config = ALL.replace("plain", theme)
    site = render(tmp_path, {"corpblog.yml": config, "content/posts/a.md": post("")})
    assert not site.nodes("2026/11/a-post/index.html", "//*[@class='badge']")


@THEMES
def test_a_card_without_an_author_begins_with_its_date(theme: str, tmp_path: Path) -> None:
    unsigned = "---\ntitle: Unsigned\ndate: 2026-11-20\n---\nHello.\n"
    config = CONFIG.replace("plain", theme)
    site = render(tmp_path, {"corpblog.yml": config, "content/posts/a.md": unsigned})
    [card] = site.nodes("index.html", "//article[.//a[text()='Unsigned']]")
    assert " ".join(card.text_content().split()).startswith("20 November 2026")
    assert not card.xpath(".//*[@class='card-faces']")

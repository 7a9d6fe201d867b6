"""What the intake knows of a site that changes, and when pages are closed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpblog.dialogue.intake.ground import Ground
from corpblog.dialogue.intake.pages_open import Grounds, grounds_of, key_of
from corpblog.model.site import Site
from corpblog.read.site import ReadOptions, read_site
from tests.dialogue.intake.running import URI, write_blog
from tests.sites import write_site


def site_in(root: Path) -> Site:
    site = read_site(root, ReadOptions()).site
    assert site is not None
    return site


def with_comments(root: Path, settings: str, config: str = "") -> Grounds:
    write_blog(root)
    post = f"---\ntitle: P\ndate: 2024-03-10\nauthors: [jana-weiss]\n{settings}---\nHello.\n"
    (root / "content/posts/p.md").write_text(post)
    with (root / "corpblog.yml").open("a") as file:
        file.write(config)
    return grounds_of(site_in(root))


def test_a_new_post_is_found_after_half_a_minute_and_a_broken_site_changes_nothing(
    tmp_path: Path,
) -> None:
    root, hours = write_blog(tmp_path), [0.0]
    reads: list[Site | None] = []

    def read() -> Site | None:
        reads.append(read_site(root, ReadOptions()).site)
        return reads[-1]

    ground = Ground(site_in(root), read, lambda: hours[0])
    new = "---\ntitle: New\ndate: 2024-04-10\nauthors: [jana-weiss]\n---\nHello.\n"
    write_site(root, {"content/posts/new.md": new})
    assert ground.page("/2024/04/new/") is None
    assert not reads
    hours[0] = 31
    assert ground.page("/2024/04/new/") is not None
    (root / "corpblog.yml").unlink()
    hours[0] = 62
    assert ground.page("/nothing/") is None
    assert len(reads) == 2
    assert ground.page(URI) is not None


def test_a_page_closes_after_its_time(tmp_path: Path) -> None:
    page = with_comments(tmp_path, "comments: {closes_after: 90d}\n").page("/2024/03/p/")
    assert page is not None
    assert page.takes(datetime(2024, 6, 7, tzinfo=UTC))
    assert not page.takes(datetime(2024, 6, 9, tzinfo=UTC))


def test_the_setting_of_the_site_counts_where_the_post_says_nothing(tmp_path: Path) -> None:
    grounds = with_comments(tmp_path, "", "comments: {closes_after: 1y, contact: /contact/}\n")
    page = grounds.page("/2024/03/p/")
    assert page is not None
    assert page.contact == "/contact/"
    assert not page.takes(datetime(2025, 3, 11, tzinfo=UTC))


def test_a_site_without_comments_has_no_open_page(tmp_path: Path) -> None:
    grounds = with_comments(tmp_path, "", "comments: {open: false}\n")
    assert not any(page.open for page in grounds.pages.values())


def test_a_blog_below_a_path_has_threads_below_that_path(tmp_path: Path) -> None:
    write_blog(tmp_path)
    config = (tmp_path / "corpblog.yml").read_text()
    config = config.replace("https://blog.example.org/", "https://example.org/blog/")
    (tmp_path / "corpblog.yml").write_text(config)
    grounds = grounds_of(site_in(tmp_path))
    page = grounds.page(f"/blog{URI}")
    assert page is not None
    assert page.uri == f"/blog{URI}"
    assert grounds.page(URI) is None
    assert grounds.page("/blog/alt/") is not None


@pytest.mark.parametrize("uri", ["/a/", "/a", "/a/index.html", "/a/?x#y", "/%61/", "/a#b"])
def test_one_page_has_one_key(uri: str) -> None:
    assert key_of(uri) == "/a"

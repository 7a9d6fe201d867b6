"""A built site is read as readers get it, and nothing else is."""

from pathlib import Path

import pytest

from corpblog.diagnostics import CorpblogError
from corpblog.read.built import read_built
from tests.sites import write_site


def refused(folder: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(CorpblogError) as stopped:
        read_built(folder, "public")
    return [(str(d.location), d.code, d.message) for d in stopped.value.diagnostics]


def test_pages_and_feeds_are_read_and_other_files_are_not(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        {
            "index.html": "<p>Grüße</p>",
            "2026/a/index.HTML": "",
            "feed.xml": "\ufeff<feed/>",
            "feed.json": "{}",
            "style.css": "p {}",
            "photo.jpg": b"\xff\xd8",
            ".corpblog-manifest.json": "{}",
        },
    )
    site = read_built(tmp_path, "public")
    assert site.folder == "public"
    assert site.pages == {"2026/a/index.HTML": "", "index.html": "<p>Grüße</p>"}
    assert site.feeds == {"feed.json": "{}", "feed.xml": "<feed/>"}


def test_broken_letters_are_read_as_a_browser_shows_them(tmp_path: Path) -> None:
    write_site(tmp_path, {"index.html": b"Gr\xfc\xdfe"})
    assert read_built(tmp_path, "public").pages["index.html"] == "Gr��e"


def test_a_folder_that_is_missing_or_holds_no_page_is_told(tmp_path: Path) -> None:
    missing = ("public", "SRC042", "this output folder does not exist")
    assert refused(tmp_path / "nowhere") == [missing]
    write_site(tmp_path, {"robots.txt": "", "sitemap.xml": "<x/>"})
    assert refused(tmp_path) == [("public", "SRC042", "there are no pages in this output folder")]
    no_folder = ("public", "SRC042", "this output folder is no folder")
    assert refused(tmp_path / "robots.txt") == [no_folder]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    write_site(tmp_path, {"public/index.html": "", "secret.html": "secret"})
    (tmp_path / "public" / "out.html").symlink_to("../secret.html")
    (tmp_path / "public" / "loop").symlink_to(".")
    assert refused(tmp_path / "public") == [
        ("public/out.html", "SRC025", "this link leads out of the output folder"),
        ("public/loop", "SRC005", "this link leads back to a folder that it lies in"),
    ]

"""The old folder: what is read, what is not followed, what is repaired."""

import os
import sys
from pathlib import Path

import pytest

from corpblog.diagnostics import CorpblogError
from corpblog.importers.old.source import OldFolder, open_folder, read_text
from tests.importers.blogs import write_blog


def test_files_are_listed_in_one_order_without_hidden_ones(tmp_path: Path) -> None:
    write_blog(tmp_path, {"b.md": "", "a/c.md": "", ".git/x": "", "node_modules/y.md": ""})
    assert open_folder(tmp_path).files == ("a/c.md", "b.md")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_that_lead_out_are_not_followed_and_told(tmp_path: Path) -> None:
    write_blog(tmp_path, {"secret.md": "s", "blog/a.md": "", "blog/inner.md": ""})
    (tmp_path / "blog/out.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "blog/loop").symlink_to(tmp_path / "blog")
    (tmp_path / "blog/same.md").symlink_to(tmp_path / "blog/inner.md")
    folder = open_folder(tmp_path / "blog")
    assert folder.files == ("a.md", "inner.md", "same.md")
    assert [loss.location.path for loss in folder.losses] == ["loop", "out.md"]


def test_text_that_is_not_utf_8_is_read_and_told(tmp_path: Path) -> None:
    write_blog(tmp_path, {"a.md": "Größe".encode("cp1252")})
    file = read_text(open_folder(tmp_path), "a.md")
    assert file.text == "Größe"
    assert file.losses[0].construct == "text that is not UTF-8"


def test_line_ends_and_a_byte_order_mark_do_not_show(tmp_path: Path) -> None:
    write_blog(tmp_path, {"a.md": b"\xef\xbb\xbfone\r\ntwo\rthree"})
    file = read_text(open_folder(tmp_path), "a.md")
    assert (file.text, file.losses) == ("one\ntwo\nthree", ())
    assert str(file.at(file.text.index("three"))) == "a.md:3:1"


def test_control_characters_are_left_out_and_told(tmp_path: Path) -> None:
    write_blog(tmp_path, {"a.md": b"a\x00b\x0bc\td"})
    file = read_text(open_folder(tmp_path), "a.md")
    assert file.text == "abc\td"
    assert file.losses[0].construct == "control characters"


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpblogError, match="IMPORT002 there is no folder"):
        open_folder(tmp_path / "gone")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_what_is_no_file_is_not_read_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    os.mkfifo(tmp_path / "pipe.md")
    folder = open_folder(tmp_path)
    assert folder.files == ("a.md",)
    assert [str(loss.location) for loss in folder.losses] == ["pipe.md"]


def test_the_files_below_a_folder_are_found_among_many(tmp_path: Path) -> None:
    files = tuple(sorted(["a", "a-b/c", "a/b", "a/b/c", "a/\U0010ffff", "a0", "b/a/c"]))
    folder = OldFolder(root=tmp_path, files=files, losses=())
    assert folder.below("a") == ("a/b", "a/b/c", "a/\U0010ffff")
    assert folder.below("/a/") == folder.below("a")
    assert folder.below("") == files
    assert folder.below("c") == ()

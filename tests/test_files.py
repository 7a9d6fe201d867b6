"""The one door to the file system: safe paths, atomic writes, listings."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.files import (
    OutsideRoot,
    is_leftover,
    require_plain,
    resolve_inside,
    walk,
    write_atomically,
)

REFUSED = {
    "": "is empty",
    "/etc/passwd": "is absolute",
    "../secret": "leaves its folder",
    "a/../../b": "leaves its folder",
    "a/..": "leaves its folder",
    "./a": "has an empty part",
    "a//b": "has an empty part",
    "a/": "has an empty part",
    "C:/windows": "names a drive",
    "c:file": "names a drive",
    "a\\..\\b": "contains a backslash",
    "a\0b": "contains a control character",
    "a\nb": "contains a control character",
    "con": "uses a name that Windows reserves",
    "a/NUL.txt": "uses a name that Windows reserves",
    "com1/x": "uses a name that Windows reserves",
    "lpt¹.html": "uses a name that Windows reserves",
    "a./b": "has a part that ends in a dot or a space",
    "a ": "has a part that ends in a dot or a space",
    "...": "has a part that ends in a dot or a space",
    "a\udcffb": "is no valid Unicode text",
}
PLAIN = ("a", ".well-known/x", "a..b/c.d", "console", "com10", "aux-armes", "ü/ö b.html", "..a")


@pytest.mark.parametrize(("path", "reason"), REFUSED.items())
def test_a_path_that_is_not_plain_everywhere_is_refused_with_its_reason(
    path: str, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(OutsideRoot) as refusal:
        resolve_inside(tmp_path, path)
    assert str(refusal.value) == f"{path!r} {reason}"
    assert isinstance(refusal.value, ValueError)


@pytest.mark.parametrize("path", PLAIN)
def test_a_plain_path_resolves_below_the_root(path: str, tmp_path: Path) -> None:
    assert resolve_inside(tmp_path, path) == tmp_path.resolve() / path


@given(st.lists(st.sampled_from(["..", ".", "", "a", "b\\", "C:", "/", "~", " "])))
def test_what_counts_as_plain_never_leaves_its_folder(parts: list[str]) -> None:
    path = "/".join(parts)
    try:
        require_plain(path)
    except OutsideRoot:
        return
    assert os.path.normpath(f"/folder/{path}") == f"/folder/{path}"


def test_a_link_that_leads_out_of_the_root_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/out").symlink_to(tmp_path)
    with pytest.raises(OutsideRoot, match="leaves its folder through a link"):
        resolve_inside(tmp_path / "site", "out/file")


def test_a_link_within_the_root_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "alias").symlink_to("real")
    assert resolve_inside(tmp_path, "alias/file") == tmp_path.resolve() / "real/file"


def test_writing_makes_folders_and_tells_whether_anything_changed(tmp_path: Path) -> None:
    assert write_atomically(tmp_path, "a/b/c.md", b"one") is True
    assert write_atomically(tmp_path, "a/b/c.md", b"one") is False
    assert write_atomically(tmp_path, "a/b/c.md", b"two") is True
    assert (tmp_path / "a/b/c.md").read_bytes() == b"two"
    assert [p.name for p in (tmp_path / "a/b").iterdir()] == ["c.md"]


def test_the_same_bytes_leave_the_time_of_a_file_alone(tmp_path: Path) -> None:
    write_atomically(tmp_path, "a", b"one")
    os.utime(tmp_path / "a", (1, 1))
    write_atomically(tmp_path, "a", b"one")
    assert (tmp_path / "a").stat().st_mtime == 1


def test_an_existing_file_keeps_its_mode(tmp_path: Path) -> None:
    write_atomically(tmp_path, "a", b"one")
    (tmp_path / "a").chmod(0o640)
    write_atomically(tmp_path, "a", b"two")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_without_overwrite_other_bytes_are_refused_and_kept(tmp_path: Path) -> None:
    assert write_atomically(tmp_path, "a", b"one", overwrite=False) is True
    assert write_atomically(tmp_path, "a", b"one", overwrite=False) is False
    with pytest.raises(FileExistsError):
        write_atomically(tmp_path, "a", b"two", overwrite=False)
    assert (tmp_path / "a").read_bytes() == b"one"


def test_a_write_that_fails_leaves_the_old_bytes_and_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_atomically(tmp_path, "a", b"one")
    for call in ("write", "replace"):
        with monkeypatch.context() as patched, pytest.raises(OSError, match="No space"):
            patched.setattr(os, call, _no_space)
            write_atomically(tmp_path, "a", b"two")
        assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a", b"one")]


def _no_space(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_file_where_a_folder_is_needed_is_told_as_the_system_tells_it(tmp_path: Path) -> None:
    write_atomically(tmp_path, "a", b"one")
    with pytest.raises(OSError):
        write_atomically(tmp_path, "a/b", b"two")


def test_a_walk_lists_files_sorted_by_code_point(tmp_path: Path) -> None:
    for name in ("b/z", "b/a", "B", "a b", "a/x", ".hidden"):
        write_atomically(tmp_path, name, b"")
    assert walk(tmp_path).files == (".hidden", "B", "a b", "a/x", "b/a", "b/z")


def test_a_walk_follows_links_to_files_and_folders(tmp_path: Path) -> None:
    write_atomically(tmp_path, "elsewhere/deep/x", b"")
    write_atomically(tmp_path, "root/y", b"")
    (tmp_path / "root/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "root/file").symlink_to("y")
    assert walk(tmp_path / "root").files == ("file", "folder/deep/x", "y")


def test_a_walk_reports_loops_once_and_goes_on(tmp_path: Path) -> None:
    write_atomically(tmp_path, "a/b/x", b"")
    (tmp_path / "a/b/up").symlink_to(tmp_path / "a")
    (tmp_path / "self").symlink_to("self")
    found = walk(tmp_path)
    assert found.files == ("a/b/x",)
    assert found.loops == ("a/b/up", "self")


def test_a_loop_through_a_folder_outside_ends(tmp_path: Path) -> None:
    write_atomically(tmp_path, "site/content/x", b"")
    (tmp_path / "site/content/out").symlink_to(tmp_path)
    found = walk(tmp_path / "site/content")
    assert found.files == ("x",)
    assert found.loops == ("out/site/content",)


def test_a_walk_names_what_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "broken").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    assert walk(tmp_path).unreadable == (
        ("broken", "does not exist, or is a link that leads nowhere"),
        ("pipe", "is neither a file nor a folder"),
    )
    assert walk(tmp_path / "none").unreadable[0][0] == "."


def test_a_walk_leaves_out_what_it_is_told_to(tmp_path: Path) -> None:
    for name in ("a.md", "a.md~", ".git/config", "b/.#c.md"):
        write_atomically(tmp_path, name, b"")
    found = walk(tmp_path, lambda path: path == ".git" or is_leftover(path))
    assert found.files == ("a.md",)


@pytest.mark.parametrize("name", ["a/.x.md.swp", "x.md~", ".#x", "#x#", "4913", ".DS_Store"])
def test_leftovers_of_editors_and_systems_are_known(name: str) -> None:
    assert is_leftover(name)


@pytest.mark.parametrize("name", ["a/x.md", ".htaccess", "4913.md", "~x", "x~y", "#x"])
def test_content_is_no_leftover(name: str) -> None:
    assert not is_leftover(name)

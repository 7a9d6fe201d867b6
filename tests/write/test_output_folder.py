"""Where a build may write, and what it says where it may not."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from corpblog.diagnostics import CorpblogError, Diagnostic
from corpblog.write.staging import Staging
from tests.write.site_builds import build, held


@pytest.fixture(autouse=True)
def in_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refusal(out: str, *protected: str) -> Diagnostic:
    folders = tuple(Path(name) for name in protected)
    staging = Staging.open(Path(out), Path(".corpblog"), protected=folders)
    with pytest.raises(CorpblogError) as error, staging:
        pass
    (fault,) = error.value.diagnostics
    assert fault.location.path == out
    return fault


def test_an_output_folder_that_is_a_file_is_refused() -> None:
    Path("public").write_text("")
    fault = refusal("public")
    assert (fault.code, fault.message) == ("WRITE001", "the output folder public is a file")
    assert fault.hint == "rename or remove public, or choose another folder"


def test_an_output_folder_below_a_file_is_refused() -> None:
    Path("public").write_text("")
    fault = refusal("public/deep/er")
    assert fault.message == "the output folder public/deep/er cannot be made: public is a file"


def test_an_output_folder_that_is_a_link_to_itself_is_refused() -> None:
    Path("public").symlink_to("public")
    assert refusal("public").message == "the output folder public is a link that leads to itself"


def test_a_state_folder_that_is_a_file_is_refused() -> None:
    Path(".corpblog").write_text("")
    with pytest.raises(CorpblogError, match=r"the state folder \.corpblog is a file"):
        build(Path(), {"a": b"a"})


@pytest.mark.parametrize(
    ("out", "words"),
    [
        ("content", "is a folder of the site's own files"),
        (".", "holds content, which is no output"),
        ("..", "holds content, which is no output"),
        ("content/public", "lies in content, which is no output"),
        (".corpblog/public", "lies in .corpblog, which is no output"),
    ],
)
def test_an_output_folder_that_shares_files_with_the_sources_is_refused(
    out: str, words: str
) -> None:
    Path("content").mkdir()
    fault = refusal(out, "content")
    assert fault.code == "WRITE002"
    assert fault.message == f"the output folder {out} {words}"
    assert fault.hint == "choose a folder of its own with --out, such as public"


def test_sources_are_protected_behind_links_too() -> None:
    Path("content").mkdir()
    Path("public").symlink_to("content")
    assert refusal("public", "content").code == "WRITE002"


@pytest.mark.parametrize(
    ("number", "code", "message"),
    [
        (errno.EACCES, "WRITE003", "public could not be written: you have no right to"),
        (errno.ENOSPC, "WRITE004", "the disk is full: public could not be written"),
        (
            errno.EDQUOT,
            "WRITE004",
            "your share of the disk is used up: public could not be written",
        ),
        (errno.EROFS, "WRITE005", "public lies on a file system that is read-only"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told_before_any_page_is_made(
    number: int, code: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(Path(), {"a": b"old"})
    replace = os.replace

    def refuse(source: str, target: str) -> None:
        if str(target).startswith(str(Path("public").resolve())):
            raise OSError(number, os.strerror(number))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    fault = refusal("public")
    assert (fault.code, fault.message) == (code, message)
    assert held(Path("public")) == {"a": b"old"}


def across_devices(inside: Path) -> Callable[[str, str], None]:
    """A rename that fails between ``inside`` and the world, as one between two disks does."""
    replace = os.replace

    def rename(source: str, target: str) -> None:
        if str(source).startswith(str(inside)) != str(target).startswith(str(inside)):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        replace(source, target)

    return rename


@pytest.mark.parametrize("disk", ["disk", "disk/public"])
def test_an_output_folder_on_another_disk_is_staged_there(
    disk: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("disk/public").mkdir(parents=True)
    Path("disk/public/mine").write_bytes(b"mine")
    for call in ("replace", "rename"):
        monkeypatch.setattr(os, call, across_devices(tmp_path / disk))
    for files in ({"a": b"a", "b/c": b"c"}, {"b/c": b"new"}):
        published = build(Path(), files, out="disk/public")
        assert held(Path("disk/public")) == {**files, "mine": b"mine"}
        assert published.kept_foreign == ("mine",)
        assert [p.name for p in Path("disk").iterdir()] == ["public"]


def test_an_output_folder_that_is_a_link_is_filled_where_it_leads() -> None:
    Path("real").mkdir()
    Path("public").symlink_to("real")
    build(Path(), {"a": b"a"})
    assert Path("public").is_symlink()
    assert held(Path("real")) == {"a": b"a"}


def test_a_missing_output_folder_is_made_with_the_folders_above_it() -> None:
    build(Path(), {"a": b"a"}, out="x/y/public")
    assert held(Path("x/y/public")) == {"a": b"a"}


def test_the_state_folder_keeps_itself_out_of_git() -> None:
    build(Path(), {"a": b"a"})
    assert Path(".corpblog/.gitignore").read_text() == "*\n"


def test_an_empty_output_folder_keeps_the_rights_it_was_prepared_with() -> None:
    Path("public").mkdir()
    Path("public").chmod(0o2775)
    build(Path(), {"a": b"a"})
    assert Path("public").stat().st_mode & 0o7777 == 0o2775

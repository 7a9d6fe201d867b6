"""Two builds at once: the second waits, or says so."""

import os
import time
from pathlib import Path

import pytest

from corpblog.diagnostics import CorpblogError
from corpblog.write.staging import Staging
from tests.write.site_builds import build, held


def test_a_second_build_that_may_not_wait_names_the_first(tmp_path: Path) -> None:
    with Staging.open(tmp_path / "public", tmp_path / ".corpblog"):
        with pytest.raises(CorpblogError) as refusal:
            build(tmp_path, {"a": b"a"})
        (fault,) = refusal.value.diagnostics
        assert fault.code == "WRITE010"
        assert fault.message == f"another build of this site is running (process {os.getpid()})"
        assert fault.hint == "wait until it has ended, or stop it, then build again"


def test_a_second_build_waits_and_says_so_once(tmp_path: Path) -> None:
    child = os.fork()
    if not child:
        with Staging.open(tmp_path / "public", tmp_path / ".corpblog") as first:
            (tmp_path / "locked").touch()
            time.sleep(0.2)
            first.publish([first.put("a", b"first")])
        os._exit(0)
    while not (tmp_path / "locked").exists():
        time.sleep(0.005)
    told: list[str] = []
    with Staging.open(tmp_path / "public", tmp_path / ".corpblog", on_wait=told.append) as second:
        assert held(tmp_path / "public") == {"a": b"first"}
        second.publish([second.put("a", b"second")])
    os.waitpid(child, 0)
    assert held(tmp_path / "public") == {"a": b"second"}
    assert told == [f"another build of this site is running (process {child}): waiting"]


def test_a_build_gives_up_when_its_time_is_over(tmp_path: Path) -> None:
    with Staging.open(tmp_path / "public", tmp_path / ".corpblog"):
        started = time.monotonic()
        second = Staging.open(tmp_path / "public", tmp_path / ".corpblog", wait=0.1)
        with pytest.raises(CorpblogError, match="WRITE010"), second:
            pass
        assert time.monotonic() - started >= 0.1


def test_builds_into_different_folders_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with Staging.open(tmp_path / "public", tmp_path / ".corpblog"):
        build(tmp_path, {"a": b"a"}, out="preview")
    assert held(tmp_path / "preview") == {"a": b"a"}


def test_a_folder_reached_by_two_names_is_locked_once(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "alias").symlink_to("public")
    first = Staging.open(tmp_path / "public", tmp_path / ".corpblog")
    with first, pytest.raises(CorpblogError, match="WRITE010"):
        build(tmp_path, {"a": b"a"}, out="alias")

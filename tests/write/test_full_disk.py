"""A disk that is really full: the build says so, and the last good site stays."""

import ctypes
import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpblog.diagnostics import CorpblogError
from tests.write.site_builds import build, held

SMALL = {"index.html": b"old", "a/index.html": b"old"}
BIG = {"index.html": b"new", **{f"p{n}/index.html": b"x" * 400_000 for n in range(6)}}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder with room for 1 MB, and the code of the fault when it is full.

    A file system of its own where this process may mount one; else a limit for each file's size.
    """
    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "mount"):
        place = os.fsencode(tmp_path)
        if library.mount(b"tmpfs", place, b"tmpfs", 0, b"size=1m") == 0:
            yield tmp_path, "WRITE004"
            library.umount2(place, 2)
            return
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))
    yield tmp_path, "WRITE006"
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


def test_a_disk_that_fills_up_while_staging_leaves_the_last_good_site(
    small_disk: tuple[Path, str],
) -> None:
    site, code = small_disk
    build(site, SMALL)
    with pytest.raises(CorpblogError) as error:
        build(site, BIG)
    (fault,) = error.value.diagnostics
    assert fault.code == code
    assert fault.location.path.startswith(f"{site}/public/p")
    assert held(site / "public") == SMALL
    assert not list(site.rglob("work"))
    assert build(site, {"index.html": b"again"}).written == 1


def test_an_output_folder_on_a_disk_of_its_own_that_fills_up_stays_as_it_was(
    small_disk: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    disk, code = small_disk
    site = tmp_path_factory.mktemp("site")
    build(site, SMALL, out=str(disk))
    with pytest.raises(CorpblogError) as error:
        build(site, BIG, out=str(disk))
    assert [fault.code for fault in error.value.diagnostics] == [code]
    assert held(disk) == SMALL
    assert not list(disk.glob(".corpblog*"))


def test_a_disk_without_room_for_a_journal_is_told_before_the_swap(
    small_disk: tuple[Path, str],
) -> None:
    site, code = small_disk
    build(site, SMALL)
    if code == "WRITE004":
        filler = site / "filler"
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
        with pytest.raises(CorpblogError, match="the disk is full"):
            build(site, {"index.html": b"new"})
    assert held(site / "public") == SMALL | ({"index.html": b"old"})

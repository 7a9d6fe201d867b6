"""Small builds for the tests of this room: what is published, what a folder holds, what kills."""

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from corpblog.write.publish import Published
from corpblog.write.staging import Staging

# Every call through which a publish changes the disk.
NEED_ROOM = ("link", "mkdir", "open", "rename", "replace", "write")
CALLS = (*NEED_ROOM, "rmdir", "unlink")

Files = Mapping[str, bytes]


def build(site: Path, files: Files, out: str = "public") -> Published:
    """One whole build of ``files`` at ``site``."""
    with Staging.open(site / out, site / ".corpblog", wait=0) as staging:
        return staging.publish([staging.put(path, data) for path, data in files.items()])


def mend(site: Path) -> None:
    """A build that is opened and given up: it mends what a killed one left, nothing else."""
    with Staging.open(site / "public", site / ".corpblog", wait=10):
        pass


def held(folder: Path) -> dict[str, bytes]:
    """The files below ``folder`` without the manifest, and its empty folders as ``name/``."""
    found = {}
    for place in sorted(folder.rglob("*")):
        path = place.relative_to(folder).as_posix()
        if place.is_file():
            found[path] = place.read_bytes()
        elif not any(place.iterdir()):
            found[path + "/"] = b""
    found.pop("corpblog-manifest.json", None)
    return found


@contextmanager
def before_call(
    number: int, act: Callable[[], None], calls: tuple[str, ...] = CALLS
) -> Iterator[None]:
    """Within the block, ``act`` just before call ``number`` (from 1) of those to ``calls``."""
    count = 0
    originals = {name: getattr(os, name) for name in calls}

    def counted(name: str) -> Callable[..., object]:
        def call(*args: object, **options: object) -> object:
            nonlocal count
            count += 1
            if count == number:
                act()
            result: object = originals[name](*args, **options)
            return result

        return call

    for name in calls:
        setattr(os, name, counted(name))
    try:
        yield
    finally:
        for name, original in originals.items():
            setattr(os, name, original)


def killed_at(number: int, work: Callable[[], object]) -> bool:
    """Run ``work`` in a child that is killed before its call ``number``; False if it got through.

    Kills with SIGKILL, so nothing in the child can tidy up.
    """
    child = os.fork()
    if not child:
        try:
            with before_call(number, lambda: os.kill(os.getpid(), signal.SIGKILL)):
                work()
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0, "the child failed without being killed"
    return False

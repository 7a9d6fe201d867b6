"""One build at a time for each output folder."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from corpblog.write.faults import failure

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PAUSE = 0.05  # seconds between two looks at a lock that another build holds
_FAR = 1 << 20  # Windows keeps others from reading locked bytes: lock one far behind the text


@contextmanager
def build_lock(
    file: Path, shown: str, *, wait: float | None, on_wait: Callable[[str], None]
) -> Iterator[None]:
    """Hold the lock ``file`` while the block runs; the system frees it when the process ends.

    ``wait`` is the longest time in seconds, None means for ever. ``on_wait`` is told once. Raises
    ``CorpblogError`` (WRITE010) naming ``shown`` when the time is over, ``OSError`` as it comes.
    """
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _acquire(descriptor, shown, wait, on_wait)
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        os.close(descriptor)


def _acquire(
    descriptor: int, shown: str, wait: float | None, on_wait: Callable[[str], None]
) -> None:
    end = None if wait is None else time.monotonic() + wait
    told = False
    while not _locked(descriptor):
        running = f"another build of this site is running{_holder(descriptor)}"
        if end is not None and time.monotonic() >= end:
            hint = "wait until it has ended, or stop it, then build again"
            raise failure("WRITE010", shown, running, hint=hint)
        if not told:
            on_wait(f"{running}: waiting")
            told = True
        time.sleep(_PAUSE)


def _locked(descriptor: int) -> bool:
    """Whether the lock is ours now."""
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _holder(descriptor: int) -> str:
    """The process that holds the lock, in brackets; empty in the moment before it is written."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    number = os.read(descriptor, 20).decode(errors="replace")
    return f" (process {number})" if number.isdecimal() else ""

"""Work shared out to forked processes where that is safe; the same result with any number."""

import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Below this many pieces of work one process is done before two have started (speed page, 3).
WORTH_SHARING = 400
_MOST_WORKERS = 8


class WorkerDied(RuntimeError):  # noqa: N818 (named for what happened)
    """A worker ended without a result; the text holds its traceback if it left one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Worker:
    process: int
    pipe: int


def workers_for(pieces: int, wanted: int = 0, *, worth: int = WORTH_SHARING) -> int:
    """How many processes to use: ``wanted``, or as many as pay off from ``worth`` pieces on."""
    if not _can_fork():
        return 1
    if wanted > 0:
        return min(wanted, max(pieces, 1))
    return min(_cores(), _MOST_WORKERS) if pieces >= worth else 1


def in_shares(
    shares: Sequence[Sequence[Item]], work: Callable[[Sequence[Item]], Result]
) -> list[Result]:
    """``work`` done on each of ``shares`` in a process of its own; results must be picklable.

    The first share is done in this process. An exception in any share is raised here: a worker's
    as WorkerDied unless it can be pickled.
    """
    if len(shares) <= 1 or not _can_fork():
        return [work(share) for share in shares]
    sys.stdout.flush()
    sys.stderr.flush()
    hired = [_fork(work, share) for share in shares[1:]]
    try:
        own = work(shares[0])
    finally:
        outcomes = [_collect(worker) for worker in hired]
    results = [own]
    for failed, value in outcomes:
        if failed:
            raise value
        results.append(value)
    return results


def _can_fork() -> bool:
    """Linux and the like; macOS forks, but its system libraries do not survive it."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _fork(work: Callable[[Sequence[Item]], Result], share: Sequence[Item]) -> _Worker:
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return _Worker(process=process, pipe=reading)
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as stream:
            stream.write(_outcome(work, share))
    finally:
        # Neither the parent's open files nor its exit handlers are the worker's to close.
        os._exit(0)


def _outcome(work: Callable[[Sequence[Item]], Result], share: Sequence[Item]) -> bytes:
    try:
        return pickle.dumps((False, work(share)), protocol=5)
    except BaseException as error:
        trace = traceback.format_exc()
        try:
            packed = pickle.dumps((True, error), protocol=5)
            pickle.loads(packed)  # noqa: S301 (our own bytes: some errors pack but do not unpack)
            return packed
        except Exception:
            return pickle.dumps((True, WorkerDied(trace)), protocol=5)


def _collect(worker: _Worker) -> tuple[bool, Any]:
    with os.fdopen(worker.pipe, "rb") as stream:
        packed = stream.read()
    _, status = os.waitpid(worker.process, 0)
    if not packed:
        return True, WorkerDied(f"a worker ended with status {status} and left no result")
    failed, value = pickle.loads(packed)  # noqa: S301 (our own bytes, from our own worker)
    return failed, value

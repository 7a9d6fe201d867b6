"""The swap itself: steps that are written down first, so that a killed build can be mended.

A step is a kind, a path in the output folder and, for `place` and `replace`, a file in the work
folder. What a step takes away goes to `old/NUMBER` of the work folder until all is done.
"""

# Thousands of steps: plain strings cost half of what Path objects do.
# ruff: noqa: PTH102, PTH103, PTH104, PTH105, PTH106, PTH112, PTH120

import contextlib
import errno
import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from corpblog.files import require_plain

Kind = Literal["folder", "place", "replace", "remove", "prune"]

_FORWARD = "forward.json"
_BACK = "back.json"
_OLD = "old"


class Step(NamedTuple):
    """One change of the output folder; ``target`` and ``source`` are plain relative paths."""

    kind: Kind
    target: str
    source: str = ""


def swap(root: Path, work: Path, steps: Sequence[Step]) -> None:
    """Carry out ``steps`` in the folder ``root``: all of them, or none.

    Raises ``OSError`` after taking back what was done. A process killed on the way leaves its
    journal in ``work``, from which :func:`mend` ends the job.
    """
    (work / _OLD).mkdir()
    written = work / "journal.part"
    written.write_text(json.dumps(steps), encoding="ascii")
    written.replace(work / _FORWARD)
    try:
        _forward(root, work, steps)
    except BaseException:
        _turn_back(root, work, steps)
        raise
    (work / _FORWARD).unlink()


def is_open(work: Path) -> bool:
    """Whether ``work`` holds a swap that has still to be mended."""
    return any((work / name).exists() for name in (_FORWARD, _BACK))


def mend(root: Path, work: Path) -> None:
    """End what a killed build began in ``work``: forward where it can be, else back.

    Removes ``work``. Raises ``OSError`` when neither way is open.
    """
    if (steps := _read(work / _BACK)) is not None:
        _back(root, work, steps)
    elif (steps := _read(work / _FORWARD)) is not None:
        try:
            _forward(root, work, steps)
        except OSError:
            _turn_back(root, work, steps)
    for journal in (_FORWARD, _BACK):
        (work / journal).unlink(missing_ok=True)  # first, for it must not outlive its files
    shutil.rmtree(work)


def _read(journal: Path) -> Sequence[Step] | None:
    """The steps of a journal; None where there is none, or not a whole one."""
    try:
        steps = [Step(*row) for row in json.loads(journal.read_bytes())]
        for step in steps:
            if step.kind not in get_args(Kind):
                return None
            for path in filter(None, (step.target, step.source)):
                require_plain(path)
    except (FileNotFoundError, ValueError, TypeError):
        return None
    return steps


def _forward(root: Path, work: Path, steps: Sequence[Step]) -> None:
    """Do each step; one that is done already is passed over. Raises ``OSError``."""
    for number, (kind, name, source) in enumerate(steps):
        target = f"{root}/{name}"
        old = f"{work}/{_OLD}/{number}"
        match kind:
            case "folder":
                _make_folder(target)
            case "place":
                _place(f"{work}/{source}", target)
            case "replace":
                _replace(f"{work}/{source}", target, old)
            case "remove":
                if not os.path.lexists(old):
                    _move_away(target, old)
            case "prune":
                with contextlib.suppress(OSError):
                    os.rmdir(target)


def _make_folder(target: str) -> None:
    try:
        os.mkdir(target)
    except FileExistsError:
        if not os.path.isdir(target):
            raise


def _place(source: str, target: str) -> None:
    """Move to a name that must be free: what came there meanwhile is somebody else's."""
    if os.path.lexists(target):
        if os.path.lexists(source):
            raise FileExistsError(errno.EEXIST, "a file came there while the build ran", target)
        return
    os.rename(source, target)


def _replace(source: str, target: str, old: str) -> None:
    """Keep the old file, then put the new one over it: a reader meets one or the other."""
    if not os.path.lexists(source):
        return
    try:
        os.link(target, old, follow_symlinks=False)
    except (FileExistsError, FileNotFoundError):
        pass  # kept by a run that was killed after it
    except OSError:  # no hard links here: a reader may meet a gap of microseconds
        _move_away(target, old)
    os.replace(source, target)


def _move_away(target: str, old: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.rename(target, old)


def _turn_back(root: Path, work: Path, steps: Sequence[Step]) -> None:
    """From now on the way is back, also for whoever mends this after a kill."""
    (work / _FORWARD).replace(work / _BACK)
    _back(root, work, steps)
    (work / _BACK).unlink()


def _back(root: Path, work: Path, steps: Sequence[Step]) -> None:
    """Undo each step that was done, the last first. Raises ``OSError``."""
    for number in range(len(steps) - 1, -1, -1):
        kind, name, source = steps[number]
        target = f"{root}/{name}"
        old = f"{work}/{_OLD}/{number}"
        match kind:
            case "folder":
                with contextlib.suppress(OSError):
                    os.rmdir(target)
            case "place":
                if not os.path.lexists(f"{work}/{source}"):
                    _move_away(target, f"{work}/{source}")
            case "replace" | "remove":
                if os.path.lexists(old):
                    os.makedirs(os.path.dirname(target), exist_ok=True)
                    os.replace(old, target)

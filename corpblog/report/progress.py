"""A bar for builds that take long enough to wonder; nothing where nobody watches."""

import os
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from corpblog.report.terminal import is_watched

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

# Seconds before a bar appears: most builds are over by then and never load rich.
_PATIENCE = 0.5
# Seconds between two looks of the bar.
_BEAT = 0.1


class ProgressBar:
    """Tells how far a run is, on standard error, one bar for the stage in work.

    Called with the name of the stage, how many of its pieces are done, and how many there are
    (0 where that is not known). Draws without a thread, so that a build may still fork, and only
    in the process that made it.
    """

    def __init__(self, *, watched: bool | None = None, patience: float = _PATIENCE) -> None:
        self._watched = is_watched(sys.stderr) if watched is None else watched
        self._draws_next = time.monotonic() + patience
        self._process = os.getpid()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._stage = ""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` pieces of ``stage`` are done."""
        now = time.monotonic()
        if not self._watched or now < self._draws_next or os.getpid() != self._process:
            return
        self._draws_next = now + _BEAT
        bar = self._bar or self._start()
        if self._task is None or stage != self._stage:
            if self._task is not None:
                bar.remove_task(self._task)
            self._stage = stage
            self._task = bar.add_task(stage, total=total or None)
        bar.update(self._task, completed=min(done, total), total=total or None, refresh=True)

    def __enter__(self) -> "ProgressBar":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away, so that what follows stands on a clean line."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _start(self) -> "Progress":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=Console(stderr=True),
            transient=True,
            auto_refresh=False,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._bar.start()
        return self._bar

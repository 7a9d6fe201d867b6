"""One run of a command as a whole process tree: wall time, CPU time, peak memory."""

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.01


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """``wall`` and ``cpu`` in seconds; ``memory`` the peak of all processes together, in MB.

    Memory is the proportional set size: pages that forked processes share count once.
    """

    wall: float
    cpu: float
    memory: float


def measure(command: Sequence[str], folder: Path) -> Run:
    """Run ``command`` in ``folder``; raises CalledProcessError with its output if it fails."""
    with (folder / ".bench.log").open("wb") as log:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        watcher = _Watcher(process.pid)
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        watcher.stop()
    if process.returncode:
        text = (folder / ".bench.log").read_text(errors="replace")
        raise subprocess.CalledProcessError(process.returncode, list(command), output=text)
    return Run(wall=wall, cpu=usage.ru_utime + usage.ru_stime, memory=watcher.peak)


class _Watcher(threading.Thread):
    """Looks at the memory of a process and its children again and again."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process = process
        self.peak = 0.0
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.wait(_EVERY):
            self.peak = max(self.peak, sum(map(memory_of, _tree(self.process))))

    def stop(self) -> None:
        self._stopped.set()
        self.join()


def _tree(process: int) -> list[int]:
    found = [process]
    for parent in found:
        try:
            children = Path(f"/proc/{parent}/task/{parent}/children").read_text()
        except OSError:
            continue
        found += [int(child) for child in children.split()]
    return found


def memory_of(process: int) -> float:
    """The memory of one process now, in MB; 0 where the system does not tell."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    for line in text.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0

"""``python -m bench``: the same posts through corpblog and its peers, then through the linter.

Installs nothing: a peer takes part if its command is on PATH. Each round runs every tool once, in
turn, so that a slow moment of the machine hits all of them; medians are printed.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.blogs import SOURCES
from bench.linting import lint_bench
from bench.measure import Run, measure

_COMMANDS = {
    "corpblog": (sys.executable, "-m", "corpblog", "build", ".", "--out", "public"),
    "hugo": ("hugo", "--quiet", "--destination", "public"),
}
_START = {
    "python -c pass": (sys.executable, "-c", "pass"),
    "corpblog --version": (sys.executable, "-m", "corpblog", "--version"),
}


def main() -> None:
    words = _words()
    with tempfile.TemporaryDirectory() as scratch:
        # As installed: compiled once, whatever the surroundings say of it.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(scratch) / "compiled")
        if not words.lint_only:
            for count in words.posts:
                _builds(Path(scratch) / str(count), count, words.runs)
            _starts(Path(scratch), words.runs * 4)
        lint_bench(Path(scratch) / "lint", words.runs)


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.split("\n")[0])
    parser.add_argument("--posts", type=int, nargs="+", default=[100, 1000], help="blog sizes")
    parser.add_argument("--runs", type=int, default=5, help="rounds of each size")
    parser.add_argument("--lint-only", action="store_true", help="measure the linter alone")
    return parser.parse_args()


def _builds(folder: Path, count: int, runs: int) -> None:
    tools = [tool for tool in _COMMANDS if tool == "corpblog" or shutil.which(tool)]
    for tool in tools:
        SOURCES[tool](folder / tool, count)
    found: dict[str, list[Run]] = {tool: [] for tool in tools}
    for _ in range(runs):
        for tool in tools:
            for left in ("public", ".corpblog", "resources"):
                shutil.rmtree(folder / tool / left, ignore_errors=True)
            found[tool].append(measure(_COMMANDS[tool], folder / tool))
    print(f"\n{count} posts, cold build, median of {runs}")
    _table(found, folder)


def _table(found: dict[str, list[Run]], folder: Path) -> None:
    first = found.get("hugo")
    print("| tool | wall s | ratio to hugo | CPU s | memory MB | files |")
    print("|---|---|---|---|---|---|")
    for tool, runs in found.items():
        wall = _median([run.wall for run in runs])
        pairs = zip(runs, first or [], strict=False)
        ratio = f"{_median([a.wall / b.wall for a, b in pairs]):.2f}" if first else "-"
        cpu = _median([run.cpu for run in runs])
        memory = max(run.memory for run in runs)
        files = sum(path.is_file() for path in (folder / tool / "public").rglob("*"))
        print(f"| {tool} | {wall:.2f} | {ratio} | {cpu:.2f} | {memory:.0f} | {files} |")


def _starts(folder: Path, runs: int) -> None:
    print(f"\nstart, median CPU of {runs}")
    for name, command in _START.items():
        cpu = _median([measure(command, folder).cpu for _ in range(runs)])
        print(f"- {name}: {cpu * 1000:.0f} ms")


def _median(values: Sequence[float]) -> float:
    return statistics.median(values)


main()

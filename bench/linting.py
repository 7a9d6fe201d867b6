"""The linter on blogs of seeded posts: words a second, start, warm runs, memory."""

import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.blogs import SOURCES
from bench.measure import Run, measure

_LINT = (sys.executable, "-m", "corpblog", "lint", ".", "--now", "2026-11-21")
# Every rule on everything, in one process that has loaded all words and libraries.
_INSIDE = """\
import gc, sys, time
from datetime import datetime
from pathlib import Path
from corpblog.judging import table_of
from corpblog.lint.engine import Ask, lint
from corpblog.read.image_facts import read_document_facts, read_image_facts
from corpblog.read.key_places import key_place
from corpblog.read.site import ReadOptions, read_site

gc.disable()
root = Path(sys.argv[1])
memory = root / ".corpblog"
site = read_site(root, ReadOptions(now=datetime.fromisoformat("2026-11-21T12:00"))).site
images = {**read_image_facts(site), **read_document_facts(site)}
table = table_of(site)


def once():
    # Syllables are remembered, findings are not.
    (memory / "lint.memo").unlink(missing_ok=True)
    ask = Ask(rules=table.rules, places=key_place, images=images, jobs=1, memory=memory)
    began = time.process_time()
    words = lint(site, ask).words
    return words / (time.process_time() - began)


once()
print(max(once() for _ in range(int(sys.argv[2]))))
"""


def lint_bench(scratch: Path, runs: int) -> None:
    """Print what the linter needs, on blogs of one post and of 300."""
    print(f"\nlinter, all rules, both lists of words; median of {runs}")
    one, many = scratch / "one", scratch / "many"
    SOURCES["corpblog"](one, 1)
    SOURCES["corpblog"](many, 300)
    for blog in (one, many):
        _run(blog)  # syllables are remembered now
    print(f"- words a second of CPU in one process: {_inside(many, runs):,.0f}")
    print(f"- one post, from the start of the process: {_told(_runs(one, runs, cold=True))}")
    print(f"- 300 posts, nothing remembered but syllables: {_told(_runs(many, runs, cold=True))}")
    print(f"- 300 posts, one changed: {_told(_runs(many, runs, cold=False))}")
    shutil.rmtree(many / ".corpblog")
    first = [_measured(many)]
    print(f"- 300 posts, first run ever (textstat is loaded): {_told(first)}")


def _inside(blog: Path, runs: int) -> float:
    command = (sys.executable, "-c", _INSIDE, str(blog), str(runs))
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)


def _run(blog: Path) -> None:
    subprocess.run(_LINT, cwd=blog, check=False, capture_output=True)


def _runs(blog: Path, runs: int, *, cold: bool) -> list[Run]:
    found = []
    for number in range(runs):
        if cold:
            (blog / ".corpblog" / "lint.memo").unlink(missing_ok=True)
        else:
            # Of words whose syllables are known: a new one would load textstat.
            post = sorted((blog / "content" / "posts").rglob("*.md"))[0]
            post.write_text(post.read_text() + "\nWe moved the scale" + " and we" * number + ".\n")
        found.append(_measured(blog))
    return found


def _measured(blog: Path) -> Run:
    """A run that may find something: that is no failure here."""
    return measure(("/bin/sh", "-c", '"$@" || [ $? -le 2 ]', "sh", *_LINT), blog)


def _told(runs: Sequence[Run]) -> str:
    wall = statistics.median(run.wall for run in runs)
    cpu = statistics.median(run.cpu for run in runs)
    memory = max(run.memory for run in runs)
    return f"{wall:.2f} s, CPU {cpu:.2f} s, {memory:.0f} MB"

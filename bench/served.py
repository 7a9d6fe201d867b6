"""``python -m bench.served``: how soon a preview shows an edit, beside Hugo's, and its memory.

Both servers show the same posts. A file is written, and the page is asked for again and again
until the new word stands in it; the median of many such edits is printed, with the time from the
start of the process to the first page, and the memory before and after all edits.
"""

import argparse
import http.client
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.blogs import SOURCES
from bench.measure import memory_of

_PATIENCE = 60.0
# Between two edits a writer looks at the page.
_PAUSE = 0.2


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.served")
    parser.add_argument("--posts", type=int, default=1000, help="size of the blog")
    parser.add_argument("--edits", type=int, default=500, help="how many edits")
    parser.add_argument("--peer-edits", type=int, default=20, help="how many edits for a peer")
    words = parser.parse_args()
    print(f"{words.posts} posts\n")
    print("| preview | first page s | edit to page ms | slowest tenth ms | MB before | MB after |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as scratch:
        for tool in ("corpblog", "hugo"):
            if tool == "corpblog" or shutil.which(tool):
                edits = words.edits if tool == "corpblog" else words.peer_edits
                print(_row(tool, Path(scratch) / tool, words.posts, edits), flush=True)


def _row(tool: str, root: Path, posts: int, edits: int) -> str:
    SOURCES[tool](root, posts)
    port = _free_port()
    began = time.perf_counter()
    with subprocess.Popen(
        _command(tool, port), cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait(port, "/", b"<html")
            first = time.perf_counter() - began
            time.sleep(2)
            before = memory_of(process.pid)
            times = _edit(root, port, edits)
            after = memory_of(process.pid)
        finally:
            process.terminate()
    slow = statistics.quantiles(times, n=10)[-1]
    middle = statistics.median(times)
    return (
        f"| {tool} | {first:.2f} | {middle * 1000:.1f} | {slow * 1000:.1f} "
        f"| {before:.0f} | {after:.0f} |"
    )


def _command(tool: str, port: int) -> Sequence[str]:
    if tool == "hugo":
        return ("hugo", "server", "--port", str(port), "--baseURL", f"http://localhost:{port}/")
    return (sys.executable, "-m", "corpblog", "serve", ".", "--port", str(port))


def _edit(root: Path, port: int, edits: int) -> list[float]:
    rng = random.Random(7)
    files = sorted((root / "content" / "posts").rglob("post-*.md"))
    times = []
    for number in range(edits):
        file = rng.choice(files)
        text = file.read_text(encoding="utf-8")
        word = f"Edit{number}x"
        changed = re.sub(r"\n---\n(?:Edit\d+x )?", f"\n---\n{word} ", text, count=1)
        address = _address(text)
        began = time.perf_counter()
        file.write_text(changed, encoding="utf-8")
        _wait(port, address, word.encode())
        times.append(time.perf_counter() - began)
        time.sleep(_PAUSE)
    return times


def _address(text: str) -> str:
    day = re.search(r"^date: (\d{4})-(\d\d)", text, re.M)
    slug = re.search(r"^slug: (\S+)", text, re.M)
    assert day is not None and slug is not None
    return f"/{day[1]}/{day[2]}/{slug[1]}/"


def _wait(port: int, path: str, word: bytes) -> None:
    connection = http.client.HTTPConnection("localhost", port, timeout=_PATIENCE)
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            connection.request("GET", path)
            if word in connection.getresponse().read():
                connection.close()
                return
        except (OSError, http.client.HTTPException):
            connection.close()
            time.sleep(0.01)
        # Whoever asks all the time leaves the server no time to answer.
        time.sleep(0.003)
    raise TimeoutError(f"{path} never showed {word!r}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    main()

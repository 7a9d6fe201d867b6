"""The clock alone changes no verdict but that of the scheduled run."""

import json
import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lint.blog import blog, told
from tests.sites import write_site

_FRONT = "---\ntitle: {title}\nauthors: [{author}]\ndate: {day}\n{more}---\nA holistic 1 view.\n"
_POSTS = {
    "content/posts/soon.md": _FRONT.format(
        title="Soon", author="tom-kern", day="2026-12-24", more="publish: 2027-01-02\n"
    ),
    "content/posts/over.md": _FRONT.format(
        title="Over", author="jana-weiss", day="2024-01-01", more="expires: 2025-01-01\n"
    ),
    "content/posts/held.md": _FRONT.format(
        title="Held", author="jana-weiss", day="2026-01-01", more="embargo: 2027-03-01\n"
    ),
}


def found(root: Path, now: date, *words: str) -> str:
    """What is found, without posts that have no date: those are judged as of the day of the run."""
    report = json.loads(told(root, *words, now=now.isoformat())[1])["diagnostics"]
    undated = ("content/posts/undated.md", "content/posts/draft.md")
    return json.dumps([item for item in report if item["path"] not in undated], indent=1)


@settings(max_examples=6)
@given(st.integers(0, 3000))
def test_a_pull_request_is_judged_alike_on_every_day(days: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write_site(blog(Path(folder)), _POSTS)
        other = date(2022, 1, 1) + timedelta(days=days)
        assert found(root, other, "--no-cache") == found(root, date(2026, 11, 21), "--no-cache")


def test_the_scheduled_run_leaves_the_memory_alone(tmp_path: Path) -> None:
    root = write_site(blog(tmp_path), _POSTS)
    first = told(root, "--scheduled")
    assert not (root / ".corpblog/lint.memo").exists()
    told(root)
    before = (root / ".corpblog/lint.memo").read_bytes()
    assert told(root, "--scheduled") == first
    assert (root / ".corpblog/lint.memo").read_bytes() == before

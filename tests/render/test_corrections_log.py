"""The log of corrections calls each note what it is."""

from pathlib import Path

import pytest

from tests.render.rendered import render
from tests.sites import CONFIG, post

NOTES = """\
corrections:
  - {date: 2026-11-12, kind: correction, what: One.}
  - {date: 2026-11-13, kind: update, what: Two.}
  - {date: 2026-11-14, kind: clarification, what: Three.}
  - {date: 2026-11-15, kind: retraction, what: Four.}
"""
THEMES = pytest.mark.parametrize("theme", ["plain", "byline"])


@THEMES
def test_every_kind_has_its_own_word(theme: str, tmp_path: Path) -> None:
    files = {"corpblog.yml": CONFIG.replace("plain", theme), "content/posts/a.md": post(NOTES)}
    site = render(tmp_path, files)
    notes = site.nodes("corrections/index.html", "//*[@data-correction]")
    assert [" ".join(note.text_content().split()) for note in notes] == [
        "Retracted on 15 November 2026 Four.",
        "Clarified on 14 November 2026 Three.",
        "Updated on 13 November 2026 Two.",
        "Corrected on 12 November 2026 One.",
    ]


def test_the_log_says_that_it_holds_more_than_what_was_wrong(tmp_path: Path) -> None:
    words = render(tmp_path, {}).words("corrections/index.html")
    assert "what changed since, and what we took back" in words


@THEMES
def test_notes_without_a_date_stand_under_a_heading_too(theme: str, tmp_path: Path) -> None:
    note = "corrections: [{kind: maintenance, what: New link.}]"
    files = {"corpblog.yml": CONFIG.replace("plain", theme), "content/posts/a.md": post(note)}
    site = render(tmp_path, files)
    [heading] = site.nodes("corrections/index.html", "//main//h2")
    assert heading.text_content() == "Without a date"

"""Small sites for tests: written from a mapping of paths to texts."""

import textwrap
from collections.abc import Mapping
from pathlib import Path

CONFIG = """\
site:
  title: Test
  url: https://blog.example.org/
  timezone: Europe/Berlin
organization:
  name: Kern
theme:
  name: plain
"""

AUTHOR = """\
---
name: Jana Weiss
job_title: head of support
---
I answer the phone.
"""

POST = """\
---
title: First post
date: 2026-11-10
authors: [jana-weiss]
---
Hello.
"""

SMALL = {
    "corpblog.yml": CONFIG,
    "authors/jana-weiss.md": AUTHOR,
    "content/posts/first.md": POST,
}


def write_site(root: Path, files: Mapping[str, str | bytes] = SMALL) -> Path:
    """Write ``files`` below ``root``; texts are dedented first."""
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            file.write_text(textwrap.dedent(content), encoding="utf-8", newline="")
        else:
            file.write_bytes(content)
    return root


def post(front: str, body: str = "Hello.", *, title: str = "A post") -> str:
    """A post by the author of the small site, with further front matter."""
    keys = textwrap.dedent(front).strip("\n")
    return f"---\ntitle: {title}\ndate: 2026-11-10\nauthors: [jana-weiss]\n{keys}\n---\n{body}\n"

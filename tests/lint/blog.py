"""A small blog in two languages with something for every sort of rule, and the linter run on it."""

import contextlib
import io
from pathlib import Path

from corpblog.cli import main
from tests.sites import write_site

NOW = "2026-11-21T12:00"
CONFIG = """\
site:
  title: Klartext
  url: https://blog.example.org/
  lang: en
  timezone: Europe/Berlin
organization:
  name: Hafenwaage
theme:
  name: plain
guidelines:
  lists:
    ours: {file: words/ours.tsv, lang: en, code: HOUSE001, name: house-style}
    mehr: {file: words/mehr.tsv, lang: de}
"""
_PEOPLE = {
    "jana-weiss": ("Jana Weiss", "head of support"),
    "tom-kern": ("Tom Kern", "weigher"),
}
PICTURE = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0:~\x9bU"
    b"\0\0\0\nIDATx\x9cc`\0\0\0\2\0\1H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82"
)
FILES: dict[str, str | bytes] = {
    "corpblog.yml": CONFIG,
    **{
        f"authors/{id_}.md": f"---\nname: {name}\njob_title: {title}\n---\nI weigh {title}s.\n"
        for id_, (name, title) in _PEOPLE.items()
    },
    "content/posts/weights.md": """\
---
title: Why our scale was wrong
date: 2026-11-10
authors: [jana-weiss]
disclosures: none
ai: none
summary: What we leverage.
---
We leverage a holistic view of flour. Miller Ltd gave us the best scale in the world.

<!-- corpblog-allow JARG001 reason="quoted product category" by="jana-weiss" -->

A holistic baker asked us. More than 80 % of customers agree. It seems that studies show it.

![a scale](scale.png)
""",
    "content/posts/weights.de.md": """\
---
title: Warum unsere Waage falsch ging
date: 2026-11-10
authors: [jana-weiss]
---
Wir bieten eine ganzheitliche Lösung und die beste Waage der Welt. Studien zeigen es.
""",
    "content/posts/scale.png": PICTURE,
    "content/posts/plan.md": """\
---
title: What comes next
date: 2026-12-01
authors: [tom-kern]
tags: [plans]
---
We regret any inconvenience. Project Heron is a game-changing synergy, click
[here](https://miller.example.com/). Call 0171 2345678.
""",
    "content/posts/draft.md": "---\ntitle: Do\nauthors: [tom-kern]\ndraft: true\n---\nSynergy!\n",
    "content/posts/undated.md": "---\ntitle: No date\nauthors: [tom-kern]\n---\nA synergy of us.\n",
    "content/pages/imprint.md": "---\ntitle: Imprint\nrole: imprint\n---\nA holistic company.\n",
    "registers/relations.yml": "- {party: Miller Ltd, type: client, domains: [miller.example.com]}",
    "registers/names.yml": "- {name: Project Heron}\n",
    "words/ours.tsv": "pattern\tcategory\tsuggestion\tnote\nbaker(|s)\tHOUSE001\tcustomer(|s)\t\n",
    "words/mehr.tsv": "pattern\tcategory\tsuggestion\tnote\nwaage\tbuzzword\t\t\n",
    "press/news.md": "We leverage a holistic view of flour. Miller Ltd gave us the best scale.\n",
}


def blog(root: Path) -> Path:
    """The blog, written below ``root``."""
    return write_site(root, FILES)


def told(root: Path, *words: str, now: str = NOW) -> tuple[int, str]:
    """Exit code and output of the linter, as a program reads it."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = main(["lint", "--site", str(root), "--now", now, "--format", "json", *words])
    return code, out.getvalue()

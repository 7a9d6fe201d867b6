"""The labelled set through the real linter: every text a post of its company's blog."""

import json
import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from bench.labelled import Labelled
from bench.scoring import Examined, Hit
from corpblog.diagnostics import Diagnostic
from corpblog.lint.engine import Ask, lint
from corpblog.lint.in_force import with_defaults
from corpblog.lint.rules import RULES
from corpblog.read.key_places import key_place
from corpblog.read.site import ReadOptions, read_site

# The families of rules that read nothing but language.
LANGUAGE = ("JARG", "EVID", "VOICE", "READ", "CORR005", "CORR006")

_NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
_CONFIG = """\
site:
  title: Blog
  url: https://blog.example.org/
  timezone: Europe/Berlin
organization:
  name: {own}
theme:
  name: plain
"""
_AUTHOR = "---\nname: Jana Weiss\njob_title: head of support\n---\nI answer the phone.\n"
_FRONT = """\
---
title: {title}
slug: text-{number}
lang: {lang}
date: 2026-11-10
authors: [jana-weiss]
---
"""
_FRONT_LINES = _FRONT.count("\n")
_TITLES = {"en": "Paragraph", "de": "Absatz"}


def examined(texts: Iterable[Labelled]) -> tuple[Examined, ...]:
    """What the rules about language find in each of ``texts``."""
    by_own = sorted(texts, key=lambda text: (text.own, text.name))
    return tuple(
        one
        for own, group in groupby(by_own, key=lambda text: text.own)
        for one in _blog(own, list(group))
    )


def _blog(own: str, texts: Sequence[Labelled]) -> list[Examined]:
    with tempfile.TemporaryDirectory() as scratch:
        found = _findings(Path(scratch), own, texts)
    return [
        Examined(
            text=text, hits=tuple(_hits(text, found.get(_file(number), []))), words=_words(text)
        )
        for number, text in enumerate(texts)
    ]


def _findings(root: Path, own: str, texts: Sequence[Labelled]) -> dict[str, list[Diagnostic]]:
    _write(root, "corpblog.yml", _CONFIG.format(own=json.dumps(own, ensure_ascii=False)))
    _write(root, "authors/jana-weiss.md", _AUTHOR)
    for number, text in enumerate(texts):
        _write(root, _file(number), _post(number, text))
    result = read_site(root, ReadOptions(now=_NOW))
    if result.site is None:
        raise ValueError(f"the blog of {own} cannot be read: {result.diagnostics}")
    rules = with_defaults(rule for rule in RULES if rule.code.startswith(LANGUAGE))
    outcome = lint(result.site, Ask(rules=rules, places=key_place, now=_NOW))
    by_path: dict[str, list[Diagnostic]] = {}
    for item in outcome.found:
        by_path.setdefault(item.diagnostic.location.path, []).append(item.diagnostic)
    return by_path


def _file(number: int) -> str:
    return f"content/posts/text-{number}.md"


def _write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")


def _post(number: int, text: Labelled) -> str:
    """The text as a post; a heading at its start is the title, and an empty line stays for it."""
    first, _, rest = text.text.partition("\n")
    title, body = _TITLES[text.lang], text.text
    if first.startswith("# "):
        title, body = first.removeprefix("# "), "\n" + rest
    front = _FRONT.format(
        title=json.dumps(title, ensure_ascii=False), number=number, lang=text.lang
    )
    return front + body + "\n"


def _hits(text: Labelled, found: Iterable[Diagnostic]) -> Iterable[Hit]:
    starts = [0]
    for line in text.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for item in found:
        place = item.location
        first, last = place.line - _FRONT_LINES - 1, place.end_line - _FRONT_LINES - 1
        inside = first >= 0
        yield Hit(
            code=item.code,
            severity=item.severity.value,
            start=starts[first] + place.column - 1 if inside else 0,
            end=starts[last] + place.end_column - 1 if inside else 0,
            message=item.message,
        )


def _words(text: Labelled) -> int:
    return len(text.text.split())

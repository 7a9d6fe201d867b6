"""What is wrong, as the overlay shows it: the record and the text of the terminal."""

import re
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from corpblog.diagnostics import Diagnostic, Location
from corpblog.report.as_json import shape
from corpblog.report.findings import Look, findings
from corpblog.report.text import diagnostic, painted, place

# Schemes that run what follows them: an address from a configuration must not.
_UNSAFE = re.compile(r"\s*(?:javascript|data|vbscript)\s*:", re.IGNORECASE)


class Editor:
    """Links that open a place in the editor of the person, by a ``pattern`` such as
    ``vscode://file/{path}:{line}:{column}``.
    """

    def __init__(self, pattern: str, where: Callable[[str], Path]) -> None:
        self._pattern = "" if _UNSAFE.match(pattern) else pattern
        self._where = where

    def link(self, location: Location) -> str:
        """The link for a place; empty where it is in no file."""
        if not self._pattern or not location.path:
            return ""
        file = self._where(location.path)
        if not file.is_file():
            return ""
        values = {
            "path": quote(file.as_posix().lstrip("/")),
            "line": str(max(location.line, 1)),
            "column": str(max(location.column, 1)),
        }
        return re.sub(r"\{(path|line|column)\}", lambda found: values[found[1]], self._pattern)


def as_items(told: Iterable[Diagnostic], editor: Editor) -> list[dict[str, Any]]:
    """Diagnostics in order, each with its ``text``, its ``place`` and links into the editor."""
    found = findings(told)
    items = []
    for item, record in zip(found.diagnostics, shape(found)["diagnostics"], strict=True):
        related = [
            {**other, "place": place(each.location), "editor": editor.link(each.location)}
            for each, other in zip(item.related, record["related"], strict=True)
        ]
        items.append(
            {
                **record,
                "text": painted(list(diagnostic(item, Look())), Look()),
                "place": place(item.location),
                "editor": editor.link(item.location),
                "related": related,
            }
        )
    return items


def bare_page(told: Iterable[Diagnostic]) -> bytes:
    """A page of faults alone, for a page that there has been no good version of yet."""
    found = findings(told)
    texts = "\n".join(painted(list(diagnostic(item, Look())), Look()) for item in found.diagnostics)
    return _BARE.replace("TEXTS", escape(texts)).encode()


_BARE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Faults</title>
<style>
  body { margin: 0; padding: 2rem; color: #f3efe6; background: #1b1d1f; }
  main { max-width: 70rem; margin: auto; font: 16px/1.5 system-ui, sans-serif; }
  h1 { font-size: 1.3rem; }
  pre { overflow-x: auto; padding: 1rem; background: #26292c; border-left: 4px solid #d2452f;
    font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
</style>
</head>
<body>
<main>
<h1>This page cannot be shown yet</h1>
<p>Mend what stands here and save: the page appears by itself.</p>
<pre>TEXTS</pre>
</main>
</body>
</html>
"""

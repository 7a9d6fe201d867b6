"""All findings as Markdown for the summary of a step in GitHub Actions."""

from collections.abc import Iterator

from corpblog.diagnostics import Diagnostic
from corpblog.report.cells import shown
from corpblog.report.findings import Findings, Look
from corpblog.report.github import KINDS
from corpblog.report.text import tally
from corpblog.report.told import path_of, told

# GitHub refuses a summary of more than 1 MiB; some room is left for what other tools write.
_MOST_BYTES = 900_000
_HEAD = "| | Place | Rule | What |\n|---|---|---|---|\n"
# Text of a post must not become markup, a link, a mention or a formula.
_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>|`*_[]\\~#@:$!"})


def write(found: Findings, look: Look) -> str:  # noqa: ARG001 - one signature for all formats
    """The summary; a run without findings has one too."""
    return summary(found)


def summary(found: Findings) -> str:
    """Counts and a table of all findings, the gravest first, as far as GitHub takes them."""
    rows = list(_rows(found))
    shown_rows = _that_fit(rows)
    parts = ["## corpblog\n\n", f"{_counts(found)}\n"]
    if rows:
        parts += ["\n", _HEAD, *shown_rows]
    if left := len(rows) - len(shown_rows):
        parts.append(f"\n{left} more did not fit; `corpblog lint` shows them all.\n")
    return "".join(parts)


def _counts(found: Findings) -> str:
    looked = f"{found.summary.files:,} files, {found.summary.words:,} words"
    return f"{tally(found.summary) or 'nothing found'} ({looked})"


def _rows(found: Findings) -> Iterator[str]:
    for severity in KINDS:
        for item in found.diagnostics:
            if item.severity is severity:
                yield f"| {severity} | {_place(found, item)} | {_rule(item)} | {_what(item)} |\n"


def _that_fit(rows: list[str]) -> list[str]:
    size = 0
    for index, row in enumerate(rows):
        size += len(row.encode())
        if size > _MOST_BYTES:
            return rows[:index]
    return rows


def _place(found: Findings, item: Diagnostic) -> str:
    place = item.location
    if not place.path:
        return ""
    spot = f":{place.line}:{place.column}" if place.line else ""
    return _text(path_of(found, place) + spot)


def _rule(item: Diagnostic) -> str:
    return _text(f"{item.code} {item.name}")


def _what(item: Diagnostic) -> str:
    return "<br>".join(_text(line) for line in told(item).splitlines() if line.strip())


def _text(text: str) -> str:
    return shown(text).translate(_SIGNS)

"""Annotations on a pull request: workflow commands of GitHub Actions.

The form is that of ``@actions/core``: ``::error title=…,file=…,line=…::message``. The runner obeys
any line of the output that begins with ``::``, so nothing from a post may stand at a line's start:
every line is a command of ours, and line ends inside a value are escaped.
"""

from collections.abc import Mapping

from corpblog.diagnostics import Diagnostic, Severity
from corpblog.report.findings import Findings, Look
from corpblog.report.told import has_end, last_line, path_of, told, whole

KINDS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
# GitHub shows ten of a kind for each step and drops the others without a word.
MOST = 10

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def write(found: Findings, look: Look) -> str:  # noqa: ARG001 - one signature for all formats
    """Errors first, then warnings, then notices: ten of each; the others are in the summary."""
    lines: list[str] = []
    for severity, kind in KINDS.items():
        items = [item for item in found.diagnostics if item.severity is severity]
        lines += [command(kind, properties(found, item), told(item)) for item in items[:MOST]]
    if left := len(found.diagnostics) - len(lines):
        lines.append(f"corpblog: {left} more in the summary, GitHub shows {MOST} of a kind here")
    return "".join(f"{line}\n" for line in lines)


def command(kind: str, values: Mapping[str, str | int], message: str) -> str:
    """A workflow command as one line; properties without a value are left out."""
    listed = ",".join(f"{key}={_escaped(str(value))}" for key, value in values.items() if value)
    return f"::{kind} {listed}::{whole(message).translate(_IN_MESSAGE)}"


def properties(found: Findings, item: Diagnostic) -> dict[str, str | int]:
    """Title and place in the order of ``@actions/core``; columns only where one line has them all.

    The runner takes an end only after a start, and columns only where first and last line agree.
    """
    place = item.location
    values: dict[str, str | int] = {"title": f"{item.code} {item.name}"}
    if not place.path:
        return values
    values["file"] = path_of(found, place)
    if not place.line:
        return values
    values |= {"line": place.line, "endLine": last_line(place)}
    if place.column and has_end(place) and place.end_line == place.line:
        values |= {"col": place.column, "endColumn": place.end_column}
    return values


def _escaped(value: str) -> str:
    return whole(value).translate(_IN_PROPERTY)

"""The Reviewdog Diagnostic Format: comments and suggested changes on most code hosts.

Lines count from 1 and columns are bytes of UTF-8, from 1, end exclusive
(https://github.com/reviewdog/reviewdog/tree/master/proto/rdf).
"""

from collections.abc import Mapping
from typing import Any

from corpblog.diagnostics import Diagnostic, Edit, Location, Severity
from corpblog.report.findings import Findings, Look
from corpblog.report.told import has_end, last_line, path_of, told, whole

_SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.INFO: "INFO",
}


def write(found: Findings, look: Look) -> str:  # noqa: ARG001 - one signature for all formats
    """A ``DiagnosticResult`` as JSON in ASCII."""
    import json

    shape = {
        "source": {"name": "corpblog"},
        "diagnostics": [_diagnostic(found, item) for item in found.diagnostics],
    }
    return json.dumps(shape, indent=2) + "\n"


def _diagnostic(found: Findings, item: Diagnostic) -> dict[str, Any]:
    place: dict[str, Any] = {"path": path_of(found, item.location)}
    if item.location.line:
        place["range"] = _range(item, item.location) or _lines(item.location)
    code = {"value": whole(item.code)} | ({"url": whole(item.url)} if item.url else {})
    made: dict[str, Any] = {
        "message": told(item),
        "location": place,
        "severity": _SEVERITIES[item.severity],
        "code": code,
    }
    suggestions = [_suggestion(item, edit) for edit in item.edits]
    if exact := [suggestion for suggestion in suggestions if suggestion]:
        made["suggestions"] = exact
    return made


def _suggestion(item: Diagnostic, edit: Edit) -> dict[str, Any] | None:
    """The edit, if its bytes are known: a suggestion a byte off would damage the text.

    A suggestion belongs to the file of its diagnostic; edits of other files are left out.
    """
    place = _range(item, edit.location) if edit.location.path == item.location.path else None
    return {"range": place, "text": whole(edit.replacement)} if place else None


def _lines(location: Location) -> dict[str, Any]:
    """The whole lines of a span: what is said where a column's byte is not known."""
    return {"start": {"line": location.line}, "end": {"line": last_line(location)}}


def _range(item: Diagnostic, location: Location) -> dict[str, Any] | None:
    if not (location.line and location.column and has_end(location)):
        return None
    start = _byte(item, location.line, location.column)
    end = _byte(item, location.end_line, location.end_column)
    if start is None or end is None:
        return None
    return {
        "start": {"line": location.line, "column": start},
        "end": {"line": location.end_line, "column": end},
    }


def _byte(item: Diagnostic, line: int, column: int) -> int | None:
    """The column in bytes; None where the text before it is not known.

    A diagnostic carries the line in which it begins. Of other lines only the first byte is known.
    """
    if column == 1:
        return 1
    before = item.source_line[: column - 1]
    if line != item.location.line or len(before) < column - 1:
        return None
    return len(whole(before).encode()) + 1

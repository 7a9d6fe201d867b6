"""Diagnostics for programs: one JSON shape for build, lint and the preview, and its schema."""

from dataclasses import asdict
from typing import Any

from corpblog.diagnostics import Diagnostic, Location, Severity
from corpblog.report.findings import Findings, Look

VERSION = 1


def write(found: Findings, look: Look) -> str:  # noqa: ARG001 - one signature for all formats
    """The findings as JSON in ASCII, which every console and every pipe can carry."""
    import json

    return json.dumps(shape(found), indent=2) + "\n"


def shape(found: Findings) -> dict[str, Any]:
    """The findings as values that JSON knows; the keys always stand in the same order."""
    return {
        "version": VERSION,
        "diagnostics": [_diagnostic(item) for item in found.diagnostics],
        "summary": asdict(found.summary),
    }


def _diagnostic(item: Diagnostic) -> dict[str, Any]:
    return {
        "code": item.code,
        "name": item.name,
        "severity": item.severity.value,
        **_place(item.location),
        "message": item.message,
        "why": item.why,
        "hint": item.hint,
        "example": item.example,
        "url": item.url,
        "source_line": item.source_line,
        "related": [{**_place(r.location), "message": r.message} for r in item.related],
        "edits": [{**_place(e.location), "replacement": e.replacement} for e in item.edits],
    }


def _place(location: Location) -> dict[str, Any]:
    return asdict(location)


_TEXTS = {
    "code": "what was found, for good: SRC0xx sources, LINK0xx links, TPL0xx templates, "
    "WRITE0xx output, else a rule of the linter",
    "name": "the code in words",
    "message": "what is wrong, in one sentence",
    "why": "why it matters; may be empty",
    "hint": "what to do; may be empty",
    "example": "how it would be right; may be empty",
    "url": "where to read more; may be empty",
    "source_line": "the source line that the place begins in; may be empty",
}
_COUNTS = {
    "errors": "what fails the run",
    "warnings": "what fails the run only with --strict",
    "infos": "what never fails the run",
    "suppressed": "findings accepted in the text, with reason and name",
    "baseline": "old findings that are known",
    "files": "source files that were looked at",
    "words": "words of prose that were looked at",
}


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what ``write`` gives."""
    severities = [severity.value for severity in Severity]
    related = {**_PLACE, "message": _text("how this place explains the diagnostic")}
    edits = {**_PLACE, "replacement": _text("what stands there once it is mended")}
    item = {
        **{name: _text(_TEXTS[name]) for name in ("code", "name")},
        "severity": {"enum": severities, "description": "how much it weighs"},
        **_PLACE,
        **{name: _text(doc) for name, doc in _TEXTS.items() if name not in ("code", "name")},
        "related": {"type": "array", "items": _record(related)},
        "edits": {"type": "array", "items": _record(edits)},
    }
    shown = {
        "version": {"const": VERSION, "description": "version of this format"},
        "diagnostics": {"type": "array", "items": _record(item)},
        "summary": _record({name: _count(doc) for name, doc in _COUNTS.items()}),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "corpblog diagnostics",
        "description": "What corpblog found in a site: by path, line, column and code.",
        **_record(shown),
    }


def _text(doc: str) -> dict[str, Any]:
    return {"type": "string", "description": doc}


def _count(doc: str) -> dict[str, Any]:
    return {"type": "integer", "minimum": 0, "description": doc}


def _record(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_PLACE = {
    "path": _text("file, relative to the site, with /; empty where no file is at fault"),
    "line": _count("from 1; 0 means the file as a whole"),
    "column": _count("from 1, in Unicode code points"),
    "end_line": _count("where the place ends"),
    "end_column": _count("from 1, exclusive"),
}

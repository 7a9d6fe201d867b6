"""The Code Quality report of GitLab: shown in merge requests, compared with the target branch."""

from collections.abc import Mapping
from typing import Any

from corpblog.diagnostics import Diagnostic, Severity
from corpblog.report.findings import Findings, Look
from corpblog.report.fingerprints import fingerprints, words_of
from corpblog.report.told import last_line, path_of, told

_SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
}


def write(found: Findings, look: Look) -> str:  # noqa: ARG001 - one signature for all formats
    """A JSON list with one entry for each diagnostic, in ASCII."""
    import json

    names = fingerprints(_identity(found, item) for item in found.diagnostics)
    entries = [_entry(found, *pair) for pair in zip(found.diagnostics, names, strict=True)]
    return json.dumps(entries, indent=2) + "\n"


def _identity(found: Findings, item: Diagnostic) -> tuple[str, ...]:
    path = path_of(found, item.location)
    return (path, item.code, words_of(item.source_line), item.message)


def _entry(found: Findings, item: Diagnostic, fingerprint: str) -> dict[str, Any]:
    first = max(item.location.line, 1)
    return {
        "description": told(item),
        "check_name": item.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[item.severity],
        "location": {
            "path": path_of(found, item.location),
            "lines": {"begin": first, "end": max(last_line(item.location), first)},
        },
    }

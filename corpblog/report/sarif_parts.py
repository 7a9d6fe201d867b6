"""The parts of a SARIF log that say where something is, what mends it, and what a rule means."""

from collections.abc import Mapping
from typing import Any

from corpblog.diagnostics import Diagnostic, Edit, Location, Severity
from corpblog.model.policy import RuleInForce
from corpblog.report.findings import Findings
from corpblog.report.told import has_end, path_of, way_out, whole

LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_LEVELS_OF_RULES = {**{key.value: level for key, level in LEVELS.items()}, "off": "none"}


def message(text: str) -> dict[str, str]:
    """A plain message; ``[text](3)`` in it would become a link, so the two brackets part."""
    return {"text": whole(text).replace("](", "] (")}


def physical(found: Findings, place: Location) -> dict[str, Any]:
    """A file and the span in it.

    A place without a line is the file as a whole. SARIF says so by leaving the region out, but
    GitHub asks for a first line, so the file is named by its first.
    """
    region = _region(place) if place.line else {"startLine": 1}
    return {"artifactLocation": {"uri": uri(path_of(found, place))}, "region": region}


def uri(path: str) -> str:
    """``path`` as a relative reference (RFC 3986): no letter of it is a scheme or a host."""
    from urllib.parse import quote

    quoted = quote(path, safe="/")
    return f"%2F{quoted[1:]}" if quoted.startswith("//") else quoted


def related(found: Findings, item: Diagnostic) -> list[dict[str, Any]]:
    """The places that explain a diagnostic."""
    return [
        {
            **({"physicalLocation": physical(found, place)} if place.path else {}),
            "message": message(other.message),
        }
        for other in item.related
        for place in (other.location,)
    ]


def fix(found: Findings, item: Diagnostic) -> dict[str, Any] | None:
    """The edits of a diagnostic, to be made together; None where a place is not known."""
    if not item.edits or not all(_is_exact(edit.location) for edit in item.edits):
        return None
    by_file: dict[str, list[dict[str, Any]]] = {}
    for edit in item.edits:
        by_file.setdefault(uri(path_of(found, edit.location)), []).append(_replacement(edit))
    return {
        "description": message(way_out(item)),
        "artifactChanges": [
            {"artifactLocation": {"uri": file}, "replacements": replacements}
            for file, replacements in sorted(by_file.items())
        ],
    }


def rule_in_force(rule: RuleInForce, lang: str) -> dict[str, Any]:
    """A rule of the site: what it finds, why, what to do instead, and how much it weighs."""
    texts = [_in(each, lang) for each in (rule.summary, rule.why, rule.instead)]
    summary, why, _ = texts
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": message(summary or rule.name),
        "fullDescription": message(why or summary or rule.name),
        "help": message("\n\n".join(text for text in texts if text) or rule.name),
        "defaultConfiguration": {
            "enabled": rule.severity != "off",
            "level": _LEVELS_OF_RULES[rule.severity],
        },
    }


def rule_of(item: Diagnostic) -> dict[str, Any]:
    """What a diagnostic itself tells of its code, where no table of rules does."""
    return {
        "id": whole(item.code),
        "name": whole(item.name),
        "shortDescription": message(item.name),
        "fullDescription": message(item.why or item.name),
        "help": message(item.why or item.name),
        "defaultConfiguration": {"enabled": True, "level": LEVELS[item.severity]},
    }


def _in(texts: Mapping[str, str], lang: str) -> str:
    return texts.get(lang) or texts.get("en", "")


def _region(place: Location) -> dict[str, int]:
    if not place.column:
        return {"startLine": place.line}
    region = {"startLine": place.line, "startColumn": place.column}
    if has_end(place):
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    return region


def _is_exact(place: Location) -> bool:
    return bool(place.line and place.column and has_end(place))


def _replacement(edit: Edit) -> dict[str, Any]:
    return {
        "deletedRegion": _region(edit.location),
        "insertedContent": {"text": whole(edit.replacement)},
    }

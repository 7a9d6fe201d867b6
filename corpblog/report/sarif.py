"""SARIF 2.1.0, the exchange format of code scanning (OASIS, with errata 01).

Hits of one rule in one line are one result: services compare runs by rule and line, and would
keep one of the hits and call the others new.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

from corpblog import __version__
from corpblog.diagnostics import Diagnostic, Severity
from corpblog.report import sarif_parts as parts
from corpblog.report.findings import Acceptance, Accepted, Findings, Look
from corpblog.report.fingerprints import fingerprints, words_of
from corpblog.report.told import path_of, told, whole

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
# A name of our own: the tool that uploads to GitHub adds GitHub's, which needs the whole file.
_FINGERPRINT = "corpblogLine/v1"
# GitHub takes a thousand places for a result and shows a hundred.
_MOST_PLACES = 100


class _Hit(NamedTuple):
    """A diagnostic, and how it was accepted if it was."""

    item: Diagnostic
    accepted: Accepted | None = None

    @property
    def line(self) -> tuple[object, ...]:
        """What hits have in common that are one result."""
        by = self.accepted
        how = (by.kind.value, by.reason, by.by) if by else ("", "", "")
        place = self.item.location
        return (place.path, place.line, self.item.code, how)


def write(found: Findings, look: Look) -> str:  # noqa: ARG001 - one signature for all formats
    """A log with one run, in ASCII."""
    import json

    rules = _rules(found)
    run = {
        "tool": {
            "driver": {"name": "corpblog", "version": __version__, "rules": list(rules.values())}
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(found)],
        "results": _results(found, list(rules)),
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def write_open(found: Findings, look: Look) -> str:
    """A log without accepted findings, for GitHub: it opens an alert for suppressed ones too."""
    summary = replace(found.summary, baseline=0)
    return write(replace(found, accepted=(), summary=summary), look)


def _rules(found: Findings) -> dict[str, dict[str, Any]]:
    """All codes that the log names, in order: rules in force, and others by what was said."""
    items = (*found.diagnostics, *(accepted.diagnostic for accepted in found.accepted))
    told_of = {whole(item.code): parts.rule_of(item) for item in reversed(items)}
    in_force = {rule.code: parts.rule_in_force(rule, found.lang) for rule in found.rules}
    return dict(sorted((told_of | in_force).items()))


def _invocation(found: Findings) -> dict[str, Any]:
    """What was said of no file is about the run itself: a result would need a place."""
    aside = [item for item in found.diagnostics if not item.location.path]
    return {
        "executionSuccessful": not any(item.severity is Severity.ERROR for item in aside),
        "toolExecutionNotifications": [
            {
                "descriptor": {"id": whole(item.code)},
                "level": parts.LEVELS[item.severity],
                "message": parts.message(told(item)),
            }
            for item in aside
        ],
    }


def _results(found: Findings, codes: list[str]) -> list[dict[str, Any]]:
    groups = [list(hits) for _, hits in groupby(_hits(found), key=lambda hit: hit.line)]
    names = fingerprints(_identity(found, hits[0].item) for hits in groups)
    indexes = {code: index for index, code in enumerate(codes)}
    compared = bool(found.summary.baseline)
    return [
        _result(found, hits, indexes) | _fate(hits[0].accepted, name, compared)
        for hits, name in zip(groups, names, strict=True)
    ]


def _hits(found: Findings) -> Iterator[_Hit]:
    """Everything that has a file, accepted or not, by path, line, code and column."""
    hits = [_Hit(item) for item in found.diagnostics]
    hits += [_Hit(accepted.diagnostic, accepted) for accepted in found.accepted]
    located = (hit for hit in hits if hit.item.location.path)
    return iter(sorted(located, key=lambda hit: (hit.line, hit.item.location, hit.item.message)))


def _identity(found: Findings, item: Diagnostic) -> tuple[str, ...]:
    words = words_of(item.source_line) or item.message
    return (path_of(found, item.location), item.code, words)


def _result(found: Findings, hits: list[_Hit], indexes: dict[str, int]) -> dict[str, Any]:
    items = [hit.item for hit in hits]
    gravest = min(items, key=lambda item: list(Severity).index(item.severity))
    code = whole(items[0].code)
    result: dict[str, Any] = {
        "ruleId": code,
        "ruleIndex": indexes[code],
        "level": parts.LEVELS[gravest.severity],
        "message": parts.message(_words(items)),
        "locations": [
            {
                "physicalLocation": parts.physical(found, item.location),
                "message": parts.message(item.message),
            }
            for item in items[:_MOST_PLACES]
        ],
        "occurrenceCount": len(items),
    }
    shown = items[:_MOST_PLACES]
    if others := [place for item in shown for place in parts.related(found, item)]:
        result["relatedLocations"] = _unlike(others)
    if fixes := [fix for item in shown if (fix := parts.fix(found, item))]:
        result["fixes"] = _unlike(fixes)
    return result


def _words(items: list[Diagnostic]) -> str:
    """What one result says: a diagnostic in full, several by their messages and the first's why."""
    if len(items) == 1:
        return told(items[0])
    messages = list(dict.fromkeys(item.message for item in items))
    left = len(messages) - _MOST_PLACES
    more = [f"and {left} more in this line"] if left > 0 else []
    why = [f"Why: {items[0].why}"] if items[0].why else []
    return "\n".join((*messages[:_MOST_PLACES], *more, *why))


def _fate(accepted: Accepted | None, fingerprint: str, compared: bool) -> dict[str, Any]:
    """Whether the result counts. The standard wants these on all results of a run or on none."""
    fate: dict[str, Any] = {
        "partialFingerprints": {_FINGERPRINT: fingerprint},
        "suppressions": [_suppression(accepted)] if accepted else [],
    }
    if compared:
        fate["baselineState"] = "unchanged" if accepted else "new"
    return fate


def _suppression(accepted: Accepted) -> dict[str, str]:
    if accepted.kind is Acceptance.BASELINE:
        why = accepted.reason or "known in the baseline"
        return {"kind": "external", "status": "accepted", "justification": whole(why)}
    by = f" ({accepted.by})" if accepted.by else ""
    why = f"{accepted.reason}{by}"
    return {"kind": "inSource", "status": "accepted", "justification": whole(why)}


def _unlike(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """``entries`` in order, each once: the schema wants no two that are equal."""
    return [entry for index, entry in enumerate(entries) if entry not in entries[:index]]

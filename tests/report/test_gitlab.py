"""The Code Quality report keeps to what GitLab reads, and its fingerprints follow the text."""

import json
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import given

from corpblog.diagnostics import Diagnostic, Location, Severity
from corpblog.report import gitlab
from corpblog.report.findings import Findings, Look, findings
from corpblog.report.told import whole
from tests.report.wild import FINDINGS, jargon, span

SCHEMA = Path(__file__).parent.parent / "schemas" / "gitlab-code-quality.json"


def written(*items: Diagnostic, folder: str = "") -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(gitlab.write(findings(items, folder=folder), Look()))
    return made


def fingerprints(*items: Diagnostic) -> list[str]:
    return [entry["fingerprint"] for entry in written(*items)]


@given(FINDINGS)
def test_a_report_always_keeps_to_the_schema_and_its_fingerprints_differ(found: Findings) -> None:
    text = gitlab.write(found, Look())
    entries = json.loads(text)
    jsonschema.validate(entries, json.loads(SCHEMA.read_text()))
    assert text.isascii()
    assert len({entry["fingerprint"] for entry in entries}) == len(found.diagnostics)


@given(FINDINGS)
def test_reading_it_back_always_gives_the_message(found: Findings) -> None:
    entries = json.loads(gitlab.write(found, Look()))
    for item, entry in zip(found.diagnostics, entries, strict=True):
        entry["description"].encode()  # no half character is left
        assert entry["description"].startswith(whole(item.message))


def test_an_entry_names_rule_weight_and_place() -> None:
    entry = written(jargon(), folder="blog")[0]
    del entry["fingerprint"]
    assert entry == {
        "description": "“leverage” is marketing jargon\ntry “use”",
        "check_name": "JARG006",
        "severity": "minor",
        "location": {"path": "blog/content/posts/launch.md", "lines": {"begin": 12, "end": 12}},
    }


def test_severities_are_major_minor_and_info() -> None:
    items = [jargon(line, severity=severity) for line, severity in enumerate(Severity, start=1)]
    assert [entry["severity"] for entry in written(*items)] == ["major", "minor", "info"]


def test_a_finding_that_moves_or_is_spaced_otherwise_keeps_its_fingerprint() -> None:
    moved = jargon(40, source_line="We  leverage our data to find late deliveries. ")
    assert fingerprints(moved) == fingerprints(jargon())


def test_another_word_or_another_line_is_another_finding() -> None:
    names = fingerprints(
        jargon(), jargon(12, 9, word="synergy"), jargon(13, source_line="Others leverage too.")
    )
    assert len(set(names)) == 3
    assert names[0] == fingerprints(jargon())[0]


def test_the_same_words_twice_are_told_apart_in_their_order() -> None:
    assert fingerprints(jargon(1), jargon(2)) == fingerprints(jargon(5), jargon(8))
    assert fingerprints(jargon(1), jargon(2))[0] == fingerprints(jargon(7))[0]


def test_what_has_no_line_stands_at_the_first() -> None:
    item = Diagnostic(
        code="AUTH001",
        name="no-author",
        severity=Severity.ERROR,
        location=Location(path="a.md"),
        message="no author",
    )
    assert written(item)[0]["location"] == {"path": "a.md", "lines": {"begin": 1, "end": 1}}


def test_a_span_ends_in_its_last_line() -> None:
    item = Diagnostic(
        code="READ001",
        name="long-sentence",
        severity=Severity.INFO,
        location=span(3, 5, 6, 1),
        message="42 words",
    )
    assert written(item)[0]["location"]["lines"] == {"begin": 3, "end": 5}

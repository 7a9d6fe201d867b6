"""The Reviewdog format counts bytes, and suggests only what it knows to the byte."""

import json
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from corpblog.diagnostics import Diagnostic, Edit, Severity
from corpblog.report import rdjson
from corpblog.report.findings import Findings, Look, findings
from corpblog.report.told import whole
from tests.report.wild import FINDINGS, jargon, span

SCHEMA = Path(__file__).parent.parent / "schemas" / "rdjson.json"


def written(item: Diagnostic, folder: str = "") -> dict[str, Any]:
    made = json.loads(rdjson.write(findings([item], folder=folder), Look()))
    diagnostic: dict[str, Any] = made["diagnostics"][0]
    return diagnostic


@given(FINDINGS)
def test_a_report_always_keeps_to_the_schema_and_gives_the_message_back(found: Findings) -> None:
    text = rdjson.write(found, Look())
    made = json.loads(text)
    jsonschema.validate(made, json.loads(SCHEMA.read_text()))
    assert text.isascii()
    for item, diagnostic in zip(found.diagnostics, made["diagnostics"], strict=True):
        diagnostic["message"].encode()  # no half character is left
        assert diagnostic["message"].startswith(whole(item.message))


@given(before=st.text(max_size=9), word=st.text(max_size=5), after=st.text(max_size=5))
def test_its_bytes_always_hold_just_what_its_columns_hold(
    before: str, word: str, after: str
) -> None:
    line = before + word + after
    edit = Edit(location=span(12, len(before) + 1, 12, len(before + word) + 1), replacement="use")
    item = jargon(12, len(before) + 1, word=word, source_line=line, edits=(edit,))
    made = written(item)
    for place in (made["location"]["range"], made["suggestions"][0]["range"]):
        first, last = place["start"]["column"] - 1, place["end"]["column"] - 1
        assert line.encode()[first:last].decode() == word
        assert place["start"]["line"] == place["end"]["line"] == 12


def test_a_diagnostic_names_severity_rule_and_place() -> None:
    assert written(jargon(source_line="Ä, leverage"), folder="blog") == {
        "message": "“leverage” is marketing jargon\ntry “use”",
        "location": {
            "path": "blog/content/posts/launch.md",
            "range": {"start": {"line": 12, "column": 5}, "end": {"line": 12, "column": 13}},
        },
        "severity": "WARNING",
        "code": {"value": "JARG006"},
    }


def test_an_end_in_a_line_that_is_not_known_widens_the_place_to_whole_lines() -> None:
    item = Diagnostic(
        code="READ001",
        name="long-sentence",
        severity=Severity.INFO,
        location=span(3, 5, 5, 8),
        message="42 words",
        source_line="And so it goes on",
    )
    assert written(item)["location"]["range"] == {"start": {"line": 3}, "end": {"line": 5}}


def test_an_end_at_the_beginning_of_a_line_is_known() -> None:
    edit = Edit(location=span(12, 1, 13, 1), replacement="")
    assert written(jargon(edits=(edit,)))["suggestions"] == [
        {
            "range": {"start": {"line": 12, "column": 1}, "end": {"line": 13, "column": 1}},
            "text": "",
        }
    ]


def test_an_edit_that_would_miss_its_place_is_no_suggestion() -> None:
    elsewhere = Edit(location=span(14, 3, 14, 6), replacement="x")
    other_file = Edit(location=span(12, 1, 12, 2, path="b.md"), replacement="x")
    assert "suggestions" not in written(jargon(edits=(elsewhere, other_file)))

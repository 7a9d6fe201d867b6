"""The report for programs keeps to its published schema."""

import json
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from corpblog.diagnostics import Diagnostic, Edit, Location, Related, Severity
from corpblog.report import FORMATS
from corpblog.report.as_json import schema
from corpblog.report.findings import Findings, Look, findings
from corpblog.report.told import whole
from tests.report.wild import DIAGNOSTICS, FINDINGS

FACTS = Path(__file__).parent.parent / "schemas" / "diagnostics.json"


def written(*diagnostics: Diagnostic) -> str:
    return FORMATS["json"].write(findings(diagnostics, files=2, words=30), Look(colour=True))


@given(st.lists(DIAGNOSTICS, max_size=3))
def test_output_always_keeps_to_the_schema(diagnostics: list[Diagnostic]) -> None:
    jsonschema.validate(json.loads(written(*diagnostics)), schema())


@given(FINDINGS)
def test_output_always_keeps_to_what_programs_were_promised(found: Findings) -> None:
    made = json.loads(FORMATS["json"].write(found, Look()))
    jsonschema.validate(made, json.loads(FACTS.read_text()))
    for item, diagnostic in zip(found.diagnostics, made["diagnostics"], strict=True):
        assert whole(diagnostic["message"]) == whole(item.message)


@given(st.lists(DIAGNOSTICS, max_size=3))
def test_output_is_always_ascii(diagnostics: list[Diagnostic]) -> None:
    assert written(*diagnostics).isascii()


def test_the_shape_is_the_one_that_programs_know() -> None:
    place = Location(path="a.md", line=1, column=2, end_line=1, end_column=4)
    found: dict[str, Any] = json.loads(
        written(
            Diagnostic(
                code="SRC013",
                name="unknown-key",
                severity=Severity.ERROR,
                location=place,
                message="unknown key “titel”",
                why="a wish that nobody hears",
                hint="did you mean “title”?",
                source_line="titel: x",
                related=(Related(location=Location(path="b.md"), message="the other"),),
                edits=(Edit(location=place, replacement="title"),),
            )
        )
    )
    spot = {"path": "a.md", "line": 1, "column": 2, "end_line": 1, "end_column": 4}
    whole = {"path": "b.md", "line": 0, "column": 0, "end_line": 0, "end_column": 0}
    assert found == {
        "version": 1,
        "diagnostics": [
            {
                "code": "SRC013",
                "name": "unknown-key",
                "severity": "error",
                **spot,
                "message": "unknown key “titel”",
                "why": "a wish that nobody hears",
                "hint": "did you mean “title”?",
                "example": "",
                "url": "",
                "source_line": "titel: x",
                "related": [{**whole, "message": "the other"}],
                "edits": [{**spot, "replacement": "title"}],
            }
        ],
        "summary": {
            "errors": 1,
            "warnings": 0,
            "infos": 0,
            "suppressed": 0,
            "baseline": 0,
            "files": 2,
            "words": 30,
        },
    }


def test_the_schema_is_one_and_explains_every_key() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    diagnostic = schema()["properties"]["diagnostics"]["items"]
    assert all(
        key.get("description") or key["type"] == "array"
        for key in diagnostic["properties"].values()
    )

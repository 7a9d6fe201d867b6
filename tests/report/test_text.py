"""The report for people: exactly the shape that the house promises."""

import dataclasses
import re

import pytest

from corpblog.diagnostics import Diagnostic, Edit, Location, Related, Severity
from corpblog.report import FORMATS, text
from corpblog.report.findings import Findings, Look, findings

JARGON = Diagnostic(
    code="JARG006",
    name="inflated-verb",
    severity=Severity.WARNING,
    location=Location(
        path="content/posts/launch.md", line=12, column=4, end_line=12, end_column=12
    ),
    message="“leverage” is marketing jargon",
    hint="try “use”",
    source_line="We leverage our data to find late deliveries.",
)


def written(*diagnostics: Diagnostic, look: Look | None = None) -> str:
    return text.write(findings(diagnostics), look or Look())


def lines_of(**changes: object) -> list[str]:
    fields = {name: getattr(JARGON, name) for name in Diagnostic.__dataclass_fields__}
    return written(Diagnostic(**{**fields, **changes})).splitlines()


def test_a_diagnostic_has_place_message_source_line_and_caret_with_the_way_out() -> None:
    assert written(JARGON) == (
        "content/posts/launch.md:12:4: warning JARG006 “leverage” is marketing jargon\n"
        "   12 | We leverage our data to find late deliveries.\n"
        "      |    ^^^^^^^^ try “use”\n"
        "\n"
        "1 warning\n"
    )


def test_why_example_other_places_and_address_follow() -> None:
    other = Location(path="content/posts/may.md", line=3, column=1)
    lines = lines_of(
        why="readers trust a colleague's voice (S2)",
        example="We use our data.",
        related=(Related(location=other, message="said before"),),
        url="https://example.org/JARG006",
    )
    assert lines[3:7] == [
        "      why: readers trust a colleague's voice (S2)",
        "      example: We use our data.",
        "      see content/posts/may.md:3:1: said before",
        "      more: https://example.org/JARG006",
    ]


def test_an_example_of_several_lines_keeps_its_lines_and_its_indentation() -> None:
    assert lines_of(example="positions:\n  - job_title: baker")[3:6] == [
        "      example:",
        "        positions:",
        "          - job_title: baker",
    ]


def test_an_edit_without_words_becomes_the_way_out() -> None:
    edit = Edit(location=JARGON.location, replacement="use")
    assert lines_of(hint="", edits=(edit,))[2] == "      |    ^^^^^^^^ try “use”"


def test_without_a_source_line_the_hint_stands_on_a_line_of_its_own() -> None:
    assert lines_of(source_line="")[:2] == [
        "content/posts/launch.md:12:4: warning JARG006 “leverage” is marketing jargon",
        "      try “use”",
    ]


def test_a_long_hint_moves_below_the_caret() -> None:
    hint = "did you mean " + "a rather long name " * 5
    assert lines_of(hint=hint.strip())[2:4] == ["      |    ^^^^^^^^", f"      {hint.strip()}"]


def test_a_diagnostic_of_a_whole_file_names_the_file_alone() -> None:
    lines = lines_of(location=Location(path="corpblog.yml"), source_line="")
    assert lines[0].startswith("corpblog.yml: warning JARG006 ")


def test_a_diagnostic_without_a_file_is_told_by_corpblog() -> None:
    lines = lines_of(location=Location(path=""), source_line="")
    assert lines[0].startswith("corpblog: warning JARG006 ")


def test_a_line_number_of_six_digits_keeps_the_bars_in_line() -> None:
    place = Location(path="a.md", line=123456, column=1, end_line=123456, end_column=3)
    assert lines_of(location=place)[1:3] == [
        "123456 | We leverage our data to find late deliveries.",
        "       | ^^ try “use”",
    ]


def test_what_a_text_holds_never_steers_the_terminal() -> None:
    told = written(
        Diagnostic(
            code="SRC002",
            name="control-character",
            severity=Severity.ERROR,
            location=Location(path="a\x1b.md", line=1, column=2, end_line=1, end_column=3),
            message="found \x1b[2J",
            hint="delete \x07",
            why="\x9b bad",
            source_line="a\x1b[31m red \u202eback",
        )
    )
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", told)
    assert "    1 | a\\x1b[31m red \\u202eback" in told
    assert "      |  ^^^^ delete \\x07" in told


def test_counts_say_what_was_left_out_too() -> None:
    found = findings([JARGON], suppressed=2, baseline=3)
    assert text.write(found, Look()).endswith("\n1 warning, 2 suppressed, 3 in the baseline\n")


def test_nothing_found_is_nothing_said() -> None:
    assert all(
        FORMATS[name].write(findings([]), Look()) == "" for name in ("text", "oneline", "github")
    )


def test_colours_change_no_letter() -> None:
    coloured = written(JARGON, look=Look(colour=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == written(JARGON)


def test_on_a_terminal_long_reasons_are_wrapped() -> None:
    why = "a reason that goes on and on " * 6
    fields = {name: getattr(JARGON, name) for name in Diagnostic.__dataclass_fields__}
    told = written(Diagnostic(**{**fields, "why": why}), look=Look(width=60))
    assert max(len(line) for line in told.splitlines()[3:]) <= 60


def test_oneline_has_one_line_for_each() -> None:
    assert FORMATS["oneline"].write(findings([JARGON]), Look()) == (
        "content/posts/launch.md:12:4: warning JARG006 “leverage” is marketing jargon (try “use”)\n"
    )


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_of_discovery_never_shows(name: str) -> None:
    fields = {key: getattr(JARGON, key) for key in Diagnostic.__dataclass_fields__}
    other = Diagnostic(**{**fields, "code": "JARG001"})
    first: Findings = findings([JARGON, other])
    second: Findings = findings([other, JARGON, JARGON])
    assert FORMATS[name].write(first, Look()) == FORMATS[name].write(second, Look())


def test_the_reason_of_a_code_is_told_once_in_a_run() -> None:
    reasoned = dataclasses.replace(JARGON, why="readers trust a colleague's voice")
    told = [
        dataclasses.replace(reasoned, location=Location(path=path, line=1, column=1))
        for path in ("a.md", "b.md")
    ]
    shown = written(*told)
    assert (shown.count("a.md:1"), shown.count("b.md:1"), shown.count("why: ")) == (1, 1, 1)

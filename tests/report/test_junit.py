"""JUnit XML is well-formed whatever a post says, and fails just where the run does."""

import re
from pathlib import Path

from hypothesis import given
from lxml import etree  # type: ignore[import-untyped]

from corpblog.diagnostics import Severity
from corpblog.report import junit
from corpblog.report.findings import Findings, Look, findings
from corpblog.report.told import whole
from tests.report.wild import FINDINGS, jargon

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent.parent / "schemas" / "junit.xsd"))


def written(found: Findings) -> etree._Element:
    text = junit.write(found, Look())
    assert text.isascii()
    tree = etree.fromstring(text.encode())
    SCHEMA.assertValid(tree)
    return tree


def legal(text: str) -> str:
    """``text`` without what XML 1.0 knows no way to say."""
    return "".join(
        char
        for char in whole(text)
        if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff")
    )


@given(FINDINGS)
def test_a_report_is_always_valid_and_reading_it_back_gives_the_messages(found: Findings) -> None:
    tree = written(found)
    messages = [each.get("message") for each in tree.iter("failure", "skipped")]
    assert messages == [legal(item.message) for item in found.diagnostics]


@given(FINDINGS)
def test_counts_always_agree_with_the_tests(found: Findings) -> None:
    tree = written(found)
    for counted in (tree, *tree.iter("testsuite")):
        assert int(counted.get("tests", "")) == len(list(counted.iter("testcase")))
        assert int(counted.get("failures", "")) == len(list(counted.iter("failure")))
        assert int(counted.get("skipped", "")) == len(list(counted.iter("skipped")))


def test_an_error_fails_and_a_warning_is_skipped() -> None:
    tree = written(findings([jargon(), jargon(20, severity=Severity.ERROR)], folder="blog"))
    warning, error = tree.iter("testcase")
    assert warning.get("file") == "blog/content/posts/launch.md"
    assert warning.get("line") == "12"
    assert warning.find("skipped") is not None
    failure = error.find("failure")
    assert failure is not None
    assert failure.get("type") == "JARG006"
    assert failure.text == (
        "blog/content/posts/launch.md:20:4: error JARG006 “leverage” is marketing jargon\ntry “use”"
    )


def test_the_same_words_twice_in_a_file_are_two_tests() -> None:
    names = [
        case.get("name") for case in written(findings([jargon(1), jargon(2)])).iter("testcase")
    ]
    assert names == [
        "JARG006 “leverage” is marketing jargon",
        "JARG006 “leverage” is marketing jargon (2)",
    ]


def test_a_run_without_findings_has_a_test_that_passes() -> None:
    cases = list(written(findings([])).iter("testcase"))
    assert [(case.get("name"), len(case)) for case in cases] == [("nothing found", 0)]


def test_nothing_of_it_changes_with_the_clock() -> None:
    assert not re.search("time|stamp|host", junit.write(findings([jargon()]), Look()))

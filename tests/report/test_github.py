"""Annotations are what GitHub's own library writes, and no text of a post can steer the runner."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.diagnostics import Diagnostic, Location, Severity
from corpblog.report import github
from corpblog.report.findings import Findings, Look, findings
from corpblog.report.told import told, whole
from tests.report.wild import DIAGNOSTICS, FINDINGS, TEXTS, jargon, many, span

ROOT = Path(__file__).parent.parent.parent
ACTIONS_CORE = ROOT / "build" / "test-data" / "node_modules" / "@actions" / "core"
# Names of the properties in the library's functions, in its order.
NAMES = {
    "title": "title",
    "file": "file",
    "line": "startLine",
    "endLine": "endLine",
    "col": "startColumn",
    "endColumn": "endColumn",
}


class Node:
    """One process of Node.js that writes a line for each annotation."""

    def __init__(self) -> None:
        assert ACTIONS_CORE.exists(), "@actions/core is missing: make test installs it"
        script = Path(__file__).with_name("actions_core.mjs")
        self.process = subprocess.Popen(
            ["node", str(script), str(ACTIONS_CORE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def line(self, kind: str, message: str, properties: dict[str, object]) -> bytes:
        assert self.process.stdin and self.process.stdout
        asked = {"kind": kind, "message": message, "properties": properties}
        self.process.stdin.write(json.dumps(asked).encode() + b"\n")
        self.process.stdin.flush()
        return self.process.stdout.readline()

    def close(self) -> None:
        self.process.communicate()


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    running = Node()
    yield running
    running.close()


def written(found: Findings) -> str:
    return github.write(found, Look())


def read_back(line: str) -> tuple[str, dict[str, str], str]:
    """Kind, properties and message, as the runner reads them."""
    _, head, message = line.split("::", 2)
    kind, _, listed = head.partition(" ")
    pairs = [pair.split("=", 1) for pair in listed.split(",") if pair]
    return kind, {key: plain(value, ":,") for key, value in pairs}, plain(message, "")


def plain(text: str, signs: str) -> str:
    for sign in (*signs, "\n", "\r", "%"):
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


@given(item=DIAGNOSTICS)
def test_a_line_is_always_byte_for_byte_that_of_githubs_library(
    node: Node, item: Diagnostic
) -> None:
    found = findings([item], folder="blog")
    values = github.properties(found, item)
    expected = node.line(
        github.KINDS[item.severity], told(item), {NAMES[key]: values[key] for key in values}
    )
    assert written(found).encode() == expected


@given(kind=st.sampled_from(["error", "warning", "notice"]), message=TEXTS, title=TEXTS)
def test_escaping_is_always_that_of_githubs_library(
    node: Node, kind: str, message: str, title: str
) -> None:
    expected = node.line(kind, message, {"title": title})
    assert f"{github.command(kind, {'title': title}, message)}\n".encode() == expected


@given(FINDINGS)
def test_every_line_is_always_one_command_of_ours_with_the_whole_message(found: Findings) -> None:
    lines = written(found).split("\n")[:-1]
    assert len(lines) == len(found.diagnostics)
    for severity, kind in github.KINDS.items():
        items = [item for item in found.diagnostics if item.severity is severity]
        ours = [line for line in lines if line.startswith(f"::{kind} title=")]
        assert len(ours) == len(items)
        for item, line in zip(items, ours, strict=True):
            assert "\r" not in line
            _, properties, message = read_back(line)
            assert message.startswith(whole(item.message))
            assert properties["title"] == whole(f"{item.code} {item.name}")


def test_an_annotation_names_the_place_the_rule_and_the_way_out() -> None:
    assert written(findings([jargon()])) == (
        "::warning title=JARG006 inflated-verb,file=content/posts/launch.md,line=12,endLine=12,"
        "col=4,endColumn=12::“leverage” is marketing jargon%0Atry “use”\n"
    )


def test_the_file_is_named_from_the_top_of_the_repository() -> None:
    assert "file=sites/blog/content/posts/launch.md," in written(
        findings([jargon()], folder="sites/blog/")
    )


def test_the_gravest_come_first_and_ten_of_a_kind_are_the_most() -> None:
    warnings, errors = many(12, Severity.WARNING), many(11, Severity.ERROR)
    found = findings([*warnings.diagnostics, *errors.diagnostics, jargon(90)])
    two_files = [jargon(n, path="b.md", severity=Severity.ERROR) for n in range(1, 12)]
    found = findings([*two_files, *warnings.diagnostics])
    kinds = [line.split(" ")[0] for line in written(found).splitlines()]
    assert kinds == ["::error"] * 10 + ["::warning"] * 10 + ["corpblog:"]
    assert written(found).splitlines()[-1] == (
        "corpblog: 3 more in the summary, GitHub shows 10 of a kind here"
    )


def test_columns_are_left_out_of_a_span_of_several_lines() -> None:
    long = Diagnostic(
        code="READ001",
        name="long-sentence",
        severity=Severity.INFO,
        location=span(3, 5, 5, 1),
        message="42 words",
    )
    assert "line=3,endLine=4::42 words" in written(findings([long]))


@pytest.mark.parametrize(
    ("place", "properties"),
    [
        (Location(path="a.md"), "title=X x,file=a.md"),
        (Location(path=""), "title=X x"),
        (Location(path="", line=3, column=2), "title=X x"),
    ],
)
def test_what_has_no_line_or_no_file_says_no_more_than_it_knows(
    place: Location, properties: str
) -> None:
    item = Diagnostic(
        code="X", name="x", severity=Severity.ERROR, location=place, message="missing"
    )
    assert written(findings([item])) == f"::error {properties}::missing\n"

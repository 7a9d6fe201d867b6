"""Diagnostics as people and programs want to read them: one table of formats."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from corpblog.report import (
    as_json,
    github,
    github_summary,
    gitlab,
    junit,
    oneline,
    rdjson,
    sarif,
    text,
)
from corpblog.report.findings import Findings, Look


@dataclass(frozen=True, kw_only=True, slots=True)
class Format:
    """A way to write findings; ``write`` gives text that ends with a line end, or nothing."""

    doc: str
    write: Callable[[Findings, Look], str]


FORMATS: Mapping[str, Format] = {
    "text": Format(doc="for people: place, source line, caret, way out", write=text.write),
    "oneline": Format(doc="one line for each, for editors and grep", write=oneline.write),
    "json": Format(doc="for programs: see corpblog schema diagnostics", write=as_json.write),
    "github": Format(doc="annotations of GitHub Actions", write=github.write),
    "github-summary": Format(
        doc="Markdown for the summary of a step in GitHub Actions", write=github_summary.write
    ),
    "gitlab": Format(doc="Code Quality report of GitLab", write=gitlab.write),
    "sarif": Format(doc="SARIF 2.1.0, for code scanning", write=sarif.write),
    "sarif-open": Format(doc="SARIF without accepted findings, for GitHub", write=sarif.write_open),
    "junit": Format(doc="JUnit XML, for test reports of any CI", write=junit.write),
    "rdjson": Format(doc="Reviewdog Diagnostic Format", write=rdjson.write),
}

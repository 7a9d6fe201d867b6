"""Diagnostics as people and programs want to read them: one table of formats."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from corpblog.report.findings import Findings, Look

Writer = Callable[[Findings, Look], str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Format:
    """A way to write findings; ``write`` gives text that ends with a line end, or nothing."""

    doc: str
    write: Writer


def _writer(module: str, name: str = "write") -> Writer:
    """The function in a module of this room, which is imported when it writes: a run needs one."""

    def write(found: Findings, look: Look) -> str:
        writer: Writer = getattr(import_module(f"corpblog.report.{module}"), name)
        return writer(found, look)

    return write


FORMATS: Mapping[str, Format] = {
    "text": Format(
        doc="for people: place, source line, caret, way out",
        write=_writer("text"),
    ),
    "oneline": Format(
        doc="one line for each, for editors and grep",
        write=_writer("oneline"),
    ),
    "json": Format(
        doc="for programs: see corpblog schema diagnostics",
        write=_writer("as_json"),
    ),
    "github": Format(
        doc="annotations of GitHub Actions",
        write=_writer("github"),
    ),
    "github-summary": Format(
        doc="Markdown for the summary of a step in GitHub Actions",
        write=_writer("github_summary"),
    ),
    "gitlab": Format(
        doc="Code Quality report of GitLab",
        write=_writer("gitlab"),
    ),
    "sarif": Format(
        doc="SARIF 2.1.0, for code scanning",
        write=_writer("sarif"),
    ),
    "sarif-open": Format(
        doc="SARIF without accepted findings, for GitHub",
        write=_writer("sarif", "write_open"),
    ),
    "junit": Format(
        doc="JUnit XML, for test reports of any CI",
        write=_writer("junit"),
    ),
    "rdjson": Format(
        doc="Reviewdog Diagnostic Format",
        write=_writer("rdjson"),
    ),
}

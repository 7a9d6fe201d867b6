"""What a report is about: diagnostics in order, with how many there are of each kind."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpblog.diagnostics import Diagnostic, Severity, in_order


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """Counts of a run: ``files`` source files and ``words`` of prose were looked at."""

    errors: int = 0
    warnings: int = 0
    infos: int = 0
    suppressed: int = 0
    baseline: int = 0
    files: int = 0
    words: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """Diagnostics by path, line, column and code, and their summary."""

    diagnostics: tuple[Diagnostic, ...]
    summary: Summary


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How a report may look: ``width`` in columns is 0 where nobody watches (a file, a pipe)."""

    colour: bool = False
    width: int = 0


def findings(
    diagnostics: Iterable[Diagnostic],
    *,
    suppressed: int = 0,
    baseline: int = 0,
    files: int = 0,
    words: int = 0,
) -> Findings:
    """The diagnostics of a run, sorted and counted; ``suppressed`` ones are not among them."""
    ordered = in_order(diagnostics)
    severities = [item.severity for item in ordered]
    return Findings(
        diagnostics=ordered,
        summary=Summary(
            errors=severities.count(Severity.ERROR),
            warnings=severities.count(Severity.WARNING),
            infos=severities.count(Severity.INFO),
            suppressed=suppressed,
            baseline=baseline,
            files=files,
            words=words,
        ),
    )

"""The ground: one record for everything that is wrong, and the way to raise it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic weighs: an error fails the run, a warning only with ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Location:
    """A span in a source: ``path`` relative to the site with ``/``; line and column count from 1.

    Columns are Unicode code points and the end is exclusive. Line 0 means the file as a whole.
    """

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Related:
    """A second place that explains a diagnostic: the other source, a link of a template chain."""

    location: Location
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """A replacement that mends what a diagnostic names."""

    location: Location
    replacement: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Diagnostic:
    """One thing that is wrong: where, what, why, and what to do about it, as finished text."""

    code: str
    name: str
    severity: Severity
    location: Location
    message: str
    why: str = ""
    hint: str = ""
    example: str = ""
    url: str = ""
    source_line: str = ""
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """An entry of a room's table of faults: what stays the same each time the fault is told."""

    code: str
    name: str
    why: str
    severity: Severity = Severity.ERROR

    def at(
        self,
        location: Location,
        message: str,
        *,
        hint: str = "",
        example: str = "",
        source_line: str = "",
        severity: Severity | None = None,
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """This fault, found at ``location``."""
        return Diagnostic(
            code=self.code,
            name=self.name,
            severity=severity or self.severity,
            location=location,
            message=message,
            why=self.why,
            hint=hint,
            example=example,
            source_line=source_line,
            related=related,
        )


def fault_table(*faults: Fault) -> Mapping[str, Fault]:
    """The faults of one room by their code."""
    return {fault.code: fault for fault in faults}


@dataclass(kw_only=True)
class CorpblogError(Exception):
    """What stops a run through no bug of ours; carries every diagnostic found so far."""

    diagnostics: tuple[Diagnostic, ...] = field(default=())

    def __str__(self) -> str:
        return "; ".join(f"{d.location}: {d.code} {d.message}" for d in self.diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics by path, line, column and code, each told once."""
    unique = {
        (d.location.path, d.location.line, d.location.column, d.code, d.message): d
        for d in diagnostics
    }
    return tuple(unique[key] for key in sorted(unique))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any diagnostic is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)

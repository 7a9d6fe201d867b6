"""What stops an import of comments before anything is written."""

from pathlib import Path

from corpblog.diagnostics import CorpblogError, Fault, Location, fault_table

FAULTS = fault_table(
    Fault(
        code="IMPORT011",
        name="no-such-export",
        why="Comments are read from a file or folder on this machine.",
    ),
    Fault(
        code="IMPORT012",
        name="other-export",
        why="Each system writes its comments in a form of its own.",
    ),
    Fault(
        code="IMPORT013",
        name="export-damaged",
        why="Half of an export must not be taken for the whole: comments would be missing.",
    ),
    Fault(
        code="IMPORT014",
        name="export-unsafe",
        why="A file can be made to fill the memory or to read other files of this machine.",
    ),
    Fault(
        code="IMPORT015",
        name="import-record-unreadable",
        why="The record of earlier imports tells which comments were edited since.",
    ),
)


def refusal(
    code: str, path: Path | str, message: str, hint: str, *, line: int = 0, column: int = 0
) -> CorpblogError:
    """The fault ``code`` at a place of ``path``, ready to raise."""
    shown = path.as_posix() if isinstance(path, Path) else path
    place = Location(path=shown, line=line, column=column)
    return CorpblogError(diagnostics=(FAULTS[code].at(place, message, hint=hint),))

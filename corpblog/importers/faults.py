"""What stops an import before anything is written."""

from corpblog.diagnostics import CorpblogError, Fault, Location, fault_table

FAULTS = fault_table(
    Fault(
        code="IMPORT001",
        name="not-such-a-blog",
        why="An importer reads one kind of old blog and knows it by its folders and files.",
    ),
    Fault(
        code="IMPORT002",
        name="no-such-folder",
        why="The old blog is read from a folder on this machine.",
    ),
    Fault(
        code="IMPORT003",
        name="folders-overlap",
        why="The old blog is never changed, so the new site needs a folder of its own.",
    ),
    Fault(
        code="IMPORT004",
        name="no-site-folder",
        why="The new site is written into a folder.",
    ),
    Fault(
        code="IMPORT005",
        name="record-unreadable",
        why="The record of earlier imports tells which files were edited since.",
    ),
)


def refusal(code: str, path: str, message: str, hint: str) -> CorpblogError:
    """The fault ``code`` about ``path``, ready to raise."""
    fault = FAULTS[code].at(Location(path=path), message, hint=hint)
    return CorpblogError(diagnostics=(fault,))

"""What can go wrong with the output folder, and the words it is told in."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpblog.diagnostics import CorpblogError, Diagnostic, Fault, Location, Severity, fault_table

_UNTOUCHED = "Every page is staged first, so the last good site stays as it was."

FAULTS = fault_table(
    Fault(
        code="WRITE001",
        name="no-folder",
        why="The site is a folder of files.",
    ),
    Fault(
        code="WRITE002",
        name="output-among-sources",
        why="A build removes what it wrote before; sources and output must not share a folder.",
    ),
    Fault(code="WRITE003", name="unwritable", why=_UNTOUCHED),
    Fault(code="WRITE004", name="disk-full", why=_UNTOUCHED),
    Fault(code="WRITE005", name="read-only", why=_UNTOUCHED),
    Fault(code="WRITE006", name="write-failed", why=_UNTOUCHED),
    Fault(
        code="WRITE007",
        name="foreign-file",
        why="Files that corpblog did not write are never overwritten.",
    ),
    Fault(
        code="WRITE008",
        name="path-refused",
        why="Output stays inside the output folder and means the same file on every system.",
    ),
    Fault(
        code="WRITE009",
        name="outputs-collide",
        why="Both would be the same file, on this system or on another; one would get lost.",
    ),
    Fault(
        code="WRITE010",
        name="build-running",
        why="Two builds at once would mix their pages.",
    ),
    Fault(
        code="WRITE011",
        name="output-edited",
        why="The output folder is made from the sources alone.",
        severity=Severity.WARNING,
    ),
    Fault(
        code="WRITE012",
        name="damaged-manifest",
        why="The manifest tells which files corpblog wrote; without it none may be replaced.",
    ),
    Fault(
        code="WRITE013",
        name="output-changed-meanwhile",
        why="A page that this build counted on is no longer there.",
    ),
)


def fault(code: str, path: str, message: str, *, hint: str = "") -> Diagnostic:
    """The fault ``code`` of the file or folder ``path``, as the user would write it."""
    return FAULTS[code].at(Location(path=path), message, hint=hint)


def failure(code: str, path: str, message: str, *, hint: str = "") -> CorpblogError:
    """The same as an error to raise."""
    return CorpblogError(diagnostics=(fault(code, path, message, hint=hint),))


def os_failure(error: OSError, path: str) -> CorpblogError:
    """What the system refused for ``path``, in plain words and with the way out."""
    match error.errno:
        case errno.ENOSPC:
            hint = "free some space, then build again"
            return failure(
                "WRITE004", path, f"the disk is full: {path} could not be written", hint=hint
            )
        case errno.EDQUOT:
            hint = "free some space or ask for more, then build again"
            message = f"your share of the disk is used up: {path} could not be written"
            return failure("WRITE004", path, message, hint=hint)
        case errno.EROFS:
            hint = "choose another folder with --out"
            message = f"{path} lies on a file system that is read-only"
            return failure("WRITE005", path, message, hint=hint)
        case errno.EACCES | errno.EPERM:
            hint = "give yourself the right to write there, or choose another folder with --out"
            message = f"{path} could not be written: you have no right to"
            return failure("WRITE003", path, message, hint=hint)
        case errno.ENAMETOOLONG:
            hint = "shorten the slug or the file name that it comes from"
            message = f"{path} could not be written: the name is too long for the file system"
            return failure("WRITE006", path, message, hint=hint)
    reason = error.strerror or str(error)
    hint = "mend what the system complains of, or choose another folder with --out"
    return failure("WRITE006", path, f"{path} could not be written: {reason}", hint=hint)


@contextmanager
def told(out: Path, *places: Path) -> Iterator[None]:
    """Tell an ``OSError`` of the block as a fault of ``out``, or of the page that it names.

    ``places``: the real folders whose files are pages of ``out``.
    """
    try:
        yield
    except OSError as error:
        raise os_failure(error, _page(error, out, places)) from error


def _page(error: OSError, out: Path, places: tuple[Path, ...]) -> str:
    for name in (error.filename2, error.filename):
        for place in places:
            if isinstance(name, str) and name.startswith((f"{place}/", f"{place}{os.sep}")):
                return shown(out, name[len(str(place)) + 1 :].replace(os.sep, "/"))
    return shown(out)


def shown(out: Path, relative: str = "") -> str:
    """An output path as the user would write it: ``out`` as given, then the path in it."""
    return (out / relative).as_posix()

"""Which outputs cannot lie in one folder, on this system or on another."""

import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from corpblog.diagnostics import Diagnostic, Location, Related
from corpblog.write.faults import FAULTS, shown


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Conflict:
    """Two outputs of one build that would be one file, or a file and a folder of one name."""

    first: str
    second: str
    reason: str


def conflicts(paths: Iterable[str]) -> tuple[Conflict, ...]:
    """The conflicts among output ``paths``, each path against the first that it meets; sorted.

    Folders count too: ``Tags/a`` and ``tags/b`` are one folder on some systems and two on others.
    """
    files: dict[str, str] = {}
    folders: dict[str, tuple[str, str]] = {}  # folded folder -> folder, a file that lies in it
    found: list[Conflict] = []
    for path in sorted(paths):
        name = folded(path)
        if name in files:
            first = files[name]
            found.append(Conflict(first=first, second=path, reason=_reason(first, path)))
            continue
        files[name] = path
        for folder in parents(path):
            spelled, member = folders.setdefault(folded(folder), (folder, path))
            if spelled != folder:
                found.append(Conflict(first=member, second=path, reason=_reason(spelled, folder)))
                break
    for name in files.keys() & folders.keys():
        reason = f"{files[name]} would be a file and a folder"
        found.append(Conflict(first=files[name], second=folders[name][1], reason=reason))
    return tuple(sorted(found))


def _reason(first: str, second: str) -> str:
    if first == second:
        return "both have the same path"
    if unicodedata.normalize("NFC", first) == unicodedata.normalize("NFC", second):
        return f"{second!a} is spelled in two Unicode forms"
    return f"{first} and {second} differ only in upper and lower case"


def folded(path: str) -> str:
    """``path`` as the least discerning file system compares it: no case, one Unicode form."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def spelling(paths: Collection[str]) -> Callable[[str], str]:
    """How ``paths`` and their folders spell a path that may differ from them in case alone."""
    names = {folded(name): name for path in paths for name in (path, *parents(path))}
    return lambda path: names.get(folded(path), path)


def parents(path: str) -> list[str]:
    """The folders that ``path`` lies in, the outermost first: ``a/b/c`` lies in ``a``, ``a/b``."""
    found = []
    place = path.find("/")
    while place != -1:
        found.append(path[:place])
        place = path.find("/", place + 1)
    return found


def collisions(out: Path, paths: Iterable[str]) -> tuple[Diagnostic, ...]:
    """The conflicts among ``paths`` as faults, each naming both outputs."""
    return tuple(
        FAULTS["WRITE009"].at(
            Location(path=shown(out, found.second)),
            f"{found.first} and {found.second} cannot both be written: {found.reason}",
            hint="give one of them another slug, permalink or file name",
            related=(
                Related(location=Location(path=shown(out, found.first)), message="the other"),
            ),
        )
        for found in conflicts(paths)
    )

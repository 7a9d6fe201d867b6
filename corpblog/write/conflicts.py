"""Which outputs cannot lie in one folder, on this system or on another."""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
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
    """The conflicts among output ``paths``, each against the first path that it meets; sorted.

    Folders count too, told once with a file of each: ``Tags/a`` and ``tags/b`` lie in one folder
    on some systems and in two on others.
    """
    files: dict[str, str] = {}
    members: dict[str, str] = {}  # a folder -> the first file below it
    found: dict[tuple[str, str], str] = {}
    for path in sorted(paths):
        name = folded(path)
        if name in files:
            found[files[name], path] = _reason(files[name], path)
        files.setdefault(name, path)
        for folder in _upwards(path):
            if folder in members:
                break
            members[folder] = path
    folders: dict[str, str] = {}
    for folder in sorted(members):
        name = folded(folder)
        first = folders.setdefault(name, folder)
        if first != folder:
            found.setdefault((members[first], members[folder]), _reason(first, folder))
        if name in files:
            reason = f"{files[name]} would be a file and a folder"
            found.setdefault((files[name], members[folder]), reason)
    return tuple(
        Conflict(first=first, second=second, reason=found[first, second])
        for first, second in sorted(found)
    )


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
    names = {folded(name): name for name in (*paths, *folders_of(paths))}
    return lambda path: names.get(folded(path), path)


def parents(path: str) -> list[str]:
    """The folders that ``path`` lies in, the outermost first: ``a/b/c`` lies in ``a``, ``a/b``."""
    return list(_upwards(path))[::-1]


def folders_of(paths: Iterable[str]) -> set[str]:
    """All folders that any of ``paths`` lies in."""
    found: set[str] = set()
    for path in paths:
        for folder in _upwards(path):
            if folder in found:
                break  # and with it all folders above
            found.add(folder)
    return found


def _upwards(path: str) -> Iterator[str]:
    folder = path.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


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

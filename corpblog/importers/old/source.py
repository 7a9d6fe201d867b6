"""The old folder: which files it has, and their text with every position kept."""

import os
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from pathlib import Path

from corpblog.diagnostics import Location
from corpblog.importers.faults import refusal
from corpblog.importers.old.values import CONTROL
from corpblog.importers.record import Kind, Loss, Section

# Folders that no generator publishes and that can be huge.
_SKIPPED = frozenset({"node_modules", "vendor", "_site", "__pycache__"})


@dataclass(frozen=True, kw_only=True, slots=True)
class OldFolder:
    """An old blog on disk; ``files`` are relative to ``root``, with ``/``, sorted."""

    root: Path
    files: tuple[str, ...]
    losses: tuple[Loss, ...]

    def below(self, folder: str) -> tuple[str, ...]:
        """The files under ``folder``; all of them for an empty name."""
        name = folder.strip("/")
        if not name:
            return self.files
        # In the order of the alphabet "0" is the sign after "/".
        return self.files[bisect_left(self.files, f"{name}/") : bisect_left(self.files, f"{name}0")]

    def data(self, path: str) -> bytes:
        """The bytes of one of ``files``."""
        return (self.root / path).read_bytes()


@dataclass(frozen=True, kw_only=True, slots=True)
class OldFile:
    """A text of the old blog with line ends made ``\\n``; ``losses`` tell what was repaired."""

    path: str
    text: str
    losses: tuple[Loss, ...] = ()
    line_starts: tuple[int, ...] = (0,)

    def at(self, offset: int) -> Location:
        """The place of the character at ``offset``, counted from 1."""
        line = bisect_right(self.line_starts, offset)
        return Location(path=self.path, line=line, column=offset - self.line_starts[line - 1] + 1)


def open_folder(source: Path) -> OldFolder:
    """The old blog at ``source``; raises CorpblogError when there is no such folder.

    Links that lead out of the folder are not followed: what they point to may be anything.
    """
    if not source.is_dir():
        message = f"there is no folder {source.as_posix()}"
        raise refusal("IMPORT002", source.as_posix(), message, "give the folder of the old blog")
    root = source.resolve()
    files: list[str] = []
    losses: list[Loss] = []
    for folder, subfolders, names in os.walk(root):
        here = Path(folder)
        linked = [name for name in subfolders if (here / name).is_symlink()]
        losses += [_not_followed((here / name).relative_to(root)) for name in linked]
        subfolders[:] = sorted(n for n in subfolders if n not in linked and not _hidden(n))
        for name in sorted(names):
            path = here / name
            relative = path.relative_to(root)
            if path.is_symlink() and not _stays_inside(path, root):
                losses.append(_not_followed(relative))
            elif not path.is_file():
                losses.append(_told(relative, "neither file nor folder", "not read"))
            elif not name.startswith("."):
                files.append(relative.as_posix())
    return OldFolder(root=root, files=tuple(sorted(files)), losses=tuple(losses))


def read_text(folder: OldFolder, path: str) -> OldFile:
    """The text of one file, whatever its encoding."""
    data = folder.data(path)
    losses: list[Loss] = []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        losses.append(_repaired(path, "text that is not UTF-8", "read as Windows-1252"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if CONTROL.search(text):
        text = CONTROL.sub("", text)
        losses.append(_repaired(path, "control characters", "left out"))
    return old_file(path, text, tuple(losses))


def old_file(path: str, text: str, losses: tuple[Loss, ...] = ()) -> OldFile:
    """A text with the table of where its lines begin."""
    starts = (0, *(match.end() for match in re.finditer(r"\n", text)))
    return OldFile(path=path, text=text, losses=losses, line_starts=starts)


def _hidden(name: str) -> bool:
    return name.startswith(".") or name in _SKIPPED


def _stays_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root) and path.is_file()
    except (OSError, RuntimeError):  # a dead link or a loop
        return False


def _not_followed(path: Path) -> Loss:
    done = "not followed: copy the target into the old blog if it belongs to it"
    return _told(path, "symbolic link", done)


def _told(path: Path, construct: str, done: str) -> Loss:
    return Loss(
        location=Location(path=path.as_posix()),
        section=Section.FILES,
        kind=Kind.DROPPED,
        construct=construct,
        done=done,
    )


def _repaired(path: str, construct: str, done: str) -> Loss:
    return Loss(
        location=Location(path=path),
        section=Section.FILES,
        kind=Kind.REPAIRED,
        construct=construct,
        done=done,
    )

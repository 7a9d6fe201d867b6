"""What lies in an output folder right now: names and kinds, without opening a file."""

import os
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from corpblog.write.manifest import MANIFEST, OWN


@dataclass(frozen=True, kw_only=True, slots=True)
class Present:
    """The entries of a folder: regular files, folders, and all that is neither or closed to us.

    Links, devices and folders in which nothing of ours lies or will lie count as ``other``.
    """

    files: frozenset[str]
    folders: frozenset[str]
    other: frozenset[str]


def scan(
    root: Path, folders: Collection[str], respelled: Callable[[str], str] = lambda path: path
) -> Present:
    """The entries of ``root`` and of those of its ``folders`` that exist; links are not followed.

    The manifest and the passing files of corpblog are left out. ``respelled`` gives a path as the
    site spells it, where the file system takes upper and lower case for one. Raises ``OSError``.
    """
    files, known, other = set(), set(), set()
    pending = [(str(root), "")]
    while pending:
        folder, prefix = pending.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                path = respelled(prefix + entry.name)
                if entry.is_file(follow_symlinks=False):
                    files.add(path)
                elif path in folders and entry.is_dir(follow_symlinks=False):
                    known.add(path)
                    pending.append((entry.path, path + "/"))
                else:
                    other.add(path)
    return Present(
        files=frozenset(files - {MANIFEST}),
        folders=frozenset(known),
        other=frozenset(path for path in other if not path.startswith(OWN)),
    )

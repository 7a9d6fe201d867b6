"""The files that a site is made of, where they lie, and which of them changed."""

import os
import posixpath
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from corpblog.files import is_leftover, walk
from corpblog.model.site import Site
from corpblog.read.config import CONFIG_FILE
from corpblog.read.site import SOURCE_FOLDERS
from corpblog.serve.shown import Folders

THEMES = "themes"
# Nanoseconds that git takes for the largest of changes.
_GIT_TAKES = 10 * 10**9


class Mark(NamedTuple):
    """What changes when somebody writes a file: times in nanoseconds, size in bytes, inode."""

    written: int
    changed: int
    size: int
    inode: int


class SiteFiles:
    """All files of the site in the folder ``root``, with their marks from the last look."""

    def __init__(self, root: Path) -> None:
        # Events name real folders, whatever links lead there.
        self._root = Path(os.path.realpath(root))
        self._prefix = f"{self._root}{os.sep}"
        self._locks = [str(top / ".git/index.lock") for top in (self._root, *self._root.parents)]
        # Folders outside the site by the label that stands for them: those of themes.
        self._outside: dict[str, Path] = {}
        self._listed: tuple[str, ...] = ()
        self._links: tuple[str, ...] = ()
        self._seen: dict[str, object] = {}

    def know(self, site: Site) -> None:
        """Take in which theme and which lists the site has."""
        before = (self._listed, self._outside)
        lists = site.config.guidelines.lists.values()
        self._listed = tuple(sorted({section.file for section in lists if section.file}))
        self._outside = {
            label: folder
            for layer in site.theme.layers
            for label, folder in (
                (layer.label, layer.templates),
                (f"{posixpath.dirname(layer.label)}/static", layer.static),
            )
            if folder is not None and not folder.is_relative_to(self._root)
        }
        if before != (self._listed, self._outside):
            self.changed()

    def folders(self) -> Folders:
        """What is to be watched: the folders of sources, of themes, and what links lead to."""
        trees = [self._root / name for name in (*SOURCE_FOLDERS, THEMES)]
        trees += self._outside.values()
        trees += [self._root / posixpath.dirname(name) for name in self._listed]
        # Of a link to a file, the folder that the file is in.
        for link in self._links:
            target = Path(os.path.realpath(self._root / link))
            trees.append(target if target.is_dir() else target.parent)
        return Folders(trees=tuple(_outermost(trees, self._root)), flat=(self._root,))

    def label(self, path: str) -> str | None:
        """See ``serve.shown.Sources``."""
        if not path.startswith(self._prefix):
            return ""
        label = path[len(self._prefix) :].replace(os.sep, "/")
        top = label.partition("/")[0]
        if top in (*SOURCE_FOLDERS, THEMES) or label == CONFIG_FILE or label in self._listed:
            # What a link leads to is known after a look.
            return "" if Path(path).is_symlink() else label
        # Links within the site lead here, or the change is none of ours.
        return "" if self._links and "/" in label and not top.startswith(".") else None

    def place(self, label: str) -> Path:
        """Where the file ``label`` lies."""
        own = self._root / label
        if not label.startswith(f"{THEMES}/") or own.exists():
            return own
        for prefix, folder in self._outside.items():
            if label.startswith(f"{prefix}/"):
                return folder / label[len(prefix) + 1 :]
        return own

    def unfinished(self) -> bool:
        """Whether git is just changing files: it locks its index meanwhile."""
        for lock in self._locks:
            mark = _mark(lock)
            if mark is not None:
                # One that is older was left by a git that broke off.
                return time.time_ns() - mark.written < _GIT_TAKES
        return False

    def changed(self) -> frozenset[str]:
        """Look at all files: those that are other ones than at the last look, and new and gone."""
        before, self._seen = self._seen, self._look()
        names = before.keys() | self._seen.keys()
        return frozenset(name for name in names if before.get(name) != self._seen.get(name))

    def mark(self, label: str) -> object:
        """What was seen of the file ``label`` at the last look."""
        return self._seen.get(label)

    def take(self, labels: Iterable[str]) -> frozenset[str]:
        """Look at the files ``labels``; those that are there."""
        there = set()
        for label in labels:
            mark = _mark(self.place(label))
            if mark is None:
                self._seen.pop(label, None)
            else:
                self._seen[label] = mark
                there.add(label)
        return frozenset(there)

    def _look(self) -> dict[str, object]:
        seen: dict[str, object] = {}
        links: list[str] = []
        for label, folder in self._homes():
            found = walk(folder, is_leftover)
            links += [f"{label}/{link}" for link in found.links]
            links += [label] if folder.is_symlink() else []
            seen.update((f"{label}/{path}", reason) for path, reason in found.unreadable)
            for name in found.files:
                seen[f"{label}/{name}"] = _mark(f"{folder}/{name}")
        for name in (CONFIG_FILE, *self._listed):
            mark = _mark(self._root / name)
            if mark is not None:
                seen[name] = mark
        self._links = tuple(sorted(links))
        return seen

    def _homes(self) -> Iterator[tuple[str, Path]]:
        for name in (*SOURCE_FOLDERS, THEMES):
            if (self._root / name).is_dir():
                yield name, self._root / name
        for label, folder in self._outside.items():
            if folder.is_dir():
                yield label, folder


def sources_among(labels: Iterable[str]) -> frozenset[str]:
    """Those of ``labels`` that lie in folders of sources."""
    return frozenset(label for label in labels if label.partition("/")[0] in SOURCE_FOLDERS)


def needs_new_templates(labels: Iterable[str]) -> bool:
    """Whether a change of the files ``labels`` may change what a template says."""
    return any(label.startswith(("templates/", f"{THEMES}/")) for label in labels)


def _mark(path: Path | str) -> Mark | None:
    try:
        state = os.stat(path)  # noqa: PTH116 - of thousands of files, without a Path for each
    except OSError:
        return None
    return Mark(state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino)


def _outermost(trees: Iterable[Path], root: Path) -> Iterator[Path]:
    """Folders that are there, without those inside another one and without ``root`` itself."""
    real = sorted({Path(os.path.realpath(tree)) for tree in trees if tree.is_dir()})
    kept: list[Path] = []
    home = Path(os.path.realpath(root))
    for tree in real:
        if not (tree == home or home.is_relative_to(tree) or _inside(tree, kept)):
            kept.append(tree)
    return iter(kept)


def _inside(tree: Path, others: Iterable[Path]) -> bool:
    return any(tree.is_relative_to(other) for other in others)

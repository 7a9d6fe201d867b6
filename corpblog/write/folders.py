"""Where the output lies, where its pages are staged, and whether a build may write there at all."""

import errno
import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from corpblog.write.faults import failure, os_failure, shown
from corpblog.write.manifest import OWN

_PROBE = f"{OWN}probe"


@dataclass(frozen=True, kw_only=True, slots=True)
class Folders:
    """The folders of one build. ``out`` is as the user gave it; the others are real places.

    ``root`` is where ``out`` really lies, ``record`` is for what is remembered of it, and in
    ``edited`` copies are kept of pages there that somebody edited.
    """

    out: Path
    edited: Path
    root: Path
    record: Path
    name: str

    def anchor(self) -> Path:
        """The output folder, or while it is missing the nearest folder above it."""
        return next(place for place in (self.root, *self.root.parents) if place.exists())

    def work_places(self) -> tuple[Path, ...]:
        """Where pages may be staged, the best place first."""
        places = [self.record / "work", self.anchor() / self.name]
        if self.root.exists():
            places.insert(1, self.root.parent / self.name)
        return tuple(places)

    def left_work(self) -> tuple[Path, ...]:
        """Where a killed build may have left its work: everywhere it may have staged."""
        above = (place / self.name for place in (self.root, *self.root.parents))
        return tuple(place for place in (self.record / "work", *above) if place.exists())


def find_folders(out: Path, state: Path, protected: tuple[Path, ...]) -> Folders:
    """The folders for ``out``; a link is followed to where it leads.

    Raises ``CorpblogError``: ``out`` or ``state`` is no folder (WRITE001), or ``out`` is, holds or
    lies in one of the ``protected`` folders or ``state`` (WRITE002).
    """
    root = _real_folder(out, "the output folder")
    real_state = _real_folder(state, "the state folder")
    for folder in (*protected, state):
        if words := _overlap(root, Path(os.path.realpath(folder)), shown(folder)):
            raise failure(
                "WRITE002",
                shown(out),
                f"the output folder {shown(out)} {words}",
                hint="choose a folder of its own with --out, such as public",
            )
    key = hashlib.sha256(os.path.normcase(root).encode(errors="surrogateescape")).hexdigest()[:12]
    return Folders(
        out=out,
        edited=state / "edited",
        root=root,
        record=real_state / "publish" / key,
        name=f"{OWN}{key}",
    )


def _real_folder(folder: Path, what: str) -> Path:
    real = Path(os.path.realpath(folder))
    if real.is_dir():
        return real
    if os.path.lexists(real):
        kind = "a link that leads to itself" if real.is_symlink() else "a file"
        hint = f"rename or remove {shown(folder)}, or choose another folder"
        raise failure("WRITE001", shown(folder), f"{what} {shown(folder)} is {kind}", hint=hint)
    above = next(place for place in real.parents if os.path.lexists(place))
    if not above.is_dir():
        message = f"{what} {shown(folder)} cannot be made: {above.name} is a file"
        raise failure("WRITE001", shown(folder), message, hint="choose another folder")
    return real


def _overlap(root: Path, folder: Path, name: str) -> str:
    """How ``root`` shares files with ``folder``, called ``name``, in words; else empty."""
    if _is_same(root, folder):
        return "is a folder of the site's own files"
    if any(_is_same(root, above) for above in folder.parents):
        return f"holds {name}, which is no output"
    if any(_is_same(folder, above) for above in root.parents):
        return f"lies in {name}, which is no output"
    return ""


def _is_same(one: Path, other: Path) -> bool:
    """Whether two real paths are one folder, also where upper and lower case are taken for one."""
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def make_work(folders: Folders) -> Path:
    """An empty folder to stage in from which renaming into the output folder works.

    Raises ``CorpblogError`` when nothing can be written into the output folder.
    """
    anchor = folders.anchor()
    refused = OSError(errno.EXDEV, "no folder to stage in is on its device")
    for work in folders.work_places():
        try:
            work.mkdir(parents=True)
        except OSError as error:
            refused = error
            continue
        try:
            _try_rename(work, anchor)
            return work
        except OSError as error:
            shutil.rmtree(work)
            refused = error
            if error.errno != errno.EXDEV:
                break
    raise os_failure(refused, shown(folders.out)) from refused


def _try_rename(work: Path, anchor: Path) -> None:
    """Rename an empty file from ``work`` into ``anchor`` and remove it. Raises ``OSError``.

    Only trying tells: two folders of one device may be two mounts, and a right may be lacking,
    which is better known before the first page is rendered.
    """
    probe, landed = work / _PROBE, anchor / _PROBE
    probe.touch()
    try:
        probe.replace(landed)
    finally:
        landed.unlink(missing_ok=True)

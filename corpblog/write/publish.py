"""The swap of one build: check everything, then change the output folder whole or not at all."""

import contextlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpblog.diagnostics import CorpblogError, Diagnostic, Location
from corpblog.files import walk, write_atomically, write_new
from corpblog.model.output import StagedFile
from corpblog.write import journal
from corpblog.write.conflicts import collisions, folders_of, parents, spelling
from corpblog.write.faults import FAULTS, fault, shown, told
from corpblog.write.folders import Folders
from corpblog.write.manifest import MANIFEST, Earlier, Trace, manifest_bytes, trace, write_traces
from corpblog.write.plan import AFTER, DURING, TREE, foreign, in_the_way, make_plan, steps_of
from corpblog.write.scan import Present, scan

_SOURCES = "sources.json"
_MOST = 20  # files in the way that are told one by one
_RACY_NS = 2_000_000_000  # a file this young may change again without a new time


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """One build at the output folder: where, what lies there from before, when it was looked at."""

    folders: Folders
    work: Path
    earlier: Earlier
    opened_ns: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What a build changed in the output folder: numbers of files, and what it left alone.

    ``kept_foreign`` names the files and whole folders there that corpblog did not write; it is
    empty when nothing had to be changed. ``diagnostics`` tells of edited pages that were replaced.
    """

    written: int
    unchanged: int
    removed: int
    kept_foreign: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def publish(
    job: Job, files: Sequence[StagedFile], sources: Mapping[str, Sequence[str]] | None
) -> Published:
    """Swap ``files`` in and remember them; see ``Staging.publish``."""
    folders = job.folders
    if found := collisions(folders.out, [file.path for file in files]):
        raise CorpblogError(diagnostics=found)
    wanted = {file.path: file.digest for file in files}
    with told(folders.out, folders.root, job.work / TREE):
        staged = _staged(job.work / TREE, wanted)
        if _is_published(job, wanted, staged):
            published = Published(written=0, unchanged=len(wanted), removed=0)
        else:
            if len(staged) == len(wanted) and _move_whole(job, wanted):
                published = Published(written=len(wanted), unchanged=0, removed=0)
            else:
                published = _swap(job, wanted, staged)
            with contextlib.suppress(OSError):  # the swap is done: this only saves work later
                write_traces(folders.record, _traces(job, wanted, staged))
    if sources is not None:
        _remember_sources(folders.record, sources)
    return published


def _staged(tree: Path, wanted: Mapping[str, str]) -> dict[str, Trace]:
    """The files in ``tree`` as they look; what no one wants published is removed from it."""
    found = {}
    for path in walk(tree).files:
        if path in wanted:
            found[path] = trace(wanted[path], os.lstat(f"{tree}/{path}"))
        else:
            (tree / path).unlink()
            _remove_empty(tree, parents(path))
    return found


def _remove_empty(tree: Path, folders: Sequence[str]) -> None:
    """Remove those of nested ``folders`` that are empty: their names may tell of a draft."""
    with contextlib.suppress(OSError):
        for folder in reversed(folders):
            (tree / folder).rmdir()


def _is_published(job: Job, wanted: Mapping[str, str], staged: Mapping[str, Trace]) -> bool:
    """Whether the output folder is already as wanted, down to the manifest, and remembered."""
    if staged or wanted != job.earlier.files or not job.earlier.traces.keys() >= wanted.keys():
        return False
    try:
        return (job.folders.root / MANIFEST).read_bytes() == manifest_bytes(wanted)
    except FileNotFoundError:
        return False


def _move_whole(job: Job, wanted: Mapping[str, str]) -> bool:
    """Make a missing or empty output folder by one rename, where the system lets us."""
    root, tree = job.folders.root, job.work / TREE
    root.parent.mkdir(parents=True, exist_ok=True)
    if root.exists() and (any(root.iterdir()) or not _take_over_rights(root, tree)):
        return False
    write_new(tree / MANIFEST, manifest_bytes(wanted))
    try:
        tree.rename(root)
    except OSError:  # Windows renames onto no folder, a mount cannot be renamed onto
        (tree / MANIFEST).unlink()
        return False
    return True


def _take_over_rights(root: Path, tree: Path) -> bool:
    """Give ``tree`` the mode of the prepared folder ``root``; False if that has another owner."""
    prepared, made = root.stat(), tree.stat()
    if (prepared.st_uid, prepared.st_gid) != (made.st_uid, made.st_gid):
        return False
    shutil.copymode(root, tree)
    return True


def _swap(job: Job, wanted: Mapping[str, str], staged: Mapping[str, Trace]) -> Published:
    """Change an output folder in which something lies already, under a journal."""
    root, work = job.folders.root, job.work
    # Where "tree" is also "TREE", a page may lie there under another spelling of its path.
    caseless = os.path.lexists(work / TREE.upper())
    respelled = spelling(wanted) if caseless else lambda path: path
    ours = {respelled(path): digest for path, digest in job.earlier.files.items()}
    root.mkdir(exist_ok=True)
    present = scan(root, folders_of((*wanted, *ours)), respelled)
    strange = foreign(ours, present)
    _require_way(job, wanted, staged, strange, present)
    plan = make_plan(wanted, staged, ours, present)
    diagnostics = tuple(_keep_edited(job, (*plan.replaced, *plan.removed), ours))
    write_new(work / DURING, manifest_bytes({**ours, **wanted}))
    write_new(work / AFTER, manifest_bytes(wanted))
    first = not os.path.lexists(root / MANIFEST)
    journal.swap(root, work, steps_of(plan, wanted, present, first=first))
    return Published(
        written=len(staged),
        unchanged=len(wanted) - len(staged),
        removed=len(plan.removed),
        kept_foreign=tuple(sorted(strange)),
        diagnostics=diagnostics,
    )


def _require_way(
    job: Job,
    wanted: Mapping[str, str],
    staged: Mapping[str, Trace],
    strange: frozenset[str],
    present: Present,
) -> None:
    """Raise every reason not to swap: foreign files in the way, pages that have gone meanwhile."""
    out = job.folders.out
    faults = list(in_the_way(out, wanted, strange, present))
    if len(faults) > _MOST:
        rest = f"{len(faults) - _MOST} more files in {shown(out)} are in the way"
        faults[_MOST:] = [fault("WRITE007", shown(out), rest)]
    for path in sorted(wanted.keys() - staged.keys() - present.files):
        message = f"{shown(out, path)} was removed while the build ran"
        faults.append(fault("WRITE013", shown(out, path), message, hint="build again"))
    if faults:
        raise CorpblogError(diagnostics=tuple(faults))


def _keep_edited(job: Job, paths: Iterable[str], ours: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Copy those of our ``paths`` that somebody edited, for they are about to be replaced."""
    for path in paths:
        digest = job.earlier.digest(path)
        if digest == ours[path]:
            continue
        kept = job.folders.edited / digest[:12] / path
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(job.folders.root / path, kept)
        page = shown(job.folders.out, path)
        yield FAULTS["WRITE011"].at(
            Location(path=page),
            f"{page} was edited since the last build, which this build undoes; "
            f"the edited page is kept as {kept.as_posix()}",
            hint="change the source or a template instead",
        )


def _remember_sources(record: Path, sources: Mapping[str, Sequence[str]]) -> None:
    """Keep where each page came from. The swap is done, so nothing here may fail it."""
    content = {path: list(names) for path, names in sorted(sources.items())}
    try:
        write_atomically(record, _SOURCES, json.dumps(content).encode())
    except OSError:  # better none than those of the build before
        with contextlib.suppress(OSError):
            (record / _SOURCES).unlink()


def _traces(
    job: Job, wanted: Mapping[str, str], staged: Mapping[str, Trace]
) -> Iterator[tuple[str, Trace]]:
    """How each file looks now; without those that may have been edited after they were compared."""
    earlier = job.earlier
    for path, digest in wanted.items():
        if path in staged:
            yield path, staged[path]
            continue
        state = os.lstat(f"{earlier.root}/{path}")
        seen = trace(digest, state)
        if seen == earlier.traces.get(path) or state.st_mtime_ns < job.opened_ns - _RACY_NS:
            yield path, seen

"""READ THIS FIRST in this room: the output of one build, from its first staged page to the swap."""

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpblog.diagnostics import CorpblogError
from corpblog.files import OutsideRoot, require_plain, write_atomically, write_new
from corpblog.model.output import StagedFile
from corpblog.write import journal
from corpblog.write.faults import failure, os_failure, shown, told
from corpblog.write.folders import Folders, find_folders, make_work
from corpblog.write.lock import build_lock
from corpblog.write.manifest import OWN, Earlier, is_reserved, read_manifest, read_traces
from corpblog.write.plan import TREE
from corpblog.write.publish import Job, Published, publish


@dataclass(frozen=True, kw_only=True, slots=True)
class Staging:
    """A build's own folder on disk, in which its pages wait until all of them are there.

    Nothing in this record changes: forked or spawned workers may all :meth:`put` at the same time.
    """

    job: Job

    @classmethod
    @contextmanager
    def open(
        cls,
        out: Path,
        state: Path,
        *,
        protected: tuple[Path, ...] = (),
        wait: float | None = None,
        on_wait: Callable[[str], None] = lambda _: None,
    ) -> Iterator["Staging"]:
        """Lock ``out``, mend what a killed build left, and stage in ``state`` or near ``out``.

        ``protected``: folders of sources, which ``out`` may not be, hold or lie in. ``wait``: the
        longest time in seconds to wait for another build, None for ever; ``on_wait`` is told once.
        Without :meth:`publish` the block leaves ``out`` as it was. Raises ``CorpblogError``.
        """
        folders = find_folders(out, state, protected)
        with ExitStack() as held:
            with told(state):
                _make_record(state, folders.record)
                lock = folders.record / "lock"
                held.enter_context(build_lock(lock, shown(out), wait=wait, on_wait=on_wait))
            with told(out, folders.root):
                job = _begin(folders)
            process = os.getpid()
            try:
                yield cls(job=job)
            finally:
                # A worker that leaves the block in its own way must not clear the shared folder.
                if os.getpid() == process and not journal.is_open(job.work):
                    shutil.rmtree(job.work, ignore_errors=True)

    def put(self, path: str, data: bytes) -> StagedFile:
        """Stage ``data`` as the output ``path``, unless it lies in the output folder already.

        Raises ``CorpblogError``: the path is refused (WRITE008) or taken (WRITE009), or the system
        refuses the bytes (WRITE003 to WRITE006).
        """
        self._require_output(path)
        file = StagedFile(path=path, digest=hashlib.sha256(data).hexdigest(), size=len(data))
        if self.is_in_place(file):
            return file
        target = f"{self.job.work}/{TREE}/{path}"
        try:
            try:
                write_new(target, data)
            except FileNotFoundError:
                Path(target).parent.mkdir(parents=True, exist_ok=True)
                write_new(target, data)
        except (FileExistsError, NotADirectoryError) as error:
            raise self._refused("WRITE009", path, "is taken by another page or file") from error
        except OSError as error:
            raise os_failure(error, shown(self.job.folders.out, path)) from error
        return file

    def is_in_place(self, file: StagedFile) -> bool:
        """Whether ``file`` needs no staging: corpblog wrote it before, and it lies there unchanged.

        For work that is remembered: such a file may be published without being put.
        """
        return self.job.earlier.has(file)

    def publish(
        self,
        staged: Iterable[StagedFile],
        *,
        sources: Mapping[str, Sequence[str]] | None = None,
    ) -> Published:
        """Make the output folder hold ``staged`` and what is foreign: all at once or not at all.

        ``sources``: the source paths behind each output path, kept in the state folder. Raises
        ``CorpblogError`` with all that forbids the swap; then nothing was changed.
        """
        return publish(self.job, tuple(staged), sources)

    def _require_output(self, path: str) -> None:
        try:
            require_plain(path)
        except OutsideRoot as error:
            raise self._refused("WRITE008", path, error.reason) from error
        if is_reserved(path):
            raise self._refused("WRITE008", path, "is reserved for corpblog or Git")

    def _refused(self, code: str, path: str, reason: str) -> CorpblogError:
        hint = "change the slug, permalink, alias or file name that it comes from"
        message = f"the output path {path!r} {reason}"
        return failure(code, shown(self.job.folders.out), message, hint=hint)


def _make_record(state: Path, record: Path) -> None:
    """Make the folder ``record``; a new ``state`` folder keeps itself out of Git."""
    new = not state.exists()
    record.mkdir(parents=True, exist_ok=True)
    if new:
        write_atomically(state, ".gitignore", b"*\n")


def _begin(folders: Folders) -> Job:
    """Mend what a killed build left, see what lies there, and make room to stage."""
    opened_ns = time.time_ns()
    for left in folders.left_work():
        journal.mend(folders.root, left)
    for part in folders.record.glob(f"{OWN}*"):  # a file whose writing was killed
        part.unlink()
    earlier = Earlier(
        root=folders.root, files=read_manifest(folders.out), traces=read_traces(folders.record)
    )
    work = make_work(folders)
    (work / TREE).mkdir()
    return Job(folders=folders, work=work, earlier=earlier, opened_ns=opened_ns)

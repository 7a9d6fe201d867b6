"""Which files change while the preview runs: told by the system, or found by looking."""

import logging
import sys
import threading
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from corpblog.files import is_leftover
from corpblog.serve.gathering import Gathering
from corpblog.serve.shown import Sources

_CAME_OR_WENT = (
    FileCreatedEvent,
    FileDeletedEvent,
    FileMovedEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
)
# Linux tells when a file was written to its end, other systems that something was written.
_WRITTEN = FileClosedEvent if sys.platform == "linux" else FileModifiedEvent
_WANTED: list[type[FileSystemEvent]] = [_WRITTEN, *_CAME_OR_WENT]
# Seconds between two looks at all files: where the system tells of changes, in case it missed one;
# where it does not, as often as costs a twentieth of one core.
_LOOK_TOLD = 5.0
_LOOK_ALONE = 0.5
_SHARE = 20
# Seconds after the last change when nobody waits for a page any more.
_CALM = 0.3
# Seconds until a program that changes many files is asked for again.
_MOMENT = 0.02
# More folders than this outside the site, reached by links, are looked at instead.
_MOST_TREES = 64


class Watcher:
    """Watches ``sources`` on a thread of its own and calls their ``update``.

    ``updated`` is called after each, ``rested`` in the calm after it, ``failed`` with what one of
    them raised: the watcher goes on.
    ``told`` is false where the system cannot tell of changes, and ``reason`` then says why.
    """

    def __init__(
        self,
        sources: Sources,
        updated: Callable[[], None],
        failed: Callable[[Exception], None],
        rested: Callable[[], None] = lambda: None,
    ) -> None:
        self.reason = ""
        self._sources = sources
        self._updated = updated
        self._failed = failed
        self._rested = rested
        self._news = threading.Condition()
        self._gathering = Gathering()
        self._ended = False
        self._look_takes = 0.0
        self._observer: BaseObserver | None = None
        self._watches: dict[tuple[Path, bool], tuple[ObservedWatch, tuple[int, int]]] = {}
        # Watched folders that went away: another one of the same name needs a watch of its own,
        # even if the disk gives it the same number.
        self._gone: set[Path] = set()
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)

    @property
    def told(self) -> bool:
        """Whether the system tells of changes."""
        return self._observer is not None

    def start(self) -> None:
        """Begin to watch."""
        _keep_quiet()
        self._ask_the_system()
        self._thread.start()

    def stop(self) -> None:
        """End within a moment; an update that runs is not waited for."""
        with self._news:
            self._ended = True
            self._news.notify_all()
        self._leave_the_system("")

    def hear(self, event: FileSystemEvent) -> None:
        """Take in an event of the system. Called on another thread."""
        paths = [event.src_path, event.dest_path] if event.dest_path else [event.src_path]
        now = time.monotonic()
        with self._news:
            if isinstance(event, (DirDeletedEvent, DirMovedEvent)):
                self._gone.add(Path(str(event.src_path)))
            for number, path in enumerate(paths):
                label = self._label(str(path), folder=event.is_directory)
                if label is None:
                    continue
                # What was moved to its name was written elsewhere, to its end.
                finished = isinstance(event, _WRITTEN) or (number == 1 and bool(label))
                self._gathering.add(label, now, finished=finished)
                self._news.notify_all()

    def _label(self, path: str, *, folder: bool) -> str | None:
        if is_leftover(path):
            return None
        label = self._sources.label(path)
        return "" if folder and label is not None else label

    def _run(self) -> None:
        pause, tired = _CALM, True
        while True:
            labels = self._wait(pause)
            if labels is None:
                return
            try:
                if labels or not tired:
                    tired = self._act(labels) or tired
                else:
                    # New files in a folder that nobody watched yet are a change too.
                    tired = self._take_in(self._unheard())
                    self._sources.rest()
                    self._rested()
            except Exception as error:  # the preview never dies; what is wrong is told
                self._failed(error)
            pause = _CALM if tired else self._pause()

    def _pause(self) -> float:
        """Seconds until the next look."""
        return _LOOK_TOLD if self.told else max(_LOOK_ALONE, self._look_takes * _SHARE)

    def _look(self) -> frozenset[str]:
        began = time.monotonic()
        labels = self._sources.changed()
        self._look_takes = time.monotonic() - began
        return labels

    def _wait(self, pause: float) -> frozenset[str] | None:
        """What changed, nothing if it is time for a look, None at the end."""
        until = time.monotonic() + pause
        with self._news:
            while not self._ended:
                now = time.monotonic()
                due = self._gathering.due() if self._gathering else until
                if now < due:
                    self._news.wait(due - now)
                elif self._gathering and self._sources.unfinished():
                    self._news.wait(_MOMENT)
                else:
                    return self._gathering.take()
        return None

    def _act(self, labels: frozenset[str]) -> bool:
        """Look if nothing is known, take in what changed; whether anything did."""
        nobody_told, folders = not labels, "" in labels
        if nobody_told or folders:
            labels = (labels - {""}) | self._look()
        if nobody_told and labels and self.told:
            # The system has stopped to tell: ask it anew.
            self._leave_the_system("")
            self._ask_the_system()
        changed = self._take_in(labels)
        # One saved file makes no new folders: a page must not wait for a look at them.
        while folders and self._take_in(self._unheard()):
            changed = True
        return changed

    def _take_in(self, labels: frozenset[str]) -> bool:
        if labels:
            self._sources.update(labels)
            self._updated()
        return bool(labels)

    def _unheard(self) -> frozenset[str]:
        """What happened in new folders before they were watched."""
        return self._look() if self._follow() else frozenset()

    def _ask_the_system(self) -> None:
        try:
            observer = Observer()
            observer.daemon = True
            observer.start()
            self._observer = observer
            self._follow()
        except OSError as error:
            self._leave_the_system(error.strerror or str(error))

    def _leave_the_system(self, reason: str) -> None:
        observer, self._observer = self._observer, None
        self.reason = reason
        self._watches.clear()
        if observer is not None:
            observer.stop()

    def _follow(self) -> bool:
        """Watch the folders that there are now; whether any of them is new.

        The flat ones come last: a system that has no room for a watch may say so for the first
        folder of a tree only, and then says so for them too.
        """
        if self._observer is None:
            return False
        folders = self._sources.folders()
        wanted = [(tree, True) for tree in folders.trees] + [(flat, False) for flat in folders.flat]
        if len(folders.trees) > _MOST_TREES:
            self._leave_the_system("too many folders are reached by links")
            return False
        with self._news:
            gone, self._gone = self._gone, set()
        for key in self._watches.keys() - set(wanted) | {(path, True) for path in gone}:
            self._drop(key)
        try:
            fresh = [key for key in wanted if self._watch(key)]
        except OSError as error:
            self._leave_the_system(error.strerror or str(error))
            return False
        return bool(fresh)

    def _watch(self, key: tuple[Path, bool]) -> bool:
        """Watch one folder, again if another one has taken its place; whether it is new.

        Raises OSError.
        """
        try:
            state = key[0].stat()
        except OSError:
            self._drop(key)
            return False
        identity = (state.st_dev, state.st_ino)
        if key in self._watches:
            if self._watches[key][1] == identity:
                return False
            self._drop(key)
        assert self._observer is not None
        watch = self._observer.schedule(
            _Ear(self), str(key[0]), recursive=key[1], event_filter=_WANTED
        )
        self._watches[key] = (watch, identity)
        return True

    def _drop(self, key: tuple[Path, bool]) -> None:
        known = self._watches.pop(key, None)
        if known is None or self._observer is None:
            return
        try:
            self._observer.unschedule(known[0])
        except (KeyError, OSError):  # the folder is gone, and its watch with it
            return


def _keep_quiet() -> None:
    """What watchdog warns of (a folder that went away, lost events) is found by looking."""
    logging.getLogger("watchdog").addHandler(logging.NullHandler())
    warnings.filterwarnings("ignore", category=RuntimeWarning, module="watchdog")


class _Ear(FileSystemEventHandler):
    """Hands every event on."""

    def __init__(self, watcher: Watcher) -> None:
        self._watcher = watcher

    def on_any_event(self, event: FileSystemEvent) -> None:
        """See watchdog."""
        self._watcher.hear(event)

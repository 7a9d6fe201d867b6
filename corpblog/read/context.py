"""What every reader of a source needs to know: the root, its files, the clock and the languages."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from corpblog.model.config import Config
from corpblog.read.memory import Forgetful, Memory

_AFTER_SLASH = chr(ord("/") + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """The frame of one run of the read stage.

    ``files`` are all source files below ``root``, relative with ``/`` and sorted; ``known`` the
    same as a set; ``languages`` those with interface texts, the default language first.
    """

    root: Path
    files: tuple[str, ...]
    known: frozenset[str]
    config: Config
    zone: ZoneInfo
    now: datetime
    languages: tuple[str, ...]
    texts: Mapping[str, Mapping[str, str | Mapping[str, str]]]
    memory: Memory = field(default_factory=Forgetful)

    @property
    def lang(self) -> str:
        """The default language."""
        return self.languages[0]

    def below(self, folder: str, *endings: str) -> tuple[str, ...]:
        """The files below ``folder`` with one of these endings (any, if none), sorted."""
        first = bisect_left(self.files, f"{folder}/")
        after = bisect_left(self.files, f"{folder}{_AFTER_SLASH}")
        found = self.files[first:after]
        return tuple(name for name in found if name.endswith(endings)) if endings else found

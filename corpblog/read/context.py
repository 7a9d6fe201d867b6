"""What every reader of a source needs to know: the root, its files, the clock and the languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from corpblog.model.config import Config


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """The frame of one run of the read stage.

    ``files`` are all source files below ``root``, relative with ``/``; ``languages`` those with
    interface texts, the default language first.
    """

    root: Path
    files: frozenset[str]
    config: Config
    zone: ZoneInfo
    now: datetime
    languages: tuple[str, ...]
    texts: Mapping[str, Mapping[str, str | Mapping[str, str]]]

    @property
    def lang(self) -> str:
        """The default language."""
        return self.languages[0]

    def below(self, folder: str, *endings: str) -> tuple[str, ...]:
        """The files below ``folder`` with one of these endings (any, if none), sorted."""
        prefix = f"{folder}/"
        found = (name for name in self.files if name.startswith(prefix))
        return tuple(sorted(name for name in found if not endings or name.endswith(endings)))

"""What the server asks of the site that it shows; it knows nothing else about sites."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What stands at an address: bytes, or a ``file`` that is sent from the disk.

    ``location`` is an address to go to instead. ``mark`` names the state of a page: it changes
    when the page must be loaded again. ``path`` has the name that tells the media type.
    """

    status: int = 200
    path: str = "index.html"
    body: bytes = b""
    file: Path | None = None
    location: str = ""
    mark: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PageState:
    """What has become of a page that a browser shows.

    Another ``mark`` than before: load it again. Other ``sheets``: load its style sheets again.
    ``moved`` is its new address, if it has one.
    """

    mark: str = ""
    sheets: str = ""
    moved: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Folders:
    """What to watch: ``trees`` with all that is below them, ``flat`` folders without."""

    trees: tuple[Path, ...] = ()
    flat: tuple[Path, ...] = ()


class Shown(Protocol):
    """A site as a preview shows it. Any thread may ask at any time."""

    def answer(self, path: str) -> Answer:
        """What stands at ``path``, which is decoded and begins with ``/``."""

    def state(self, path: str) -> PageState:
        """What has become of the page at ``path``."""

    def notes(self, path: str) -> Mapping[str, Any]:
        """What a writer should know about the page at ``path``, as values that JSON knows."""

    def margin(self, path: str) -> Mapping[str, Any]:
        """What is said in the margin of the text at ``path``; may take its time."""


class Sources(Protocol):
    """The files of a site as the watcher sees them; a label is how messages name a file."""

    def folders(self) -> Folders:
        """What to watch now."""

    def label(self, path: str) -> str | None:
        """The label of the file at an absolute ``path``; None where it is no concern.

        Empty where it concerns the site and only a look at all files tells how.
        """

    def unfinished(self) -> bool:
        """Whether a program is in the middle of changing many files."""

    def changed(self) -> frozenset[str]:
        """Look at all files: the labels of those that changed since the last look or update."""

    def update(self, labels: Iterable[str]) -> None:
        """Take in what changed."""

    def rest(self) -> None:
        """Nothing changes just now: time for what can wait."""

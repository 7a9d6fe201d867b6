"""What an importer hands on: the files of the new site, and what became of the old one's words."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from corpblog.diagnostics import Location


class Kind(StrEnum):
    """What was done with something that could not come over as it stood; the urgent comes first."""

    CONFIRM = "to confirm"
    LEFT = "left visible"
    DROPPED = "dropped"
    REPAIRED = "repaired"
    TRANSLATED = "translated"


class Section(StrEnum):
    """Where in the report an entry stands; the order is the order of the report."""

    PEOPLE = "people"
    DISCLOSURES = "disclosures"
    DATES = "dates"
    TAGS = "tags"
    LANGUAGES = "languages"
    TEXT = "text"
    LINKS = "links"
    IMAGES = "images"
    ADDRESSES = "addresses"
    FRONT_MATTER = "front matter"
    FILES = "files"


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceFile:
    """A file of the new site: ``path`` relative to the site folder, with ``/``.

    Its bytes are ``data``, or those of ``origin``, a file of the old blog: all media of a blog may
    be more than fits into memory, so each is read when it lands.
    """

    path: str
    data: bytes = b""
    origin: Path | None = None

    def content(self) -> bytes:
        """The bytes of the file. Raises ``OSError`` for an ``origin`` that cannot be read."""
        return self.data if self.origin is None else self.origin.read_bytes()


@dataclass(frozen=True, kw_only=True, slots=True)
class Loss:
    """An entry of the report.

    ``location`` points into the old blog; ``construct`` names the sort of thing, ``found`` is
    the text as it stood there, ``done`` what became of it.
    """

    location: Location
    section: Section
    kind: Kind
    construct: str
    done: str
    found: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Import:
    """A whole old blog as the files of a corpblog site; ``counts`` are for the report's head."""

    importer: str
    files: tuple[SourceFile, ...]
    losses: tuple[Loss, ...]
    counts: tuple[tuple[str, int], ...] = ()


# Reads the old folder and writes nothing; raises CorpblogError when it is no such blog.
Importer = Callable[[Path], Import]


def in_report_order(losses: tuple[Loss, ...]) -> tuple[Loss, ...]:
    """Entries by section, file, line and column, each told once."""
    order = {section: place for place, section in enumerate(Section)}
    return tuple(
        sorted(
            dict.fromkeys(losses),
            key=lambda loss: (
                order[loss.section],
                loss.location,
                loss.kind,
                loss.construct,
                loss.found,
                loss.done,
            ),
        )
    )

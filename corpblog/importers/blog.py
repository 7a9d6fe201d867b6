"""An old blog as its reader found it, before any of it is written anew."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from corpblog.importers.old.dates import NamedDay, Reading
from corpblog.importers.old.front_matter import OldText
from corpblog.importers.old.source import OldFolder
from corpblog.importers.old.traced import Traced
from corpblog.importers.record import Loss
from corpblog.importers.text.translation import Translated


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What the old configuration says; empty where it says nothing."""

    path: str = ""
    title: str = ""
    url: str = ""
    lang: str = ""
    timezone: str = ""
    description: str = ""
    pattern: str = ""
    author: Any = None
    languages: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class OldPost:
    """A post or page: ``stem`` is the file's name without extension and language.

    ``section`` is what stands before the name in the address (categories, sections); ``beside``
    are the files of a bundle; ``key`` is what other texts call this one by.
    """

    text: OldText
    stem: str
    named: NamedDay
    key: str
    section: str = ""
    lang: str = ""
    draft: bool = False
    beside: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The file in the old blog."""
        return self.text.file.path


@dataclass(frozen=True, kw_only=True, slots=True)
class OldProfile:
    """A person's record in the old blog: ``values`` as they stood, ``bio`` in Markdown."""

    old_id: str
    text: OldText
    values: Mapping[str, Any]
    bio: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """What texts may ask for while they are translated: old names to new addresses."""

    addresses: Mapping[str, str]
    site_url: str
    settings: Settings
    # The old address of what did not come over, made from its name; empty when nobody can tell.
    guess: Callable[[str], str]

    def address(self, name: str) -> str:
        """The new address of what an old text calls ``name``, else its old address."""
        wanted = name.strip().strip("/")
        for form in (wanted, wanted.removesuffix("/index"), wanted.rsplit(".", 1)[0]):
            if form in self.addresses:
                return self.addresses[form]
        return self.guess(wanted)


@dataclass(frozen=True, kw_only=True, slots=True)
class OldBlog:
    """Everything that an importer read, with the functions that know its tool's ways."""

    tool: str
    folder: OldFolder
    settings: Settings
    posts: tuple[OldPost, ...]
    pages: tuple[OldPost, ...]
    profiles: tuple[OldProfile, ...]
    # Source path -> path under static/.
    statics: Mapping[str, str]
    styles: Mapping[str, str]
    # Folders (under static/) in which a bare image name is looked for.
    picture_folders: tuple[str, ...]
    address_parts: Callable[[OldPost, date | None], Mapping[str, str]]
    # A name in a text and the pattern of addresses -> the old address that the tool made of it.
    guess: Callable[[str, str], str]
    translate: Callable[[OldPost, Traced, Names], Translated]
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated:
    """The day of a post, and what the report says about it."""

    reading: Reading | None
    losses: tuple[Loss, ...] = ()

    @property
    def day(self) -> date | None:
        """The day, where there is one."""
        return self.reading.day if self.reading else None

"""The waist of the hourglass: everything that was read, linked once, never changed again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corpblog.model.author import Author
from corpblog.model.comment import Dialogue
from corpblog.model.config import Config
from corpblog.model.page import Page
from corpblog.model.post import Post
from corpblog.model.registers import Registers
from corpblog.model.source import SourceText
from corpblog.model.taxonomy import Term
from corpblog.model.theme import Asset, Theme


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """A whole site at one moment.

    ``posts`` are those that readers may see at ``now``, newest first; ``hidden`` the drafts,
    future and expired ones; ``withdrawn`` leave a tombstone. ``languages`` begins with the
    default language. ``assets`` maps an output path to the file that is copied there.
    """

    root: Path
    now: datetime
    config: Config
    config_source: SourceText
    theme: Theme
    languages: tuple[str, ...]
    posts: tuple[Post, ...]
    hidden: tuple[Post, ...]
    withdrawn: tuple[Post, ...]
    pages: tuple[Page, ...]
    authors: Mapping[str, Author]
    tags: tuple[Term, ...]
    series: tuple[Term, ...]
    assets: Mapping[str, Asset]
    # Source path (relative to the site) of a post or page -> its permalink, for links to files.
    addresses: Mapping[str, str]
    # Sources that are there but could not be read: a link to one of them is not dead.
    unreadable: frozenset[str]
    # Interface texts that the site adds or changes: language -> key -> text, or plural forms.
    texts: Mapping[str, Mapping[str, str | Mapping[str, str]]]
    # What the company knows of its ties, claims, names and pictures.
    registers: Registers
    # Press releases (press/), with which posts are compared; they are not published.
    press: tuple[SourceText, ...]
    # What readers say under posts, and what employees answer.
    dialogue: Dialogue
    # Word lists of the site's own, by their name in the configuration.
    word_lists: Mapping[str, SourceText]

    @property
    def lang(self) -> str:
        """The default language."""
        return self.languages[0]

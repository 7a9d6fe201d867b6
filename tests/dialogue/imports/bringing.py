"""Imports for tests: small sites, small exports, and what became of them."""

import re
from pathlib import Path

from corpblog.dialogue.imports import READERS
from corpblog.dialogue.imports.arrange import Arranged, ImportWishes, arrange
from corpblog.dialogue.imports.land import Landed, land
from corpblog.dialogue.known_comments import all_comments
from corpblog.model.comment import CommentRecord
from corpblog.model.site import Site
from corpblog.read.site import ReadOptions, ReadResult, read_site
from tests.sites import SMALL, write_site

MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
NUMBERS = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])")


def read(root: Path) -> ReadResult:
    """The site in ``root`` with all its faults."""
    return read_site(root, ReadOptions())


def site_in(root: Path) -> Site:
    """The site in ``root``."""
    site = read(root).site
    assert site is not None
    return site


def small_site(root: Path, **posts: str) -> Path:
    """A small site; ``posts`` adds front matter to further posts by their names."""
    files = {
        f"content/posts/{name}.md": (
            f"---\ntitle: {name}\ndate: 2020-05-01\nauthors: [jana-weiss]\n{front}\n---\nText.\n"
        )
        for name, front in posts.items()
    }
    return write_site(root, {**SMALL, **files})


def arranged(system: str, source: Path, root: Path, lang: str = "", **staff: str) -> Arranged:
    """What an import of ``source`` into the site in ``root`` would bring."""
    wishes = ImportWishes(staff=staff, lang=lang)
    return arrange(READERS[system](source), site_in(root), wishes)


def landed(found: Arranged, root: Path) -> Landed:
    """The records written into the site."""
    known = {
        comment.id: comment.source.path.removeprefix("comments/")
        for comment in all_comments(site_in(root).dialogue)
    }
    return land(found.records, root / "comments", root, known)


def by_id(found: Arranged) -> dict[str, CommentRecord]:
    """The records by their id in the other system."""
    return {record.source.id: record for record in found.records if record.source}


def written(root: Path) -> dict[str, str]:
    """The comment files by path."""
    return {
        file.relative_to(root).as_posix(): file.read_text("utf-8")
        for file in sorted((root / "comments").rglob("*.yml"))
    }


def counts(found: Arranged) -> dict[str, int]:
    """The counts of the account that are not zero."""
    return {name: count for name, count in found.report.counts.items() if count}

"""Two real old blogs as new sites, for all tests that look at them: imported and built once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from corpblog.importers import IMPORTERS
from corpblog.importers.land import land
from corpblog.importers.record import Import
from corpblog.model.site import Site
from tests.importers.blogs import real_blog

if TYPE_CHECKING:
    from corpblog.pipeline import BuildReport

NOW = datetime(2026, 11, 21, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A real old blog in ``old``, and what became of it in ``root``."""

    tool: str
    old: Path
    root: Path
    imported: Import


@dataclass(frozen=True, kw_only=True)
class Built:
    """A moved blog whose pages lie in ``out``."""

    moved: Moved
    site: Site
    report: BuildReport

    def page(self, permalink: str) -> str:
        """The page at an address."""
        file = self.report.out / permalink.strip("/")
        page = file if file.is_file() else file / "index.html"
        return page.read_text(encoding="utf-8")


def moved(tool: str, sample: str, scratch: Path) -> Moved:
    """Unpack and import a sample; the test is skipped without its archive."""
    old, root = real_blog(sample, scratch), scratch / "site"
    imported = IMPORTERS[tool](old)
    land(imported, root)
    return Moved(tool=tool, old=old, root=root, imported=imported)


def built(blog: Moved) -> Built:
    """Build a moved blog."""
    from corpblog.pipeline import BuildOptions, build
    from corpblog.read.site import ReadOptions, read_site

    report = build(blog.root, BuildOptions(out=blog.root.parent / "out", now=NOW))
    site = read_site(blog.root, ReadOptions(now=NOW)).site
    assert site is not None
    return Built(moved=blog, site=site, report=report)

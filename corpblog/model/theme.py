"""Where a site's look comes from: layers of templates and files, the nearest first."""

from dataclasses import dataclass
from pathlib import Path

# The version of what a template gets (docs/themes.md); a theme may name the one it was made for.
CONTEXT_VERSION = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class ThemeLayer:
    """One source of templates and static files; ``label`` is how messages name its files."""

    label: str
    templates: Path
    static: Path | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme:
    """The layers of a site: its own ``templates/``, then the theme, then the theme below it."""

    name: str
    layers: tuple[ThemeLayer, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Asset:
    """A file that is copied as it is: absolute ``source``, ``path`` under the output folder.

    ``label`` is the source as messages name it. Width and height (pixels) are known of images
    that a page may show.
    """

    source: Path
    label: str
    path: str
    size: int
    width: int = 0
    height: int = 0

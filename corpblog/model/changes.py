"""What a pull request touches: files, and in each the lines that it adds."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangedLines:
    """Changes since a revision: ``lines`` maps a path (relative to the site) to its added lines.

    A touched file without added lines has an empty set. ``removed`` are files that are gone.
    """

    revision: str
    lines: Mapping[str, frozenset[int]] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()

    def touches(self, path: str) -> bool:
        """Whether the file at ``path`` was added or changed."""
        return path in self.lines

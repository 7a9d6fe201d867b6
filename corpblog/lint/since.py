"""Which findings a pull request is to blame for: on its lines, or by its registers."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpblog.diagnostics import Location
from corpblog.lint.telling import Found
from corpblog.model.changes import ChangedLines

# Its entries are secret, so no finding can point at the one that caused it.
_SECRET = "registers/confidential.hashes"  # noqa: S105 (a path)
_OF_SECRETS = "CONF001"


@dataclass(frozen=True, kw_only=True, slots=True)
class Blamed:
    """Findings that the changes brought, and how many others there are."""

    found: tuple[Found, ...]
    left_out: int


def blame(found: Iterable[Found], changes: ChangedLines) -> Blamed:
    """The findings on added lines, whole-file ones of touched files, and those caused elsewhere."""
    every = tuple(found)
    kept = tuple(item for item in every if _is_new(item, changes))
    return Blamed(found=kept, left_out=len(every) - len(kept))


def _is_new(item: Found, changes: ChangedLines) -> bool:
    place = item.diagnostic.location
    if changes.touches(place.path) and (item.whole or _on_added(place, changes)):
        return True
    if item.diagnostic.code == _OF_SECRETS and changes.touches(_SECRET):
        return True
    return any(
        _on_added(related.location, changes) or related.location.path in changes.removed
        for related in item.diagnostic.related
    )


def _on_added(place: Location, changes: ChangedLines) -> bool:
    added = changes.lines.get(place.path, frozenset())
    if not place.line:
        return place.path in changes.lines
    last = max(place.end_line, place.line)
    return any(line in added for line in range(place.line, last + 1))

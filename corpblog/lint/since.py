"""Which findings a pull request is to blame for: on its lines, or by its registers."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpblog.diagnostics import Diagnostic, Location
from corpblog.lint.telling import Found
from corpblog.model.changes import ChangedLines

# Its entries are secret, so no finding can point at the one that caused it.
_SECRET = "registers/confidential.hashes"  # noqa: S105 (a path)
_OF_SECRETS = "CONF001"
_BROKE = "LINT011"


@dataclass(frozen=True, kw_only=True, slots=True)
class Blamed:
    """Findings and faults that the changes brought, and how many others there are."""

    found: tuple[Found, ...]
    faults: tuple[Diagnostic, ...]
    left_out: int


def blame(
    found: Iterable[Found], faults: Iterable[Diagnostic], changes: ChangedLines | None
) -> Blamed:
    """The findings on added lines, whole-file ones of touched files, and those caused elsewhere.

    Of ``faults`` those in touched files: an exception is in vain when the text below it changed.
    Without ``changes`` everything counts.
    """
    every, all_faults = tuple(found), tuple(faults)
    if changes is None:
        return Blamed(found=every, faults=all_faults, left_out=0)
    kept = tuple(item for item in every if _is_new(item, changes))
    own = tuple(item for item in all_faults if _concerns(item, changes))
    left_out = len(every) + len(all_faults) - len(kept) - len(own)
    return Blamed(found=kept, faults=own, left_out=left_out)


def _concerns(fault: Diagnostic, changes: ChangedLines) -> bool:
    # What a rule that broke would have found is not known, so it stops every change.
    return changes.touches(fault.location.path) or fault.code == _BROKE


def _is_new(item: Found, changes: ChangedLines) -> bool:
    place = item.diagnostic.location
    if place.path in changes.removed:
        return True
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

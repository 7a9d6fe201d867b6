"""An output as the plan names it: where it will stand, what it is made from, and how."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedOutput:
    """One output of a site. ``make`` gives its bytes and raises CorpblogError with diagnostics.

    ``path`` is relative to the output folder; ``source`` names the file it is made from, or says
    what makes it. Pages also have the ``permalink`` they stand at, ``lang``, ``versions`` (their
    translations as language to permalink, with themselves), the time of their last change, and
    ``indexed``: whether search engines may list them.
    """

    path: str
    kind: str
    source: str
    make: Callable[[], bytes]
    permalink: str = ""
    lang: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)
    changed: date | datetime | None = None
    indexed: bool = False

"""A link that leads nowhere, as the check of the finished pages finds it."""

from dataclasses import dataclass

from corpblog.render.planned import PlannedOutput


@dataclass(frozen=True, kw_only=True, slots=True)
class DeadLink:
    """A link on a finished page that leads nowhere.

    ``page`` is the output path that it leads to if only the place in it is missing, else empty.
    """

    output: PlannedOutput
    link: str
    page: str

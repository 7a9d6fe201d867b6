"""Press releases (press/): texts that are not published, with which posts are compared."""

from corpblog.diagnostics import Diagnostic
from corpblog.model.source import SourceText
from corpblog.read.context import Context
from corpblog.read.front_matter import split
from corpblog.read.sources import read_source

FOLDER = "press"


def read_press(context: Context) -> tuple[tuple[SourceText, ...], tuple[Diagnostic, ...]]:
    """The texts of ``press/`` in the order of their files, and a fault for each unreadable one.

    Keys above a text are left out of its body; what they say is nobody's concern here, so keys
    that cannot be read are no fault.
    """
    found: list[SourceText] = []
    told: list[Diagnostic] = []
    for path in context.below(FOLDER, ".md", ".txt"):
        source, faults = read_source(context.root, path)
        told.extend(faults)
        if source is not None:
            front, _ = split(source)
            found.append(source if front is None else front.source)
    return tuple(found), tuple(told)

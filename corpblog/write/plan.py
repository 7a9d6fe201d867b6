"""From the wanted, staged, earlier and present files to the steps of a swap: names, no disk."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from corpblog.diagnostics import Diagnostic
from corpblog.write.conflicts import folders_of, parents
from corpblog.write.faults import fault, shown
from corpblog.write.journal import Step
from corpblog.write.manifest import MANIFEST
from corpblog.write.scan import Present

TREE = "tree"  # the folder of staged pages in the work folder
DURING = "during.json"  # the manifest while a swap runs: old and new pages are all ours
AFTER = "after.json"  # the manifest of the new pages


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """The pages to bring in, to put over old ones and to take away, each sorted."""

    placed: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]


def make_plan(
    wanted: Collection[str], staged: Collection[str], ours: Collection[str], present: Present
) -> Plan:
    """What to do so that of ``ours`` just the ``wanted`` are left, with the ``staged`` bytes."""
    return Plan(
        placed=tuple(sorted(path for path in staged if path not in present.files)),
        replaced=tuple(sorted(path for path in staged if path in present.files)),
        removed=tuple(sorted(present.files.intersection(ours).difference(wanted))),
    )


def foreign(ours: Collection[str], present: Present) -> frozenset[str]:
    """What lies there and is not corpblog's; a foreign folder stands for all in it."""
    return present.other | present.files.difference(ours)


def in_the_way(
    out: Path, wanted: Collection[str], strange: frozenset[str], present: Present
) -> Iterable[Diagnostic]:
    """A fault for each foreign file where a ``wanted`` page, or a folder of one, has to be."""
    pages = frozenset(wanted)
    blocking = strange.intersection(pages | folders_of(pages))
    closed = pages & present.folders
    blocking |= {name for name in strange if _is_below(name, closed)}
    for name in sorted(blocking):
        path = shown(out, name)
        yield fault(
            "WRITE007",
            path,
            f"{path} is in the way of a page, and corpblog did not write it",
            hint="move it away, or delete it if the site is to replace it, and build again",
        )


def steps_of(plan: Plan, wanted: Collection[str], present: Present, *, first: bool) -> list[Step]:
    """The steps of ``plan``; ``first``: there is no manifest yet.

    New pages and their pictures come before changed pages, which link to them; what vanishes goes
    last, unless it is a file where a folder has to be or the other way round.
    """
    pages = frozenset(wanted)
    needed = folders_of(wanted)
    early = [path for path in plan.removed if path in needed or _is_below(path, pages)]
    late = sorted(frozenset(plan.removed).difference(early))
    closed = [name for name in present.folders if name in pages or _is_below(name, pages)]
    emptied = folders_of(late) - needed
    new = folders_of(plan.placed) - present.folders
    return [
        Step("place" if first else "replace", MANIFEST, DURING),
        *(Step("remove", path) for path in early),
        *(Step("prune", folder) for folder in sorted(closed, reverse=True)),
        *(Step("folder", folder) for folder in sorted(new)),
        *(Step("place", path, f"{TREE}/{path}") for path in plan.placed),
        *(Step("replace", path, f"{TREE}/{path}") for path in plan.replaced),
        *(Step("remove", path) for path in late),
        *(Step("prune", folder) for folder in sorted(emptied, reverse=True)),
        Step("replace", MANIFEST, AFTER),
    ]


def _is_below(path: str, folders: frozenset[str]) -> bool:
    return not folders.isdisjoint(parents(path))

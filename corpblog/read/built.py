"""A built site from disk: the pages and feeds of an output folder, as texts to be judged."""

import os
from collections.abc import Iterator
from pathlib import Path

from corpblog.diagnostics import CorpblogError, Diagnostic, Location
from corpblog.files import Walk, is_leftover, walk
from corpblog.model.built import BuiltSite
from corpblog.read.faults import FAULTS

_PAGES = (".html", ".htm")
_FEEDS = (".xml", ".json", ".atom", ".rss")
_HINT = "build the site first: corpblog build"


def read_built(folder: Path, label: str) -> BuiltSite:
    """The site in ``folder``, which messages name ``label``.

    Broken UTF-8 is read with replacement signs, as browsers do. Raises CorpblogError where there
    is no such folder, where it holds no page, and where a file cannot be read or a link leads
    out of it.
    """
    if not folder.is_dir():
        what = "is no folder" if folder.exists() else "does not exist"
        raise CorpblogError(diagnostics=(_no_site(label, f"this output folder {what}"),))
    found = walk(folder, is_leftover)
    told = list(_unreadable(folder, label, found))
    pages = _texts(folder, label, [name for name in found.files if _is(name, _PAGES)], told)
    feeds = _texts(folder, label, [name for name in found.files if _is(name, _FEEDS)], told)
    if not pages and not told:
        told.append(_no_site(label, "there are no pages in this output folder"))
    if told:
        raise CorpblogError(diagnostics=tuple(told))
    return BuiltSite(folder=label, pages=pages, feeds=feeds)


def _is(name: str, endings: tuple[str, ...]) -> bool:
    return name.lower().endswith(endings)


def _texts(folder: Path, label: str, names: list[str], told: list[Diagnostic]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        try:
            found[name] = (folder / name).read_bytes().decode("utf-8-sig", errors="replace")
        except OSError as error:
            message = f"this file cannot be read: {error.strerror or error}"
            told.append(FAULTS["SRC004"].at(Location(path=f"{label}/{name}"), message))
    return found


def _unreadable(folder: Path, label: str, found: Walk) -> Iterator[Diagnostic]:
    home = os.path.realpath(folder)
    for link in found.links:
        if not f"{os.path.realpath(folder / link)}{os.sep}".startswith(f"{home}{os.sep}"):
            message = "this link leads out of the output folder"
            hint = "copy what it leads to"
            yield FAULTS["SRC025"].at(Location(path=f"{label}/{link}"), message, hint=hint)
    for loop in found.loops:
        message = "this link leads back to a folder that it lies in"
        place = Location(path=f"{label}/{loop}")
        yield FAULTS["SRC005"].at(place, message, hint="delete the link")
    for name, reason in found.unreadable:
        place = Location(path=label if name == "." else f"{label}/{name}")
        yield FAULTS["SRC004"].at(place, f"this {reason}", hint="check that you may read it")


def _no_site(label: str, message: str) -> Diagnostic:
    return FAULTS["SRC042"].at(Location(path=label), message, hint=_HINT)

"""Addresses that two outputs want, or that no output may have."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from unicodedata import normalize

from corpblog.diagnostics import Diagnostic, Location, Related
from corpblog.files import OutsideRoot, require_plain
from corpblog.model.site import Site
from corpblog.render.faults import ALIAS_CLASH, TWO_OUTPUTS, UNSAFE_ADDRESS
from corpblog.render.planned import PlannedOutput
from corpblog.render.written import Written, written

# Of two outputs for one path, which can rather be elsewhere: a file that is copied, then an alias.
_GIVES_WAY = {"asset": 1, "redirect": 2}
_WORDS = {
    "asset": (TWO_OUTPUTS, "address", "give the file another name or folder"),
    "redirect": (ALIAS_CLASH, "alias", "delete the alias here or there"),
}
_OTHERWISE = (TWO_OUTPUTS, "address", "give one of them another slug or url")


def without_clashes(
    site: Site, outputs: Iterable[PlannedOutput]
) -> tuple[tuple[PlannedOutput, ...], tuple[Diagnostic, ...]]:
    """``outputs`` with one for each path, and what stood in whose way.

    Windows and macOS know no difference of case or of composed letters in file names, so two
    paths that differ in nothing else are one.
    """
    taken: dict[str, PlannedOutput] = {}
    told: list[Diagnostic] = []
    places = _Places(site)
    for output in outputs:
        key = normalize("NFC", output.path).casefold()
        try:
            require_plain(output.path)
        except OutsideRoot as error:
            told.append(places.unsafe(output, error.reason))
        else:
            other = taken.setdefault(key, output)
            if other is not output:
                told.append(places.clash(other, output))
    told.extend(places.clash(file, inside) for file, inside in _files_as_folders(taken))
    return tuple(taken.values()), tuple(told)


def _files_as_folders(
    taken: Mapping[str, PlannedOutput],
) -> Iterator[tuple[PlannedOutput, PlannedOutput]]:
    """A file cannot be a folder as well: /a.html and /a.html/b/."""
    folders: dict[str, PlannedOutput] = {}
    for key, output in taken.items():
        folder = posixpath.dirname(key)
        while folder and folder not in folders:
            folders[folder] = output
            folder = posixpath.dirname(folder)
    for folder, inside in folders.items():
        if folder in taken:
            yield taken[folder], inside


class _Places:
    """Where in the sources an address was chosen."""

    def __init__(self, site: Site) -> None:
        sources = [text.source for text in (*site.posts, *site.withdrawn)]
        sources += [page.source for page in site.pages]
        sources += [author.source for author in site.authors.values()]
        self._sources = {source.path: source for source in sources}

    def unsafe(self, output: PlannedOutput, reason: str) -> Diagnostic:
        """An address that no file may have."""
        place, line = self._chosen(output)
        return UNSAFE_ADDRESS.at(
            place,
            f"the address “{output.permalink or output.path}” {reason}",
            hint="choose another slug, url or alias",
            source_line=line,
        )

    def clash(self, one: PlannedOutput, other: PlannedOutput) -> Diagnostic:
        """Two outputs for one path, told at the one that must give way."""
        first, second = sorted((one, other), key=lambda output: _GIVES_WAY.get(output.kind, 0))
        place, line = self._chosen(second)
        fault, word, hint = _WORDS.get(second.kind, _OTHERWISE)
        return fault.at(
            place,
            f"the {word} “{second.permalink or '/' + second.path}” is taken already,"
            f" by {first.source}",
            hint=hint,
            source_line=line,
            related=(Related(location=self._chosen(first)[0], message="has the same address"),),
        )

    def _chosen(self, output: PlannedOutput) -> Written:
        """The place in the front matter that makes the address, and its line."""
        source = self._sources.get(output.source)
        if source is None:
            return Location(path=output.source), ""
        if output.kind == "redirect":
            return written(source, "aliases", value=output.permalink.strip("/"))
        for key in ("url", "slug", "title", "name"):
            place, line = written(source, key)
            if place.line:
                return place, line
        return Location(path=source.path), ""

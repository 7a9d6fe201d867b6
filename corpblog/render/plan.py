"""The plan of a site: every output path with the function that makes it.

``build`` runs them all, ``serve`` just the one that a browser asks for.
"""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from corpblog.diagnostics import Diagnostic, Location, Related
from corpblog.files import OutsideRoot, require_plain
from corpblog.model.site import Site
from corpblog.render.brand import brand_faults
from corpblog.render.faults import ALIAS_CLASH, TWO_OUTPUTS, UNSAFE_ADDRESS
from corpblog.render.feeds.compose import feed_outputs
from corpblog.render.i18n import missing_texts
from corpblog.render.pages import archive, authors, corrections, files, lists, notices, post, texts
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer, renderer_of
from corpblog.render.robots import robots_outputs
from corpblog.render.sitemap import sitemap_outputs
from corpblog.render.templates import Memory

__all__ = ["PAGE_KINDS", "Plan", "PlannedOutput", "plan"]

# A kind of output and the function that lists its outputs. To add one is to add a line here.
PAGE_KINDS: Mapping[str, Callable[[Renderer], Iterable[PlannedOutput]]] = {
    "home": lists.home,
    "post": post.outputs,
    "author": authors.profiles,
    "authors": authors.index,
    "tag": lists.tags,
    "tags": lists.tag_index,
    "series": lists.series,
    "archive": archive.outputs,
    "page": texts.outputs,
    "corrections": corrections.outputs,
    "subscribe": notices.subscribe,
    "404": notices.not_found,
    "tombstone": notices.tombstones,
    "redirect": notices.redirects,
    "stylesheet": files.style_sheets,
    "portrait": files.drawn_portraits,
    "asset": files.copies,
    "feed": feed_outputs,
    "robots": lambda renderer: robots_outputs(renderer.site),
}
# What is made from the list of all pages.
OVERVIEWS: Mapping[str, Callable[[Renderer, Sequence[PlannedOutput]], Iterable[PlannedOutput]]] = {
    "sitemap": lambda renderer, outputs: sitemap_outputs(renderer.site, outputs),
}
_WITHOUT_TEMPLATE = frozenset({"stylesheet", "portrait", "asset", "feed", "robots"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """All outputs of a site, and what is wrong before the first of them is made."""

    outputs: tuple[PlannedOutput, ...]
    diagnostics: tuple[Diagnostic, ...]
    renderer: Renderer

    def prepare(self) -> None:
        """Make what all workers need, once, before they are forked."""
        for index in self.renderer.related.values():
            index.prepare()
        for lang in self.renderer.languages:
            self.renderer.frames.shared(lang)


def plan(site: Site, memory: Memory | None = None) -> Plan:
    """List every output of ``site``; compiled templates are kept in ``memory`` between runs.

    Nothing is made yet. Of two outputs for one path the first is kept and both are told.
    """
    renderer = renderer_of(site, memory)
    outputs = [output for kind in PAGE_KINDS.values() for output in kind(renderer)]
    outputs += [output for kind in OVERVIEWS.values() for output in kind(renderer, outputs)]
    kept, clashes = _without_clashes(outputs)
    return Plan(
        outputs=kept,
        diagnostics=(
            *missing_texts(renderer.languages.values()),
            *brand_faults(site),
            *_template_faults(renderer, kept),
            *clashes,
        ),
        renderer=renderer,
    )


def _template_faults(renderer: Renderer, outputs: Iterable[PlannedOutput]) -> list[Diagnostic]:
    """What is wrong with the templates that the plan needs, told once and not for each page."""
    kinds = {output.kind: output.source for output in outputs}
    return [
        found
        for kind, source in kinds.items()
        if kind not in _WITHOUT_TEMPLATE and kind in PAGE_KINDS
        for found in renderer.templates.check([f"{kind}.html"], source)
    ]


def _without_clashes(
    outputs: Iterable[PlannedOutput],
) -> tuple[tuple[PlannedOutput, ...], list[Diagnostic]]:
    """The outputs with one for each path, and what stood in whose way."""
    kept: dict[str, PlannedOutput] = {}
    # Windows and macOS know no difference of case or of composed letters in file names.
    taken: dict[str, PlannedOutput] = {}
    told: list[Diagnostic] = []
    for output in outputs:
        unsafe = _unsafe(output)
        if unsafe is not None:
            told.append(unsafe)
            continue
        key = normalize("NFC", output.path).casefold()
        other = taken.get(key)
        if other is not None:
            told.append(_clash(other, output))
            continue
        taken[key] = kept[output.path] = output
    told.extend(_files_as_folders(taken))
    return tuple(kept.values()), told


def _unsafe(output: PlannedOutput) -> Diagnostic | None:
    try:
        require_plain(output.path)
    except OutsideRoot as error:
        return UNSAFE_ADDRESS.at(
            Location(path=output.source),
            f"the address “{output.path}” {error.reason}",
            hint="choose another slug, url or alias",
        )
    return None


def _clash(first: PlannedOutput, second: PlannedOutput) -> Diagnostic:
    alias, other = (second, first) if second.kind == "redirect" else (first, second)
    address = second.permalink or second.path
    related = (Related(location=Location(path=other.source), message="the other one"),)
    if alias.kind == "redirect":
        return ALIAS_CLASH.at(
            Location(path=alias.source),
            f"the alias “{alias.permalink}” is taken by {other.source}",
            hint="delete the alias from one of the two",
            related=related,
        )
    related = (Related(location=Location(path=first.source), message="the other one"),)
    return TWO_OUTPUTS.at(
        Location(path=second.source),
        f"{first.source} and this one have the same address: {address}",
        hint="give one of them another slug or url",
        related=related,
    )


def _files_as_folders(taken: Mapping[str, PlannedOutput]) -> Iterator[Diagnostic]:
    """A file cannot be a folder as well: /a.html and /a.html/b/."""
    folders: dict[str, PlannedOutput] = {}
    for key, output in taken.items():
        folder = posixpath.dirname(key)
        while folder and folder not in folders:
            folders[folder] = output
            folder = posixpath.dirname(folder)
    for folder, inside in folders.items():
        if folder in taken:
            yield _clash(taken[folder], inside)

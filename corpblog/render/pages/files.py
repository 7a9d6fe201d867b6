"""Outputs that are no pages: copies of files, drawn portraits, made style sheets."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from corpblog.diagnostics import CorpblogError, Location
from corpblog.model.theme import Asset
from corpblog.render import portraits
from corpblog.render.faults import ASSET_MISSING
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.withheld import withheld


def copies(renderer: Renderer) -> Iterator[PlannedOutput]:
    """Every file that is published as it is, but no photo that a person does not want shown."""
    hidden = withheld(renderer)
    for path, asset in sorted(renderer.site.assets.items()):
        if asset.label not in hidden:
            yield PlannedOutput(
                path=path, kind="asset", source=asset.label, make=partial(_copy, asset)
            )


def drawn_portraits(renderer: Renderer) -> Iterator[PlannedOutput]:
    """Initials for each person who is shown without a photo."""
    unnamed = False
    for author in renderer.site.authors.values():
        if not renderer.people.is_named(author):
            unnamed = True
        elif not renderer.people.card(author, renderer.site.lang).has_photo:
            letters = portraits.initials(author.name)
            yield PlannedOutput(
                path=portraits.portrait_path(author.id),
                kind="portrait",
                source=author.source.path,
                make=partial(portraits.draw, author.id, letters),
            )
    if unnamed:
        yield PlannedOutput(
            path=portraits.UNNAMED,
            kind="portrait",
            source="generated: portrait",
            make=partial(portraits.draw, "", ""),
        )


def style_sheets(renderer: Renderer) -> Iterator[PlannedOutput]:
    """The style sheets with the brand tokens and the colours of code."""
    for path, data in renderer.sheets.items():
        yield PlannedOutput(
            path=path, kind="stylesheet", source=f"generated: {path}", make=partial(bytes, data)
        )


def _copy(asset: Asset) -> bytes:
    try:
        return Path(asset.source).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        told = ASSET_MISSING.at(
            Location(path=asset.label),
            f"this file cannot be read: {reason}",
            hint="check that it is there and that you may read it",
        )
        raise CorpblogError(diagnostics=(told,)) from error

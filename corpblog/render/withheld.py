"""Files that nobody may see: pictures of people who do not want to be shown, or not any more."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from corpblog.diagnostics import CorpblogError
from corpblog.markup.targets import targets
from corpblog.model.author import Author, Picture
from corpblog.model.theme import Asset
from corpblog.render.links import Origin
from corpblog.render.pictures import asset_at, is_picture
from corpblog.render.renderer import Renderer


def withheld(renderer: Renderer) -> Mapping[str, Author]:
    """The files (as messages name them) that are not published, and whose wish that is.

    All pictures in the folder of somebody who shows no photo, but those that the biography
    itself shows; these too of somebody who left or withdrew the consent. Where the name must not
    be seen any more, the folder bears it, and nothing in it is published.
    """
    people = renderer.people
    found: dict[str, Author] = {}
    by_folder = _by_folder(renderer.site.assets)
    for author in renderer.site.authors.values():
        if people.shows_photo(author):
            continue
        found |= dict.fromkeys(_photos(renderer, author), author)
        if author.source.has_own_folder:
            inside = by_folder.get(author.folder, ())
            found |= dict.fromkeys(_in_folder(renderer, author, inside), author)
    return found


def _by_folder(assets: Mapping[str, Asset]) -> Mapping[str, list[str]]:
    """The files of each folder of people, with those of the folders in it."""
    found: dict[str, list[str]] = {}
    for asset in assets.values():
        folder = asset.label.rpartition("/")[0]
        while folder.startswith("authors/"):
            found.setdefault(folder, []).append(asset.label)
            folder = folder.rpartition("/")[0]
    return found


def _in_folder(renderer: Renderer, author: Author, inside: Iterable[str]) -> Iterator[str]:
    if not renderer.people.is_named(author):
        yield from inside
        return
    pictures = [label for label in inside if is_picture(label)]
    if pictures and renderer.people.may_be_seen(author):
        shown = frozenset(_in_biography(renderer, author))
        pictures = [label for label in pictures if label not in shown]
    yield from pictures


def _in_biography(renderer: Renderer, author: Author) -> Iterator[str]:
    """The files that the texts about the person show or link to."""
    for source in author.bios.values():
        origin = Origin(path=source.path, folder=author.folder, permalink=author.permalink)
        # A text that cannot be converted is told when its page is made.
        with suppress(CorpblogError):
            for each in targets(renderer.contents.of(source).html):
                yield from _label(renderer, each.target, origin)


def _photos(renderer: Renderer, author: Author) -> Iterator[str]:
    origin = Origin(path=author.source.path, folder=author.folder, permalink=author.permalink)
    for profile in (author.profile, *author.translations.values()):
        if isinstance(profile.image, Picture) and profile.image.src:
            yield from _label(renderer, profile.image.src, origin)


def _label(renderer: Renderer, target: str, origin: Origin) -> Iterator[str]:
    """How messages name the file that ``target`` leads to, if it leads to one."""
    asset = asset_at(target, origin, renderer.site, renderer.links)
    if asset is not None:
        yield asset.label

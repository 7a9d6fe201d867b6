"""Credit lines in built pages: whoever made a picture is named on the page that shows it."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from corpblog.lint.built import Output, file_of
from corpblog.lint.context import Context
from corpblog.lint.frame import company_names
from corpblog.lint.html_reading import says, span_of, squeezed
from corpblog.lint.rule import Finding, Findings
from corpblog.lint.wording import Wording
from corpblog.markup.visible import Element, tree_of
from corpblog.model.author import Picture
from corpblog.model.page import Page
from corpblog.model.post import Post
from corpblog.model.source import SourceText

_NO_CREDIT = Wording(
    "this page does not name {creator}, who made this picture",
    "diese Seite nennt {creator} nicht, obwohl das Bild von dort stammt",
)
_GIVE = Wording(
    "name the creator in the caption (the title of the image in Markdown), or let the template "
    "show the credit of post.lead_image",
    "nennen Sie den Urheber in der Bildunterschrift (dem Titel des Bildes in Markdown), oder "
    "zeigen Sie in der Vorlage credit von post.lead_image",
)
# What stands as licence of a logo that is shown to name its owner.
_TRADEMARK = "trademark-reference"


class OwnCreators(Protocol):
    """What the options of the rule say: who makes own pictures, besides company and authors."""

    @property
    def own_creators(self) -> tuple[str, ...]:
        """Names."""


class _Shown(NamedTuple):
    source: SourceText
    path: str
    front: Picture | None


def check_built(output: Output, context: Context, options: OwnCreators) -> Findings:
    """Pictures of posts and pages whose creator is known and not named where they are shown.

    Known are the creators of registers/images.yml and of the front matter. Own pictures and trade
    marks need no credit line.
    """
    authors = (author.name for author in context.authors.values())
    names = (*options.own_creators, *company_names(context.config), *authors, *context.authors)
    own = frozenset(map(squeezed, names))
    creators = {
        posixpath.normpath(entry.file.lstrip("/")): entry.creator
        for entry in context.registers.images
        if entry.creator.strip() and entry.license != _TRADEMARK
    }
    for shown in _pages(output):
        if shown.source.text and (creators or shown.front):
            yield from _on_page(output, shown, creators, own)


def _pages(output: Output) -> Iterator[_Shown]:
    for built in output.posts:
        yield _shown(output, built.page, built.post)
    for page in output.site.pages:
        yield _shown(output, output.page(file_of(page.permalink)), page)


def _shown(output: Output, source: SourceText, text: Post | Page) -> _Shown:
    path = source.path.removeprefix(f"{output.built.folder}/")
    image = text.front.image
    has_creator = image is not None and image.creator and image.license != _TRADEMARK
    return _Shown(source, path, image if has_creator else None)


def _on_page(
    output: Output, shown: _Shown, creators: Mapping[str, str], own: frozenset[str]
) -> Findings:
    tree = tree_of(shown.source.text)
    said = tree.text()
    told: set[str] = set()
    for picture in tree.named("img"):
        creator = _creator(output, shown, picture, creators)
        is_told = squeezed(creator) in own or creator in told
        if creator and not picture.unseen and not is_told and not says(said, creator):
            told.add(creator)
            message = _NO_CREDIT(creator=creator)
            yield Finding(message=message, source=shown.source, at=span_of(picture), hint=_GIVE)


def _creator(output: Output, shown: _Shown, picture: Element, creators: Mapping[str, str]) -> str:
    """Who made a picture, by the file behind its address; empty where nobody knows."""
    place = output.permalink(picture.get("src") or "", shown.path).lstrip("/")
    asset = output.site.assets.get(place)
    if asset is None:
        return ""
    if asset.label in creators:
        return creators[asset.label]
    front = shown.front
    name = front.src.rpartition("/")[2] if front is not None else ""
    return front.creator if front is not None and asset.label.endswith(name) else ""

"""The texts that stand on pages, without the pages: what is left to check where a layout fails."""

from collections.abc import Iterator, Mapping

from corpblog.diagnostics import CorpblogError
from corpblog.model.page import Page
from corpblog.model.post import Post
from corpblog.model.source import SourceText
from corpblog.render.content import origin_of
from corpblog.render.links import Origin
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer

# A text and the place from which its targets count.
Body = tuple[SourceText, Origin]


def bodies_of(renderer: Renderer) -> Mapping[tuple[str, str], Body]:
    """The texts of posts and pages by their source and the permalink they stand at."""
    texts: list[Post | Page] = [*renderer.site.posts, *renderer.site.pages]
    return {(text.source.path, text.permalink): (text.source, origin_of(text)) for text in texts}


def body_html(
    renderer: Renderer, bodies: Mapping[tuple[str, str], Body], output: PlannedOutput
) -> str:
    """The texts of ``output`` as HTML with resolved targets; empty where it has none.

    A text that cannot be converted has been told of when the page was made, and is left out.
    """
    pieces = []
    for source, origin in _texts(renderer, bodies, output):
        try:
            pieces.append(renderer.contents.html(source, origin, False))
        except CorpblogError:
            continue
    return "\n".join(pieces)


def _texts(
    renderer: Renderer, bodies: Mapping[tuple[str, str], Body], output: PlannedOutput
) -> Iterator[Body]:
    own = bodies.get((output.source, output.permalink))
    if own is not None:
        yield own
    if output.kind != "author":
        return
    for author in renderer.site.authors.values():
        if author.source.path == output.source:
            for bio in author.bios.values():
                yield (
                    bio,
                    Origin(path=bio.path, folder=author.folder, permalink=output.permalink),
                )

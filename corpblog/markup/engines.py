"""The door: Markdown in, a converted body out, whatever the engine."""

from collections.abc import Mapping

from corpblog.markup import commonmark, python_markdown
from corpblog.markup.document import Converted, MarkupOptions, UnknownEngine
from corpblog.markup.draft import Engine
from corpblog.markup.finish import finish
from corpblog.markup.source import clean
from corpblog.nearest import nearest

ENGINES: Mapping[str, Engine] = {
    "commonmark": commonmark.draft,
    "markdown": python_markdown.draft,
}


def convert(body: str, options: MarkupOptions) -> Converted:
    """A Markdown body as HTML with its headings, anchors, text and excerpt.

    Pure: the same arguments give the same result. Takes any text, however broken.
    Raises UnknownEngine, UnknownExtension, MissingExtra, TooDeep.
    """
    engine = ENGINES.get(options.engine)
    if engine is None:
        raise UnknownEngine(options.engine, nearest(options.engine, ENGINES))
    return finish(engine(clean(body), options), options)

"""Sources taken apart for tests, and questions to ask of what became of them."""

from corpblog.lint.prose.parts import Prose, Scope
from corpblog.lint.prose.scan import scan
from corpblog.markup.document import MarkupOptions
from corpblog.model.source import SourceText
from corpblog.read.front_matter import split
from corpblog.read.key_places import key_place

POST = "content/posts/launch.md"


def source_of(text: str, path: str = POST) -> SourceText:
    """``text`` with its front matter, if it has any, found."""
    source = SourceText(path=path, text=text)
    front, _ = split(source) if text.startswith("---\n") else (None, ())
    return front.source if front is not None else source


def read(text: str, lang: str = "en", path: str = POST, **options: bool) -> Prose:
    """The prose of a source."""
    made = MarkupOptions(**options)  # type: ignore[arg-type]
    return scan(source_of(text, path), lang, key_place, made)


def words(text: str, lang: str = "en", **options: bool) -> list[str]:
    """The words that language rules see."""
    return [token.folded for token in read(text, lang, POST, **options).tokens]


def seen(text: str, **options: bool) -> list[str]:
    """What a reader reads, as pieces between white space."""
    return read(text, "en", POST, **options).readable.split()


def blocks(text: str, **options: bool) -> list[tuple[Scope, str]]:
    """Each block's scope and source."""
    found = read(text, "en", POST, **options).blocks
    return [(block.scope, text[block.start : block.end]) for block in found]


def stretches(text: str, scope: Scope, **options: bool) -> list[str]:
    """The source of each stretch of a scope."""
    found = read(text, "en", POST, **options).stretches
    return [text[each.start : each.end] for each in found if each.scope is scope]


def sentences(text: str, lang: str = "en") -> list[str]:
    """The source of each sentence."""
    return [text[each.start : each.end] for each in read(text, lang).sentences]

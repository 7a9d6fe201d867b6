"""Sources taken apart for tests, and questions to ask of what became of them."""

from corpblog.lint.prose.parts import Prose, Scope
from corpblog.lint.prose.scan import scan
from corpblog.markup.document import MarkupOptions
from corpblog.model.source import SourceText
from corpblog.read.front_matter import split
from corpblog.read.key_places import key_place


def source_of(text: str, path: str = "content/posts/launch.md") -> SourceText:
    """``text`` with its front matter, if it has any, found."""
    source = SourceText(path=path, text=text)
    front, _ = split(source) if text.startswith("---\n") else (None, ())
    return front.source if front is not None else source


def read(
    text: str, lang: str = "en", path: str = "content/posts/launch.md", **options: object
) -> Prose:
    """The prose of a source."""
    return scan(source_of(text, path), lang, key_place, MarkupOptions(**options))  # type: ignore[arg-type]


def words(text: str, lang: str = "en", **options: object) -> list[str]:
    """The words that language rules see."""
    return [token.folded for token in read(text, lang, **options).tokens]


def seen(text: str, **options: object) -> list[str]:
    """What a reader reads, as pieces between white space."""
    return read(text, **options).readable.split()  # type: ignore[arg-type]


def blocks(text: str, **options: object) -> list[tuple[Scope, str]]:
    """Each block's scope and source."""
    found = read(text, **options).blocks  # type: ignore[arg-type]
    return [(block.scope, text[block.start : block.end]) for block in found]


def stretches(text: str, scope: Scope, **options: object) -> list[str]:
    """The source of each stretch of a scope."""
    found = read(text, **options).stretches  # type: ignore[arg-type]
    return [text[each.start : each.end] for each in found if each.scope is scope]


def sentences(text: str, lang: str = "en") -> list[str]:
    """The source of each sentence."""
    return [text[each.start : each.end] for each in read(text, lang).sentences]

"""A converted body as a tree that tests can ask."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpblog.markup.document import Converted, MarkupOptions
from corpblog.markup.engines import convert


class Page:
    """The tree of one conversion."""

    def __init__(self, converted: Converted) -> None:
        self.converted = converted
        self.html = converted.html
        self.tree = LexborHTMLParser(f"<body>{converted.html}</body>")

    def all(self, selector: str) -> list[LexborNode]:
        return self.tree.css(selector)

    def one(self, selector: str) -> LexborNode:
        (found,) = self.tree.css(selector)
        return found

    def text(self, selector: str) -> str:
        return " ".join(self.one(selector).text().split())

    def has(self, selector: str) -> bool:
        return bool(self.tree.css(selector))

    def ids(self) -> list[str]:
        return [node.attributes["id"] or "" for node in self.tree.css("[id]")]


def page(body: str, engine: str = "commonmark", **options: object) -> Page:
    """``body`` converted with the engine and further options."""
    return Page(convert(body, MarkupOptions(engine=engine, **options)))  # type: ignore[arg-type]

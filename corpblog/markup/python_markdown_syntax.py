"""What Python-Markdown lacks of the syntax that both engines share, as its extensions."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.util import AtomicString

# As pulldown-cmark reads them: no blank inside the dollars, no digit after.
_FORMULAS = (
    (r"(?<![\\$])\$\$(?!\$)(.+?)(?<!\\)\$\$(?!\$)", "math math-display"),
    (r"(?<![\\$])\$(?![\s$])((?:[^$\\]|\\.)*?[^$\s\\]|\S)\$(?![\d$])", "math math-inline"),
)


def struck() -> SimpleTagInlineProcessor:
    """``~~words~~`` as deleted text."""
    return SimpleTagInlineProcessor(r"(?<!~)(~~)(?=[^\s~])(.+?)(?<=[^\s~])~~(?!~)", "del")


def formulas() -> tuple["Formula", ...]:
    """``$$…$$`` and ``$…$``, to be tried in this order."""
    return tuple(Formula(pattern, name) for pattern, name in _FORMULAS)


class Formula(InlineProcessor):
    """A formula, kept as it was typed for the finish to draw."""

    def __init__(self, pattern: str, name: str) -> None:
        super().__init__(pattern)
        self.name = name

    def handleMatch(  # type: ignore[override]  # noqa: N802 the library's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        formula = Element("span", {"class": self.name})
        formula.text = AtomicString(m[1])
        return formula, m.start(0), m.end(0)


class Footnotes(FootnoteExtension):
    """The library's footnotes, written in the shape that the shared finish reads."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the library's name
        super().extendMarkdown(md)
        md.treeprocessors.deregister("footnote-duplicate")
        md.inlinePatterns.register(_Call(r"\[\^([^\]]+)\]", self), "footnote", 175)

    def makeFootnotesDiv(self, root: Element) -> None:  # noqa: N802
        """Put the notes at the end of the document, without a box around them."""
        for label, text in self.footnotes.items():
            note = SubElement(root, "div", {"class": "footnote-definition", "id": label})
            mark = SubElement(note, "sup", {"class": "footnote-definition-label"})
            mark.text = AtomicString("0")
            self.parser.parseChunk(note, text)


class _Call(InlineProcessor):
    def __init__(self, pattern: str, footnotes: Footnotes) -> None:
        super().__init__(pattern)
        self.footnotes = footnotes

    def handleMatch(  # type: ignore[override]  # noqa: N802 the library's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element | None, int | None, int | None]:
        if m[1] not in self.footnotes.footnotes:
            return None, None, None
        call = Element("sup", {"class": "footnote-reference"})
        link = SubElement(call, "a", {"href": f"#{m[1]}"})
        link.text = AtomicString("0")
        return call, m.start(0), m.end(0)

"""The parts of a prose: blocks, sentences, words, links, pictures, each with its place.

All offsets are code points from the top of the file (not of the body); ends are exclusive.
"""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from corpblog.wordlists.tokens import Token


class Scope(StrEnum):
    """What a stretch of a source is to a reader."""

    TITLE = "title"
    SUMMARY = "summary"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    CELL = "table cell"
    CAPTION = "caption"
    ALT = "alt text"
    QUOTATION = "quotation"
    BLOCK_QUOTE = "block quote"
    LINK_TEXT = "link text"
    CODE = "code"
    URL = "URL"
    RAW_HTML = "raw HTML"
    COMMENT = "comment"
    SUPPRESSION = "suppression"


class Block(NamedTuple):
    """Prose that stands together: a title, heading, paragraph, list item, cell, caption, alt text.

    ``in_quote`` says that it stands in a block quote: it is no prose to language rules then.
    """

    scope: Scope
    start: int
    end: int
    in_quote: bool = False


class Sentence(NamedTuple):
    """A sentence of a block; its words are ``tokens[first:last]`` of the prose."""

    start: int
    end: int
    first: int
    last: int
    block: int


class Stretch(NamedTuple):
    """A stretch inside a block that is special: emphasis, a quotation, code, raw HTML, a URL."""

    scope: Scope
    start: int
    end: int


class Link(NamedTuple):
    """A link: the whole of it, its text, and where it leads; ``title`` as the author gave it."""

    start: int
    end: int
    text_start: int
    text_end: int
    target: str
    title: str


class ImageUse(NamedTuple):
    """A picture in a text: the whole of it and its alt text; ``title`` is its caption."""

    start: int
    end: int
    alt_start: int
    alt_end: int
    alt: str
    src: str
    title: str


class Remark(NamedTuple):
    """An HTML comment; ``text`` is what stands between ``<!--`` and ``-->``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Prose:
    """A source taken apart.

    ``text`` is as long as the source; whatever language rules must not see is blank in it: keys
    other than title and summary, code, URLs, HTML, comments, quotations, block quotes.
    ``readable`` is the same with quotations, block quotes and alt texts kept: what a reader reads.
    ``tokens`` and ``sentences`` are those of ``text``. ``emphasis`` are stretches in italics,
    ``foreign`` stretches in another language with its code, ``footnotes`` the calls of footnotes.
    """

    text: str
    readable: str
    blocks: tuple[Block, ...]
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    stretches: tuple[Stretch, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[ImageUse, ...] = ()
    remarks: tuple[Remark, ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    foreign: tuple[tuple[int, int, str], ...] = ()
    footnotes: tuple[tuple[int, int], ...] = ()

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds ``offset``."""
        index = bisect_right(self.sentences, offset, key=lambda item: item.start) - 1
        found = self.sentences[index] if index >= 0 else None
        return found if found is not None and offset < found.end else None

    def block_at(self, offset: int) -> Block | None:
        """The innermost block that holds ``offset``."""
        holding = [block for block in self.blocks if block.start <= offset < block.end]
        return min(holding, key=lambda block: block.end - block.start, default=None)

"""What a rule sees of one text: its record, its prose with places, and what word lists found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from corpblog.lint.prose.parts import Block, Prose, Sentence
from corpblog.model.author import Author
from corpblog.model.comment import Comment
from corpblog.model.page import Page
from corpblog.model.post import Post
from corpblog.model.source import SourceText
from corpblog.wordlists.matcher import Hit


class TextKind(StrEnum):
    """What sort of source a text is."""

    POST = "post"
    PAGE = "page"
    BIO = "bio"
    COMMENT = "comment"


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """A post, page, profile or comment under examination; exactly one of the records is there.

    ``original`` is the version of the post in another language that it takes its ties from, or
    else the one that it translates. ``found`` maps the name of a word list to its hits, in order.
    """

    kind: TextKind
    source: SourceText
    lang: str
    prose: Prose
    post: Post | None = None
    page: Page | None = None
    author: Author | None = None
    comment: Comment | None = None
    original: Post | None = None
    found: Mapping[str, tuple[Hit, ...]] = field(default_factory=dict)

    @property
    def words(self) -> int:
        """How many words of prose the text has; those of its keys count too."""
        return len(self.prose.tokens)

    def hits(self, name: str) -> tuple[Hit, ...]:
        """What the word list ``name`` found in the prose."""
        return self.found.get(name, ())

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds ``offset``."""
        return self.prose.sentence_at(offset)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds ``offset``."""
        return self.prose.block_at(offset)

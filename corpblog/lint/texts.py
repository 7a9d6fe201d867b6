"""From the records of a site to the texts that rules read: posts, pages, profiles."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.lint.lexicon import Lexicon
from corpblog.lint.prose.scan import scan
from corpblog.lint.text import Text, TextKind
from corpblog.markup.document import MarkupOptions
from corpblog.model.author import Author
from corpblog.model.page import Page
from corpblog.model.places import KeyPlaces
from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.model.source import SourceText


@dataclass(frozen=True, kw_only=True, slots=True)
class Unread:
    """A text that waits to be examined: its record, and its source in its language.

    ``unpublished`` says that no reader sees it yet, so what it lacks fails nothing.
    """

    kind: TextKind
    source: SourceText
    lang: str
    post: Post | None = None
    page: Page | None = None
    author: Author | None = None
    original: Post | None = None
    unpublished: bool = False


def texts_of(site: Site) -> tuple[Unread, ...]:
    """Every post, page and profile of ``site``, by path."""
    found = (*_posts(site), *_pages(site), *_bios(site))
    return tuple(sorted(found, key=lambda text: (text.source.path, text.lang)))


def _posts(site: Site) -> Iterator[Unread]:
    every = (*site.posts, *site.hidden)
    originals: dict[str, Post] = {}
    for post in sorted(every, key=lambda post: (post.lang != site.lang, post.lang)):
        originals.setdefault(post.id, post)
    for post in every:
        original = originals[post.id]
        yield Unread(
            kind=TextKind.POST,
            source=post.source,
            lang=post.lang,
            post=post,
            original=None if original is post else original,
            unpublished=post.state.value == "draft",
        )


def _pages(site: Site) -> Iterator[Unread]:
    for page in site.pages:
        yield Unread(
            kind=TextKind.PAGE,
            source=page.source,
            lang=page.lang,
            page=page,
            unpublished=page.front.draft,
        )


def _bios(site: Site) -> Iterator[Unread]:
    for author in site.authors.values():
        for lang, source in author.bios.items():
            yield Unread(kind=TextKind.BIO, source=source, lang=lang, author=author)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """Reads texts: scans their prose and looks up what the word lists know of it."""

    places: KeyPlaces
    markup: MarkupOptions
    lexicon: Lexicon

    def read(self, unread: Unread) -> Text:
        """``unread`` as rules see it."""
        prose = scan(unread.source, unread.lang, self.places, self.markup)
        return Text(
            kind=unread.kind,
            source=unread.source,
            lang=unread.lang,
            prose=prose,
            post=unread.post,
            page=unread.page,
            author=unread.author,
            original=unread.original,
            found=self.lexicon.find(prose, unread.lang),
        )

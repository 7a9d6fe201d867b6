"""From the records of a site to the texts that rules read: posts, pages, profiles, comments."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpblog.lint.lexicon import Lexicon
from corpblog.lint.prose.scan import scan
from corpblog.lint.text import Text, TextKind
from corpblog.markup.document import MarkupOptions
from corpblog.model.author import Author
from corpblog.model.comment import Comment
from corpblog.model.page import Page
from corpblog.model.places import KeyPath, KeyPlaces
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
    comment: Comment | None = None
    original: Post | None = None
    unpublished: bool = False


def texts_of(site: Site) -> tuple[Unread, ...]:
    """Every post, page, profile and comment of ``site``, by path."""
    found = (*_posts(site), *_pages(site), *_bios(site), *_comments(site))
    return tuple(sorted(found, key=lambda text: (text.source.path, text.lang)))


def _posts(site: Site) -> Iterator[Unread]:
    shown = _versions(site, site.posts)
    every = _versions(site, (*site.posts, *site.hidden))
    for posts, versions in ((site.posts, shown), (site.hidden, every)):
        for post in posts:
            yield Unread(
                kind=TextKind.POST,
                source=post.source,
                lang=post.lang,
                post=post,
                original=_original(post, versions[post.id]),
                unpublished=post.state.value == "draft",
            )


def _versions(site: Site, posts: Iterable[Post]) -> Mapping[str, list[Post]]:
    """The versions of each text by its id, in the order of the site's languages."""
    rank = {lang: number for number, lang in enumerate(site.languages)}
    found: dict[str, list[Post]] = {}
    for post in sorted(posts, key=lambda post: (rank.get(post.lang, len(rank)), post.source.path)):
        found.setdefault(post.id, []).append(post)
    return found


def _original(post: Post, versions: list[Post]) -> Post | None:
    """The version whose ties readers of ``post`` are shown, or else the first one.

    As on the page: where a post says nothing of ties, those of any other version hold, the first
    in the order of the languages.
    """
    if post.front.disclosures is None:
        for other in versions:
            if other is not post and other.front.disclosures is not None:
                return other
    return None if versions[0] is post else versions[0]


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


def _comments(site: Site) -> Iterator[Unread]:
    """What readers and employees say; what is held or removed has no words here."""
    dialogue = site.dialogue
    spoken = [(each.lang, each.comments) for each in dialogue.threads.values()]
    for lang, comments in (*spoken, (site.lang, dialogue.orphans)):
        for comment in comments:
            if comment.record.text:
                tongue = comment.record.lang or lang
                yield Unread(
                    kind=TextKind.COMMENT, source=comment.source, lang=tongue, comment=comment
                )


def _words_alone(source: SourceText, places: KeyPlaces) -> SourceText:
    """The file of a comment with its words as the body, each at its place in the file."""
    start, end = places(source, ("text",)) or (0, len(source.text))
    return dataclasses.replace(source, text=source.text[:end], body_start=start)


def _no_places(source: SourceText, path: KeyPath) -> tuple[int, int] | None:  # noqa: ARG001
    """A comment has no title and no summary."""
    return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """Reads texts: scans their prose and looks up what the word lists know of it."""

    places: KeyPlaces
    markup: MarkupOptions
    lexicon: Lexicon

    def read(self, unread: Unread) -> Text:
        """``unread`` as rules see it."""
        source, places = unread.source, self.places
        if unread.kind is TextKind.COMMENT:
            source, places = _words_alone(source, places), _no_places
        prose = scan(source, unread.lang, places, self.markup)
        return Text(
            kind=unread.kind,
            source=source,
            lang=unread.lang,
            prose=prose,
            post=unread.post,
            page=unread.page,
            author=unread.author,
            comment=unread.comment,
            original=unread.original,
            found=self.lexicon.find(prose, unread.lang),
        )

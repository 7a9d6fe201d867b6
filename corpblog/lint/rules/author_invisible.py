"""A post, a feed or the home page on which readers do not see who speaks.

Ein Beitrag, ein Feed oder eine Startseite, auf der Leser nicht sehen, wer spricht.

Why: people trust people: a face and a name at first sight, and a page about each of them (Janek
2010; tips of pr-blogger.de).
Warum: Menschen vertrauen Menschen: Gesicht und Name auf den ersten Blick, und eine Seite über jeden
(Janek 2010; Tipps von pr-blogger.de).
Instead: let the theme show each author above the text in an element with data-byline: portrait,
name with a link to the profile, job title.
Stattdessen: Das Theme zeigt alle Autoren über dem Text, je in einem Element mit data-byline:
Porträt, Name mit Link zum Profil, Funktion.
Bad: by Acme
Good: photo, “Jana Weiss, head of support at Acme”
Schlecht: von Acme
Gut: Foto, „Jana Weiss, Leiterin Support bei Acme“
Known: whether a picture shows the person is not judged, only that there is one. Style sheets are
not read. Somebody whose consent to the name was withdrawn is asked for nowhere. Whether the profile
shows answered comments is not judged yet.
"""

from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.built import BuiltPost, Output
from corpblog.lint.bylines import byline_faults, signed_faults
from corpblog.lint.context import Context, Gate
from corpblog.lint.faces import home_faults, profile_faults
from corpblog.lint.feed_reading import FeedItem, feeds_of
from corpblog.lint.html_reading import opening_words, post_page, says
from corpblog.lint.people import is_unnamed
from corpblog.lint.rule import Finding, Findings, Rule
from corpblog.lint.wording import Wording
from corpblog.model.author import Author
from corpblog.model.keys import key
from corpblog.model.post import Post


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """What a byline must have."""

    portrait: bool = key("a byline without a portrait (or initials) is a finding", default=True)


_NO_PAGE = Wording(
    "the page of “{title}” is missing",
    "die Seite von „{title}“ fehlt",
)
_BUILD = Wording(
    "build the site again, and give the folder that it was built into",
    "bauen Sie die Site neu, und geben Sie den Ordner an, in dem sie liegt",
)
_UNSIGNED = Wording(
    "this feed item of “{title}” does not name {names} as author",
    "dieser Feed-Eintrag von „{title}“ nennt {names} nicht als Autor",
)
_KEEP_FEED = Wording(
    "publish the feeds as corpblog builds them: they name all authors",
    "veröffentlichen Sie die Feeds, wie corpblog sie baut: Sie nennen alle Autoren",
)


def check(output: Output, context: Context, options: Options) -> Findings:
    """Bylines, structured data and feeds of all posts, then the home pages and the profiles."""
    feeds = feeds_of(output)
    for built in output.posts:
        people = [context.authors[id_] for id_ in built.post.authors if id_ in context.authors]
        named = [author for author in people if not is_unnamed(author)]
        yield from _on_page(output, built, named, options)
        for item in feeds.of(built.post):
            yield from _in_feed(item, built.post, named)
    yield from home_faults(output)
    yield from profile_faults(output)


def _on_page(output: Output, built: BuiltPost, named: list[Author], options: Options) -> Findings:
    page = post_page(built, opening_words(built.post, output.site) if named else "")
    if page is None:
        message = _NO_PAGE(title=built.post.title)
        yield Finding(message=message, source=built.page, hint=_BUILD)
        return
    for author in named:
        yield from byline_faults(output, page, built.post, author, portrait=options.portrait)
    yield from signed_faults(page, built.post, named)


def _in_feed(item: FeedItem, post: Post, named: list[Author]) -> Findings:
    missing = [
        author.profile_in(post.lang).name or author.id
        for author in named
        if not any(
            says(shown, author.profile_in(post.lang).name or author.id) for shown in item.authors
        )
    ]
    if missing:
        message = _UNSIGNED(title=post.title, names=", ".join(missing))
        yield Finding(message=message, source=item.feed, at=item.at, hint=_KEEP_FEED)


RULE = Rule(
    code="SITE004",
    name="author-invisible",
    severity=Severity.ERROR,
    help=__doc__,
    gates=(Gate.OUT,),
    options=Options,
    built=check,
)

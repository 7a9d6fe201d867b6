"""Corrections in built pages and feeds: whether readers see them, where, and that they are new."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from corpblog.lint.built import BuiltPost, Output
from corpblog.lint.context import Context
from corpblog.lint.feed_reading import FeedItem, feeds_of
from corpblog.lint.html_reading import (
    CORRECTION,
    PostPage,
    opening_words,
    post_page,
    says,
    span_of,
    squeezed,
)
from corpblog.lint.rule import Finding, Findings
from corpblog.lint.wording import NOTHING, Wording
from corpblog.markup.hiding import Hiding
from corpblog.markup.visible import Element
from corpblog.model.correction import Correction, CorrectionKind
from corpblog.model.post import Post

_NO_PAGE = Wording(
    "the page of “{title}” is missing, so nobody sees its {kind}",
    "die Seite von „{title}“ fehlt, darum sieht niemand den Vermerk ({kind})",
)
_BUILD = Wording(
    "build the site again, and give the folder that it was built into",
    "bauen Sie die Site neu, und geben Sie den Ordner an, in dem sie liegt",
)
_NOT_SHOWN = Wording(
    "the {kind} of {day} is not shown: no element with data-correction=“{kind}” says it",
    "der Vermerk ({kind}) vom {day} fehlt: Kein Element mit data-correction=„{kind}“ enthält ihn",
)
_SHOW = Wording(
    "let the template show post.corrections above the text and post.updates below it, each with "
    "data-correction",
    "zeigen Sie in der Vorlage post.corrections über und post.updates unter dem Text, je mit "
    "data-correction",
)
_HIDDEN = Wording(
    "the {kind} of {day} is hidden",
    "der Vermerk ({kind}) vom {day} ist versteckt",
)
_LATE = Wording(
    "the {kind} of {day} comes after the first paragraph",
    "der Vermerk ({kind}) vom {day} kommt erst nach dem ersten Absatz",
)
_FOOTER = Wording(
    "the {kind} of {day} is in the footer or below it",
    "der Vermerk ({kind}) vom {day} steht im Fuß der Seite oder darunter",
)
_MOVE = Wording(
    "show it where readers of the text see it",
    "zeigen Sie ihn, wo Leser des Textes ihn sehen",
)
_NOT_IN_TITLE = Wording(
    "the title does not say that “{title}” was retracted",
    "der Titel sagt nicht, dass „{title}“ zurückgezogen ist",
)
_USE_TITLE = Wording(
    "let the template show post.title, which begins with “Retracted:”",
    "zeigen Sie in der Vorlage post.title, der mit „Zurückgezogen:“ beginnt",
)
_NOT_NEW = Wording(
    "the feed item of “{title}” is not marked as changed since the {kind} of {day}",
    "der Feed-Eintrag zu „{title}“ gilt seit dem Vermerk ({kind}) vom {day} nicht als geändert",
)
_KEEP_FEED = Wording(
    "publish the feeds as corpblog builds them: a correction moves their “updated”",
    "veröffentlichen Sie die Feeds, wie corpblog sie baut: Ein Vermerk ändert „updated“",
)
# Beginnings of words that say that a text was taken back.
_RETRACTED: Mapping[str, tuple[str, ...]] = {
    "en": ("retract", "withdrawn", "withdrew"),
    "de": ("zurückgezogen", "zurückgenommen", "widerruf"),
}
_TEXT_OF_RETRACTION = "post.retracted"


class TopKinds(Protocol):
    """What the options of the rule say: kinds of corrections that stand above the text."""

    @property
    def top_kinds(self) -> tuple[str, ...]:
        """Values of CorrectionKind."""


def check_built(output: Output, _context: Context, options: TopKinds) -> Findings:
    """Corrections that pages do not show in their place, and feeds that do not tell of them.

    Repairs without news for readers (``maintenance``) may be left out.
    """
    corrected = [
        (built, notes)
        for built in output.posts
        if (notes := [each for each in built.post.front.corrections if _is_news(each)])
    ]
    feeds = feeds_of(output) if corrected else None
    for built, notes in corrected:
        yield from _on_page(output, built, notes, options)
        for item in feeds.of(built.post) if feeds else ():
            yield from _in_feed(output, item, built.post, notes)


def _is_news(note: Correction) -> bool:
    return note.kind is not CorrectionKind.MAINTENANCE


def _on_page(
    output: Output, built: BuiltPost, notes: list[Correction], options: TopKinds
) -> Findings:
    page = post_page(built, opening_words(built.post, output.site))
    if page is None:
        message = _NO_PAGE(title=built.post.title, kind=notes[0].kind.value)
        yield Finding(message=message, source=built.page, hint=_BUILD)
        return
    for note in notes:
        found = _elements(page, note)
        words = {"kind": note.kind.value, "day": _day(note)}
        if not found:
            message = _NOT_SHOWN(**words)
            yield Finding(message=message, source=page.source, at=page.span(), hint=_SHOW)
            continue
        faults = [_fault(page, each, note.kind.value in options.top_kinds) for each in found]
        if NOTHING not in faults:
            at = span_of(found[0])
            yield Finding(message=faults[0](**words), source=page.source, at=at, hint=_MOVE)
    if any(note.kind is CorrectionKind.RETRACTION for note in notes):
        yield from _titles(output, page, built.post)


def _elements(page: PostPage, note: Correction) -> list[Element]:
    """The elements of the kind of ``note`` that say what it says, hidden or not."""
    return [
        each
        for each, kind in page.tree.carrying(CORRECTION)
        if kind.strip() == note.kind.value and says(page.tree.all_text(each), note.what)
    ]


def _fault(page: PostPage, element: Element, on_top: bool) -> Wording:
    """What is wrong with the place of a note; NOTHING where it is right."""
    hiding = page.tree.hiding(element)
    if hiding is Hiding.FOOTER:
        return _FOOTER
    if hiding is not None and hiding is not Hiding.ASIDE:
        return _HIDDEN
    if on_top:
        return NOTHING if page.before_text(element) else _LATE
    article = page.article
    outside = article is not None and not article.start < element.start < article.end
    return _FOOTER if outside and element.start > page.text_start else NOTHING


def _titles(output: Output, page: PostPage, post: Post) -> Findings:
    """The heading, and the title of the window, which is that of search results."""
    for name in ("h1", "title"):
        element = next(page.tree.named(name), None)
        if element is None or not _is_retraction(output, post, _shown(page, element)):
            at = span_of(element) if element else page.span()
            message = _NOT_IN_TITLE(title=post.title)
            yield Finding(message=message, source=page.source, at=at, hint=_USE_TITLE)


def _shown(page: PostPage, element: Element) -> str:
    """The text of an element; that of a title stands in its tag."""
    return element.tag if element.name == "title" else page.tree.text(element)


def _is_retraction(output: Output, post: Post, title: str) -> bool:
    words = _RETRACTED.get(post.lang.partition("-")[0])
    own = output.site.texts.get(post.lang, {}).get(_TEXT_OF_RETRACTION)
    if isinstance(own, str):
        said = own.replace("{title}", "")
        return says(title, said)
    if words is None:
        return squeezed(title) != squeezed(post.title)
    return any(word in title.casefold() for word in words)


def _in_feed(output: Output, item: FeedItem, post: Post, notes: list[Correction]) -> Findings:
    dated = [note for note in notes if note.date is not None]
    last = max(dated, key=_day, default=None)
    if last is not None and not _is_newer(item, post, last):
        message = _NOT_NEW(title=post.title, kind=last.kind.value, day=_day(last))
        yield Finding(message=message, source=item.feed, at=item.at, hint=_KEEP_FEED)
    retracted = any(note.kind is CorrectionKind.RETRACTION for note in notes)
    if retracted and not _is_retraction(output, post, item.title):
        message = _NOT_IN_TITLE(title=post.title)
        yield Finding(message=message, source=item.feed, at=item.at, hint=_KEEP_FEED)


def _is_newer(item: FeedItem, post: Post, note: Correction) -> bool:
    """Whether the item changed after publication, and not before the day of ``note``."""
    if item.updated is None or note.date is None:
        return False
    begins = datetime(note.date.year, note.date.month, note.date.day, tzinfo=post.date.tzinfo)
    return item.updated >= begins and item.updated > post.date


def _day(note: Correction) -> str:
    return note.date.isoformat() if note.date is not None else "?"

"""A disclosure that readers do not meet before they read.

Eine Offenlegung, die Leser nicht sehen, bevor sie lesen.

Why: what ties the author must be hard to miss and unavoidable (16 CFR 255.0(f)), visible without
scrolling (DRPR guideline), and told before the reader is drawn in (UK CAP Code 2.1 to 2.4).
Warum: Was den Autor bindet, muss unübersehbar sein (16 CFR 255.0(f)) und ohne Scrollen sichtbar
(DRPR-Richtlinie), bevor jemand zu lesen beginnt (UK CAP Code 2.1 bis 2.4).
Instead: let the theme show post.disclosures between title and text, each in an element with
data-disclosure, and keep them in feeds and previews.
Stattdessen: Das Theme zeigt post.disclosures zwischen Titel und Text, jede in einem Element mit
data-disclosure, und lässt sie in Feeds und Vorschauen stehen.
Bad: “Sponsored by Kern” under the last paragraph
Good: “Advertisement: Kern paid us for this post.” between title and text
Schlecht: „Gesponsert von Kern“ unter dem letzten Absatz
Gut: „Werbung: Kern hat für diesen Beitrag bezahlt.“ zwischen Titel und Text
Known: what a style sheet or a script hides is not seen here, only what inline styles hide. A theme
without data-disclosure is told so, and nothing else is judged on its pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.built import BuiltPost, Output
from corpblog.lint.context import Context, Gate
from corpblog.lint.feed_reading import FeedItem, feeds_of
from corpblog.lint.html_reading import (
    PostPage,
    fragment,
    opening_words,
    post_page,
    span_of,
    squeezed,
)
from corpblog.lint.prominence import begins_with, elements_of, fault_of
from corpblog.lint.rule import Finding, Findings, Rule
from corpblog.lint.shown_ties import Tie, ties_of, versions_of
from corpblog.lint.wording import NOTHING, Wording
from corpblog.model.keys import key
from corpblog.model.post import Post


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """How far down a disclosure may begin, and where else it must stand."""

    max_chars: int = key("visible characters before a disclosure, bylines left out", default=600)
    feed: bool = key("feeds are judged too", default=True)
    preview_types: tuple[str, ...] = key(
        "types that the preview of a link must begin with",
        default=("sponsor", "paid-placement", "affiliate", "gift"),
    )


_NO_PAGE = Wording(
    "the page of “{title}” is missing, so nobody sees its disclosure ({type})",
    "die Seite von „{title}“ fehlt, darum sieht niemand ihre Offenlegung ({type})",
)
_BUILD = Wording(
    "build the site again, and give the folder that it was built into",
    "bauen Sie die Site neu, und geben Sie den Ordner an, in dem sie liegt",
)
_NO_ARTICLE = Wording(
    "this page has no <article>, so the place of the disclosure ({type}) cannot be told",
    "diese Seite hat kein <article>, darum ist nicht zu sagen, wo die Offenlegung ({type}) steht",
)
_MAKE_ARTICLE = Wording(
    "let the template put title, disclosures and text into one <article>",
    "setzen Sie in der Vorlage Titel, Offenlegungen und Text in ein <article>",
)
_NO_HOOK = Wording(
    "the disclosure ({type}) is missing: no element carries data-disclosure=“{type}”",
    "die Offenlegung ({type}) fehlt: kein Element trägt data-disclosure=„{type}“",
)
_SHOW = Wording(
    "let the template show post.disclosures before the text, each with data-disclosure (see "
    "themes/plain/templates/partials/notes.html)",
    "zeigen Sie in der Vorlage post.disclosures vor dem Text, jede mit data-disclosure (siehe "
    "themes/plain/templates/partials/notes.html)",
)
_MOVE = Wording(
    "move it between the title and the first paragraph, where everybody sees it",
    "setzen Sie sie zwischen Titel und ersten Absatz, wo sie alle sehen",
)
_NO_PREVIEW = Wording(
    "the preview of this link does not begin with “{label}”, although the post is paid ({type})",
    "die Vorschau dieses Links beginnt nicht mit „{label}“, obwohl der Beitrag bezahlt ist "
    "({type})",
)
_KEEP_PREVIEW = Wording(
    "let the template write page.description into og:description",
    "schreiben Sie in der Vorlage page.description in og:description",
)
_NOT_IN_FEED = Wording(
    "this feed item does not begin with the disclosure ({type}) of “{title}”",
    "dieser Feed-Eintrag beginnt nicht mit der Offenlegung ({type}) von „{title}“",
)
_KEEP_FEED = Wording(
    "publish the feeds as corpblog builds them: they begin with the disclosures",
    "veröffentlichen Sie die Feeds, wie corpblog sie baut: Sie beginnen mit den Offenlegungen",
)
# With which words a preview may say that a post is paid; others come from the page itself.
_LABELS = {"en": ("Advertisement",), "de": ("Werbung", "Anzeige")}
_PREVIEWS = ("og:description", "og:title", "twitter:description")
_LONGEST_LABEL = 40


def check(output: Output, context: Context, options: Options) -> Findings:
    """Page, preview and feed items of each post that has a tie to show."""
    feeds = feeds_of(output) if options.feed else None
    versions = versions_of(output.site)
    for built in output.posts:
        ties = ties_of(built.post, output.site, versions)
        if ties:
            opening = opening_words(built.post, output.site)
            page = post_page(built, opening)
            yield from _on_page(page, built, ties, options)
            items = feeds.of(built.post) if feeds else ()
            yield from _in_feeds(page, items, built.post, ties, opening, options)


def _on_page(
    page: PostPage | None, built: BuiltPost, ties: tuple[Tie, ...], options: Options
) -> Findings:
    kinds = ", ".join(dict.fromkeys(tie.type.value for tie in ties))
    if page is None:
        message = _NO_PAGE(title=built.post.title, type=kinds)
        yield Finding(message=message, source=built.page, hint=_BUILD)
        return
    if page.article is None:
        message = _NO_ARTICLE(type=kinds)
        yield Finding(message=message, source=page.source, hint=_MAKE_ARTICLE)
    else:
        yield from _standing(page, ties, options)
    yield from _in_preview(page, built.post, ties, options)


def _standing(page: PostPage, ties: tuple[Tie, ...], options: Options) -> Findings:
    """Each tie that is missing, or that stands where it is passed over."""
    told: set[tuple[int, str]] = set()
    for tie in ties:
        shown = elements_of(page, tie)
        faults = [(each, fault_of(page, each, tie, options.max_chars)) for each in shown]
        if not shown:
            fault = (page.article, _NO_HOOK(type=tie.type.value))
        elif any(message is NOTHING for _, message in faults):
            continue
        else:
            fault = faults[0]
        element, message = fault
        place = (element.start if element else 0, message.en)
        if place not in told:
            told.add(place)
            hint = _MOVE if shown else _SHOW
            at = span_of(element) if element else None
            yield Finding(message=message, source=page.source, at=at, hint=hint)


def _in_preview(page: PostPage, post: Post, ties: tuple[Tie, ...], options: Options) -> Findings:
    paid = [tie for tie in ties if tie.type.value in options.preview_types]
    if not paid:
        return
    labels = tuple(_labels(page, post, paid))
    metas = [(element, text) for element, name, text in page.metas() if name in _PREVIEWS]
    if any(_begins(text, labels) for _, text in metas):
        return
    head = next(page.tree.named("head"), None)
    place = metas[0][0] if metas else head
    kinds = ", ".join(dict.fromkeys(tie.type.value for tie in paid))
    yield Finding(
        message=_NO_PREVIEW(label=labels[0], type=kinds),
        source=page.source,
        at=span_of(place) if place else None,
        hint=_KEEP_PREVIEW,
    )


def _labels(page: PostPage, post: Post, paid: list[Tie]) -> Iterator[str]:
    """How the page itself marks what is paid, then the words of the language of the post."""
    for tie in paid:
        for element in elements_of(page, tie):
            label, colon, _ = page.tree.all_text(element).strip().partition(":")
            if colon and 0 < len(label) <= _LONGEST_LABEL:
                yield " ".join(label.split())
    yield from _LABELS.get(post.lang.partition("-")[0], _LABELS["en"])


def _begins(text: str, labels: tuple[str, ...]) -> bool:
    return squeezed(text).startswith(tuple(squeezed(label) for label in labels))


def _in_feeds(
    page: PostPage | None,
    items: tuple[FeedItem, ...],
    post: Post,
    ties: tuple[Tie, ...],
    opening: str,
    options: Options,
) -> Findings:
    for item in items:
        content = fragment(item.content, opening)
        lacking = [
            tie.type.value for tie in ties if not begins_with(content, tie, page, options.max_chars)
        ]
        if lacking:
            kinds = ", ".join(dict.fromkeys(lacking))
            message = _NOT_IN_FEED(type=kinds, title=post.title)
            yield Finding(message=message, source=item.feed, at=item.at, hint=_KEEP_FEED)


RULE = Rule(
    code="DISC003",
    name="disclosure-not-prominent",
    severity=Severity.ERROR,
    help=__doc__,
    gates=(Gate.OUT,),
    options=Options,
    legal=True,
    built=check,
)

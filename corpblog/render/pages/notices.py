"""Pages for what is not there, not here any more, or elsewhere; and the page about feeds."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from corpblog.model.page import Page
from corpblog.model.post import Post
from corpblog.render.address import output_path
from corpblog.render.pages.authors import author_feeds
from corpblog.render.pages.corrections import SILENT, correction_view, retractions
from corpblog.render.pages.frame import Head, page_bytes
from corpblog.render.pages.lists import tag_feeds
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.views import Group, LinkView, ListView, TombstoneView

_NEWEST = 5


def not_found(renderer: Renderer) -> Iterator[PlannedOutput]:
    """The page that a web server shows for addresses that lead nowhere."""
    for lang in renderer.places.languages:
        permalink = renderer.places.not_found(lang)
        yield PlannedOutput(
            path=output_path(permalink),
            kind="404",
            source=f"generated: 404 ({lang})",
            make=partial(_not_found, renderer, lang, permalink),
            permalink=permalink,
            lang=lang,
        )


def subscribe(renderer: Renderer) -> Iterator[PlannedOutput]:
    """The page that explains feeds and lists them all, if there are any."""
    if not renderer.frames.feeds("/", ""):
        return
    versions = renderer.places.versions(renderer.places.subscribe(renderer.site.lang))
    for lang, permalink in versions.items():
        yield PlannedOutput(
            path=output_path(permalink),
            kind="subscribe",
            source=f"generated: subscribe ({lang})",
            make=partial(_subscribe, renderer, lang, versions),
            permalink=permalink,
            lang=lang,
            versions=versions,
            indexed=True,
        )


def tombstones(renderer: Renderer) -> Iterator[PlannedOutput]:
    """A page that stands where a post was taken back."""
    for post in renderer.site.withdrawn:
        yield PlannedOutput(
            path=output_path(post.permalink),
            kind="tombstone",
            source=post.source.path,
            make=partial(_tombstone, renderer, post),
            permalink=post.permalink,
            lang=post.lang,
        )


def redirects(renderer: Renderer) -> Iterator[PlannedOutput]:
    """A page at each old address, leading to the new one."""
    site = renderer.site
    texts: list[Post | Page] = [*site.posts, *site.withdrawn, *site.pages]
    for text in texts:
        for alias in text.front.aliases:
            yield _redirect(
                renderer, alias, text.permalink, text.lang, text.title, text.source.path
            )
    for author in site.authors.values():
        if renderer.people.is_named(author):
            name = renderer.people.name(author, site.lang)
            for alias in author.profile.aliases:
                yield _redirect(
                    renderer, alias, author.permalink, site.lang, name, author.source.path
                )


def _redirect(
    renderer: Renderer, alias: str, permalink: str, lang: str, label: str, source: str
) -> PlannedOutput:
    old = alias if alias.startswith("/") else "/" + alias
    return PlannedOutput(
        path=output_path(old),
        kind="redirect",
        source=source,
        make=partial(_moved, renderer, old, permalink, lang, label, source),
        permalink=old,
        lang=lang,
    )


def _moved(
    renderer: Renderer, old: str, permalink: str, lang: str, label: str, source: str
) -> bytes:
    head = Head(
        kind="redirect",
        lang=lang,
        permalink=old,
        title=label,
        versions={},
        canonical=renderer.addresses.absolute(permalink),
        noindex=True,
    )
    target = LinkView(label=label, url=renderer.addresses.href(permalink), lang=lang)
    return page_bytes(renderer, "redirect.html", head, source, target=target)


def _not_found(renderer: Renderer, lang: str, permalink: str) -> bytes:
    say, href, places = renderer.languages[lang].text, renderer.addresses.href, renderer.places
    links = [
        LinkView(label=say("heading.home"), url=href(places.home(lang))),
        LinkView(label=say("heading.people"), url=href(places.authors(lang))),
    ]
    if renderer.site.config.taxonomies.archives:
        url = href(places.archive(lang))
        links.append(LinkView(label=say("heading.archive.short"), url=url))
    newest = renderer.posts[lang][:_NEWEST]
    view = ListView(
        heading=say("heading.not_found"),
        posts=tuple(renderer.cards.of(post, lang) for post in newest),
        links=tuple(links),
    )
    head = Head(
        kind="404", lang=lang, permalink=permalink, title=view.heading, versions={}, noindex=True
    )
    return page_bytes(renderer, "404.html", head, f"generated: 404 ({lang})", listing=view)


def _subscribe(renderer: Renderer, lang: str, versions: Mapping[str, str]) -> bytes:
    language = renderer.languages[lang]
    home = renderer.frames.feeds(renderer.places.home(lang), renderer.frames.title(lang))
    view = ListView(
        heading=language.text("heading.subscribe"),
        intro=language.text("intro.subscribe"),
        groups=tuple(group for group in _feed_groups(renderer, lang) if group.feeds),
        feeds=home,
    )
    head = Head(
        kind="subscribe",
        lang=lang,
        permalink=versions[lang],
        title=view.heading,
        description=view.intro,
        versions=versions,
        feeds=home,
    )
    source = f"generated: subscribe ({lang})"
    return page_bytes(renderer, "subscribe.html", head, source, listing=view)


def _feed_groups(renderer: Renderer, lang: str) -> Iterator[Group]:
    say, frames, people = renderer.languages[lang].text, renderer.frames, renderer.people
    others = [other for other in renderer.places.languages if other != lang]
    yield Group(
        label=say("heading.languages"),
        id="languages",
        feeds=tuple(
            feed
            for other in others
            for feed in frames.feeds(renderer.places.home(other), renderer.languages[other].name)
        ),
    )
    yield Group(
        label=say("heading.people"),
        id="people",
        feeds=tuple(
            replace(feed, title=people.name(author, lang))
            for author in people.writers()
            for feed in author_feeds(renderer, author, lang)
        ),
    )
    yield Group(
        label=say("heading.topics"),
        id="topics",
        feeds=tuple(
            replace(feed, title=term.name)
            for term in renderer.site.tags
            if term.lang == lang and renderer.site.config.taxonomies.tags
            for feed in tag_feeds(renderer, term)
        ),
    )


def _tombstone(renderer: Renderer, post: Post) -> bytes:
    language, withdrawal = renderer.languages[post.lang], post.front.withdrawal
    reason = withdrawal.reason if withdrawal is not None else None
    title = language.text("withdrawal.title")
    if reason is not None and reason not in SILENT:
        title = post.title
    key = "withdrawal.reason" if reason is None else f"withdrawal.reason.{reason}"
    date = withdrawal.date if withdrawal is not None else None
    by = renderer.site.authors.get(withdrawal.by) if withdrawal is not None else None
    view = TombstoneView(
        title=title,
        date=language.when(date) if date is not None else None,
        reason=language.text(key),
        # A note made of the reason alone would only say it twice.
        corrections=tuple(
            correction_view(renderer, note, post.lang)
            for note in retractions(renderer, post)
            if note in post.front.corrections
        ),
        by=renderer.people.card(by, post.lang) if by is not None else None,
    )
    head = Head(
        kind="tombstone",
        lang=post.lang,
        permalink=post.permalink,
        title=title,
        versions={},
        noindex=True,
    )
    return page_bytes(renderer, "tombstone.html", head, post.source.path, tombstone=view)

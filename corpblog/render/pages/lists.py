"""The lists of posts: home, tags, series."""

from collections.abc import Iterator, Mapping
from functools import partial

from corpblog.model.config import translated
from corpblog.model.taxonomy import Term
from corpblog.render.address import output_path
from corpblog.render.pages.frame import Head, page_bytes
from corpblog.render.pages.listing import Listing, listing_outputs
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.views import FeedView, Group, LinkView, ListView, PersonView

# As many tags as a reader takes in at one glance.
_OVERLOOKED = 40
# As many faces as leave room for the first post.
_FACES = 12


def home(renderer: Renderer) -> Iterator[PlannedOutput]:
    """The home page of each language: who writes here, then what they wrote last."""
    about = renderer.site.config.site
    for lang in renderer.places.languages:
        title = renderer.frames.title(lang)
        permalink = renderer.places.home(lang)
        yield from listing_outputs(
            renderer,
            Listing(
                kind="home",
                lang=lang,
                permalink=permalink,
                source=f"generated: home ({lang})",
                posts=renderer.posts[lang],
                size=renderer.site.config.build.paginate,
                heading=translated(about.tagline, lang, renderer.site.lang) or title,
                title="",
                intro=translated(about.description, lang, renderer.site.lang),
                feeds=renderer.frames.feeds(permalink, title),
                versions=renderer.places.versions("/"),
                people=partial(_faces, renderer, lang),
                links=partial(_everybody, renderer, lang),
                structured_data=partial(_home_data, renderer, lang),
            ),
        )


def tags(renderer: Renderer) -> Iterator[PlannedOutput]:
    """A list for each tag, with its feeds."""
    if not renderer.site.config.taxonomies.tags:
        return
    for term in renderer.site.tags:
        heading = renderer.languages[term.lang].text("heading.tag", tag=term.name)
        yield from listing_outputs(
            renderer,
            Listing(
                kind="tag",
                lang=term.lang,
                permalink=term.permalink,
                source=f"generated: tag {term.name}",
                posts=term.posts,
                size=renderer.site.config.build.paginate,
                heading=heading,
                title=heading,
                feeds=tag_feeds(renderer, term),
                structured_data=partial(renderer.structured_data.collection, term.lang),
            ),
        )


def tag_index(renderer: Renderer) -> Iterator[PlannedOutput]:
    """All tags of a language with the number of their posts."""
    if not renderer.site.config.taxonomies.tags:
        return
    terms = {
        lang: [term for term in renderer.site.tags if term.lang == lang]
        for lang in renderer.places.languages
    }
    versions = renderer.places.versions(renderer.places.tags)
    for lang in versions:
        permalink = versions[lang]
        yield PlannedOutput(
            path=output_path(permalink),
            kind="tags",
            source=f"generated: tags ({lang})",
            make=partial(_tag_index, renderer, lang, terms[lang], versions),
            permalink=permalink,
            lang=lang,
            versions=versions,
            indexed=True,
        )


def series(renderer: Renderer) -> Iterator[PlannedOutput]:
    """A page for each series, with its parts in the order in which they are to be read."""
    if not renderer.site.config.taxonomies.series:
        return
    for term in renderer.site.series:
        count = len(term.posts)
        yield from listing_outputs(
            renderer,
            Listing(
                kind="series",
                lang=term.lang,
                permalink=term.permalink,
                source=f"generated: series {term.name}",
                posts=term.posts,
                # A series is read from its first part to its last: it stands on one page.
                size=max(count, 1),
                heading=term.name,
                title=term.name,
                intro=renderer.languages[term.lang].text("intro.series", count=count),
                structured_data=partial(renderer.structured_data.collection, term.lang),
            ),
        )


def _tag_index(
    renderer: Renderer, lang: str, terms: list[Term], versions: Mapping[str, str]
) -> bytes:
    heading = renderer.languages[lang].text("heading.topics")
    view = ListView(heading=heading, groups=tuple(_by_letter(renderer, lang, terms)))
    head = Head(kind="tags", lang=lang, permalink=versions[lang], title=heading, versions=versions)
    return page_bytes(renderer, "tags.html", head, f"generated: tags ({lang})", listing=view)


def _by_letter(renderer: Renderer, lang: str, terms: list[Term]) -> Iterator[Group]:
    """One group of tags as long as one can overlook them, else one for each first letter."""
    letters: dict[str, list[LinkView]] = {}
    say, href = renderer.languages[lang].text, renderer.addresses.href
    for term in sorted(terms, key=lambda term: (term.slug, term.name)):
        letter = term.slug[:1].upper() if len(terms) > _OVERLOOKED else ""
        label = say("link.count", label=term.name, count=len(term.posts))
        letters.setdefault(letter, []).append(LinkView(label=label, url=href(term.permalink)))
    for letter, links in sorted(letters.items()):
        yield Group(
            label=letter, id=f"letter-{letter.lower()}" if letter else "", links=tuple(links)
        )


def tag_feeds(renderer: Renderer, term: Term) -> tuple[FeedView, ...]:
    """The feeds of a tag, if the site has such."""
    if not renderer.site.config.feeds.tags:
        return ()
    title = _feed_title(renderer, term.lang, term.name)
    return renderer.frames.feeds(term.permalink, title)


def _feed_title(renderer: Renderer, lang: str, label: str) -> str:
    site = renderer.frames.title(lang)
    return renderer.languages[lang].text("title.feed", site=site, label=label)


def _faces(renderer: Renderer, lang: str) -> tuple[PersonView, ...]:
    """The team; of a large one those who wrote last, first in ``lang``, then anywhere."""
    team = renderer.people.team()
    if len(team) > _FACES:
        posts = (*renderer.posts[lang], *renderer.site.posts)
        latest = dict.fromkeys(author for post in posts for author in post.authors)
        places = {author: place for place, author in enumerate(latest)}
        # Who never wrote comes last; the sort keeps the order by name among them.
        team = tuple(sorted(team, key=lambda each: places.get(each.id, len(places))))[:_FACES]
    return tuple(renderer.people.card(author, lang) for author in team)


def _everybody(renderer: Renderer, lang: str) -> tuple[LinkView, ...]:
    """The way from the faces of a large team to everybody's."""
    people = renderer.people
    if len(people.team()) <= _FACES:
        return ()
    label = renderer.languages[lang].text("link.people", count=len(people.writers()))
    return (LinkView(label=label, url=renderer.addresses.href(renderer.places.authors(lang))),)


def _home_data(renderer: Renderer, lang: str, _url: str, view: ListView) -> str:
    return renderer.structured_data.home(lang, view)

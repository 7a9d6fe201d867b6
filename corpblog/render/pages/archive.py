"""The archive: all posts by date, one page for everything, one a year, one a month."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from corpblog.model.post import Post
from corpblog.render.address import output_path
from corpblog.render.last_change import last_changed
from corpblog.render.pages.frame import Head, page_bytes
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.views import Group, LinkView, ListView, PostCard


@dataclass(frozen=True, kw_only=True, slots=True)
class _Period:
    """A stretch of time with its posts, newest first; year 0 is all time, month 0 all year."""

    lang: str
    year: int
    month: int
    permalink: str
    posts: Sequence[Post]
    versions: Mapping[str, str]

    @property
    def source(self) -> str:
        """What the page is made from, for messages."""
        return f"generated: archive {self.permalink}"


def outputs(renderer: Renderer) -> Iterator[PlannedOutput]:
    """The pages of the archive in each language."""
    if not renderer.site.config.taxonomies.archives:
        return
    for period in _periods(renderer):
        yield PlannedOutput(
            path=output_path(period.permalink),
            kind="archive",
            source=period.source,
            make=partial(_make, renderer, period),
            permalink=period.permalink,
            lang=period.lang,
            versions=period.versions,
            changed=max(map(last_changed, period.posts), default=None),
            indexed=True,
        )


def _periods(renderer: Renderer) -> Iterator[_Period]:
    found: dict[tuple[int, int], dict[str, list[Post]]] = {}
    for lang in renderer.places.languages:
        # The archive of everything is there before the first post.
        found.setdefault((0, 0), {})[lang] = []
        for post in renderer.posts[lang]:
            for span in ((0, 0), (post.date.year, 0), (post.date.year, post.date.month)):
                found.setdefault(span, {}).setdefault(lang, []).append(post)
    for (year, month), by_lang in sorted(found.items()):
        versions = {lang: _permalink(renderer, year, month, lang) for lang in by_lang}
        for lang, posts in by_lang.items():
            yield _Period(
                lang=lang,
                year=year,
                month=month,
                permalink=versions[lang],
                posts=posts,
                versions=versions,
            )


def _permalink(renderer: Renderer, year: int, month: int, lang: str) -> str:
    if month:
        return renderer.places.month(year, month, lang)
    return renderer.places.year(year, lang) if year else renderer.places.archive(lang)


def _make(renderer: Renderer, period: _Period) -> bytes:
    language, lang = renderer.languages[period.lang], period.lang
    if not period.year:
        heading = language.text("heading.archive")
        groups = tuple(_group_of_year(renderer, lang, y, posts) for y, posts in _years(period))
        view = ListView(heading=heading, groups=groups)
    elif not period.month:
        heading = language.text("heading.archive.of", period=str(period.year))
        groups = tuple(_group_of_month(renderer, lang, posts) for posts in _months(period.posts))
        view = ListView(heading=heading, groups=groups)
    else:
        name = language.month(period.year, period.month)
        heading = language.text("heading.archive.of", period=name)
        view = ListView(heading=heading, posts=_cards(renderer, lang, period.posts))
    data = renderer.structured_data.collection(
        lang, renderer.addresses.href(period.permalink), view
    )
    head = Head(
        kind="archive",
        lang=lang,
        permalink=period.permalink,
        title=heading,
        versions=period.versions,
        structured_data=data,
    )
    return page_bytes(renderer, "archive.html", head, period.source, listing=view)


def _years(period: _Period) -> Iterator[tuple[int, list[Post]]]:
    for year, posts in groupby(period.posts, key=lambda post: post.date.year):
        yield year, list(posts)


def _months(posts: Sequence[Post]) -> Iterator[list[Post]]:
    for _, found in groupby(posts, key=lambda post: (post.date.year, post.date.month)):
        yield list(found)


def _group_of_year(renderer: Renderer, lang: str, year: int, posts: list[Post]) -> Group:
    """A year with a link to each of its months."""
    say, href = renderer.languages[lang], renderer.addresses.href
    links = tuple(
        LinkView(
            label=say.text("link.count", label=say.month(year, month), count=len(found)),
            url=href(renderer.places.month(year, month, lang)),
        )
        for found in _months(posts)
        for month in (found[0].date.month,)
    )
    url = href(renderer.places.year(year, lang))
    return Group(label=str(year), id=f"year-{year}", url=url, links=links)


def _group_of_month(renderer: Renderer, lang: str, posts: list[Post]) -> Group:
    year, month = posts[0].date.year, posts[0].date.month
    return Group(
        label=renderer.languages[lang].month(year, month),
        id=f"month-{year}-{month:02}",
        url=renderer.addresses.href(renderer.places.month(year, month, lang)),
        posts=_cards(renderer, lang, posts),
    )


def _cards(renderer: Renderer, lang: str, posts: Sequence[Post]) -> tuple[PostCard, ...]:
    return tuple(renderer.cards.of(post, lang) for post in posts)

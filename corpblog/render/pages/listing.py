"""Pages that list posts, cut into pages of a bearable length."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from corpblog.model.post import Post
from corpblog.render.address import output_path, page_number
from corpblog.render.last_change import last_changed
from corpblog.render.pages.frame import Head, page_bytes
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.views import FeedView, LinkView, ListView, PersonView, PostCard

# How many pages before and after the present one have a link of their own.
_NEAR = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """A list of posts over any number of pages; ``permalink`` is that of the first.

    ``people`` makes the faces of its first page, ``links`` where they lead to beside;
    ``structured_data`` the JSON-LD of a page.
    """

    kind: str
    lang: str
    permalink: str
    source: str
    posts: Sequence[Post]
    size: int
    heading: str
    title: str
    intro: str = ""
    feeds: tuple[FeedView, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    people: Callable[[], tuple[PersonView, ...]] = tuple
    links: Callable[[], tuple[LinkView, ...]] = tuple
    structured_data: Callable[[str, ListView], str]


def listing_outputs(renderer: Renderer, listing: Listing) -> Iterator[PlannedOutput]:
    """The pages of a list; one at least, so that the address is there before the first post."""
    count = max(1, -(-len(listing.posts) // listing.size))
    changed = max(map(last_changed, listing.posts), default=None)
    for number in range(1, count + 1):
        permalink = page_number(listing.permalink, number)
        yield PlannedOutput(
            path=output_path(permalink),
            kind=listing.kind,
            source=listing.source,
            make=partial(_make, renderer, listing, number, count),
            permalink=permalink,
            lang=listing.lang,
            # Pages two and on hold other posts in each language: they are no translations.
            versions=listing.versions if number == 1 else {},
            changed=changed,
            indexed=True,
        )


def _make(renderer: Renderer, listing: Listing, number: int, count: int) -> bytes:
    start = (number - 1) * listing.size
    links = _PageLinks(renderer, listing, number, count)
    view = ListView(
        heading=listing.heading,
        intro=listing.intro,
        people=listing.people() if number == 1 else (),
        links=listing.links() if number == 1 else (),
        posts=_cards(renderer, listing.posts[start : start + listing.size], listing.lang),
        feeds=listing.feeds,
        newer=links.to(number - 1),
        older=links.to(number + 1),
        pages=links.several() if count > 1 else (),
    )
    permalink = page_number(listing.permalink, number)
    title = listing.title
    if number > 1:
        page = renderer.languages[listing.lang].text("heading.page", number=number)
        title = f"{title}, {page}" if title else page
    head = Head(
        kind=listing.kind,
        lang=listing.lang,
        permalink=permalink,
        title=title,
        description=listing.intro,
        versions=listing.versions if number == 1 else {},
        feeds=listing.feeds,
        structured_data=listing.structured_data(renderer.addresses.href(permalink), view),
    )
    return page_bytes(renderer, f"{listing.kind}.html", head, listing.source, listing=view)


def _cards(renderer: Renderer, posts: Sequence[Post], lang: str) -> tuple[PostCard, ...]:
    return tuple(renderer.cards.of(post, lang) for post in posts)


@dataclass(frozen=True, slots=True)
class _PageLinks:
    """Links between the pages of one list, as seen from page ``number``."""

    renderer: Renderer
    listing: Listing
    number: int
    count: int

    def to(self, number: int) -> LinkView | None:
        """The link to page ``number``, or None beyond the first and the last."""
        if not 1 <= number <= self.count:
            return None
        label = self.renderer.languages[self.listing.lang].text("heading.page", number=number)
        permalink = page_number(self.listing.permalink, number)
        return LinkView(
            label=label,
            url=self.renderer.addresses.href(permalink),
            current=number == self.number,
        )

    def several(self) -> tuple[LinkView, ...]:
        """Links to the first, the last and the nearest pages, the present one marked.

        Not to each: with a thousand pages a thousand links on each would be a million.
        """
        near = range(self.number - _NEAR, self.number + _NEAR + 1)
        numbers = sorted({1, self.count, *near} & set(range(1, self.count + 1)))
        links = (self.to(number) for number in numbers)
        return tuple(link for link in links if link is not None)

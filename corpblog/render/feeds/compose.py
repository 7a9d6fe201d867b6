"""The feeds of a site: which there are, what they are called, and what stands in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from corpblog.model.author import Author
from corpblog.model.config import translated
from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.model.taxonomy import Term
from corpblog.render.address import feed_permalink, output_path
from corpblog.render.credits import Credits, credits_of
from corpblog.render.feeds.entries import feed_entry, feed_person
from corpblog.render.feeds.entry import FeedHead, FeedPerson, WrittenEntry
from corpblog.render.feeds.formats import FORMATS
from corpblog.render.last_change import last_changed
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.web_address import web_address

# How many posts stay written at once; feeds of people and of topics share most of them.
_KEPT = 1024
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """A list of posts to subscribe to; ``page`` is the permalink of the page that shows it.

    ``label`` says which list it is (a person, a topic) and is empty for the whole blog.
    """

    page: str
    label: str
    description: str
    lang: str
    posts: Sequence[Post]
    author: Author | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Feeds:
    """The feeds of one site; each post is written once in all formats and stands in many feeds."""

    renderer: Renderer
    tags: Mapping[int, tuple[str, ...]]
    owed: Credits
    _written: dict[int, Mapping[str, WrittenEntry]] = field(default_factory=dict)

    def all(self) -> Iterator[Feed]:
        """Every feed of the site, as the configuration wants them."""
        site = self.renderer.site
        languages = self.renderer.places.languages
        yield from map(self._of_blog, languages)
        if site.config.feeds.authors:
            yield from self._of_authors()
        if site.config.feeds.tags and site.config.taxonomies.tags:
            yield from map(self._of_tag, site.tags)

    def write(self, feed: Feed, name: str) -> bytes:
        """The bytes of ``feed`` in the format ``name``: its newest posts, newest first."""
        newest = feed.posts[: self.renderer.site.config.feeds.size]
        entries = [self._entry(post, name) for post in newest]
        return FORMATS[name].write_feed(self._head(feed, name, newest), entries)

    def _of_blog(self, lang: str) -> Feed:
        site = self.renderer.site
        return Feed(
            page=self.renderer.places.home(lang),
            label="",
            description=translated(site.config.site.description, lang, site.lang),
            lang=lang,
            posts=self.renderer.posts[lang],
        )

    def _of_authors(self) -> Iterator[Feed]:
        """The feeds of all people whose name may be shown, below each version of the profile.

        One subscribes to the person: all of it is there, of a translated text one version.
        """
        people, written = self.renderer.people, self.renderer.written
        versions = self.renderer.translations
        for author in self.renderer.site.authors.values():
            if not people.is_named(author):
                continue
            for lang in self.renderer.places.languages:
                yield Feed(
                    page=people.permalink(author, lang),
                    label=people.name(author, lang),
                    description=author.profile_in(lang).description,
                    lang=lang,
                    posts=versions.one_of_each(written.get(author.id, ()), lang),
                    author=author,
                )

    def _of_tag(self, term: Term) -> Feed:
        return Feed(
            page=term.permalink, label=term.name, description="", lang=term.lang, posts=term.posts
        )

    def _entry(self, post: Post, name: str) -> WrittenEntry:
        written = self._written.pop(id(post), None)
        if written is None:
            entry = feed_entry(self.renderer, post, self.tags.get(id(post), ()), self.owed)
            formats = self.renderer.site.config.feeds.formats
            written = {each: FORMATS[each].write_entry(entry) for each in formats}
            if len(self._written) >= _KEPT:
                del self._written[next(iter(self._written))]
        self._written[id(post)] = written
        return written[name]

    def _head(self, feed: Feed, name: str, newest: Sequence[Post]) -> FeedHead:
        absolute = self.renderer.addresses.absolute
        # A feed without posts never changes; the formats want a time all the same.
        moments = map(last_changed, newest or self.renderer.site.posts[:1])
        return FeedHead(
            title=self._title(feed),
            subtitle=feed.description,
            url=absolute(feed.page),
            self_url=absolute(feed_permalink(feed.page, name)),
            lang=feed.lang,
            updated=max(moments, default=_NEVER),
            people=(self._speaker(feed),),
            icon=self._icon(feed),
            rights=self.renderer.site.config.legal.license,
        )

    def _title(self, feed: Feed) -> str:
        title = self.renderer.frames.title(feed.lang)
        if not feed.label:
            return title
        say = self.renderer.languages[feed.lang].text
        return say("title.feed", site=title, label=feed.label)

    def _icon(self, feed: Feed) -> str:
        """The portrait of the person, the logo of the blog; empty where it has none."""
        if feed.author is not None:
            href = self.renderer.people.card(feed.author, feed.lang).portrait.url
        else:
            href = self.renderer.frames.logo()
        return web_address(href, self.renderer.addresses)

    def _speaker(self, feed: Feed) -> FeedPerson:
        people = self.renderer.people
        if feed.author is not None:
            return feed_person(people.card(feed.author, feed.lang), self.renderer.addresses)
        own = self.renderer.site.config.organization
        return FeedPerson(name=people.organization() or self._title(feed), url=own.url)


def feed_outputs(renderer: Renderer) -> Iterator[PlannedOutput]:
    """Every feed in every format; the formats of one feed come together.

    There are none for a site that has no address yet: the names of its entries would not last.
    """
    if not renderer.addresses.origin:
        return
    feeds = Feeds(renderer=renderer, tags=_tags(renderer.site), owed=credits_of(renderer))
    for feed in feeds.all():
        for name in renderer.site.config.feeds.formats:
            permalink = feed_permalink(feed.page, name)
            yield PlannedOutput(
                path=output_path(permalink),
                kind="feed",
                source=f"generated: feed of {feed.page}",
                make=partial(feeds.write, feed, name),
                permalink=permalink,
                lang=feed.lang,
            )
    if renderer.talks:
        from corpblog.render.feeds.comments import comment_feeds

        yield from comment_feeds(renderer)


def _tags(site: Site) -> Mapping[int, tuple[str, ...]]:
    """The tags of each post (by identity) in the one spelling that the pages use."""
    if not site.config.taxonomies.tags:
        return {id(post): post.front.tags for post in site.posts}
    names: dict[int, tuple[str, ...]] = {}
    for term in site.tags:
        for post in term.posts:
            names[id(post)] = (*names.get(id(post), ()), term.name)
    return names

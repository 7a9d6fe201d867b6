"""What is decided for an old blog as a whole, before single files are written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpblog.importers.blog import Dated, Names, OldBlog, OldPost
from corpblog.importers.facts.addresses import on_disk
from corpblog.importers.facts.addressing import Addressing, address_posts
from corpblog.importers.facts.casting import Cast, cast
from corpblog.importers.facts.languages import WITH_INTERFACE
from corpblog.importers.facts.post_dates import date_of
from corpblog.importers.facts.post_fields import tags_of
from corpblog.importers.facts.relink import Destinations
from corpblog.importers.facts.site_facts import SiteFacts, site_facts
from corpblog.importers.facts.tags import merged_spellings
from corpblog.importers.old.files_left import file_left, is_made_anew
from corpblog.importers.record import Loss
from corpblog.model.permalink import slugify


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """All that is decided for the blog as a whole before single files are written."""

    blog: OldBlog
    dated: Mapping[str, Dated]
    addressing: Addressing
    cast: Cast
    facts: SiteFacts
    tags: Mapping[str, str]
    names: Mapping[str, str]
    losses: tuple[Loss, ...]
    # Address under the root -> file of the old blog, for all files that are copied.
    pictures: Mapping[str, str]
    lookup: Names
    destinations: Destinations


def make_plan(old: OldBlog) -> Plan:
    """Dates, addresses, people, tags and names of the whole blog."""
    dated = {post.path: date_of(post) for post in old.posts}
    # Only a draft can do without a date.
    posts = [post if dated[post.path].day else replace(post, draft=True) for post in old.posts]
    blog = replace(old, posts=tuple(posts))
    addressing = address_posts(blog, dated)
    blog, in_the_way = _without_pages(blog, addressing)
    oldest_first = sorted(blog.posts, key=lambda p: (dated[p.path].day or date.min, p.path))
    pictures = {f"/{target}": source for source, target in blog.statics.items()}
    casting = cast(oldest_first, blog.profiles, blog.settings, pictures)
    facts = site_facts(blog, addressing.choice)
    tags = merged_spellings(tag for post in blog.posts for tag in tags_of(post))
    addresses = {source: f"/{target}" for source, target in blog.statics.items()}
    for post in (*blog.posts, *blog.pages):
        for name in (post.path, post.path.rsplit(".", 1)[0], post.key, post.stem):
            addresses.setdefault(name, addressing.places[post.path].url)
    return Plan(
        blog=blog,
        dated=dated,
        addressing=addressing,
        cast=casting,
        facts=facts,
        tags=tags,
        names=_file_names(blog.posts) | _file_names(blog.pages),
        losses=in_the_way,
        pictures=pictures,
        lookup=Names(
            addresses=addresses,
            site_url=facts.url.rstrip("/") if facts.url_known else "",
            settings=blog.settings,
            guess=lambda name: blog.guess(name, addressing.choice.pattern),
        ),
        destinations=_destinations(blog, addressing, casting, facts, tags),
    )


def _without_pages(blog: OldBlog, addressing: Addressing) -> tuple[OldBlog, tuple[Loss, ...]]:
    """The blog without files that stand where the new site has a page of its own."""
    pages = {
        on_disk(f"{address.strip('/')}/index.html" if address.endswith("/") else address[1:])
        for place in addressing.places.values()
        for address in (place.url, *place.aliases)
    }
    kept: dict[str, str] = {}
    losses: list[Loss] = []
    for source, target in blog.statics.items():
        if is_made_anew(target) or on_disk(target) in pages:
            done = "not carried over: the new site makes this page itself"
            losses.append(file_left(source, "file in the place of a page", "", done))
        else:
            kept[source] = target
    return replace(blog, statics=kept), tuple(losses)


def _destinations(
    blog: OldBlog,
    addressing: Addressing,
    casting: Cast,
    facts: SiteFacts,
    tags: Mapping[str, str],
) -> Destinations:
    moved: dict[str, str] = {}
    for place in addressing.places.values():
        for old in (place.url, place.old, *place.aliases):
            moved.setdefault(old, place.url)
    known = {profile.id for profile in casting.profiles}
    for old, new in casting.ids.items():
        if new in known:
            for folder in ("author", "authors", "team", "people"):
                moved.setdefault(f"/{folder}/{old}/", facts.author_pattern.format(slug=new))
    for old, new in sorted(tags.items()):
        moved.setdefault(f"/tags/{slugify(old)}/", f"/tags/{slugify(new)}/")
    files = frozenset(f"/{target}" for target in blog.statics.values())
    by_file = {path: place.url for path, place in addressing.places.items()}
    texts = (*blog.posts, *blog.pages)
    return Destinations(
        moved=moved,
        files=files,
        by_file=by_file,
        drafts=frozenset(addressing.places[post.path].url for post in texts if post.draft),
        host=addressing.choice.host,
        url=facts.url if facts.url_known else "",
    )


def _file_names(posts: Sequence[OldPost]) -> dict[str, str]:
    """A name for each of ``posts`` by its path, unique whatever a system thinks of upper case.

    Language versions of one text share their name.
    """
    names: dict[str, str] = {}
    taken: set[tuple[str, str]] = set()
    for post in posts:
        # A language without interface texts has no suffix, so its texts get names of their own.
        own = post.lang and post.lang not in WITH_INTERFACE
        stem = slugify(f"{post.stem} {post.lang}" if own else post.stem) or "post"
        number, free = 2, stem
        while (free, post.lang) in taken:
            free, number = f"{stem}-{number}", number + 1
        taken.add((free, post.lang))
        names[post.path] = free
    return names

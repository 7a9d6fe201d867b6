"""Where each post lives from now on, and which old addresses lead there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpblog.importers.blog import Dated, OldBlog, OldPost
from corpblog.importers.facts.addresses import (
    Choice,
    choose,
    clean,
    filled,
    is_safe,
    on_disk,
    pretty,
)
from corpblog.importers.old.values import strings, text
from corpblog.importers.record import Kind, Loss, Section
from corpblog.model.permalink import slugify

_ADDRESS_KEYS = ("permalink", "url")
_ALIAS_KEYS = ("redirect_from", "aliases")


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """The address of a post: ``url`` now, ``old`` before, ``aliases`` that lead to it."""

    url: str
    old: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Addressing:
    """All addresses by the path of the old file, how they are known, and the report."""

    places: Mapping[str, Place]
    choice: Choice
    losses: tuple[Loss, ...]


def address_posts(blog: OldBlog, dated: Mapping[str, Dated]) -> Addressing:
    """Addresses for all posts and pages; every old address keeps working."""
    parts = {post.path: blog.address_parts(post, dated[post.path].day) for post in blog.posts}
    choice = _choice(blog, tuple(parts.values()))
    hosts = _own_hosts(blog, choice)
    claims: set[str] = set()
    places: dict[str, Place] = {}
    losses: list[Loss] = []
    for post in (*blog.posts, *blog.pages):
        old = _old_address(post, choice.pattern, parts.get(post.path))
        wanted = pretty(old)
        if not is_safe(wanted):
            parts_left = [part for part in map(slugify, old.split("/")) if part]
            wanted = f"/{'/'.join(parts_left) or slugify(post.stem) or 'post'}/"
            done = f"is {wanted} now, because not every system can store the old one"
            losses.append(_loss(post, _ADDRESS_KEYS, "address of a post", old, done))
        url = _unclaimed(wanted, claims)
        if url != wanted:
            done = f"is {url} now, because another post has the address"
            losses.append(_loss(post, _ADDRESS_KEYS, "two posts with one address", old, done))
        claims.add(on_disk(url))
        places[post.path] = Place(url=url, old=old)
    for post in (*blog.posts, *blog.pages):
        place = places[post.path]
        other = _other_day(blog, post, choice) if post.path in parts else ()
        given = (place.old, *other, *_redirects(post))
        aliases, told = _aliases(post, place, given, claims, hosts)
        places[post.path] = Place(url=place.url, old=place.old, aliases=aliases)
        losses += told
    return Addressing(places=places, choice=choice, losses=tuple(losses))


def _other_day(blog: OldBlog, post: OldPost, choice: Choice) -> tuple[str, ...]:
    """Where file name and front matter disagree, either day may have been in the address."""
    explicit = any(text(post.text.values.get(key)) for key in _ADDRESS_KEYS)
    if post.named.day is None or explicit:
        return ()
    return (filled(choice.pattern, blog.address_parts(post, post.named.day)),)


def _choice(blog: OldBlog, parts: Sequence[Mapping[str, str]]) -> Choice:
    texts = [post.text.body.text for post in (*blog.posts, *blog.pages)]
    if blog.settings.pattern:
        styles = {"configured": blog.settings.pattern}
        host = choose(styles, parts, texts, blog.tool).host
        reason = f"{blog.settings.path} says so"
        return Choice(pattern=blog.settings.pattern, reason=reason, host=host)
    return choose(blog.styles, parts, texts, blog.tool)


def _old_address(post: OldPost, pattern: str, parts: Mapping[str, str] | None) -> str:
    """The address of a post, or of a page, which has no ``parts``."""
    for key in _ADDRESS_KEYS:
        given = text(post.text.values.get(key))
        if given and "://" not in given:
            own = filled(given, parts or {}) if ":" in given else clean(given)
            if is_safe(own):
                return own
    if parts is None:
        return clean(f"/{post.section}/")
    old = filled(pattern, parts)
    return f"/{post.lang}{old}" if post.lang else old


def _unclaimed(url: str, claims: set[str]) -> str:
    number, free = 2, url
    while on_disk(free) in claims:
        free = f"{url.rstrip('/')}-{number}/"
        number += 1
    return free


def _aliases(
    post: OldPost, place: Place, wanted: Sequence[str], claims: set[str], hosts: Sequence[str]
) -> tuple[tuple[str, ...], list[Loss]]:
    """The old addresses that may lead to ``place``, safe and nobody else's; added to ``claims``."""
    found: list[str] = []
    losses: list[Loss] = []
    for given in wanted:
        alias = _local(given, hosts)
        if not alias or not is_safe(alias):
            done = "left out: it lies outside the blog"
            losses.append(_loss(post, _ALIAS_KEYS, "old address", given, done))
        elif alias in (place.url, *found):
            continue
        elif on_disk(alias) == on_disk(place.url):
            done = f"left out: many servers take it for the same as {place.url}"
            losses.append(_loss(post, _ALIAS_KEYS, "old address", given, done))
        elif on_disk(alias) in claims:
            done = "left out: another post has this address"
            losses.append(_loss(post, _ALIAS_KEYS, "old address", given, done))
        else:
            found.append(alias)
            claims.add(on_disk(alias))
    return tuple(found), losses


def _redirects(post: OldPost) -> Iterable[str]:
    for key in _ALIAS_KEYS:
        yield from strings(post.text.values.get(key))


def _own_hosts(blog: OldBlog, choice: Choice) -> tuple[str, ...]:
    """How whole addresses of the old blog begin."""
    hosts = (f"https://{choice.host}", f"http://{choice.host}") if choice.host else ()
    return (blog.settings.url.rstrip("/"), *hosts) if blog.settings.url else hosts


def _local(given: str, hosts: Sequence[str]) -> str:
    """A redirect as a path of this blog; nothing when it is on another host."""
    own = next((host for host in hosts if given.startswith(f"{host}/")), "")
    path = given[len(own) :]
    return "" if "://" in path else clean(path)


def _loss(post: OldPost, keys: tuple[str, ...], construct: str, found: str, done: str) -> Loss:
    return Loss(
        location=post.text.at_key(*keys),
        section=Section.ADDRESSES,
        kind=Kind.DROPPED if done.startswith("left out") else Kind.REPAIRED,
        construct=construct,
        found=found,
        done=done,
    )

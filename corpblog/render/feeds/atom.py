"""Atom 1.0 (RFC 4287): the format that says most about who wrote what, and when it changed."""

from collections.abc import Sequence

from corpblog.render.feeds.entry import FeedEntry, FeedHead, FeedPerson, WrittenEntry, unsigned
from corpblog.render.xml_text import attribute, element, escape, rfc3339

MEDIA_TYPE = "application/atom+xml"
# RFC 4685, declared where it is used: most feeds have nothing of it.
_THREADS = 'xmlns:thr="http://purl.org/syndication/thread/1.0"'


def write_entry(entry: FeedEntry) -> WrittenEntry:
    """``entry`` as an ``<entry>`` element in UTF-8; it can stand in any number of feeds."""
    parts = [
        f"<entry xml:lang={attribute(entry.lang)}>\n",
        element("id", entry.id),
        element("title", entry.title),
        _link("alternate", entry.url, "text/html"),
        element("published", rfc3339(entry.published)),
        element("updated", rfc3339(entry.updated)),
        *(_person(person) for person in entry.people),
        *(f"<category term={attribute(tag)}/>\n" for tag in entry.tags),
    ]
    if entry.external_url:
        parts.append(_link("via", entry.external_url, "text/html"))
    if entry.in_reply_to is not None:
        ref, href = attribute(entry.in_reply_to.id), attribute(entry.in_reply_to.url)
        parts.append(f'<thr:in-reply-to {_THREADS} ref={ref} href={href} type="text/html"/>\n')
    if entry.replies is not None:
        told = f'{_THREADS} thr:count="{entry.replies.count}"'
        parts.append(_link("replies", entry.replies.feed, entry.replies.type, told))
    if entry.rights:
        parts.append(element("rights", entry.rights))
    if entry.summary:
        parts.append(element("summary", entry.summary))
    start, end = "", "</entry>\n"
    if entry.content:
        start, end = '<content type="html">', f"</content>\n{end}"
    whole = ("".join([*parts, start]).encode(), entry.content_xml, end.encode())
    return WrittenEntry(parts=whole, signed=bool(entry.people))


def write_feed(head: FeedHead, entries: Sequence[WrittenEntry]) -> bytes:
    """A whole feed document of ``entries``, which come newest first."""
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(head.lang)}>\n',
        # Readers know a feed by its address, so the address is its name as well.
        element("id", head.self_url),
        element("title", head.title),
        element("subtitle", head.subtitle) if head.subtitle else "",
        _link("self", head.self_url, MEDIA_TYPE),
        _link("alternate", head.url, "text/html"),
        element("updated", rfc3339(head.updated)),
        # RFC 4287 (4.1.1): a feed names an author unless each of its entries does.
        *(_person(person) for person in head.people if unsigned(entries)),
        element("icon", head.icon) if head.icon else "",
        element("rights", head.rights) if head.rights else "",
        element("generator", "corpblog"),
    ]
    body = [part for entry in entries for part in entry.parts]
    return b"".join(["".join(parts).encode(), *body, b"</feed>\n"])


def _link(rel: str, href: str, media_type: str, more: str = "") -> str:
    more = f" {more}" if more else ""
    return f'<link rel="{rel}" type="{media_type}" href={attribute(href)}{more}/>\n'


def _person(person: FeedPerson) -> str:
    uri = f"<uri>{escape(person.url)}</uri>" if person.url else ""
    return f"<author><name>{escape(person.name)}</name>{uri}</author>\n"

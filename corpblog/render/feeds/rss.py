"""RSS 2.0 with its usual companions: Dublin Core for authors, ``content:encoded``, Atom links."""

from collections.abc import Sequence
from email.utils import format_datetime
from html import escape as html_escape

from corpblog.render.feeds.entry import FeedEntry, FeedHead, FeedPerson, WrittenEntry, unsigned
from corpblog.render.xml_text import attribute, element, escape, moment, rfc3339

MEDIA_TYPE = "application/rss+xml"

_NAMESPACES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def write_entry(entry: FeedEntry) -> WrittenEntry:
    """``entry`` as an ``<item>`` element in UTF-8; it can stand in any number of feeds."""
    parts = [
        "<item>\n",
        element("title", entry.title),
        element("link", entry.url),
        f'<guid isPermaLink="false">{escape(entry.id)}</guid>\n',
        element("pubDate", format_datetime(moment(entry.published))),
        # RSS has no word for a change; readers that know Atom's see the correction.
        element("atom:updated", rfc3339(entry.updated)),
        *(_creator(person) for person in entry.people),
        element("dc:language", entry.lang),
        *(element("category", tag) for tag in entry.tags),
    ]
    if entry.rights:
        parts.append(element("dc:rights", entry.rights))
    if entry.replies is not None:
        parts.append(element("comments", entry.replies.url))
    if entry.summary:
        # A description is read as HTML, so plain text is escaped once more.
        parts.append(element("description", html_escape(entry.summary, quote=False)))
    start, end = "", "</item>\n"
    if entry.content:
        start, end = "<content:encoded>", f"</content:encoded>\n{end}"
    whole = ("".join([*parts, start]).encode(), entry.content_xml, end.encode())
    return WrittenEntry(parts=whole, signed=bool(entry.people))


def write_feed(head: FeedHead, entries: Sequence[WrittenEntry]) -> bytes:
    """A whole feed document of ``entries``, which come newest first."""
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n',
        f'<rss version="2.0" {_NAMESPACES}>\n<channel>\n',
        element("title", head.title),
        element("link", head.url),
        # The element is required, so the title stands in where the site has no sentence.
        element("description", html_escape(head.subtitle or head.title, quote=False)),
        element("language", head.lang),
        element("lastBuildDate", format_datetime(moment(head.updated))),
        f'<atom:link rel="self" type="{MEDIA_TYPE}" href={attribute(head.self_url)}/>\n',
        *(_creator(person) for person in head.people if unsigned(entries)),
        element("copyright", head.rights) if head.rights else "",
        element("generator", "corpblog"),
    ]
    body = [part for entry in entries for part in entry.parts]
    return b"".join(["".join(parts).encode(), *body, b"</channel>\n</rss>\n"])


def _creator(person: FeedPerson) -> str:
    return element("dc:creator", person.name)

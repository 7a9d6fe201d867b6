"""Feeds of a built site as rules read them: Atom, RSS and JSON Feed, item by item."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from corpblog.lint.built import Output, one_spelling
from corpblog.lint.rule import Span
from corpblog.markup.tags import RAW_TEXT, attribute, split_raw
from corpblog.model.post import Post
from corpblog.model.source import SourceText

_CDATA = "<![CDATA["
# Where the formats keep what.
_TITLES = (("title",),)
_NAMES = (("author", "name"), ("dc:creator",), ("author",))
_UPDATED = (("updated",), ("atom:updated",))
_PUBLISHED = (("published",), ("pubDate",))
_CONTENTS = (("content:encoded",), ("content",))
_SUMMARIES = (("summary",), ("description",))
# Where the address of a comment begins, below its post.
_COMMENT = "#comment-"
_JSON_FEED = "jsonfeed.org/version"


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedItem:
    """An item of a feed: ``at`` is where it begins, ``content`` its HTML, or its summary.

    ``is_full`` says that it carries the text. Times are None where they are missing or no times.
    """

    feed: SourceText
    at: Span | None
    url: str
    title: str
    authors: tuple[str, ...]
    content: str
    is_full: bool
    published: datetime | None
    updated: datetime | None


def feed_items(feed: SourceText, known: dict[str, FeedItem] | None = None) -> Iterator[FeedItem]:
    """The items of ``feed``; none of a file that is no feed.

    ``known`` remembers items by their source: a post stands in many feeds.
    """
    text = feed.text
    if text.lstrip()[:1] == "{":
        yield from _json_items(feed)
    elif "<rss" in text[:2000] or "<feed" in text[:2000]:
        yield from _xml_items(feed, {} if known is None else known)


@dataclass(frozen=True, kw_only=True, slots=True)
class Feeds:
    """The items of all feeds of a site by the place of their post."""

    items: Mapping[str, tuple[FeedItem, ...]] = field(default_factory=dict)

    def of(self, post: Post) -> tuple[FeedItem, ...]:
        """The items of ``post``, each wording once: many feeds carry the same."""
        found = self.items.get(one_spelling(post.permalink), ())
        seen: dict[tuple[object, ...], FeedItem] = {}
        for item in found:
            wording = (item.title, item.authors, item.content, item.updated, item.published)
            seen.setdefault(wording, item)
        return tuple(seen.values())


def feeds_of(output: Output) -> Feeds:
    """All feeds of ``output``, read."""
    items: dict[str, list[FeedItem]] = {}
    known: dict[str, FeedItem] = {}
    for feed in output.feeds():
        for item in feed_items(feed, known):
            if _COMMENT in item.url:
                continue  # what readers say is no item of the post
            items.setdefault(output.web_permalink(item.url), []).append(item)
    return Feeds(items={place: tuple(found) for place, found in items.items()})


def _json_items(feed: SourceText) -> Iterator[FeedItem]:
    try:
        document = json.loads(feed.text)
    except (ValueError, RecursionError):
        return
    if not isinstance(document, dict) or _JSON_FEED not in str(document.get("version")):
        return
    items = document.get("items")
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            yield _json_item(feed, item)


def _json_item(feed: SourceText, item: Mapping[str, Any]) -> FeedItem:
    url = _text(item, "url")
    place = feed.text.find(json.dumps(url, ensure_ascii=False)) if url else -1
    authors = item.get("authors")
    people = authors if isinstance(authors, list) else ()
    html, plain = _text(item, "content_html"), _text(item, "content_text")
    return FeedItem(
        feed=feed,
        at=Span(place, place + len(url) + 2) if place >= 0 else None,
        url=url,
        title=_text(item, "title"),
        authors=tuple(_text(person, "name") for person in people if isinstance(person, dict)),
        content=html or plain or _text(item, "summary"),
        is_full=bool(html),
        published=_moment(_text(item, "date_published")),
        updated=_moment(_text(item, "date_modified")),
    )


def _text(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _xml_items(feed: SourceText, known: dict[str, FeedItem]) -> Iterator[FeedItem]:
    text = feed.text
    name = "item" if "<rss" in text[:2000] else "entry"
    place = text.find(f"<{name}")
    while place >= 0:
        end = text.find(f"</{name}>", place)
        end = len(text) if end < 0 else end
        if text[place + len(name) + 1 : place + len(name) + 2] in tuple(" \t\r\n>"):
            piece = text[place:end]
            item = known.get(piece) or _xml_item(feed, piece)
            known[piece] = item
            opened = place + piece.find(">") + 1
            yield replace(item, feed=feed, at=Span(place, opened))
        place = text.find(f"<{name}", max(end, place + 1))


def _xml_item(feed: SourceText, piece: str) -> FeedItem:
    parts: dict[tuple[str, ...], list[str]] = {}
    url = ""
    for path, tag, words in _leaves(piece):
        if path == ("link",):
            rel = attribute(tag, "rel") or "alternate"
            url = url or (attribute(tag, "href") or words.strip() if rel == "alternate" else "")
        elif words:
            parts.setdefault(path, []).append(words)
    content = _first(parts, _CONTENTS)
    return FeedItem(
        feed=feed,
        at=None,
        url=url,
        title=_first(parts, _TITLES),
        authors=tuple(next((parts[path] for path in _NAMES if path in parts), ())),
        content=content or _first(parts, _SUMMARIES),
        is_full=bool(content),
        published=_moment(_first(parts, _PUBLISHED)),
        updated=_moment(_first(parts, _UPDATED)),
    )


def _first(parts: Mapping[tuple[str, ...], list[str]], paths: tuple[tuple[str, ...], ...]) -> str:
    return next((parts[path][0] for path in paths if path in parts), "")


def _leaves(piece: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """The elements of an item: path below the item, opening tag, and text without entities."""
    open_: list[tuple[str, str, list[str]]] = []
    for number, token in enumerate(split_raw(piece)):
        if number % 2 == 0 or token.startswith(_CDATA):
            if open_:
                bare = token[len(_CDATA) : -3] if number % 2 else unescape(token)
                open_[-1][2].append(bare)
        elif token.startswith("</"):
            if len(open_) > 1:
                path = tuple(name for name, _, _ in open_[1:])
                _, tag, words = open_.pop()
                yield path, tag, "".join(words)
        elif not token.startswith(("<!", "<?")):
            name = _name(token)
            whole = name in RAW_TEXT and token.rstrip().endswith(f"</{name}>")
            path = (*(name for name, _, _ in open_[1:]), name)
            if whole:
                inner = token[token.find(">") + 1 : token.rfind("</")]
                yield path, token, _raw_words(inner)
            elif token.endswith("/>"):
                yield path, token, ""
            else:
                open_.append((name, token, []))


def _name(tag: str) -> str:
    return tag[1:].partition(">")[0].rstrip("/").split(None, 1)[0]


def _raw_words(inner: str) -> str:
    if inner.startswith(_CDATA):
        return inner[len(_CDATA) :].removesuffix("]]>")
    return unescape(inner)


def _moment(written: str) -> datetime | None:
    """A time with its zone, as Atom and JSON Feed write it or as RSS does."""
    written = written.strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(written)
        except (ValueError, TypeError):
            continue
        return moment if moment.tzinfo is not None else None
    return None

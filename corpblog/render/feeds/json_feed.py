"""JSON Feed 1.1: the same entries for programs that read JSON, with the portraits of authors."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from corpblog.render.feeds.entry import FeedEntry, FeedHead, FeedPerson, WrittenEntry, unsigned
from corpblog.render.xml_text import rfc3339

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def write_entry(entry: FeedEntry) -> WrittenEntry:
    """``entry`` as a JSON object in UTF-8; it can stand in any number of feeds."""
    fields: dict[str, Any] = {
        "id": entry.id,
        "url": entry.url,
        "external_url": entry.external_url,
        "title": entry.title,
        "summary": entry.summary,
        "image": entry.image,
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(entry.updated),
        "authors": [_person(person) for person in entry.people],
        "tags": list(entry.tags),
        "language": entry.lang,
    }
    # The specification demands one of the two contents, even where there is nothing to say.
    kind, text = ("html", entry.content) if entry.content else ("text", entry.summary)
    written = _json(_present(fields) | {f"content_{kind}": text})
    return WrittenEntry(parts=(written,), signed=bool(entry.people))


def write_feed(head: FeedHead, entries: Sequence[WrittenEntry]) -> bytes:
    """A whole feed document of ``entries``, which come newest first."""
    people = head.people if unsigned(entries) else ()
    fields: dict[str, Any] = {
        "home_page_url": head.url,
        "feed_url": head.self_url,
        "description": head.subtitle,
        "icon": head.icon,
        "authors": [_person(person) for person in people],
        "language": head.lang,
    }
    required = {"version": VERSION, "title": head.title}
    start = _json(required | _present(fields))[:-1] + b', "items": [\n'
    items = b",\n".join(b"".join(entry.parts) for entry in entries)
    return start + items + b"\n]}\n"


def _person(person: FeedPerson) -> dict[str, Any]:
    return {"name": person.name} | _present({"url": person.url, "avatar": person.avatar})


def _present(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _json(fields: Mapping[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()

"""The three feed formats are valid for any text, and say the same."""

import html
from collections.abc import Callable
from datetime import datetime, timedelta, timezone, tzinfo
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.render.feeds import atom, json_feed, rss
from corpblog.render.feeds.entry import FeedEntry, FeedHead, FeedPerson, WrittenEntry
from tests.render.feed_rules import CONTENT, DC, A, valid_atom, valid_json_feed, valid_rss

BERLIN = timezone(timedelta(hours=1))
JANA = FeedPerson(
    name="Jana Weiss",
    url="https://blog.example.org/people/jana-weiss/",
    avatar="https://blog.example.org/people/jana-weiss/portrait.jpg",
)
TOM = FeedPerson(name="Tom Kern", url="https://blog.example.org/people/tom-kern/")
WRITERS = (atom, rss, json_feed)


def an_entry(**changes: Any) -> FeedEntry:
    fields: dict[str, Any] = {
        "id": "tag:blog.example.org,2026-11-10:posts/export.en",
        "url": "https://blog.example.org/2026/11/export/",
        "lang": "en",
        "title": "Why the export failed",
        "summary": "A rounding error, and what we changed.",
        "content": '<p>See <a href="https://example.org/">the list</a>.</p>',
        "published": datetime(2026, 11, 10, 9, 0, tzinfo=BERLIN),
        "updated": datetime(2026, 11, 12, 0, 0, tzinfo=BERLIN),
        "people": (JANA, TOM),
        "tags": ("Export", "Invoices"),
    }
    return FeedEntry(**fields | changes)


def a_head(**changes: Any) -> FeedHead:
    fields: dict[str, Any] = {
        "title": "Klartext",
        "subtitle": "People from Hafenwaage write here.",
        "url": "https://blog.example.org/",
        "self_url": "https://blog.example.org/feed.xml",
        "lang": "en",
        "updated": datetime(2026, 11, 12, 0, 0, tzinfo=BERLIN),
        "people": (FeedPerson(name="Hafenwaage", url="https://example.org/"),),
    }
    return FeedHead(**fields | changes)


def documents(head: FeedHead, *entries: FeedEntry) -> tuple[Any, Any, Any]:
    """The feed as an Atom tree, an RSS channel and a JSON object, all valid."""
    return (
        valid_atom(atom.write_feed(head, [atom.write_entry(entry) for entry in entries])),
        valid_rss(rss.write_feed(head, [rss.write_entry(entry) for entry in entries])),
        valid_json_feed(
            json_feed.write_feed(head, [json_feed.write_entry(entry) for entry in entries])
        ),
    )


def test_every_author_of_a_post_stands_in_every_format() -> None:
    atom_tree, channel, feed = documents(a_head(), an_entry())
    people = atom_tree.findall(f"{A}entry/{A}author")
    assert [(p.findtext(f"{A}name"), p.findtext(f"{A}uri")) for p in people] == [
        (JANA.name, JANA.url),
        (TOM.name, TOM.url),
    ]
    assert [c.text for c in channel.findall(f"item/{DC}creator")] == [JANA.name, TOM.name]
    assert feed["items"][0]["authors"] == [
        {"name": JANA.name, "url": JANA.url, "avatar": JANA.avatar},
        {"name": TOM.name, "url": TOM.url},
    ]


def test_the_organisation_signs_a_feed_only_where_an_entry_has_no_author() -> None:
    atom_tree, channel, feed = documents(a_head(), an_entry())
    assert atom_tree.find(f"{A}author") is None
    assert channel.find(f"{DC}creator") is None
    assert "authors" not in feed
    atom_tree, channel, feed = documents(a_head(), an_entry(people=()))
    assert atom_tree.findtext(f"{A}author/{A}name") == "Hafenwaage"
    assert channel.findtext(f"{DC}creator") == "Hafenwaage"
    assert feed["authors"] == [{"name": "Hafenwaage", "url": "https://example.org/"}]


def test_a_change_moves_the_time_that_readers_look_at_and_leaves_the_date_alone() -> None:
    atom_tree, channel, feed = documents(a_head(), an_entry())
    assert atom_tree.findtext(f"{A}entry/{A}published") == "2026-11-10T09:00:00+01:00"
    assert atom_tree.findtext(f"{A}entry/{A}updated") == "2026-11-12T00:00:00+01:00"
    assert channel.findtext("item/pubDate") == "Tue, 10 Nov 2026 09:00:00 +0100"
    assert channel.findtext(f"item/{A}updated") == "2026-11-12T00:00:00+01:00"
    assert feed["items"][0]["date_published"] == "2026-11-10T09:00:00+01:00"
    assert feed["items"][0]["date_modified"] == "2026-11-12T00:00:00+01:00"


def test_a_feed_names_its_own_address_its_page_and_its_language() -> None:
    atom_tree, channel, feed = documents(a_head(lang="de"), an_entry(lang="de"))
    links = {link.get("rel"): link.get("href") for link in atom_tree.findall(f"{A}link")}
    assert links == {"self": a_head().self_url, "alternate": a_head().url}
    assert atom_tree.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert channel.find(f"{A}link").get("href") == a_head().self_url
    assert (channel.findtext("link"), channel.findtext("language")) == (a_head().url, "de")
    assert (feed["feed_url"], feed["home_page_url"]) == (a_head().self_url, a_head().url)
    assert feed["language"] == feed["items"][0]["language"] == "de"


def test_a_feed_without_posts_is_valid() -> None:
    documents(a_head())


def test_a_feed_of_summaries_carries_no_content() -> None:
    atom_tree, channel, feed = documents(a_head(), an_entry(content=""))
    assert atom_tree.find(f"{A}entry/{A}content") is None
    assert channel.find(f"item/{CONTENT}encoded") is None
    assert feed["items"][0]["content_text"] == an_entry().summary


@pytest.mark.parametrize("writer", WRITERS)
def test_an_entry_is_written_the_same_in_whichever_feed_it_stands(writer: Any) -> None:
    write: Callable[[FeedEntry], WrittenEntry] = writer.write_entry
    data = b"".join(write(an_entry()).parts)
    assert data in writer.write_feed(a_head(), [write(an_entry())])
    assert data in writer.write_feed(a_head(title="Jana Weiss"), [write(an_entry())])


AWKWARD = (
    *("]]>", "<![CDATA[", "&amp;", "&", '"', "</content>", "</script>"),
    *("a\x00b", "\x0b", "\ud83d", "\udc00x", "\ufffe", "a\r\nb", "\r", "\u2028"),
    *("👩\u200d👩\u200d👧", "שלום עולם", "\u202eabc"),
)
TEXTS = st.text(max_size=60) | st.sampled_from(AWKWARD)
EARLIEST, LATEST = datetime(1890, 1, 1), datetime(2200, 1, 1)
ZONES: st.SearchStrategy[tzinfo] = st.timezones()
TIMES = st.datetimes(EARLIEST, LATEST) | st.datetimes(EARLIEST, LATEST, timezones=ZONES)
PEOPLE = st.lists(st.builds(FeedPerson, name=TEXTS), max_size=3).map(tuple)


def expected(text: str) -> str:
    """``text`` as any reader of XML or JSON gets it: line ends as \\n, no forbidden characters."""
    normal = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join("\ufffd" if _forbidden(ord(c)) else c for c in normal)


def _forbidden(code: int) -> bool:
    if code < 32:
        return code not in (9, 10)
    return 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF)


@settings(deadline=None)
@given(title=TEXTS, summary=TEXTS, content=TEXTS, people=PEOPLE, tags=st.lists(TEXTS, max_size=3))
def test_any_text_makes_valid_feeds_and_comes_back_as_it_was(
    title: str, summary: str, content: str, people: tuple[FeedPerson, ...], tags: list[str]
) -> None:
    entry = an_entry(title=title, summary=summary, content=content, people=people, tags=tuple(tags))
    atom_tree, channel, feed = documents(a_head(title=title, subtitle=summary), entry)
    names = [expected(person.name) for person in people]
    terms = [expected(tag) for tag in tags]
    atom_entry, rss_item = atom_tree.find(f"{A}entry"), channel.find("item")
    [json_item] = feed["items"]

    assert atom_entry.findtext(f"{A}title") == rss_item.findtext("title") == expected(title)
    assert json_item.get("title", "") == atom_tree.findtext(f"{A}title") == expected(title)
    assert atom_entry.findtext(f"{A}content", "") == expected(content)
    assert rss_item.findtext(f"{CONTENT}encoded", "") == expected(content)
    assert json_item.get("content_html", "") == expected(content)
    assert atom_entry.findtext(f"{A}summary", "") == expected(summary)
    assert html.unescape(rss_item.findtext("description", "")) == expected(summary)
    assert [p.findtext(f"{A}name") for p in atom_entry.findall(f"{A}author")] == names
    assert [p.text or "" for p in rss_item.findall(f"{DC}creator")] == names
    assert [c.get("term") for c in atom_entry.findall(f"{A}category")] == terms
    assert [c.text or "" for c in rss_item.findall("category")] == terms
    assert json_item.get("tags", []) == terms


@settings(deadline=None)
@given(published=TIMES, updated=TIMES)
def test_any_time_is_written_as_the_formats_ask(published: datetime, updated: datetime) -> None:
    documents(a_head(updated=updated), an_entry(published=published, updated=updated))

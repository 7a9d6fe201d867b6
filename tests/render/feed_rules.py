"""What the three feed formats ask for, as checks that a test can call on finished bytes."""

import json
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from lxml import etree  # type: ignore[import-untyped]

SCHEMAS = Path(__file__).parent.parent / "schemas"
ATOM = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
JSON_FEED = Draft202012Validator(json.loads((SCHEMAS / "json-feed.json").read_text("utf-8")))
A = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"

_RSS_CHANNEL = {
    *("title", "link", "description", "language", "lastBuildDate", "copyright", "generator"),
    *(f"{A}link", f"{DC}creator", "item"),
}
_RSS_ITEM = {
    *("title", "link", "guid", "pubDate", "category", "description", "comments"),
    *(f"{A}updated", f"{DC}creator", f"{DC}language", f"{DC}rights", f"{CONTENT}encoded"),
}
_RSS_REPEATED = {"category", f"{DC}creator", "item"}


def valid_atom(data: bytes) -> etree._Element:
    """The feed's tree, after the grammar and the two rules that a grammar cannot say."""
    tree = etree.fromstring(data)
    ATOM.assertValid(tree)
    entries = tree.findall(f"{A}entry")
    signed = entries and all(entry.find(f"{A}author") is not None for entry in entries)
    assert signed or tree.find(f"{A}author") is not None
    for holder in (tree, *entries):
        links = [link for link in holder.findall(f"{A}link") if link.get("rel") == "alternate"]
        kinds = [(link.get("type"), link.get("hreflang")) for link in links]
        assert len(kinds) == len(set(kinds))
    ids = [entry.findtext(f"{A}id") for entry in entries]
    assert len(ids) == len(set(ids))
    return tree


def valid_rss(data: bytes) -> etree._Element:
    """The channel, after the rules of RSS 2.0 and of the RSS Advisory Board's best practices."""
    tree = etree.fromstring(data)
    assert (tree.tag, tree.get("version"), len(tree)) == ("rss", "2.0", 1)
    channel = tree[0]
    assert channel.tag == "channel"
    _rss_children(channel, _RSS_CHANNEL, required=("title", "link", "description"))
    parsedate_to_datetime(channel.findtext("lastBuildDate"))
    for item in channel.findall("item"):
        _rss_children(item, _RSS_ITEM, required=("title", "link", "guid", "pubDate"))
        parsedate_to_datetime(item.findtext("pubDate"))
        assert item.find("guid").get("isPermaLink") == "false"
    guids = [item.findtext("guid") for item in channel.findall("item")]
    assert len(guids) == len(set(guids))
    return channel


def valid_json_feed(data: bytes) -> dict[str, Any]:
    """The feed as Python values, after the schema."""
    feed: dict[str, Any] = json.loads(data)
    JSON_FEED.validate(feed)
    ids = [item["id"] for item in feed["items"]]
    assert len(ids) == len(set(ids))
    return feed


def _rss_children(holder: etree._Element, known: set[str], required: tuple[str, ...]) -> None:
    names = [child.tag for child in holder]
    assert set(names) <= known
    assert all(name in names for name in required)
    assert all(names.count(name) == 1 for name in set(names) - _RSS_REPEATED)

"""The table of feed formats: how each writes an entry, and a feed of written entries."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corpblog.render.feeds import atom, json_feed, rss
from corpblog.render.feeds.entry import FeedEntry, FeedHead, WrittenEntry


@dataclass(frozen=True, slots=True)
class Format:
    """A feed format; an entry is written once and stands in many feeds."""

    write_entry: Callable[[FeedEntry], WrittenEntry]
    write_feed: Callable[[FeedHead, Sequence[WrittenEntry]], bytes]


FORMATS: Mapping[str, Format] = {
    "atom": Format(atom.write_entry, atom.write_feed),
    "rss": Format(rss.write_entry, rss.write_feed),
    "json": Format(json_feed.write_entry, json_feed.write_feed),
}

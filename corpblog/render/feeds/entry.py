"""What a feed says, before it is Atom, RSS or JSON: its head and its entries.

The records clean their own texts: what XML cannot carry never reaches a format, and all
formats say the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from corpblog.render.xml_text import clean, escape


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedPerson:
    """An author as feeds name one; ``url`` is the profile, ``avatar`` a picture (both absolute)."""

    name: str
    url: str = ""
    avatar: str = ""

    def __post_init__(self) -> None:
        _clean_texts(self, "name", "url", "avatar")


@dataclass(frozen=True, kw_only=True, slots=True)
class InReplyTo:
    """What a comment answers: the name of that entry in feeds, and its web address."""

    id: str
    url: str

    def __post_init__(self) -> None:
        _clean_texts(self, "id", "url")


@dataclass(frozen=True, kw_only=True, slots=True)
class Replies:
    """The comments on a post: how many, where they stand, and the address of their feed."""

    count: int
    url: str
    feed: str
    type: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedEntry:
    """A post as a feed carries it, or a comment (then ``in_reply_to`` is set).

    ``id`` never changes, ``url`` may. ``title`` and ``summary`` are plain text and begin with the
    label of a paid tie; ``content`` is HTML with absolute addresses, empty where a feed carries
    summaries only; ``content_xml`` is the same, escaped once for all XML formats.
    ``external_url`` is the original elsewhere. Times have a zone.
    """

    id: str
    url: str
    lang: str
    title: str
    summary: str
    content: str
    published: datetime
    updated: datetime
    people: tuple[FeedPerson, ...]
    tags: tuple[str, ...] = ()
    image: str = ""
    rights: str = ""
    external_url: str = ""
    in_reply_to: InReplyTo | None = None
    replies: Replies | None = None
    content_xml: bytes = field(init=False, repr=False)

    def __post_init__(self) -> None:
        _clean_texts(self, "id", "url", "lang", "title", "summary", "content")
        _clean_texts(self, "image", "rights", "external_url")
        object.__setattr__(self, "tags", tuple(clean(tag) for tag in self.tags))
        object.__setattr__(self, "content_xml", escape(self.content).encode())


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedHead:
    """What stands above the entries: ``url`` is the page the feed belongs to, ``self_url`` its own.

    ``people`` is who speaks in the whole feed: the person for an author's feed; else the
    organisation, for formats that demand a name even where an entry has no author.
    """

    title: str
    subtitle: str
    url: str
    self_url: str
    lang: str
    updated: datetime
    people: tuple[FeedPerson, ...] = ()
    icon: str = ""
    rights: str = ""

    def __post_init__(self) -> None:
        _clean_texts(self, "title", "subtitle", "url", "self_url", "lang", "icon", "rights")


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenEntry:
    """An entry in the bytes of one format, in ``parts`` so that formats can share the largest.

    ``signed`` says whether it names an author.
    """

    parts: tuple[bytes, ...]
    signed: bool


def unsigned(entries: Iterable[WrittenEntry]) -> bool:
    """Whether a feed needs an author of its own: it is empty, or an entry names nobody."""
    empty = True
    for entry in entries:
        if not entry.signed:
            return True
        empty = False
    return empty


def _clean_texts(record: object, *names: str) -> None:
    for name in names:
        object.__setattr__(record, name, clean(getattr(record, name)))

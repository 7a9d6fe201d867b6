"""Videos and the like of known hosts, loaded only when the reader clicks.

A link alone in its paragraph becomes a box that knows the address of the player. Nothing is
asked of another host before the click, and without JavaScript the link stays a link.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Provider:
    """A host with players: ``page`` matches the address of a page and names the ``id`` in it."""

    name: str
    page: re.Pattern[str]
    player: str


def _provider(name: str, page: str, player: str) -> Provider:
    return Provider(name=name, page=re.compile(rf"https?://(?:www\.)?{page}"), player=player)


# A quick look before the long one.
_HINT = re.compile(r"you|vimeo|/w/|/videos/|ccc|cloud|spotify")
_END = r"(?:[/?&#].*)?"
PROVIDERS = (
    _provider(
        "youtube",
        r"(?:m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|live/|embed/)"
        rf"(?P<id>[\w-]{{6,20}}){_END}",
        "https://www.youtube-nocookie.com/embed/{id}",
    ),
    _provider(
        "youtube",
        rf"youtu\.be/(?P<id>[\w-]{{6,20}}){_END}",
        "https://www.youtube-nocookie.com/embed/{id}",
    ),
    _provider(
        "vimeo",
        rf"(?:player\.)?vimeo\.com/(?:video/)?(?P<id>\d{{3,20}}){_END}",
        "https://player.vimeo.com/video/{id}?dnt=1",
    ),
    # Any host can run PeerTube: its addresses tell it.
    _provider(
        "peertube",
        rf"(?P<host>[\w.-]+\.[a-z]+)/(?:videos/watch|videos/embed|w)"
        rf"/(?P<id>[0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}|[1-9A-HJ-NP-Za-km-z]{{22}})"
        rf"{_END}",
        "https://{host}/videos/embed/{id}?p2p=0",
    ),
    _provider(
        "media.ccc.de",
        rf"media\.ccc\.de/v/(?P<id>[\w.-]+){_END}",
        "https://media.ccc.de/v/{id}/oembed",
    ),
    _provider(
        "soundcloud",
        r"soundcloud\.com/(?P<id>[\w-]+/(?:sets/)?[\w-]+)(?:[?#].*)?",
        "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/{id}",
    ),
    _provider(
        "spotify",
        rf"open\.spotify\.com/(?P<id>(?:episode|show|track|album|playlist)/\w+){_END}",
        "https://open.spotify.com/embed/{id}",
    ),
)


def may_have_players(tags: Iterable[str]) -> bool:
    """Whether a link among the tags is worth asking :func:`player` about."""
    return any(map(_HINT.search, [tag for tag in tags if tag[:8] == "<a href="]))


def player(address: str) -> tuple[str, str] | None:
    """The name of the provider and the address of its player for a page, or None."""
    for provider in PROVIDERS:
        if found := provider.page.fullmatch(address):
            return provider.name, provider.player.format(**found.groupdict())
    return None

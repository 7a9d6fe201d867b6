"""Where a text has gone whose address is another one now."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping

from corpblog.model.page import Page
from corpblog.model.post import Post
from corpblog.model.site import Site

# As many old addresses as anybody has open.
_MOST = 1000


class Trail:
    """Old addresses of a session with the sources that stood there."""

    def __init__(self) -> None:
        self._sources: OrderedDict[str, str] = OrderedDict()

    def follow(self, before: Site, after: Site) -> None:
        """Take in what moved between two readings."""
        if before.addresses is after.addresses:
            return
        renamed = _renamed(before, after)
        for source, permalink in before.addresses.items():
            now = renamed.get(source, source)
            if after.addresses.get(now, permalink) != permalink:
                self._sources[permalink] = now
                self._sources.move_to_end(permalink)
        while len(self._sources) > _MOST:
            self._sources.popitem(last=False)

    def where(self, permalink: str, site: Site) -> str | None:
        """The present address of what once stood at ``permalink``."""
        for lang in ("", *(f"/{lang}" for lang in site.languages[1:])):
            if permalink.startswith(f"{lang}/"):
                source = self._sources.get(permalink[len(lang) :])
                found = site.addresses.get(source) if source is not None else None
                if found is not None:
                    return lang + found
        return None


def _renamed(before: Site, after: Site) -> Mapping[str, str]:
    """Sources that bear another name now: the same text, or at least the same title."""
    gone = before.addresses.keys() - after.addresses.keys()
    come = after.addresses.keys() - before.addresses.keys()
    if not gone or not come:
        return {}
    new = [text for text in _texts(after) if text.source.path in come]
    found = {}
    for text in _texts(before):
        if text.source.path in gone:
            same = [other for other in new if other.source.body == text.source.body]
            same = same or [other for other in new if other.title == text.title]
            if len(same) == 1:
                found[text.source.path] = same[0].source.path
    return found


def _texts(site: Site) -> Iterable[Post | Page]:
    return (*site.posts, *site.withdrawn, *site.pages)

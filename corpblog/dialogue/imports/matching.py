"""Which post comments of another system belong to: its address, an old one, or its short name."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from corpblog.dialogue.imports.foreign import ForeignThread
from corpblog.dialogue.post_paths import PostPaths
from corpblog.model.permalink import slugify
from corpblog.model.post import Post
from corpblog.model.site import Site

_DAY = re.compile(r"\d{4}-\d\d?-\d\d?-")
_ENDING = re.compile(r"(?:/index)?\.(?:html?|php|aspx?)$")


class Place(NamedTuple):
    """Where comments are filed: ``about`` a post, or, with a leading ``/``, what is no post here.

    ``version`` is the language of the post's version, "" for the one that counts by itself.
    """

    about: str
    version: str = ""

    @property
    def is_orphan(self) -> bool:
        """Whether no post of the site is meant."""
        return self.about.startswith("/")


class Posts:
    """The posts of a site as other systems name them; ``lang`` is preferred among versions."""

    def __init__(self, site: Site, lang: str = "") -> None:
        self._paths = PostPaths(site)
        self._lang = lang
        self._order = {known: number for number, known in enumerate(site.languages)}
        self._versions: dict[str, list[Post]] = defaultdict(list)
        self._ids: dict[str, set[str]] = defaultdict(set)
        self._old: dict[str, Post] = {}
        for post in (*site.posts, *site.withdrawn, *site.hidden):
            self._versions[post.id].append(post)
            for name in (post.slug, post.id.rpartition("/")[2]):
                self._ids[_short(name)].add(post.id)
            if post.front.migrated_from:
                self._old.setdefault(_path(post.front.migrated_from), post)

    def place(self, thread: ForeignThread) -> Place:
        """The post that a thread is about; two posts of one short name are neither."""
        for link in thread.links:
            path = _path(link)
            for form in (path, f"{path}/", f"{_ENDING.sub('', path)}/"):
                post = self._paths.post(form) or self._old.get(form)
                if post is not None:
                    return Place(post.id, self._version(post.id, post.lang))
        for name in _names(thread):
            ids = self._ids.get(_short(name), set())
            if len(ids) == 1:
                (id_,) = ids
                return Place(id_, self._version(id_, ""))
        return Place(_orphaned(thread))

    def _version(self, id_: str, lang: str) -> str:
        """The version to name: of the address, else the preferred one; "" for the first."""
        last = len(self._order)
        posts = self._versions[id_]
        langs = sorted((post.lang for post in posts), key=lambda tag: self._order.get(tag, last))
        wanted = lang or (self._lang if self._lang in langs else langs[0])
        return wanted if wanted != langs[0] else ""


def _names(thread: ForeignThread) -> Iterator[str]:
    yield thread.slug
    for link in thread.links:
        yield _ENDING.sub("", _path(link).rstrip("/")).rpartition("/")[2]


def _path(link: str) -> str:
    """The path of an address, whatever the host was; it begins with ``/``."""
    try:
        path = urlsplit(link).path
    except ValueError:
        return "/"
    return "/" + unquote(path).lstrip("/")


def _short(name: str) -> str:
    """A short name without a day in front: of ``2013-08-29-a-year`` what follows the day."""
    return slugify(_DAY.sub("", name)) or name


def _orphaned(thread: ForeignThread) -> str:
    path = _path(thread.links[0]) if thread.links else "/"
    return path if path != "/" else f"/{slugify(thread.slug) or 'unknown'}/"

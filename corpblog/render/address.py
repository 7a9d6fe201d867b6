"""Where things stand: permalinks, and what they are as ``href``, web address and output path.

A permalink begins with ``/`` and counts from the root of the site, without its base path.
"""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

from corpblog.model.site import Site

# Media types of the feed formats (RFC 4287, RSS 2.0 practice, JSON Feed 1.1).
FEED_TYPES = {
    "atom": "application/atom+xml",
    "rss": "application/rss+xml",
    "json": "application/feed+json",
}

# What may stand unescaped in the path of an address (RFC 3986, pchar and "/").
_PATH_SAFE = "/:@!$&'()*+,;=~-._%"


@lru_cache(maxsize=4096)
def _escaped(permalink: str) -> str:
    return quote(permalink, safe=_PATH_SAFE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Addresses:
    """The addresses of one site: ``origin`` as in ``https://example.org`` (empty if the site has
    no address yet), ``base`` the path it lives under, without the last slash ("" or "/blog").
    """

    origin: str
    base: str
    default_lang: str
    people_index: str

    def href(self, permalink: str) -> str:
        """``permalink`` for use in a page: with the base path, escaped."""
        return self.base + _escaped(permalink)

    def absolute(self, permalink: str) -> str:
        """``permalink`` as a web address, for feeds and metadata; as ``href`` without origin."""
        return self.origin + self.href(permalink)

    def permalink_of(self, href: str) -> str | None:
        """The permalink behind an ``href`` path under the base path; None for a path outside."""
        if self.base and href != self.base and not href.startswith(self.base + "/"):
            return None
        return unquote(href[len(self.base) :]) or "/"

    def in_language(self, permalink: str, lang: str) -> str:
        """``permalink`` of the default language moved below the folder of ``lang``."""
        return permalink if lang == self.default_lang else f"/{lang}{permalink}"


def addresses_of(site: Site) -> Addresses:
    """The addresses of ``site``, from ``site.url`` and ``permalinks``."""
    parts = urlsplit(site.config.site.url)
    origin = f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else ""
    return Addresses(
        origin=origin,
        base=parts.path.rstrip("/"),
        default_lang=site.lang,
        people_index=index_of_pattern(site.config.permalinks.author),
    )


def output_path(permalink: str) -> str:
    """The file for ``permalink``: "/a/" and "/a" are a/index.html, "/x.html" is x.html."""
    path = permalink.lstrip("/")
    if not path or path.endswith("/"):
        return path + "index.html"
    last = path.rsplit("/", 1)[-1]
    return path if "." in last.strip(".") else path + "/index.html"


def permalink_of_output(path: str) -> str:
    """The permalink under which a web server shows the output file ``path``."""
    if path == "index.html" or path.endswith("/index.html"):
        return "/" + path[: -len("index.html")]
    return "/" + path


def feed_permalink(page: str, feed_format: str) -> str:
    """The feed beside a page: "/" gives /feed.atom, "/people/x/" gives /people/x/feed.atom."""
    folder = page if page.endswith("/") else page.rsplit(".", 1)[0] + "/"
    return f"{folder}feed.{feed_format}"


def index_of_pattern(pattern: str) -> str:
    """The page above a pattern of addresses: "/people/{slug}/" gives "/people/"."""
    return pattern.split("{", 1)[0].rsplit("/", 1)[0] + "/"


def page_number(permalink: str, number: int) -> str:
    """Page ``number`` (from 1) of a long list: "/" gives "/page/2/"."""
    if number == 1:
        return permalink
    folder = permalink if permalink.endswith("/") else permalink.rsplit(".", 1)[0] + "/"
    return f"{folder}page/{number}/"

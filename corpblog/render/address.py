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

# What may stand unescaped in the path of an address (RFC 3986, pchar and "/"). A permalink is
# plain text, so a "%" in it is a sign like any other and never the beginning of an escape.
_PATH_SAFE = "/:@!$&'()*+,;=~-._"


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
    scheme, host, path = _parts(site.config.site.url)
    return Addresses(
        origin=f"{scheme}://{host}" if scheme and host else "",
        base=path.rstrip("/"),
        default_lang=site.lang,
    )


def _parts(url: str) -> tuple[str, str, str]:
    """Scheme, host with port, and path; all empty for what is no address, which reading tells."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", "", ""
    return parts.scheme, parts.netloc, parts.path


def output_path(permalink: str) -> str:
    """The file for ``permalink``: "/a/" and "/a" are a/index.html, "/x.html" is x.html."""
    path = permalink.lstrip("/")
    if not path or path.endswith("/"):
        return path + "index.html"
    last = path.rsplit("/", 1)[-1]
    return path if "." in last.strip(".") else path + "/index.html"


def feed_permalink(page: str, feed_format: str) -> str:
    """The feed beside a page: "/" gives /feed.atom, "/people/x/" gives /people/x/feed.atom."""
    folder = page if page.endswith("/") else page.rsplit(".", 1)[0] + "/"
    return f"{folder}feed.{feed_format}"


def index_of_pattern(pattern: str, otherwise: str) -> str:
    """The page above a pattern of addresses: "/people/{slug}/" gives "/people/".

    ``otherwise`` for a pattern without a folder, above which stands the home page.
    """
    folder = pattern.split("{", 1)[0].rpartition("/")[0].strip("/")
    return f"/{folder}/" if folder else otherwise


def page_number(permalink: str, number: int) -> str:
    """Page ``number`` (from 1) of a long list: "/" gives "/page/2/"."""
    if number == 1:
        return permalink
    folder = permalink if permalink.endswith("/") else permalink.rsplit(".", 1)[0] + "/"
    return f"{folder}page/{number}/"

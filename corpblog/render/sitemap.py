"""sitemap.xml: every page that search engines may list, when it changed, and its translations.

Protocol: sitemaps.org (version 0.9), with ``xhtml:link`` for translations as Google describes it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from xml.sax.saxutils import escape

from corpblog.render.xml_text import attribute, clean, element, rfc3339

PATH = "sitemap.xml"
# The protocol's limits for one file; the bytes leave room for the head and end of the file.
MAX_ADDRESSES = 50_000
MAX_BYTES = 52_428_800 - 1_000

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


@dataclass(frozen=True, kw_only=True, slots=True)
class SitemapEntry:
    """A page for search engines.

    ``url`` and the addresses in ``alternates`` are absolute. ``alternates`` holds every version of
    the page by language (itself too, ``x-default`` where wanted) and is empty for a page in one
    language. ``lastmod`` is the last change of what the page says.
    """

    url: str
    lastmod: date | datetime | None = None
    alternates: tuple[tuple[str, str], ...] = ()


def sitemap_files(
    entries: Sequence[SitemapEntry],
    absolute: Callable[[str], str],
    *,
    max_addresses: int = MAX_ADDRESSES,
    max_bytes: int = MAX_BYTES,
) -> tuple[tuple[str, bytes], ...]:
    """Output paths and bytes of the sitemap: one file, or parts under an index.

    ``absolute`` turns an output path into an address. The entries keep their order; the first
    file is always ``sitemap.xml``.
    """
    parts = list(_parts(entries, max_addresses, max_bytes))
    if len(parts) == 1:
        return ((PATH, _urlset(parts[0])),)
    named = [(f"sitemap-{number}.xml", part) for number, part in enumerate(parts, start=1)]
    index = "".join(f"<sitemap>{_loc(absolute(path))}</sitemap>\n" for path, _ in named)
    document = f"{_HEAD}<sitemapindex {_XMLNS}>\n{index}</sitemapindex>\n".encode()
    return ((PATH, document), *((path, _urlset(part)) for path, part in named))


def _parts(
    entries: Sequence[SitemapEntry], max_addresses: int, max_bytes: int
) -> Iterator[list[bytes]]:
    part: list[bytes] = []
    size = 0
    for entry in entries:
        written = _write_entry(entry)
        if part and (len(part) == max_addresses or size + len(written) > max_bytes):
            yield part
            part, size = [], 0
        part.append(written)
        size += len(written)
    yield part


def _urlset(part: list[bytes]) -> bytes:
    start = f"{_HEAD}<urlset {_XMLNS} {_XHTML}>\n".encode()
    return b"".join([start, *part, b"</urlset>\n"])


def _write_entry(entry: SitemapEntry) -> bytes:
    lines = ["<url>", _loc(entry.url)]
    if entry.lastmod is not None:
        lines.append(element("lastmod", _w3c(entry.lastmod)))
    lines.extend(
        f'<xhtml:link rel="alternate" hreflang={attribute(clean(lang))} '
        f"href={attribute(clean(url))}/>\n"
        for lang, url in entry.alternates
    )
    lines.append("</url>\n")
    return "".join(lines).encode()


def _w3c(moment: date | datetime) -> str:
    return rfc3339(moment) if isinstance(moment, datetime) else moment.isoformat()


def _loc(url: str) -> str:
    return f"<loc>{escape(clean(url))}</loc>\n"

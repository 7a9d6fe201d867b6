"""sitemap.xml: every page that search engines may list, when it changed, and its translations.

Protocol: sitemaps.org (version 0.9), with ``xhtml:link`` for translations as Google describes it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from corpblog.model.site import Site
from corpblog.render.address import Addresses, addresses_of
from corpblog.render.planned import PlannedOutput
from corpblog.render.xml_text import attribute, clean, element, escape, rfc3339

PATH = "sitemap.xml"
# The protocol's limits for one file; the bytes leave room for the head and end of the file.
MAX_ADDRESSES = 50_000
MAX_BYTES = 52_428_800 - 1_000
# An address has at most 2,048 characters (the protocol's limit), so these fit in any case.
_SURELY_ONE_FILE = 5_000

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


def sitemap_outputs(site: Site, outputs: Sequence[PlannedOutput]) -> Iterator[PlannedOutput]:
    """The sitemap of the indexable pages among ``outputs``.

    There is none for a site that has no address yet or asks search engines to stay away.
    """
    addresses = addresses_of(site)
    if site.config.build.noindex or not addresses.origin or PATH in site.assets:
        return
    pages = [output for output in outputs if output.indexed]
    make = partial(_files_of, pages, addresses)
    if len(pages) <= _SURELY_ONE_FILE:
        # One file whatever it holds: it is written only when somebody asks for it.
        yield _output(PATH, lambda: make()[0][1])
        return
    for path, data in make():
        yield _output(path, partial(bytes, data))


def sitemap_files(
    entries: Sequence[SitemapEntry],
    absolute: Callable[[str], str],
    *,
    max_addresses: int = MAX_ADDRESSES,
    max_bytes: int = MAX_BYTES,
) -> tuple[tuple[str, bytes], ...]:
    """Output paths and bytes of the sitemap: one file, or parts under an index.

    ``absolute`` turns the permalink of a part into an address. The entries keep their order; the
    first file is always ``sitemap.xml``.
    """
    parts = list(_parts(entries, max_addresses, max_bytes))
    if len(parts) == 1:
        return ((PATH, _urlset(parts[0])),)
    named = [(f"sitemap-{number}.xml", part) for number, part in enumerate(parts, start=1)]
    locations = [_loc(absolute(f"/{path}")) for path, _ in named]
    index = "".join(f"<sitemap>{location}</sitemap>\n" for location in locations)
    document = f"{_HEAD}<sitemapindex {_XMLNS}>\n{index}</sitemapindex>\n".encode()
    return ((PATH, document), *((path, _urlset(part)) for path, part in named))


def _output(path: str, make: Callable[[], bytes]) -> PlannedOutput:
    return PlannedOutput(path=path, kind="sitemap", source="generated: sitemap", make=make)


def _files_of(
    pages: Sequence[PlannedOutput], addresses: Addresses
) -> tuple[tuple[str, bytes], ...]:
    entries = [
        SitemapEntry(
            url=addresses.absolute(page.permalink),
            lastmod=page.changed,
            alternates=tuple(_alternates(page.versions, addresses)),
        )
        for page in pages
    ]
    return sitemap_files(sorted(entries, key=lambda entry: entry.url), addresses.absolute)


def _alternates(versions: Mapping[str, str], addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Every version by language and the one for all other languages, as on the pages."""
    if len(versions) < 2:
        return
    for lang, permalink in versions.items():
        yield lang, addresses.absolute(permalink)
    default = versions.get(addresses.default_lang) or next(iter(versions.values()))
    yield "x-default", addresses.absolute(default)


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

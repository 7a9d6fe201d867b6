"""The sitemap follows the protocol of sitemaps.org, whatever a site holds."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from corpblog.render.sitemap import SitemapEntry, sitemap_files

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent.parent / "schemas" / "sitemap.xsd"))
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def absolute(path: str) -> str:
    return f"https://blog.example.org/{path.removeprefix('/')}"


def tree_of(data: bytes) -> etree._Element:
    tree = etree.fromstring(data)
    SCHEMA.assertValid(tree)
    return tree


def texts(tree: etree._Element, path: str) -> list[str]:
    return [str(found) for found in tree.xpath(path, namespaces=NAMES)]


def test_each_page_stands_with_its_last_change_and_its_translations() -> None:
    berlin = timezone(timedelta(hours=1))
    entries = [
        SitemapEntry(
            url=absolute("a/"),
            lastmod=datetime(2026, 11, 12, 9, 30, tzinfo=berlin),
            alternates=(("en", absolute("a/")), ("de", absolute("de/a/"))),
        ),
        SitemapEntry(url=absolute("imprint/"), lastmod=date(2026, 1, 2)),
        SitemapEntry(url=absolute("b/")),
    ]
    [(path, data)] = sitemap_files(entries, absolute)
    tree = tree_of(data)
    assert path == "sitemap.xml"
    assert texts(tree, "//s:loc/text()") == [absolute("a/"), absolute("imprint/"), absolute("b/")]
    assert texts(tree, "//s:lastmod/text()") == ["2026-11-12T09:30:00+01:00", "2026-01-02"]
    assert texts(tree, "//s:url[1]/x:link/@hreflang") == ["en", "de"]
    assert texts(tree, "//s:url[1]/x:link/@href") == [absolute("a/"), absolute("de/a/")]


def test_a_site_without_pages_has_an_empty_sitemap() -> None:
    [(_, data)] = sitemap_files([], absolute)
    assert len(tree_of(data)) == 0


def test_more_addresses_than_the_protocol_allows_become_parts_under_an_index() -> None:
    entries = [SitemapEntry(url=absolute(f"{number}/")) for number in range(50_001)]
    files = dict(sitemap_files(entries, absolute))
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    index = tree_of(files["sitemap.xml"])
    assert texts(index, "//s:loc/text()") == [absolute("sitemap-1.xml"), absolute("sitemap-2.xml")]
    assert len(etree.fromstring(files["sitemap-1.xml"])) == 50_000
    assert len(tree_of(files["sitemap-2.xml"])) == 1


def test_fifty_thousand_addresses_still_fit_into_one_file() -> None:
    entries = [SitemapEntry(url=absolute(f"{number}/")) for number in range(50_000)]
    assert len(sitemap_files(entries, absolute)) == 1


def test_a_file_that_would_grow_too_large_is_split_too() -> None:
    entries = [SitemapEntry(url=absolute(f"{number}/")) for number in range(10)]
    files = sitemap_files(entries, absolute, max_bytes=150)
    assert len(files) == 6
    joined = [loc for _, data in files[1:] for loc in texts(tree_of(data), "//s:loc/text()")]
    assert joined == [entry.url for entry in entries]


MOMENTS = (
    st.none()
    | st.dates(min_value=date(1990, 1, 1))
    | st.datetimes(
        min_value=datetime(1990, 1, 1),
        timezones=st.just(UTC) | st.timezones(),
    )
)


@settings(deadline=None)
@given(
    words=st.lists(st.text(max_size=20), max_size=6, unique=True),
    lastmod=MOMENTS,
    limit=st.integers(min_value=1, max_value=4),
)
def test_any_addresses_and_times_make_well_formed_files_with_every_page_once(
    words: list[str], lastmod: date | datetime | None, limit: int
) -> None:
    entries = [
        SitemapEntry(url=absolute(f"{number}/?{word}"), lastmod=lastmod, alternates=(("de", word),))
        for number, word in enumerate(words)
    ]
    files = sitemap_files(entries, absolute, max_addresses=limit)
    trees = [etree.fromstring(data) for _, data in files]
    pages = [url for tree in trees for url in tree.findall("s:url", NAMES)]
    assert len(pages) == len(words)
    assert all(len(tree) <= limit for tree in trees if tree.tag.endswith("urlset"))
    assert files == sitemap_files(entries, absolute, max_addresses=limit)

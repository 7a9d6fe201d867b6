"""robots.txt as Python's own reader of it understands it."""

from urllib.robotparser import RobotFileParser

from corpblog.render.robots import robots_txt

SITEMAP = "https://blog.example.org/sitemap.xml"


def read(data: bytes) -> RobotFileParser:
    parser = RobotFileParser()
    parser.parse(data.decode().splitlines())
    return parser


def test_every_page_may_be_read_and_the_sitemap_is_named() -> None:
    parser = read(robots_txt(SITEMAP))
    assert parser.can_fetch("Googlebot", "https://blog.example.org/2026/11/x/")
    assert parser.site_maps() == [SITEMAP]


def test_a_preview_may_be_read_so_that_its_noindex_is_seen_but_names_no_sitemap() -> None:
    parser = read(robots_txt(""))
    assert parser.can_fetch("Googlebot", "https://preview.example.org/2026/11/x/")
    assert parser.site_maps() is None

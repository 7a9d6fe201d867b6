"""robots.txt as Python's own reader of it understands it."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.robotparser import RobotFileParser

from corpblog.read.site import ReadOptions, read_site
from corpblog.render.plan import plan
from corpblog.render.robots import robots_txt
from tests.sites import CONFIG, SMALL, write_site

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


def outputs_of(root: Path, config: str) -> dict[str, bytes]:
    files = {**SMALL, "corpblog.yml": config}
    now = datetime(2026, 11, 30, tzinfo=UTC)
    site = read_site(write_site(root, files), ReadOptions(now=now)).site
    assert site is not None
    wanted = (output for output in plan(site).outputs if output.kind in ("sitemap", "robots"))
    return {output.path: output.make() for output in wanted}


def test_a_live_site_has_a_sitemap_of_its_indexable_pages(tmp_path: Path) -> None:
    files = outputs_of(tmp_path, CONFIG)
    assert read(files["robots.txt"]).site_maps() == [SITEMAP]
    told = files["sitemap.xml"].decode()
    assert "<loc>https://blog.example.org/2026/11/first-post/</loc>" in told
    assert "404" not in told


def test_a_preview_has_no_sitemap_at_all(tmp_path: Path) -> None:
    files = outputs_of(tmp_path, CONFIG + "build:\n  noindex: true\n")
    assert list(files) == ["robots.txt"]
    assert read(files["robots.txt"]).site_maps() is None


def test_a_robots_txt_in_static_stands_in_place_of_ours(tmp_path: Path) -> None:
    write_site(tmp_path, {"static/robots.txt": "User-agent: x\nDisallow: /\n"})
    assert list(outputs_of(tmp_path, CONFIG)) == ["sitemap.xml"]

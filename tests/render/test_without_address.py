"""A site that does not know yet where it will live names no address that would change later."""

from pathlib import Path

from corpblog.diagnostics import Severity
from tests.render.rendered import Rendered, render
from tests.sites import CONFIG, post

HOMELESS = CONFIG.replace("  url: https://blog.example.org/\n", "  url:\n")


def of(root: Path, config: str = HOMELESS) -> Rendered:
    return render(root, {"corpblog.yml": config, "content/posts/a.md": post("tags: [tea]")})


def test_there_are_no_feeds_and_no_sitemap(tmp_path: Path) -> None:
    site = of(tmp_path)
    assert not [path for path in site.files if "feed" in path or "sitemap" in path]
    assert "subscribe/index.html" not in site.files


def test_no_page_names_a_feed(tmp_path: Path) -> None:
    site = of(tmp_path)
    for path in site.files:
        if path.endswith(".html"):
            assert "feed." not in site.text(path), path
            assert "/subscribe/" not in site.text(path), path


def test_it_is_told_once_at_the_configuration_and_fails_nothing(tmp_path: Path) -> None:
    [told] = of(tmp_path).told
    assert (told.code, told.severity) == ("LINK009", Severity.INFO)
    assert str(told.location) == "corpblog.yml:3:3"
    assert told.source_line == "  url:"
    assert "url: https://" in told.hint


def test_where_the_key_is_missing_the_configuration_is_named(tmp_path: Path) -> None:
    [told] = of(tmp_path, CONFIG.replace("  url: https://blog.example.org/\n", "")).told
    assert str(told.location).startswith("corpblog.yml")


def test_an_address_that_is_none_is_told_by_who_reads_it_alone(tmp_path: Path) -> None:
    config = CONFIG.replace("https://blog.example.org/", "blog.example.org")
    assert of(tmp_path, config).told == ()


def test_a_site_that_wants_no_feeds_has_no_page_about_them(tmp_path: Path) -> None:
    site = of(tmp_path, CONFIG + "feeds: {formats: []}\n")
    assert site.told == ()
    assert "subscribe/index.html" not in site.files


def test_previews_name_no_address_that_is_none(tmp_path: Path) -> None:
    site = of(tmp_path)
    path = "2026/11/a-post/index.html"
    assert not site.nodes(path, "//meta[@property='og:url']")
    assert not site.nodes(path, "//link[@rel='canonical']")

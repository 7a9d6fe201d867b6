"""What other sites show of a page when somebody shares it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.render.rendered import Rendered, render
from tests.render.test_links import PNG
from tests.sites import CONFIG, post

POST = "2026/11/a-post/index.html"
JANA = "---\nname: Jana Weiss\nimage: {src: jana.png, alt: Jana at her desk}\n---\nText.\n"
PORTRAIT: Mapping[str, str | bytes] = {"authors/jana-weiss.md": JANA, "authors/jana.png": PNG}
LOGO = CONFIG.replace("name: Kern", "name: Kern\n  logo: /logo.png")


def shared(site: Rendered, name: str, path: str = POST) -> list[str]:
    return [str(each) for each in site.nodes(path, f"//meta[@property='og:{name}']/@content")]


def of(root: Path, files: Mapping[str, str | bytes] | None = None) -> Rendered:
    return render(root, {"content/posts/a.md": post(""), **(files or {})})


def test_the_title_of_a_preview_leaves_out_the_name_of_the_blog(tmp_path: Path) -> None:
    site = of(tmp_path)
    assert shared(site, "title") == ["A post"]
    assert shared(site, "site_name") == ["Test"]
    assert shared(site, "title", "index.html") == ["Test"]
    assert site.words(POST, "//title") == "A post · Test"


@pytest.mark.parametrize(
    ("lang", "locale"), [("en", "en_GB"), ("de", "de_DE"), ("en-US", "en_US"), ("de-AT", "de_AT")]
)
def test_a_preview_names_its_language_with_a_region(lang: str, locale: str, tmp_path: Path) -> None:
    config = CONFIG.replace("title: Test", f"title: Test\n  lang: {lang}")
    files = {"corpblog.yml": config, f"i18n/{lang}.yml": "skip: Skip\n"}
    assert shared(of(tmp_path, files), "locale") == [locale]


def test_a_preview_names_the_languages_of_its_translations(tmp_path: Path) -> None:
    site = of(tmp_path, {"content/posts/a.de.md": post("", title="Beitrag")})
    assert shared(site, "locale:alternate") == ["de_DE"]
    assert shared(site, "locale:alternate", "de/2026/11/beitrag/index.html") == ["en_GB"]
    assert shared(of(tmp_path / "b"), "locale:alternate") == []


def test_a_post_without_a_picture_is_shared_with_the_portrait(tmp_path: Path) -> None:
    site = of(tmp_path, {"corpblog.yml": LOGO, "static/logo.png": PNG, **PORTRAIT})
    assert shared(site, "image") == ["https://blog.example.org/people/jana-weiss/jana.png"]
    assert shared(site, "image:alt") == ["Jana at her desk"]
    assert shared(site, "image:width") == ["2"]


def test_a_profile_is_shared_with_the_portrait(tmp_path: Path) -> None:
    [image] = shared(of(tmp_path, PORTRAIT), "image", "people/jana-weiss/index.html")
    assert image == "https://blog.example.org/people/jana-weiss/jana.png"


def test_the_picture_of_a_post_comes_before_the_portrait(tmp_path: Path) -> None:
    files = {"content/posts/a.md": post("image: {src: a.png, alt: A kiln}")}
    site = of(tmp_path, {**PORTRAIT, **files, "content/posts/a.png": PNG})
    assert shared(site, "image") == ["https://blog.example.org/media/posts/a.png"]


def test_a_page_without_a_photo_is_shared_with_the_logo(tmp_path: Path) -> None:
    site = of(tmp_path, {"corpblog.yml": LOGO, "static/logo.png": PNG})
    for path in (POST, "index.html", "people/jana-weiss/index.html"):
        assert shared(site, "image", path) == ["https://blog.example.org/logo.png"]
        assert shared(site, "image:alt", path) == ["Kern"]
        assert shared(site, "image:height", path) == ["3"]


def test_drawn_logos_and_drawn_portraits_are_not_shared(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
    files = {"corpblog.yml": LOGO.replace("logo.png", "logo.svg"), "static/logo.svg": svg}
    assert shared(of(tmp_path, files), "image") == []

"""Who made a picture stands under it, where the register knows and the text does not say."""

from pathlib import Path

import pytest

from tests.render.rendered import Rendered, render
from tests.sites import CONFIG, post

PAGE = "2026/11/a-post/index.html"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"></svg>'
REGISTER = """\
- {file: static/hall.svg, creator: Ada Gast, license: CC BY 4.0, source: "https://p.example/1"}
- {file: static/own.svg, creator: jana-weiss, license: CC0}
- {file: static/firm.svg, creator: Kern, license: own}
- {file: static/mark.svg, creator: Rival, license: trademark-reference}
"""


def shown(root: Path, body: str, *, front: str = "", theme: str = "plain") -> Rendered:
    pictures = {f"static/{name}.svg": SVG for name in ("hall", "own", "firm", "mark")}
    files = {
        "corpblog.yml": CONFIG.replace("name: plain", f"name: {theme}"),
        "registers/images.yml": REGISTER,
        "content/posts/a.md": post(front, body),
        **pictures,
    }
    return render(root, files)


def credits(site: Rendered) -> list[str]:
    return [node.text_content() for node in site.nodes(PAGE, "//article//*[@class='credit']")]


LINE = "Picture: Ada Gast, CC BY 4.0, from p.example"


@pytest.mark.parametrize("theme", ["plain", "byline"])
def test_a_picture_alone_in_its_paragraph_gets_a_caption(theme: str, tmp_path: Path) -> None:
    site = shown(tmp_path, "Before.\n\n![The hall](/hall.svg)\n\nAfter.", theme=theme)
    assert site.lines == []
    assert credits(site) == [LINE]
    [figure] = site.nodes(PAGE, "//figure")
    assert figure.xpath("img/@alt") == ["The hall"]
    assert figure.xpath("figcaption//a/@href") == ["https://p.example/1"]
    assert "https://p.example/1" in site.text("feed.atom")


def test_a_caption_keeps_its_words(tmp_path: Path) -> None:
    site = shown(tmp_path, '![The hall](/hall.svg "In May")')
    [caption] = site.nodes(PAGE, "//figcaption")
    assert caption.text_content() == f"In May {LINE}"


def test_a_picture_in_running_text_has_the_line_beside_it(tmp_path: Path) -> None:
    site = shown(tmp_path, "Look ![x](/hall.svg) here and [![y](/hall.svg)](/hall.svg).")
    assert credits(site) == [LINE, LINE]
    assert site.nodes(PAGE, "//figure") == []
    assert site.nodes(PAGE, "//a[img]/*[@class='credit']") == []


def test_a_linked_picture_stays_linked(tmp_path: Path) -> None:
    site = shown(tmp_path, "[![The hall](/hall.svg)](/hall.svg)")
    assert len(site.nodes(PAGE, "//figure/a/img")) == 1
    assert credits(site) == [LINE]


@pytest.mark.parametrize(
    "body",
    [
        "![x](/own.svg)",
        "![x](/firm.svg)",
        "![x](/mark.svg)",
        '![x](/hall.svg "Photo: Ada Gast")',
        "Ada Gast took this.\n\n![x](/hall.svg)",
        "No picture.",
    ],
)
def test_own_pictures_marks_and_those_with_a_credit_get_none(body: str, tmp_path: Path) -> None:
    assert credits(shown(tmp_path, body)) == []


def test_a_site_without_a_register_is_left_as_it_is(tmp_path: Path) -> None:
    files = {"content/posts/a.md": post("", "![x](/hall.svg)"), "static/hall.svg": SVG}
    assert "<figure" not in render(tmp_path, files).text(PAGE)


def test_the_picture_above_the_text_gets_its_line_from_the_register_too(tmp_path: Path) -> None:
    assert credits(shown(tmp_path, "Hello.", front="image: {src: /hall.svg, alt: Hall}")) == [LINE]
    told = "image: {src: /hall.svg, alt: Hall, creator: Sam Stone}"
    assert credits(shown(tmp_path, "Hello.", front=told)) == ["Picture: Sam Stone"]

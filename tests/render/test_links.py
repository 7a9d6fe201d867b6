"""Targets that authors write, led to where they stand, and the ones that lead nowhere."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.render.rendered import render
from tests.sites import CONFIG, post

_STREAM = BytesIO()
Image.new("RGB", (2, 3)).save(_STREAM, "PNG")
PNG = _STREAM.getvalue()
SUB = CONFIG.replace("https://blog.example.org/", "https://example.org/blog/")
FIRST = "2026/11/first-post/index.html"


@pytest.mark.parametrize(
    ("written", "led"),
    [
        ("other.md", "/blog/2026/11/other/"),
        ("./other.md#part", "/blog/2026/11/other/#part"),
        ("other.de.md", "/blog/de/2026/11/andere/"),
        ("bundle/index.md?x=1", "/blog/2026/11/bundle/?x=1"),
        ("../pages/about.md", "/blog/about/"),
        ("/content/pages/about.md", "/blog/about/"),
        ("../../authors/jana-weiss.md", "/blog/people/jana-weiss/"),
        ("/about/", "/blog/about/"),
        ("/blog/about/", "/blog/about/"),
        ("/file.pdf", "/blog/file.pdf"),
        ("../../static/file.pdf", "/blog/file.pdf"),
        ("/static/file.pdf", "/blog/file.pdf"),
        ("../other/", "/blog/2026/11/other/"),
        ("https://example.org/blog/about/", "/blog/about/"),
        ("https://example.org/elsewhere/", "https://example.org/elsewhere/"),
        ("https://example.org.evil.example/", "https://example.org.evil.example/"),
        ("https://other.example/?a=1&b=2", "https://other.example/?a=1&b=2"),
        ("mailto:jana@example.org", "mailto:jana@example.org"),
        ("#part", "#part"),
    ],
)
def test_a_target_leads_where_its_author_meant(written: str, led: str, tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "corpblog.yml": SUB,
            "content/posts/first.md": post("", f"## Part\n\n[x]({written})", title="First post"),
            "content/posts/other.md": post("", "## Part", title="Other"),
            "content/posts/other.de.md": post("", title="Andere"),
            "content/posts/bundle/index.md": post("", title="Bundle"),
            "content/pages/about.md": "---\ntitle: About\n---\nUs.\n",
            "static/file.pdf": "x",
        },
    )
    assert site.lines == []
    text = "//div[contains(@class, 'e-content')]/p"
    assert site.hrefs(FIRST, text) == [led]


def test_links_in_feeds_are_absolute(tmp_path: Path) -> None:
    body = "[a](other.md) [b](#c) ![d](d.png)\n\n## C"
    site = render(
        tmp_path,
        {
            "corpblog.yml": SUB,
            "content/posts/first.md": post("", body, title="First post"),
            "content/posts/other.md": post("", title="Other"),
            "content/posts/d.png": PNG,
        },
    )
    assert site.lines == []
    feed = site.text("feed.atom")
    assert "https://example.org/blog/2026/11/other/" in feed
    assert "https://example.org/blog/2026/11/first-post/#c" in feed
    assert "https://example.org/blog/media/posts/d.png" in feed


def test_a_picture_beside_a_post_is_copied_and_measured(tmp_path: Path) -> None:
    site = render(
        tmp_path,
        {
            "content/posts/kiln/index.md": post("", "![A kiln](kiln.png)", title="Kiln"),
            "content/posts/kiln/kiln.png": PNG,
        },
    )
    [image] = site.nodes("2026/11/kiln/index.html", "//div[contains(@class,'e-content')]//img")
    assert image.get("src") == "/2026/11/kiln/kiln.png"
    assert (image.get("width"), image.get("height")) == ("2", "3")
    assert site.files["2026/11/kiln/kiln.png"] == PNG


def test_what_leads_nowhere_is_told_at_its_place_with_what_was_meant(tmp_path: Path) -> None:
    body = (
        "See [a](gone.md) and [b](#nowhere).\n\n"
        "[c](othr.md), [d](other.md#prt)\n\n![e](kilm.png)\n\n[f](/abuot/)\n\n"
        "[g](../../../secret.txt) [h](draft.md)"
    )
    site = render(
        tmp_path,
        {
            "content/posts/first.md": post("", body, title="First post"),
            "content/posts/other.md": post("", "## Part", title="Other"),
            "content/posts/draft.md": post("draft: true", title="Draft"),
            "content/pages/about.md": "---\ntitle: About\n---\nUs.\n",
            "content/posts/kiln.png": PNG,
            "content/posts/uses.md": post("", "![kiln](kiln.png)", title="Uses"),
        },
    )
    assert site.lines == [
        "content/posts/first.md:7:9 LINK001 there is no page or file “gone.md”",
        "content/posts/first.md:7:26 LINK002 there is no heading or place “#nowhere” on this page",
        "content/posts/first.md:9:5 LINK001 there is no page or file “othr.md”",
        "content/posts/first.md:9:19 LINK002 there is no heading or place “#prt” on other.md",
        "content/posts/first.md:11:6 LINK003 there is no picture “kilm.png”",
        "content/posts/first.md:13:5 LINK001 there is no page or file “/abuot/”",
        "content/posts/first.md:15:5 LINK004 “../../../secret.txt” leads out of the site's folder",
        "content/posts/first.md:15:30 LINK001 there is no page or file “draft.md”",
    ]
    hints = [found.hint for found in site.told]
    assert hints[0] == "correct the address or drop the link"
    assert hints[2] == "did you mean “other.md”?"
    assert hints[3] == "did you mean “#part”?"
    assert hints[4] == "did you mean “kiln.png”?"
    assert hints[5] == "did you mean “/about/”?"
    assert "not published (draft)" in hints[7]
    assert site.told[0].source_line == "See [a](gone.md) and [b](#nowhere)."
    assert {str(found.severity) for found in site.told} == {"error"}


def test_what_was_meant_is_named_as_one_writes_it_there(tmp_path: Path) -> None:
    body = (
        "[a](/files/reprot.pdf) [b](https://blog.example.org/abuot/)\n\n"
        "![c](kilm.png) [d](../../authors/jana-weis.md)"
    )
    site = render(
        tmp_path,
        {
            "content/posts/deep/down.md": post("", body),
            "content/pages/about.md": "---\ntitle: About\n---\nUs.\n",
            "static/files/report.pdf": "x",
            "static/kiln.png": PNG,
        },
    )
    assert [found.hint for found in site.told] == [
        "did you mean “/files/report.pdf”?",
        "did you mean “/about/”?",
        "did you mean “/kiln.png”?",
        "did you mean “../../../authors/jana-weiss.md”?",
    ]


def test_dead_links_may_be_warnings(tmp_path: Path) -> None:
    config = CONFIG + "build:\n  dead_links: warn\n"
    site = render(tmp_path, {"corpblog.yml": config, "content/posts/a.md": post("", "[x](y.md)")})
    assert [str(found.severity) for found in site.told] == ["warning"]


@pytest.mark.parametrize(
    "body",
    [
        "`[a](gone.md)`",
        '```html\n<a href="gone.md">\n```',
        '<!-- <a href="/gone/">old</a> -->',
        '<p>Write href="/gone/" in the tag.</p>',
        "\\[a](gone.md)",
        "[a][b]\n\n[b]: https://example.com/ 'x'",
    ],
)
def test_what_is_no_link_is_no_dead_link(body: str, tmp_path: Path) -> None:
    site = render(tmp_path, {"content/posts/a.md": post("", body)})
    assert site.lines == []


def test_a_dead_link_in_raw_html_and_in_a_definition_is_found(tmp_path: Path) -> None:
    body = "<p><a class=x\nhref='gone.html'>a</a></p>\n\n[b][c]\n\n[c]: /gone/\n"
    site = render(tmp_path, {"content/posts/a.md": post("", body)})
    assert [line.split()[1] for line in site.lines] == ["LINK001", "LINK001"]


def test_a_dead_link_of_the_navigation_is_told_once_in_the_configuration(tmp_path: Path) -> None:
    config = CONFIG + "navigation:\n  - {label: Shop, url: /shop/}\n"
    site = render(tmp_path, {"corpblog.yml": config})
    [line] = site.lines
    assert line.startswith("corpblog.yml:10:24 LINK001 there is no page or file “/shop/”")


def test_a_dead_link_of_a_template_is_told_at_the_template(tmp_path: Path) -> None:
    override = (
        '{% extends "parent:layout.html" %}\n'
        '{% block footer %}<a href="/old/">x</a>{% endblock %}\n'
    )
    site = render(tmp_path, {"templates/layout.html": override})
    [line] = site.lines
    assert line.startswith("templates/layout.html:2:28 LINK001 there is no page or file “/old/”")


def test_a_link_to_a_source_that_cannot_be_read_is_told_only_there(tmp_path: Path) -> None:
    files = {
        "content/posts/a.md": post("", "[x](broken.md)"),
        "content/posts/broken.md": "---\ntitle: [\n---\n",
    }
    assert render(tmp_path, files).lines == []


def test_links_that_earn_money_say_so(tmp_path: Path) -> None:
    config = CONFIG + "markup:\n  affiliate_hosts: [shop.example]\n"
    body = (
        "[a](https://amzn.to/x) [b](https://www.shop.example/y)\n\n"
        '<a href="https://awin1.com/z" rel="nofollow">c</a> [d](https://notshop.example/)'
    )
    site = render(tmp_path, {"corpblog.yml": config, "content/posts/a.md": post("", body)})
    path = "2026/11/a-post/index.html"
    links = site.nodes(path, "//div[contains(@class,'e-content')]//a")
    assert [link.get("rel") for link in links] == [
        "sponsored",
        "sponsored",
        "nofollow sponsored",
        None,
    ]
    assert [link.text_content() for link in links] == ["a*", "b*", "c*", "d"]
    assert not site.nodes(path, "//a[@target]")


def test_a_partner_key_in_the_address_of_a_shop_earns_money_too(tmp_path: Path) -> None:
    body = "[a](https://www.amazon.de/x?tag=kern-21) [b](https://www.amazon.de/x)"
    site = render(tmp_path, {"content/posts/a.md": post("", body)})
    links = site.nodes("2026/11/a-post/index.html", "//div[contains(@class,'e-content')]//a")
    assert [link.text_content() for link in links] == ["a*", "b"]

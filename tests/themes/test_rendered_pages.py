"""Pages as a build makes them: what both themes owe every reader, on every page of a rich site."""

import re
from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from corpblog.pipeline import BuildOptions, build
from tests.sites import write_site
from tests.themes.contract import NAMES
from tests.themes.rich_site import rich_site

NOW = datetime(2027, 1, 15, 12, tzinfo=ZoneInfo("Europe/Berlin"))
INVOICES = "2026/11/why-412-invoices-were-wrong/index.html"
FLOUR = "2026/11/flour-dust/index.html"
Pages = Mapping[str, HTMLParser]


@pytest.fixture(scope="module", params=NAMES)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    root = write_site(tmp_path_factory.mktemp("site"), rich_site(request.param))
    report = build(root, BuildOptions(now=NOW, jobs=1))
    assert report.published, report.diagnostics
    return {
        path.relative_to(report.out).as_posix(): HTMLParser(path.read_text(encoding="utf-8"))
        for path in sorted(report.out.rglob("*.html"))
    }


def laid_out(pages: Pages) -> Pages:
    """All pages but redirects, which nobody sees."""
    return {
        path: page for path, page in pages.items() if not page.css_first("meta[http-equiv=refresh]")
    }


def one(page: HTMLParser, selector: str) -> Node:
    found = page.css(selector)
    assert len(found) == 1, selector
    return found[0]


def attribute(node: Node, name: str) -> str:
    return node.attributes.get(name) or ""


def test_every_page_has_one_heading_one_main_and_a_way_to_skip_to_it(pages: Pages) -> None:
    for path, page in laid_out(pages).items():
        assert len(page.css("h1")) == 1, path
        target = attribute(one(page, "a.skip"), "href")
        assert f"#{one(page, 'main').id}" == target, path


def test_headings_never_leave_out_a_level(pages: Pages) -> None:
    for path, page in laid_out(pages).items():
        levels = [int(str(node.tag)[1]) for node in page.css("h1, h2, h3, h4")]
        assert all(low <= high + 1 for high, low in pairwise(levels)), path


def test_no_id_stands_twice_on_a_page_and_none_is_empty(pages: Pages) -> None:
    for path, page in pages.items():
        ids = [attribute(node, "id") for node in page.css("[id]")]
        assert len(ids) == len(set(ids)), path
        assert "" not in ids, path


def test_every_page_says_its_language_and_the_languages_of_its_links(pages: Pages) -> None:
    for path, page in pages.items():
        root = one(page, "html")
        assert attribute(root, "lang") == ("de" if path.startswith("de/") else "en"), path
        assert attribute(root, "dir") == "ltr"
    away = one(pages[INVOICES], "dd a[hreflang=de]")
    assert (away.text(), attribute(away, "lang")) == ("Deutsch", "de")


def test_no_page_asks_another_host_and_none_needs_a_laxer_policy(pages: Pages) -> None:
    for path, page in pages.items():
        assert not page.css("[style], style, iframe, [onclick], [onload]"), path
        for script in page.css("script"):
            is_data = attribute(script, "type") == "application/ld+json"
            assert is_data or (attribute(script, "src") and not script.text()), path
        asked = [attribute(node, "src") for node in page.css("[src]")]
        asked += [
            attribute(node, "href")
            for node in page.css("link[rel=stylesheet], link[rel=preload], link[rel=icon]")
        ]
        assert all(url.startswith("/sub/") for url in asked), path


def test_the_preloaded_font_is_the_one_that_the_style_sheet_asks_for(pages: Pages) -> None:
    for page in laid_out(pages).values():
        for link in page.css("link[rel=preload]"):
            assert re.fullmatch(r"/sub/assets/fonts/[\w-]+\.woff2", attribute(link, "href"))


def test_every_picture_has_words_or_none_on_purpose_and_a_size(pages: Pages) -> None:
    for path, page in pages.items():
        for image in page.css("img"):
            assert "alt" in image.attributes, path
            assert attribute(image, "height"), path


def test_a_post_shows_its_people_then_its_title_then_its_ties_then_the_text(pages: Pages) -> None:
    html = one(pages[INVOICES], "article.post").html or ""
    marks = (
        'data-byline="jana-weiss"',
        "<h1",
        "dt-published",
        'data-disclosure="client"',
        'data-correction="correction"',
        "It began on Monday.",
        'data-correction="update"',
        "We publish the new tests.",
        "Rolf Petersen",
    )
    places = [html.index(mark) for mark in marks]
    assert places == sorted(places)


def test_a_tie_stands_within_the_first_600_characters_bylines_left_out(pages: Pages) -> None:
    for path in (INVOICES, FLOUR):
        article = one(HTMLParser(pages[path].html or ""), "article.post")
        for byline in article.css("[data-byline]"):
            byline.decompose()
        tie = article.css_first("[data-disclosure]")
        assert tie is not None
        text = " ".join(article.text().split())
        assert text.index(" ".join(tie.text().split())) < 600


def test_a_tie_is_never_inside_something_that_hides_it(pages: Pages) -> None:
    for page in pages.values():
        hiding = "aside [data-disclosure], details [data-disclosure], footer [data-disclosure]"
        assert not page.css(hiding)


def test_an_advertisement_is_called_so_once_on_the_post_and_in_lists(pages: Pages) -> None:
    tie = one(pages[FLOUR], '[data-disclosure="gift"]')
    assert " ".join(tie.text().split()) == "Advertisement: Bakery Kern gave us the flour."
    card = one(pages["series/the-export/index.html"], ".card-disclosure")
    assert card.text().startswith("Advertisement:")


def test_two_authors_both_have_a_byline_and_both_stand_in_lists(pages: Pages) -> None:
    bylines = [attribute(node, "data-byline") for node in pages[FLOUR].css("[data-byline]")]
    assert bylines == ["jana-weiss", "mehmet-yilmaz"]
    cards = pages["series/the-export/index.html"].css(".card")
    names = [[name.text() for name in card.css(".p-author .p-name")] for card in cards]
    assert ["Jana Weiss", "Mehmet Yılmaz"] in names


def test_home_shows_who_is_here_before_what_they_wrote(pages: Pages) -> None:
    home = pages["index.html"].html or ""
    assert home.index("Who writes here") < home.index("Latest")
    faces = one(pages["index.html"], ".faces")
    assert "Jana Weiss" in faces.text()
    assert "Mehmet" not in faces.text()


def test_former_authors_stand_apart_with_a_sentence_that_says_so(pages: Pages) -> None:
    page = pages["people/index.html"].html or ""
    assert page.index("Former authors") < page.index("Mehmet Yılmaz")
    assert "Worked for Kern until" in page


def test_every_page_has_the_banner_of_a_preview_and_the_duties(pages: Pages) -> None:
    for path, page in laid_out(pages).items():
        assert one(page, ".banner").text() == "A preview.", path
        assert page.css_first('.site-footer a[href="/sub/imprint/"]') is not None, path


def test_a_redirect_leads_on_without_a_script_and_is_not_indexed(pages: Pages) -> None:
    page = pages["old/plain/index.html"]
    leads = attribute(one(page, "meta[http-equiv=refresh]"), "content")
    assert leads == "0; url=/sub/2025/01/plain/"
    assert one(page, "main a").attributes["href"] == "/sub/2025/01/plain/"
    assert attribute(one(page, "meta[name=robots]"), "content") == "noindex"
    canonical = attribute(one(page, "link[rel=canonical]"), "href")
    assert canonical == "https://blog.example.org/sub/2025/01/plain/"


def test_a_tombstone_says_why_and_who_and_nothing_of_the_text(pages: Pages) -> None:
    page = pages["2026/10/gone/index.html"]
    assert "What it said does not hold." in one(page, "main").text()
    assert "Jana Weiss" in one(page, "main").text()
    assert "Nothing." not in (page.html or "")


def test_subscribe_explains_feeds_and_lists_each_title_once(pages: Pages) -> None:
    main = one(pages["subscribe/index.html"], "main")
    assert "A feed is a list" in main.text()
    titles = [node.text() for node in main.css(".feed-title")]
    assert len(titles) == len(set(titles))
    assert len(main.css(".feeds a")) == 3 * len(titles)


def test_code_colours_are_asked_for_only_where_code_is(pages: Pages) -> None:
    for path, page in laid_out(pages).items():
        sheets = [attribute(node, "href") for node in page.css("link[rel=stylesheet]")]
        assert any("code.css" in sheet for sheet in sheets) == bool(page.css(".highlight")), path


def test_previews_get_an_absolute_address_and_structured_data(pages: Pages) -> None:
    page = pages[INVOICES]
    address = attribute(one(page, 'meta[property="og:url"]'), "content")
    assert urlsplit(address).hostname == "blog.example.org"
    assert attribute(one(page, 'meta[property="og:type"]'), "content") == "article"
    assert page.css_first('script[type="application/ld+json"]') is not None
    alternates = {attribute(n, "hreflang") for n in page.css("link[hreflang]")}
    assert alternates == {"en", "de", "x-default"}


def test_no_count_and_no_minutes_of_one_persons_answers(pages: Pages) -> None:
    profile = one(pages["people/jana-weiss/index.html"], "main").text()
    assert not re.search(r"\b\d+ (?:answers|posts|comments|min)\b", profile)

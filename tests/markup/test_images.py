"""Pictures get their size, and the first one does not wait."""

from corpblog.markup.images import ImageFacts, rewrite_images
from tests.markup.page import page

FACTS = {"a.png": ImageFacts(width=40, height=30), "b&c.png": ImageFacts(width=4, height=3)}


def test_pictures_of_known_size_get_it() -> None:
    html = rewrite_images(page("![x](a.png)\n\n![y](b&c.png)\n\n![z](gone.png)\n").html, FACTS.get)
    assert 'src="a.png" alt="x"' in html and 'width="40" height="30"' in html
    assert 'width="4" height="3"' in html
    assert html.count("width=") == 2


def test_a_size_that_the_author_set_stays() -> None:
    html = '<img src="a.png" width="20">'
    assert rewrite_images(html, FACTS.get) == html


def test_only_the_first_picture_is_fetched_at_once() -> None:
    html = page("![x](a.png) ![y](a.png)").html
    _, first, second = rewrite_images(html, FACTS.get).split("<img")
    assert 'fetchpriority="high"' in first and "lazy" not in first
    assert 'loading="lazy"' in second and "fetchpriority" not in second
    assert "fetchpriority" not in rewrite_images(html, FACTS.get, first_eager=False)


def test_a_body_without_pictures_stays_as_it_is() -> None:
    assert rewrite_images("<p>x</p>", FACTS.get) == "<p>x</p>"

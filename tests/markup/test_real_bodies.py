"""The posts of two real blogs convert as they are."""

from collections import Counter

import pytest

from corpblog.markup.document import MarkupOptions
from corpblog.markup.engines import convert
from corpblog.markup.html import plain_text
from corpblog.markup.targets import find_targets, targets
from tests.markup.bodies import real_bodies
from tests.markup.page import Page


def test_every_real_post_becomes_a_readable_page(engine: str) -> None:
    # Python-Markdown takes a hundred times as long: every fourth post must do.
    for name, body in real_bodies()[:: 1 if engine == "commonmark" else 4]:
        page = Page(convert(body, MarkupOptions(engine=engine)))
        assert page.converted.words > 0, name
        assert page.converted.excerpt, name
        assert len(page.ids()) == len(set(page.ids())), name
        assert set(page.ids()) <= page.converted.anchors, name
        assert not page.has("h1"), name


def test_the_targets_of_every_real_post_are_found_in_its_source() -> None:
    options = MarkupOptions()
    for name, body in real_bodies():
        spans = find_targets(body, options)
        page = targets(convert(body, options).html)
        assert Counter((each.kind, each.target) for each in spans) == Counter(
            (each.kind, each.target) for each in page
        ), name
        assert all(0 <= each.start < each.end <= len(body) for each in spans), name


def test_the_text_of_every_real_post_is_that_of_its_page() -> None:
    for name, body in real_bodies():
        if any(sign in body for sign in ("```", "    ", "\t", "<", "[^")):
            continue
        converted = convert(body, MarkupOptions())
        shown = plain_text(converted.html).replace(" ", "")
        assert converted.text.replace(" ", "").replace("\xa0", "") == shown.replace("\xa0", ""), (
            name
        )


@pytest.mark.parametrize("sample", ["18f-sample", "codefor-de-sample"])
def test_both_samples_are_there(sample: str) -> None:
    assert sum(name.startswith(sample) for name, _ in real_bodies()) > 60

"""Input that nobody writes on purpose costs time in proportion and breaks nothing."""

import time

import pytest

from corpblog.markup.document import MarkupError, MarkupOptions
from corpblog.markup.engines import convert
from corpblog.markup.targets import find_targets, foreign_hosts, rewrite_targets, targets

OPTIONS = MarkupOptions()
PIECES = {
    "quotations": "> ",
    "brackets": "[",
    "link openings": "[a](",
    "emphasis": "*a **b_ ",
    "open quotes in tags": '<a "',
    "open comments": "<!--",
    "open comment blocks": "\n\n<!-- x\n\n",
    "processing instructions": "<?",
    "comments": "<!-- {} -->\n\n",
    "notes": "[^{}]: x[^{}]\n\n",
    "calls": "[^1]: x\n\n[^1] ",
    "headings": "# a\n\n",
    "open headings": "<h2>x\n\n",
    "open boxes": "<div>\n\n",
    "stray ends": "</div>\n\n",
    "open scripts": "x <script> ",
    "open frames": "x <iframe src=x> ",
    "open links": '<p><a href="x">\n\n',
    "open paragraphs": "<p>!\n\n",
    "captions": '![a](b "c")\n\n',
    "tasks": "- [ ] a\n",
    "alerts": "> [!NOTE]\n> a\n\n",
    "players": "<https://youtu.be/dQw4w9WgXcQ>\n\n",
    "open titles": '<b title="\n\n',
    "halves of signs": "\ud800 [a](\udfff) ",
    "controls": "\0\x02<\x021>",
    "returns": "a\rb\r",
    "entities": "&amp;&#0;",
    "tables": "|a|\n|-|\n|b|\n\n",
}


def seconds(body: str) -> float:
    begin = time.process_time()
    html = convert(body, OPTIONS).html
    targets(html)
    foreign_hosts(html)
    rewrite_targets(html, lambda _, target: target + "x")
    find_targets(body, OPTIONS)
    return time.process_time() - begin


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_ten_times_the_input_never_takes_a_hundred_times_as_long(piece: str) -> None:
    small, large = (
        "".join(piece.replace("{}", str(number)) for number in range(count))
        for count in (300, 3000)
    )
    assert seconds(large) < 40 * seconds(small) + 0.2


@pytest.mark.parametrize("raw_html", [True, False])
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_nothing_strange_breaks_either_engine(engine: str, piece: str, raw_html: bool) -> None:
    body = "".join(piece.replace("{}", str(number)) for number in range(60))
    html = convert(body, MarkupOptions(engine=engine, raw_html=raw_html)).html
    assert not any(sign in html for sign in "\x00\x01\x02\x03\r")


@pytest.mark.parametrize("opening", ["> ", "- ", "1. ", "* > "])
def test_deep_nesting_is_converted_or_told(engine: str, opening: str) -> None:
    body = opening * 2000 + "deep"
    try:
        assert "deep" in convert(body, MarkupOptions(engine=engine)).text
    except MarkupError as error:
        assert "nested" in str(error)
    assert convert("still *works*", MarkupOptions(engine=engine)).text == "still works"


def test_a_very_long_post_converts() -> None:
    converted = convert("Some *words* and a [link](x.md).\n\n" * 60_000, OPTIONS)
    assert converted.words == 300_000

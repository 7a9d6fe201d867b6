"""HTML of comments becomes Markdown that shows the same words."""

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.dialogue.imports.plain_html import markdown_of
from corpblog.markup.document import MarkupOptions
from corpblog.markup.engines import convert

PLAIN = MarkupOptions(raw_html=False, highlight=False, embeds=False)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("One\ntwo\n\nthree", "One\\\ntwo\n\nthree"),
        ("a<br>b<br /><br />c", "a\\\nb\n\nc"),
        ("<b>bold</b> and <em> so </em>on", "**bold** and  *so* on"),
        ("<a href='https://x.example/a(1)'>here</a>", "[here](https://x.example/a%281%29)"),
        ("<a href='https://x.example'>https://x.example</a>", "<https://x.example>"),
        ("<a href='javascript:alert(1)'>click</a>", "click"),
        ("<a href='mailto:petra@example.org'>mail</a>", "mail"),
        ("see https://x.example/a_b_c.", "see <https://x.example/a_b_c>."),
        ("<blockquote>said\nso</blockquote>No.", "> said\\\n> so\n\nNo."),
        ("<ul><li>one<li>two</ul><ol><li>a</ol>", "- one\n- two\n\n1. a"),
        ("<code>a `b`</code>", "`` a `b` ``"),
        ("<pre>x\n  ```\ny</pre>", "````\nx\n  ```\ny\n````"),
        ("<img src='https://x.example/i.png' alt='A cat'>", "[A cat](https://x.example/i.png)"),
        ("<script>alert(1)</script><style>b{}</style>Hi", "Hi"),
        ("<p>One</p><p>two <unknown>words</unknown></p>", "One\n\ntwo words"),
        ("</b></p>Not closed <i>ever", "Not closed *ever*"),
        ("{{ site.url }} {% raw %}", "\\{\\{ site.url \\}\\} \\{% raw %\\}"),
        ("&lt;script&gt;", "\\<script>"),
        ("# no heading\n1. no list\n- nor this\n    nor code", None),
    ],
)
def test_html_becomes_markdown(source: str, expected: str | None) -> None:
    made = markdown_of(source, breaks=True)
    if expected is not None:
        assert made == expected
    else:
        assert re.findall(r"<(?:h\d|li|pre)", convert(made, PLAIN).html) == []


def test_disqus_has_its_own_line_ends() -> None:
    assert markdown_of("<p>One\ntwo<br>three</p>", breaks=False) == "One two\\\nthree"


class Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def shown(source: str) -> list[str]:
    parser = Shown()
    parser.feed(convert(source, PLAIN).html)
    parser.close()
    return "".join(parser.words).split()


SIGNS = st.text(alphabet="abc 1.)(*_`[]<>#&;~|!\\-+=:^${}\"'/", max_size=30)


@given(st.lists(SIGNS, min_size=1, max_size=3))
def test_signs_of_markdown_always_show_as_they_are(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert shown(markdown_of(html.escape(text), breaks=True)) == text.split()


@given(st.text(alphabet="<>/ab='\"pliuoe rcqkot", max_size=80))
def test_broken_html_never_makes_raw_html(source: str) -> None:
    markdown_of(source, breaks=True)


def test_deep_nesting_is_flattened() -> None:
    assert "word" in markdown_of("<blockquote>" * 5000 + "word", breaks=True)

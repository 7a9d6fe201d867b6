"""What strangers write can neither harm nor mislead, whatever it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.markup.remarks import first_words, remark_html, remark_text

REL = 'rel="nofollow ugc noopener"'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A *word* and **two**.", "<p>A <em>word</em> and <strong>two</strong>.</p>"),
        ("# Loud", "<p><strong>Loud</strong></p>"),
        ("<b onclick=x>y</b>", "<p>&lt;b onclick=x&gt;y&lt;/b&gt;</p>"),
        ("<script>\nx\n</script>", "<p>&lt;script&gt;\nx\n&lt;/script&gt;</p>"),
        ("a <!-- b --> c", "<p>a  c</p>"),
        ("[a](javascript:alert(1))", "<p>a</p>"),
        ("[a](//elsewhere.example)", "<p>a</p>"),
        ("[a](/nowhere/)", "<p>a</p>"),
        ("![a cat](data:image/png;base64,x)", "<p>a cat</p>"),
        ("```html\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)
def test_only_harmless_text_elements_come_through(text: str, html: str) -> None:
    assert remark_html(text) == html


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("[a](https://a.example/x)", "https://a.example/x"),
        ("<https://a.example>", "https://a.example"),
        ("see https://a.example/x?y=1&z=2.", "https://a.example/x?y=1&amp;z=2"),
        ('“https://a.example”, "https://b.example"', "https://b.example"),
        ("(https://a.example/x)", "https://a.example/x"),
        ("![a cat](https://a.example/cat.png)", "https://a.example/cat.png"),
        ("<petra@a.example>", "mailto:petra@a.example"),
    ],
)
def test_links_to_the_web_are_marked_as_a_strangers(text: str, address: str) -> None:
    html = remark_html(text)
    assert f'<a href="{address}" {REL}>' in html
    assert html.count("<a ") == html.count(REL)


def test_an_address_in_code_or_in_a_link_is_no_second_link() -> None:
    assert "<a" not in remark_html("`https://a.example`")
    assert remark_html("[https://a.example](https://b.example)").count("<a") == 1


def test_a_picture_in_a_link_leaves_its_words() -> None:
    html = remark_html("[![a cat](https://a.example/cat.png)](https://b.example)")
    assert html == f'<p><a href="https://b.example" {REL}>a cat</a></p>'


def test_who_knows_the_site_may_link_to_its_pages() -> None:
    html = remark_html("[here](/a/) [there](//b.example)", lambda target: f"/blog{target}")
    assert f'<a href="/blog/a/" {REL}>here</a>' in html


def test_quotations_and_lists_are_nested_six_times_at_most() -> None:
    assert remark_html("> " * 40 + "x").count("<blockquote>") == 6
    html = remark_html("- " * 40 + "x")
    assert (html.count("<ul>"), html.count("<li>")) == (6, 6)
    assert "x" in html


@given(
    st.lists(
        st.sampled_from(
            [
                *("<", ">", '"', "'", "&", "`", "*", "_", "[", "]", "(", ")", "!", "#", "\n"),
                *("\n\n", "    ", "- ", "> ", "1. ", "<script>", "</a>", "<img src=x onerror=y>"),
                *(
                    "javascript:x",
                    "https://a.example/",
                    "](",
                    "![x",
                    "<!--",
                    "-->",
                    "&lt;",
                    "&#60;",
                ),
                *("\x01", "\x02", "\x03", "\u202e", "\u200b", "é", "\ud800", "a", "=", "style="),
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_no_text_ever_brings_anything_but_harmless_elements(text: str) -> None:
    html = remark_html(text)
    tags = re.findall(r"<(/?)([a-z0-9]+)([^>]*)>", html)
    assert html.count("<") == len(tags)
    for closing, name, rest in tags:
        assert name in {
            *("a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "strong", "ul")
        }
        if name == "a" and not closing:
            assert re.fullmatch(
                r' href="(?:https?:|mailto:)[^"]*"(?: title="[^"]*")? ' + REL, rest, re.IGNORECASE
            )
        elif not closing:
            assert re.fullmatch(r'(?: start="\d+")?', rest)


@given(st.text(max_size=200))
def test_whatever_is_written_is_converted(text: str) -> None:
    assert "<script" not in remark_html(text)


def test_the_words_of_a_comment_stand_in_one_line() -> None:
    html = remark_html("One **two**\nthree.\n\n> four & five")
    assert remark_text(html) == "One two three. four & five"
    assert first_words(html, 9) == "One two…"

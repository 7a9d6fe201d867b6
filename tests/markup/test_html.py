"""Readers' HTML is made safe; text comes out of any HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.markup.html import plain_text, sanitise


def test_text_and_links_of_readers_stay() -> None:
    html = '<p>a <em>b</em> <code>c</code> <a href="https://example.org/">d</a></p>'
    assert sanitise(html) == html.replace('/">', '/" rel="nofollow ugc noopener">')


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        '<img src="https://example.org/x.png">',
        '<a href="javascript:alert(1)">',
        '<p onclick="alert(1)">',
        '<p id="main" class="x" style="color: red">',
        "<iframe src=x></iframe>",
        "<svg><script>alert(1)</script></svg>",
        "<!-- comment -->",
        "<style>p { color: red }</style>",
    ],
)
def test_what_could_harm_or_mislead_is_gone(html: str) -> None:
    safe = sanitise(html)
    for bad in ("alert", "img", "javascript", "id=", "class=", "style", "iframe", "<!--", "src"):
        assert bad not in safe


@given(
    st.lists(st.sampled_from(("<b>", "</b>", "<p", ">", "<a href='", "'", "x", "<!--", "&"))).map(
        "".join
    )
)
def test_safe_html_stays_as_it_is(html: str) -> None:
    assert sanitise(sanitise(html)) == sanitise(html)


def test_plain_text_is_what_can_be_seen() -> None:
    html = "<p>a&amp;b <em>c</em></p><p>d</p><script>e</script><style>f</style><!-- g -->"
    assert plain_text(html) == "a&b c d"
    assert plain_text("") == ""

"""What of an author's HTML reaches a feed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.render.feeds.item_html import readable


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>a <em>b</em></p>", "<p>a <em>b</em></p>"),
        ("<p>a</p><script>x('<p>')</script><p>b</p>", "<p>a</p><p>b</p>"),
        ("<SCRIPT src=x></SCRIPT>b", "b"),
        ("<style>p { color: red }</style>b", "b"),
        ("<form action='/x'><p>a</p><input name='q'><button>Go</button></form>", "<p>a</p>Go"),
        ("<object data='x'><object></object><p>old</p></object>b", "b"),
        ("<template><p>a</p></template>b", "b"),
        ('<p onclick="x()" id="a">b</p>', '<p id="a">b</p>'),
        ("<p OnClick='x()'>b</p>", "<p>b</p>"),
        ('<a href="javascript:x()">b</a>', "<a>b</a>"),
        ('<a href="&#106;avascript:x()">b</a>', "<a>b</a>"),
        ('<p style="color: red">b</p>', "<p>b</p>"),
        ('<iframe src="https://v.example/1"></iframe>', '<a href="https://v.example/1">'),
        ('<iframe srcdoc="<p>"></iframe>b', "b"),
        ('<input type="checkbox" checked disabled> a', "☑  a"),
        ("<!-- note -->b", "b"),
        ("<video src='/a.mp4' controls></video>", "<video src='/a.mp4' controls></video>"),
        ("<math><mi>x</mi></math>", "<math><mi>x</mi></math>"),
        ("a < b > c", "a < b > c"),
    ],
)
def test_active_parts_go_and_the_rest_stays(html: str, kept: str) -> None:
    assert readable(html).startswith(kept)
    assert readable(readable(html)) == readable(html)


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<script>", "</script>", "<script src='x'>", "<form>", "</form>", "<b>"),
        *("<object>", "</object>", "<iframe src='//x'>", "</iframe>", "<style>", "</style>", "x"),
        *(
            '<p onload="x">',
            "<a href='javascript:x'>",
            "<input>",
            "<",
            ">",
            '"',
            "'",
            "<!--",
            "-->",
        ),
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_script_form_or_handler_is_left_whatever_stands_around_it(html: str) -> None:
    left = readable(html)
    tags = re.findall(r"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>""", left)
    active = re.compile(r"<(?:script|form|iframe|object|input|style)\b|\son\w+=|javascript:")
    assert not [tag for tag in tags if active.search(tag)]

"""Where bodies point: rewritten in real tags only, and found where their author typed them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.markup.document import MarkupOptions
from corpblog.markup.engines import convert
from corpblog.markup.targets import (
    Target,
    TargetSpan,
    find_targets,
    foreign_hosts,
    rewrite_targets,
    targets,
)
from tests.markup.bodies import SNIPPETS, documents

COMMONMARK = MarkupOptions()


def marked(html: str) -> str:
    return rewrite_targets(html, lambda kind, target: f"{kind}:{target}")


def spans(body: str, **options: bool) -> tuple[TargetSpan, ...]:
    return find_targets(body, MarkupOptions(**options))  # type: ignore[arg-type]


def counted(found: tuple[Target, ...] | tuple[TargetSpan, ...]) -> Counter[tuple[str, str]]:
    return Counter((each.kind, each.target) for each in found)


# Rewriting


@pytest.mark.parametrize(
    ("html", "rewritten"),
    [
        ('<a href="x">t</a>', '<a href="link:x">t</a>'),
        ('<a title="t" href=x >t</a>', '<a title="t" href="link:x" >t</a>'),
        ("<A HREF='x'>t</A>", '<A HREF="link:x">t</A>'),
        ('<a\nhref = "x"\n>t</a>', '<a\nhref="link:x"\n>t</a>'),
        ('<img src="x" alt="y">', '<img src="image:x" alt="y">'),
        ('<img alt="a > b" src="x"/>', '<img alt="a > b" src="image:x"/>'),
        (
            '<img src="x" srcset="a,b.png 1x, c.png 2x">',
            '<img src="image:x" srcset="image:a,b.png 1x, image:c.png 2x">',
        ),
        ('<video poster="p" src="v">', '<video poster="image:p" src="image:v">'),
        ('<area href="x">', '<area href="link:x">'),
    ],
)
def test_targets_of_real_tags_are_rewritten(html: str, rewritten: str) -> None:
    assert marked(html) == rewritten


@pytest.mark.parametrize(
    "html",
    [
        "&lt;a href=x&gt;",
        '<!-- <a href="x"> -->',
        '<script>"<a href=x>"</script>',
        '<style>/* <img src="x"> */</style>',
        '<textarea><a href="x"></textarea>',
        '<iframe src="x"></iframe>',
        '<abbr href="x">',
        "<a href>t</a>",
    ],
)
def test_everything_else_stays_byte_for_byte(html: str) -> None:
    assert marked(html) == html


def test_a_tag_quoted_in_an_attribute_is_no_tag() -> None:
    html = convert("<p title='<a href=\"x\">'>t</p>\n", COMMONMARK).html
    assert marked(html) == html


def test_entities_are_resolved_for_the_caller_and_set_for_the_page() -> None:
    html = '<a href="?a=1&amp;b=2&copy=3&#x27;">t</a>'
    seen: list[str] = []

    def keep(kind: str, target: str) -> str:
        seen.append(target)
        return target

    assert rewrite_targets(html, keep) == html
    assert seen == ["?a=1&b=2&copy=3'"]
    assert rewrite_targets(html, lambda *_: '?"<&>') == '<a href="?&quot;&lt;&amp;&gt;">t</a>'


@given(documents)
def test_a_resolver_that_changes_nothing_changes_no_byte(body: str) -> None:
    html = convert(body, COMMONMARK).html
    assert rewrite_targets(html, lambda _, target: target) == html


@given(documents)
def test_every_listed_target_is_rewritten_and_nothing_else(body: str) -> None:
    html = convert(body, COMMONMARK).html
    links = [each for each in targets(html) if not each.target.startswith("#fn")]
    moved = rewrite_targets(html, lambda _, target: "@" + target)
    assert [each.target for each in targets(moved)] == ["@" + each.target for each in links]


# Finding


@given(documents, st.booleans())
def test_the_targets_of_a_source_are_those_of_its_page(body: str, raw_html: bool) -> None:
    options = MarkupOptions(raw_html=raw_html)
    page = targets(convert(body, options).html)
    assert counted(find_targets(body, options)) == counted(page)


@pytest.mark.parametrize("before", ["", "Grüße 😀 e\u0301\n\n", "a\r\nb\r\n\r\n", "\ufeff\n"])
@pytest.mark.parametrize(
    ("snippet", "typed"),
    [
        ("[a](x.md)", "x.md"),
        ('[x.md](x.md "x.md")', "x.md"),
        ("[a](<x.md>)", "x.md"),
        ("![a](x.png)", "x.png"),
        ("<https://example.org/>", "https://example.org/"),
        ("<me@example.org>", "me@example.org"),
        ('<a href="x.md">a</a>', "x.md"),
        ("<a href=x.md>a</a>", "x.md"),
        ('<img alt="x.png" src="x.png">', "x.png"),
        ("> - [a](x.md)", "x.md"),
        ('> <a\n> href="x.md">a</a>', '<a\n> href="x.md">'),
        ("[a](x\\*.md)", "[a](x\\*.md)"),
    ],
)
def test_a_target_is_found_where_it_was_typed(before: str, snippet: str, typed: str) -> None:
    body = f"{before}{snippet}\n\nafter\n"
    (span,) = spans(body)
    assert body[span.start : span.end] == typed
    assert span.end <= len(before) + len(snippet)
    assert span.start == body.rindex(typed, 0, span.end)


def test_the_place_of_a_repeated_target_is_its_own() -> None:
    body = "[x](x) [x](x) `[x](x)` [x](x)\n"
    assert [span.start for span in spans(body)] == [4, 11, 27]


def test_a_reference_tells_its_use_and_its_definition() -> None:
    body = 'ä [use][Ref  name] and [ref name]\n\n[ref name]: gone.md "T"\n'
    first, second = spans(body)
    assert body[first.start : first.end] == "[use][Ref  name]"
    assert body[second.start : second.end] == "[ref name]"
    for span in (first, second):
        assert span.definition is not None
        assert body[slice(*span.definition)].startswith("[ref name]: gone.md")


def test_each_candidate_of_a_srcset_has_its_place() -> None:
    body = '<img src="a.png" srcset="b.png 1x, c.png 2x">\n'
    assert [body[span.start : span.end] for span in spans(body)] == ["a.png", "b.png", "c.png"]


def test_targets_that_no_reader_meets_are_not_found() -> None:
    body = "\n\n".join(
        each for each in SNIPPETS if "not.md" in each or "not.png" in each or "lost.md" in each
    )
    assert not [span for span in spans(body) if span.target in ("not.md", "not.png", "lost.md")]


def test_addresses_are_spelt_as_in_the_page() -> None:
    signs = "".join(map(chr, range(33, 127))).translate({ord(sign): None for sign in "<>\\"})
    body = f"[a](<{signs}äß😀>)\n"
    assert counted(spans(body)) == counted(targets(convert(body, COMMONMARK).html))


# Hosts


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://a.example/x.png">',
        '<img srcset="x.png 1x, //A.example/y.png 2x">',
        "<script src='//a.example:8080/x.js'></script>",
        '<iframe src="http://a.example"></iframe>',
        '<link rel="stylesheet" href="https://a.example/x.css">',
        '<video poster="https://a.example/p.png">',
        '<p style="background: url(https://a.example/x.png)">',
        "<style>@import '//a.example/x.css';</style>",
        '<object data="https://a.example/x"></object>',
    ],
)
def test_hosts_that_a_page_asks_are_named(html: str) -> None:
    assert foreign_hosts(html) == {"a.example"}


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://a.example/">t</a>',
        '<link rel="canonical" href="https://a.example/">',
        '<div class="embed" data-embed="https://a.example/"></div>',
        "&lt;img src=https://a.example/&gt;",
        '<!-- <img src="https://a.example/"> -->',
        '<img src="/local.png" alt="https://a.example/">',
        '<img src="https://[broken/">',
        "<p>https://a.example/</p>",
    ],
)
def test_hosts_that_a_page_only_names_are_not_asked(html: str) -> None:
    assert not foreign_hosts(html)


def test_a_player_asks_nobody_before_the_click() -> None:
    html = convert("<https://youtu.be/dQw4w9WgXcQ>\n", COMMONMARK).html
    assert "embed" in html
    assert not foreign_hosts(html)

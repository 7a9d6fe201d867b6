"""What is read off a finished page, and the check of the links between pages."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.render.check import check_links
from corpblog.render.page_facts import exact, facts_of
from tests.render.rendered import render
from tests.sites import SMALL, post

PAGE = """\
<!doctype html><html><head><link rel="stylesheet" href="/a.css?v=1">
<!-- <a href="/commented/"> --></head>
<body id="top"><a
href="/newline/">x</a> <a href='/single/'>x</a> <a href=/bare/>x</a> <A HREF="/UPPER/">x</A>
<a href="/q/?a=1&amp;b=2#c">x</a> <img src="/p.png" alt="src=&quot;/no.png&quot;">
<video poster="/poster.jpg"></video> <a name="old">x</a>
<p>Write href="/text/" or id="text".</p><script>var x = '<a href="/script/">';</script>
<a href="mailto:a@example.org">m</a><a href="https://example.com/">e</a><i id="a&amp;b"></i>
</body></html>
"""


def test_the_quick_look_finds_at_least_what_our_own_pages_hold() -> None:
    quick = facts_of(PAGE)
    assert quick.links >= {"/a.css?v=1", "/newline/", "/UPPER/", "/q/?a=1&b=2#c", "/p.png"}
    assert quick.links >= {"/poster.jpg", "https://example.com/"}
    assert "mailto:a@example.org" not in quick.links
    assert quick.ids >= {"top", "a&b"}


def test_the_exact_look_finds_what_stands_in_tags_and_nothing_else() -> None:
    facts = exact(PAGE)
    assert facts.links == {
        *("/a.css?v=1", "/newline/", "/single/", "/bare/", "/UPPER/", "/q/?a=1&b=2#c"),
        *("/p.png", "/poster.jpg", "mailto:a@example.org", "https://example.com/"),
    }
    assert facts.ids == {"top", "old", "a&b"}


@given(st.binary(max_size=200))
def test_any_bytes_have_facts_and_facts_travel(data: bytes) -> None:
    facts = facts_of('<a href="' + data.decode(errors="replace"))
    assert pickle.loads(pickle.dumps(facts)) == facts


@pytest.mark.parametrize("theme", ["plain", "byline"])
def test_both_looks_agree_on_the_pages_of_our_themes(theme: str, tmp_path: Path) -> None:
    config = SMALL["corpblog.yml"].replace("name: plain", f"name: {theme}")
    front = "tags: [a]\ndisclosures: [{type: client, party: 'A & B'}]"
    text = "## One & two\n\n[x](#one-two) ![y](https://example.com/a?b=1&c=2)"
    site = render(tmp_path, {"corpblog.yml": config, "content/posts/a.md": post(front, text)})
    for path, data in site.files.items():
        if path.endswith(".html"):
            quick = facts_of(data.decode())
            slow = exact(data.decode())
            web = {link for link in slow.links if not link.startswith("mailto:") and link}
            assert quick.links == web, path
            assert quick.ids == slow.ids, path


def test_pages_that_could_not_be_made_are_not_told_twice(tmp_path: Path) -> None:
    site = render(tmp_path, {"content/posts/a.md": post("", "[x](first.md#hello)")})
    pages = {p: d.decode() for p, d in site.files.items() if p.endswith(".html")}
    facts = {path: facts_of(html) for path, html in pages.items() if "first" not in path}
    assert check_links(site.site, site.plan, facts) == ()


def test_a_link_to_the_top_and_to_words_is_never_dead(tmp_path: Path) -> None:
    body = "[a](#top) [b](#) [c](first.md#:~:text=Hello) [d](/file.pdf#page=2)"
    files = {"content/posts/a.md": post("", body), "static/file.pdf": "x"}
    assert render(tmp_path, files).lines == []


def test_an_anchor_may_be_escaped(tmp_path: Path) -> None:
    body = "## Über uns\n\n[a](#%C3%BCber-uns) [b](#über-uns)"
    site = render(tmp_path, {"content/posts/a.md": post("", body)})
    ids = site.nodes("2026/11/a-post/index.html", "//h2/@id")
    if "über-uns" in ids:
        assert site.lines == []
    else:
        assert all("LINK002" in line for line in site.lines)


def test_links_of_a_text_are_judged_although_its_layout_fails(tmp_path: Path) -> None:
    broken = "{{ pots.title }}\n"
    site = render(
        tmp_path,
        {
            **{f"templates/{name}.html": broken for name in ("post", "page", "author")},
            "content/posts/a.md": post(
                "", "## Here\n\n[x](gone.md) [y](#nowhere) ![i](missing.png) [z](#here) [s](#posts)"
            ),
            "content/pages/about.md": "---\ntitle: About\n---\n[x](lost.md)\n",
            "authors/jana-weiss.md": "---\nname: Jana Weiss\n---\n[x](away.md)\n",
            "content/posts/b.md": post("", "[good](a.md#here) [bad](a.md#there)", title="B"),
        },
    )
    told = [(each.location.path, each.code) for each in site.told]
    assert told == [
        ("authors/jana-weiss.md", "LINK001"),
        ("content/pages/about.md", "LINK001"),
        ("content/posts/a.md", "LINK001"),
        ("content/posts/a.md", "LINK002"),
        ("content/posts/a.md", "LINK003"),
        ("content/posts/b.md", "LINK002"),
        ("templates/author.html", "TPL001"),
        ("templates/page.html", "TPL001"),
        ("templates/post.html", "TPL001"),
    ]

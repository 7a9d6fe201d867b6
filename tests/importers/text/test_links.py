"""Links: found where Markdown and HTML have them, never in code."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.importers.text.code import code_ranges
from corpblog.importers.text.links import find_targets, is_local, path_of


def test_links_images_definitions_and_html_are_found_in_order() -> None:
    text = (
        "[a](/one/) ![b](/two.png 'x') [![c](/three.png)](/four/)\n\n"
        '<img class="x" src="/five.png"> <a href=\'/six/\'>f</a>\n\n'
        "[ref]: /seven/ 'title'\n"
    )
    found = [(target.url, target.image) for target in find_targets(text)]
    assert found == [
        ("/one/", False),
        ("/two.png", True),
        ("/three.png", True),
        ("/four/", False),
        ("/five.png", True),
        ("/six/", False),
        ("/seven/", False),
    ]
    assert all(text[t.start : t.end] == t.url for t in find_targets(text))


@pytest.mark.parametrize(
    "code",
    [
        "`[a](/x/)`",
        "```\n[a](/x/)\n```",
        "~~~ md\n[a](/x/)\n~~~",
        "<pre>[a](/x/)</pre>",
        "<!-- [a](/x/) -->",
        "``[a](/x/) ` ``",
        "- item\n  ```\n  [a](/x/)\n  ```",
    ],
)
def test_code_has_no_links(code: str) -> None:
    assert [t.url for t in find_targets(f"{code}\n\n[b](/y/)")] == ["/y/"]


@given(st.text(alphabet="`~ab\n<>!-[]()/", max_size=60))
def test_ranges_of_code_never_overlap(text: str) -> None:
    ranges = code_ranges(text)
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert all(a[1] <= b[0] for a, b in pairwise(ranges))


def test_footnotes_and_words_in_brackets_define_no_link() -> None:
    text = "[^1]: The note\n[Update]: we changed it\n[a]: /x/ 'title'\n[b]: </y z/>\n"
    assert [t.url for t in find_targets(text)] == ["/x/", "/y z/"]


def test_local_is_what_has_no_host() -> None:
    local = ["/a/", "a.md", "../x", "img.png?x=1"]
    foreign = [
        "https://example.org",
        "//cdn.example.org/x",
        "mailto:a@b",
        "#top",
        "",
        "data:x",
        "{{ x }}",
        "http://[broken",
    ]
    assert [url for url in local + foreign if is_local(url)] == local


@pytest.mark.parametrize(
    ("url", "path", "tail"),
    [
        ("../b/", "/2014/03/b/", ""),
        ("b.png?x=1", "/2014/03/a/b.png", "?x=1"),
        ("/c%20d/#top", "/c d/", "#top"),
        ("../../../../etc", "/etc", ""),
        ("/ulm//", "/ulm/", ""),
    ],
)
def test_a_path_counts_from_the_page_and_never_leaves_the_root(
    url: str, path: str, tail: str
) -> None:
    assert path_of(url, "/2014/03/a/") == (path, tail)

"""What a wrong path probably meant, and when it is better to say nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.render.likely import Likely, closest

KNOWN = Likely(
    [
        "content/posts/2025/export.md",
        "content/posts/2026/export.de.md",
        "content/posts/first-post.md",
        "content/posts/kiln/index.md",
        "content/posts/image.md",
        "content/posts/part-2.md",
        "/",
        "/about/",
        "/people/jana-weiss/",
    ]
)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("content/posts/frist-post.md", "content/posts/first-post.md"),
        ("content/posts/First-Post.html", "content/posts/first-post.md"),
        ("content/pages/export.md", "content/posts/2025/export.md"),
        ("content/posts/2026/export.md", "content/posts/2026/export.de.md"),
        ("content/posts/klin.md", "content/posts/kiln/index.md"),
        ("/abuot/", "/about/"),
        ("/people/jana-weis", "/people/jana-weiss/"),
        ("xport.md", "content/posts/2025/export.md"),
        ("content/posts/gone.md", ""),
        ("content/posts/part-3.md", ""),
        ("", ""),
        ("/", ""),
        ("/nothing-like-it/", ""),
        ("content/posts/an-entirely-different-text.md", ""),
    ],
)
def test_a_guess_is_near_or_not_made(wrong: str, meant: str) -> None:
    assert KNOWN.nearest(wrong) == meant


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=8))
def test_a_guess_is_always_a_known_word(word: str, known: list[str]) -> None:
    assert closest(word, known) in {*known, ""}
    assert Likely(known).nearest(word) in {*known, ""}

"""An index that is made from the one before gives the answers of one that is made anew."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpblog.model.post import Post
from corpblog.read.memory import LISTING, ReadMemory
from corpblog.read.site import ReadOptions, read_site
from corpblog.render.related import related_of
from corpblog.render.related_again import related_again
from tests.sites import post, write_site

WORDS = "scales invoice counter bakery flour".split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
CHANGES = st.tuples(st.integers(0, 5), st.none() | TEXTS, st.booleans())


def posts_of(root: Path, memory: ReadMemory) -> tuple[Post, ...]:
    site = read_site(root, ReadOptions(future=True), memory).site
    assert site is not None
    return site.posts


@settings(max_examples=40)
@given(changes=st.lists(CHANGES, min_size=1, max_size=6))
def test_after_any_changes_the_answers_are_the_same(
    changes: list[tuple[int, str | None, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, memory = write_site(Path(folder)), ReadMemory()
        for number, word in enumerate(WORDS):
            text = post(f"tags: [{word}]", f"{word} flour", title=f"Number {number}")
            write_site(root, {f"content/posts/{number}.md": text})
        index = related_again(posts_of(root, memory), {})
        for number, words, asked in changes:
            path = f"content/posts/{number}.md"
            if words is None:
                (root / path).unlink(missing_ok=True)
            else:
                write_site(root, {path: post("tags: [a]", words, title=f"Number {number}")})
            memory.forget([path, LISTING])
            posts = posts_of(root, memory)
            index = related_again(posts, index)
            if asked:
                fresh = related_of(posts)
                for each in posts:
                    none: frozenset[str] = frozenset()
                    assert index[each.lang].to(each, none) == fresh[each.lang].to(each, none)


def test_an_earlier_index_still_answers_for_its_own_posts(tmp_path: Path) -> None:
    root, memory = write_site(tmp_path), ReadMemory()
    for number, word in enumerate(WORDS):
        text = post(f"tags: [{word}]", f"{word} flour", title=f"Number {number}")
        write_site(root, {f"content/posts/{number}.md": text})
    earlier = posts_of(root, memory)
    first = related_again(earlier, {})
    write_site(root, {"content/posts/0.md": post("tags: [counter]", "counter", title="Number 0")})
    memory.forget(["content/posts/0.md"])
    later = posts_of(root, memory)
    second = related_again(later, first)
    none: frozenset[str] = frozenset()
    for posts, index in ((later, second), (earlier, first), (later, second)):
        for each in posts:
            assert index["en"].to(each, none) == related_of(posts)["en"].to(each, none)

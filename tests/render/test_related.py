"""Which posts are named as belonging together."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpblog.model.post import Post, PostFrontMatter, PostState
from corpblog.model.source import SourceText
from corpblog.render.related import RelatedPosts
from tests.render.rendered import NOW, render
from tests.sites import post


def posts(root: Path, *texts: tuple[str, str]) -> tuple[Post, ...]:
    """Posts with tags and a body, newest first in the order given."""
    files = {
        f"content/posts/p{number:02}.md": post(
            f"tags: [{tags}]", body, title=f"Post {number}"
        ).replace("2026-11-10", f"2026-10-{28 - number:02}")
        for number, (tags, body) in enumerate(texts)
    }
    site = render(root, {**files, "content/posts/first.md": post("draft: true")}, now=NOW).site
    return site.posts


def test_shared_tags_weigh_more_than_shared_words(tmp_path: Path) -> None:
    written = posts(
        tmp_path,
        ("kiln", "Lorem ipsum."),
        ("", "Lorem ipsum about shrinkage."),
        ("kiln", "Something else."),
        ("", "Nothing."),
    )
    index = RelatedPosts(posts=written)
    assert [each.title for each in index.to(written[0], frozenset())] == ["Post 2"]
    assert index.to(written[3], frozenset()) == ()


def test_rare_words_bring_posts_together(tmp_path: Path) -> None:
    written = posts(
        tmp_path,
        ("", "The shrinkage of porcelain in the oven."),
        ("", "Our canteen has soup."),
        ("", "Porcelain again, and its shrinkage."),
    )
    index = RelatedPosts(posts=written)
    assert [each.title for each in index.to(written[0], frozenset())] == ["Post 2"]


def test_of_equally_close_posts_the_newer_stand_first_and_three_are_enough(
    tmp_path: Path,
) -> None:
    written = posts(tmp_path, *[("kiln", "Text.")] * 6)
    found = RelatedPosts(posts=written).to(written[5], frozenset({"p01"}))
    assert [each.title for each in found] == ["Post 0", "Post 2", "Post 3"]


TAGS = st.lists(st.sampled_from("abc"), max_size=3, unique=True)


@given(st.lists(TAGS, min_size=1, max_size=6), st.integers(min_value=0))
def test_a_post_is_never_related_to_itself(tags: list[list[str]], which: int) -> None:
    # Posts made once and given other tags: reading a site for each example would take long.
    written = tuple(_post(number, tuple(each)) for number, each in enumerate(tags))
    one = written[which % len(written)]
    found = RelatedPosts(posts=written).to(one, frozenset())
    assert one not in found and len(found) <= 3
    assert all(set(each.front.tags) & set(one.front.tags) for each in found)


def _post(number: int, tags: tuple[str, ...]) -> Post:
    return Post(
        id=f"p{number}",
        lang="en",
        front=PostFrontMatter(tags=tags),
        source=SourceText(path=f"p{number}.md", text=""),
        folder="",
        title=f"{number}",
        slug=f"p{number}",
        date=NOW,
        updated=NOW,
        state=PostState.PUBLISHED,
        authors=(),
        permalink=f"/p{number}/",
    )

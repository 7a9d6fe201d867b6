"""Until when a post takes comments."""

from datetime import UTC, datetime, timedelta

import pytest

from corpblog.model.closing import closing_time, takes_comments
from corpblog.model.config import CommentsSection
from corpblog.model.post import CommentSettings, Post, PostFrontMatter, PostState
from corpblog.model.source import SourceText

DATE = datetime(2026, 11, 10, 9, tzinfo=UTC)


def a_post(comments: CommentSettings | None = None) -> Post:
    return Post(
        id="a",
        front=PostFrontMatter(title="A", comments=comments),
        source=SourceText(path="content/posts/a.md", text=""),
        title="A",
        authors=(),
        lang="en",
        date=DATE,
        updated=DATE,
        slug="a",
        permalink="/a/",
        folder="content/posts",
        state=PostState.PUBLISHED,
    )


@pytest.mark.parametrize(
    ("written", "days"),
    [("90d", 90), ("6w", 42), ("12 months", 360), ("1y", 365), ("30", 30), ("2 Years", 730)],
)
def test_a_post_closes_so_long_after_its_date(written: str, days: int) -> None:
    own = CommentSettings(closes_after=written)
    assert closing_time(a_post(own), CommentsSection()) == DATE + timedelta(days=days)


@pytest.mark.parametrize("written", ["", "soon", "d90", "99999y", "5 fortnights"])
def test_what_says_no_time_is_no_limit(written: str) -> None:
    assert closing_time(a_post(), CommentsSection(closes_after=written)) is None


def test_the_post_is_asked_before_the_configuration() -> None:
    site = CommentsSection(closes_after="365d")
    assert closing_time(a_post(), site) == DATE + timedelta(days=365)
    own = CommentSettings(closes_after="30d")
    assert closing_time(a_post(own), site) == DATE + timedelta(days=30)


def test_comments_are_welcome_until_that_moment_and_not_at_it() -> None:
    site = CommentsSection(closes_after="30d")
    end = DATE + timedelta(days=30)
    assert takes_comments(a_post(), site, end - timedelta(seconds=1))
    assert not takes_comments(a_post(), site, end)


def test_either_the_site_or_the_post_can_close_them() -> None:
    assert not takes_comments(a_post(), CommentsSection(open=False), DATE)
    assert not takes_comments(a_post(CommentSettings(open=False)), CommentsSection(), DATE)
    assert takes_comments(a_post(CommentSettings()), CommentsSection(), DATE)

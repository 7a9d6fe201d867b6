"""Where a comment stands, whatever answers whatever."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from corpblog.model.comment import (
    Comment,
    CommentKind,
    CommentRecord,
    CommentStatus,
    Removal,
    Thread,
)
from corpblog.model.removal import RemovalReason
from corpblog.model.source import SourceText
from corpblog.render.threads import DEEPEST, branches

START = datetime(2026, 11, 10, tzinfo=UTC)


def a_comment(number: int, parent: int | None, **keys: Any) -> Comment:
    above = "" if parent is None else str(parent)
    record = CommentRecord(id=str(number), about="a", reply_to=above, text="x", **keys)
    source = SourceText(path=f"comments/a/{number}.yml", text="")
    return Comment(record=record, source=source, created=START + timedelta(minutes=number))


def a_thread(*comments: Comment) -> Thread:
    return Thread(post_id="a", lang="en", comments=comments)


STATES = st.sampled_from(
    [
        {},
        {},
        {"status": CommentStatus.HELD},
        {"status": CommentStatus.REMOVED, "removal": Removal(reason=RemovalReason.INSULT)},
        {"status": CommentStatus.REMOVED, "removal": Removal(reason=RemovalReason.SPAM)},
        {"kind": CommentKind.PINGBACK},
    ]
)


@given(st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 30)), STATES), max_size=30))
def test_every_seen_comment_stands_once_below_one_that_is_indented_less(
    given_: list[tuple[int | None, dict[str, Any]]],
) -> None:
    thread = a_thread(*(a_comment(n, parent, **keys) for n, (parent, keys) in enumerate(given_)))
    found = {branch.comment.id: branch for branch in branches(thread)}
    hidden = (CommentStatus.HELD,)
    for comment in thread.comments:
        record = comment.record
        is_spam = record.removal is not None and record.removal.reason is RemovalReason.SPAM
        is_unseen = record.status in hidden or is_spam or record.kind is CommentKind.PINGBACK
        assert (comment.id in found) != is_unseen
    for branch in found.values():
        assert 0 <= branch.level <= DEEPEST
        assert (branch.above == "") == (branch.level == 0)
        if branch.above:
            assert found[branch.above].level == branch.level - 1


def test_what_answers_a_comment_that_is_not_seen_stands_below_the_next_one_above() -> None:
    held = a_comment(1, 0, status=CommentStatus.HELD)
    found = list(branches(a_thread(a_comment(0, None), held, a_comment(2, 1))))
    assert [(each.comment.id, each.above) for each in found] == [("0", ""), ("2", "0")]
    assert found[1].parent is not None


def test_a_chain_of_ten_thousand_is_walked_once() -> None:
    chain = [a_comment(n, n - 1 if n else None) for n in range(10_000)]
    found = list(branches(a_thread(*reversed(chain))))
    assert len(found) == 10_000
    assert {each.above for each in found if each.comment.id > "9"} == {"2"}

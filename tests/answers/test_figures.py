"""Figures of a quarter: what counts, and that none of them is about one person."""

import json
from datetime import date
from typing import Any, Literal

from corpblog.answers.answered import needs_of
from corpblog.answers.figures import Figures, Quarter, as_json, figures_of
from corpblog.model.comment import (
    Comment,
    CommentKind,
    CommentStatus,
    Dialogue,
    NoResponse,
    Removal,
    Thread,
)
from corpblog.model.removal import RemovalReason
from tests.answers.talk import author, comment, desk, post, question, reply

PEOPLE = {
    person.id: person
    for person in (
        author("jana-weiss"),
        author("tom-kern"),
        author("ida-may", department="Plant"),
        author("ben-ott", department="Plant"),
        author("eva-lind", department="Press"),
    )
}


def figures(*comments: Comment) -> tuple[Figures, ...]:
    thread = Thread(post_id="export", lang="en", comments=comments)
    place = desk(people=PEOPLE)
    dialogue = Dialogue(threads={("export", "en"): thread})
    needs = needs_of(thread, ("jana-weiss",), place)
    return figures_of(dialogue, [post("export")], needs, PEOPLE, place.now)


def pair(
    number: int, asked: str, told: str, staff: str = "jana-weiss", **keys: Any
) -> tuple[Comment, Comment]:
    """A question and its answer."""
    return (
        question(f"q{number}", asked, **keys),
        reply(f"a{number}", told, f"q{number}", staff=staff),
    )


def removed(id_: str, reason: RemovalReason) -> Comment:
    removal = Removal(reason=reason, by="jana-weiss", date=date(2026, 11, 12))
    return comment(id_, "2026-09-30 10:00", by="", status=CommentStatus.REMOVED, removal=removal)


def test_quarters_come_newest_first_and_removals_count_on_the_day_of_the_decision() -> None:
    found = figures(removed("x", RemovalReason.SPAM), question("q", "2026-11-09 10:00"))
    assert [each.quarter for each in found] == [Quarter(2026, 4), Quarter(2026, 3)]
    assert [each.comments for each in found] == [1, 1]
    assert found[0].removals == {"spam": 1}
    assert found[1].removals == {}


def test_on_time_counts_what_was_answered_or_is_overdue_and_nothing_else() -> None:
    closed = NoResponse(reason="off-topic", by="jana-weiss")
    whole = figures(
        *pair(1, "2026-11-09 10:00", "2026-11-09 11:00"),
        *pair(2, "2026-11-09 10:00", "2026-11-17 10:00"),
        question("late", "2026-11-09 10:00"),
        question("fresh", "2026-11-20 10:00"),
        question("closed", "2026-11-09 10:00", no_response=closed),
    )[0]
    assert (whole.whole.needing, whole.whole.answered, whole.no_response) == (4, 2, 1)
    assert (whole.whole.decided, whole.whole.on_time) == (3, 1)
    assert whole.whole.on_time_percent is not None
    assert round(whole.whole.on_time_percent, 1) == 33.3


def test_median_and_ninetieth_percentile_are_business_hours() -> None:
    talks = [
        each
        for number, hour in enumerate(range(10, 20))
        for each in pair(number, "2026-11-09 09:00", f"2026-11-09 {hour}:00", by=f"R {number}")
    ]
    whole = figures(*talks)[0].whole
    assert (whole.median_hours, whole.p90_hours) == (5.5, 8.0)


def test_nothing_answered_has_no_times() -> None:
    whole = figures(question("q", "2026-11-20 10:00"))[0].whole
    assert (whole.on_time_percent, whole.median_hours, whole.p90_hours) == (None, None, None)


def test_departments_are_rows_and_a_lone_person_is_never_one() -> None:
    asked, told = "2026-11-09 10:00", "2026-11-09 11:00"
    both = figures(
        *pair(1, asked, told, "jana-weiss", by="A"), *pair(2, asked, told, "ida-may", by="B")
    )[0]
    assert [row.team for row in both.teams] == ["Plant", "Support"]
    with_press = figures(
        *pair(1, asked, told, "jana-weiss", by="A"),
        *pair(2, asked, told, "ida-may", by="B"),
        *pair(3, asked, told, "eva-lind", by="C"),
    )[0]
    rows = [(row.team, row.needing) for row in with_press.teams]
    assert rows == [("Plant", 1), ("", 2)]
    alone = figures(*pair(1, asked, told, "eva-lind"))[0]
    assert alone.teams == ()
    assert alone.whole.answered == 1


def test_kinds_and_held_comments_are_counted_but_no_employees_and_pingbacks() -> None:
    found = figures(
        *pair(1, "2026-11-09 10:00", "2026-11-09 11:00"),
        comment("p", "2026-11-09 10:00", "Nice.", kind=CommentKind.PRAISE),
        comment("n", "2026-11-09 10:00", "Well."),
        comment("h", "2026-11-09 10:00", status=CommentStatus.HELD, needs_answer=True),
        comment("b", "2026-11-09 10:00", "Linked.", kind=CommentKind.PINGBACK),
    )[0]
    assert found.kinds == {"": 1, "praise": 1, "question": 1}
    assert (found.comments, found.held) == (4, 1)


def test_turns_count_the_companys_replies_until_it_was_resolved() -> None:
    def talk(outcome: Literal["resolved"] | None, thanks: Literal["thanked"] | None) -> Figures:
        return figures(
            question("q", "2026-11-09 10:00", outcome=outcome),
            reply("a", "2026-11-09 11:00", "q"),
            comment("d", "2026-11-09 12:00", "Not yet.", reply_to="a", kind=CommentKind.CHATTER),
            reply("b", "2026-11-09 13:00", "d"),
            comment(
                "t",
                "2026-11-09 14:00",
                "Now it does.",
                reply_to="b",
                kind=CommentKind.THANKS,
                outcome=thanks,
            ),
            reply("c", "2026-11-09 15:00", "t"),
        )[0]

    assert talk("resolved", None).turns == 3
    assert talk(None, "thanked").turns == 2
    assert talk(None, None).turns is None


def test_figures_are_plain_values_and_name_nobody() -> None:
    rows = as_json(figures(*pair(1, "2026-11-09 10:00", "2026-11-09 11:30")))
    text = json.dumps(rows)
    assert rows[0]["quarter"] == "2026-Q4"
    assert rows[0]["whole"]["median_hours"] == 1.5
    assert not any(word in text.lower() for word in ("jana", "weiss", "petra"))

"""The one definition of “answered” (catalogue 1.7), sentence by sentence."""

import dataclasses
from datetime import date

import pytest

from corpblog.answers.threads import wants_answer
from corpblog.model.author import AuthorStatus, Away, Position
from corpblog.model.comment import (
    AnsweredElsewhere,
    CommentKind,
    CommentStatus,
    Holding,
    NoResponse,
    Removal,
)
from corpblog.model.removal import RemovalReason
from corpblog.model.response import NeedState
from tests.answers.talk import (
    GOOD,
    JANA,
    PEOPLE,
    TOM,
    at,
    author,
    comment,
    config,
    desk,
    judged,
    question,
    reply,
)

MONDAY = "2026-11-09 10:00"
CALLED = AnsweredElsewhere(
    channel="phone",
    date=date(2026, 11, 10),
    by="jana-weiss",
    summary="We found the wrong filter together and sent the file again.",
)


@pytest.mark.parametrize("kind", CommentKind)
def test_questions_complaints_criticism_and_corrections_need_an_answer(kind: CommentKind) -> None:
    needing = {"question", "complaint", "criticism", "correction"}
    assert wants_answer(comment("c", MONDAY, "What?", kind=kind)) is (kind.value in needing)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Does it float?", True),
        ("It floats.", False),
        ("He asked “does it float?” and went.", False),
        ("Er fragte: „Schwimmt es?“ und ging.", False),
        ("Er fragte: »Schwimmt es?« Und, schwimmt es?", True),
        ("See https://example.org/?page=2 for more", False),
        ("Have you seen https://example.org/?", True),
        ("> Does it float?\n\nIt does.", False),
        ("Use `a ? b : c` there.", False),
    ],
)
def test_without_a_kind_a_question_mark_decides(text: str, wanted: bool) -> None:
    assert wants_answer(comment("c", MONDAY, text)) is wanted


def test_employees_pingbacks_and_removed_comments_need_no_answer() -> None:
    removal = Removal(reason=RemovalReason.INSULT, by="jana-weiss", date=date(2026, 11, 10))
    assert not wants_answer(question("c", MONDAY, staff="jana-weiss"))
    assert not wants_answer(comment("c", MONDAY, "Why?", kind=CommentKind.PINGBACK))
    assert not wants_answer(question("c", MONDAY, status=CommentStatus.REMOVED, removal=removal))
    assert wants_answer(question("c", MONDAY, staff="none-confirmed"))


def test_a_held_comment_counts_from_its_submission_if_it_says_so() -> None:
    held = comment("c", MONDAY, status=CommentStatus.HELD, needs_answer=True)
    other = comment("d", MONDAY, status=CommentStatus.HELD)
    need = judged(held, other)["c"]
    assert need.state is NeedState.HELD
    assert (need.asked, need.due) == (at(MONDAY), at("2026-11-11 17:00"))


def test_a_named_reply_with_substance_answers() -> None:
    need = judged(question("c", MONDAY), reply("r", "2026-11-10 11:00", "c"))["c"]
    assert need.state is NeedState.ANSWERED
    assert need.answer is not None
    assert need.answer.id == "r"
    assert need.settled == at("2026-11-10 11:00")
    assert need.hours == 9
    assert need.in_time


def test_a_complaint_has_one_business_day_and_a_question_two() -> None:
    late = reply("r", "2026-11-11 10:00", "c")
    complaint = comment("c", MONDAY, "It broke.", kind=CommentKind.COMPLAINT)
    assert not judged(complaint, late)["c"].in_time
    assert judged(question("c", MONDAY), late)["c"].in_time


def test_an_answer_counts_when_readers_see_it() -> None:
    slow = reply("r", "2026-11-09 11:00", "c", published=at("2026-11-16 09:00"))
    held = reply("s", "2026-11-09 11:00", "c", status=CommentStatus.HELD)
    need = judged(question("c", MONDAY), slow, held)["c"]
    assert need.settled == at("2026-11-16 09:00")
    assert not need.in_time


@pytest.mark.parametrize(
    "profile", [{"type": "Organization"}, {"job_title": ""}, {"job_title": "  "}]
)
def test_only_a_person_with_a_job_title_answers(profile: dict[str, str]) -> None:
    place = desk(people={"jana-weiss": author("jana-weiss", **profile)})
    need = judged(question("c", MONDAY), reply("r", MONDAY, "c"), place=place)["c"]
    assert need.state is NeedState.WAITING


def test_a_job_title_of_that_time_is_enough_and_who_left_did_answer() -> None:
    once = Position(job_title="engineer", since=date(2020, 1, 1))
    left = author("jana-weiss", job_title="", positions=(once,), status=AuthorStatus.FORMER)
    place = desk(people={"jana-weiss": left})
    need = judged(question("c", MONDAY), reply("r", MONDAY, "c"), place=place)["c"]
    assert need.state is NeedState.ANSWERED


@pytest.mark.parametrize(
    "text",
    [
        "Your feedback is important to us. We apologise for any inconvenience.",
        "Business decision.",
        "Please write to us at help@example.org.",
        "",
    ],
)
def test_a_canned_empty_or_deflecting_reply_is_no_answer(text: str) -> None:
    need = judged(question("c", MONDAY), reply("r", MONDAY, "c", text))["c"]
    assert need.state is NeedState.WAITING


def test_a_reply_to_the_last_comment_does_not_answer_earlier_ones() -> None:
    first = question("a", MONDAY, by="Petra Lang")
    second = question("b", "2026-11-09 11:00", by="Ole Brandt", reply_to="a")
    side = question("c", "2026-11-09 12:00", by="Ute Falk")
    found = judged(first, second, side, reply("r", "2026-11-09 13:00", "b"))
    states = {id_: need.state.value for id_, need in found.items()}
    assert states == {"a": "waiting", "b": "answered", "c": "waiting"}


def test_a_reply_below_chatter_or_a_colleague_still_answers() -> None:
    chatter = comment("b", MONDAY, "Same here.", by="Ole Brandt", reply_to="a")
    colleague = reply("t", MONDAY, "b", "Moment.", staff="tom-kern")
    found = judged(question("a", MONDAY), chatter, colleague, reply("r", MONDAY, "t"))
    assert found["a"].state is NeedState.ANSWERED


def test_a_follow_up_by_the_same_person_starts_a_new_clock() -> None:
    found = judged(
        question("a", MONDAY),
        reply("r", "2026-11-09 11:00", "a"),
        question("b", "2026-11-12 10:00", reply_to="r"),
    )
    assert found["a"].state is NeedState.ANSWERED
    assert found["b"].state is NeedState.WAITING
    assert found["b"].due == at("2026-11-16 17:00")


def test_an_answer_to_the_second_asking_answers_the_first_too_but_late() -> None:
    found = judged(
        question("a", MONDAY),
        question("b", "2026-11-12 10:00", text="Is anybody there?", reply_to="a"),
        reply("r", "2026-11-12 11:00", "b"),
    )
    assert found["b"].in_time
    assert found["a"].settled == at("2026-11-12 11:00")
    assert not found["a"].in_time


def test_one_reply_answers_all_that_it_lists() -> None:
    storm = [question(f"c{number}", MONDAY, by=f"Reader {number}") for number in range(10)]
    listing = reply("r", "2026-11-09 15:00", "c0", answers=tuple(each.id for each in storm))
    found = judged(*storm, listing)
    assert [need.state.value for need in found.values()] == ["answered"] * 10


def test_a_readers_answer_counts_from_the_day_on_which_staff_confirm_it() -> None:
    helpful = comment("h", "2026-11-09 11:00", GOOD, by="Ole Brandt", reply_to="c")
    thanks = reply("r", "2026-11-10 09:30", "h", "Right, thank you.", confirms="h")
    assert judged(question("c", MONDAY), helpful)["c"].state is NeedState.WAITING
    need = judged(question("c", MONDAY), helpful, thanks)["c"]
    assert need.state is NeedState.ANSWERED
    assert need.answer is not None
    assert (need.answer.id, need.settled) == ("h", at("2026-11-10 09:30"))


@pytest.mark.parametrize("place", ["comment", "reply"])
def test_an_answer_on_another_channel_counts_if_the_thread_tells_it(place: str) -> None:
    if place == "comment":
        found = judged(question("c", MONDAY, answered_elsewhere=CALLED))
    else:
        call = reply("r", MONDAY, "c", "I called you.", answered_elsewhere=CALLED)
        found = judged(question("c", MONDAY), call)
    assert found["c"].state is NeedState.ELSEWHERE
    assert found["c"].settled == at("2026-11-10 17:00")


@pytest.mark.parametrize(
    "lacking",
    [
        {"channel": ""},
        {"date": None},
        {"date": date(2026, 12, 1)},
        {"by": ""},
        {"by": "nobody"},
        {"summary": "We talked."},
    ],
)
def test_an_answer_elsewhere_needs_channel_day_person_and_eight_words(
    lacking: dict[str, object],
) -> None:
    told = dataclasses.replace(CALLED, **lacking)  # type: ignore[arg-type]
    need = judged(question("c", MONDAY, answered_elsewhere=told))["c"]
    assert need.state is NeedState.WAITING


def test_a_holding_reply_in_time_stops_the_clock_until_its_day() -> None:
    hold = reply("h", "2026-11-10 09:00", "c", holding=Holding(until=date(2026, 11, 18)))
    need = judged(question("c", MONDAY), hold)["c"]
    assert (need.state, need.due) == (NeedState.WAITING, at("2026-11-18 17:00"))
    kept = judged(question("c", MONDAY), hold, reply("r", "2026-11-18 16:00", "c"))["c"]
    assert kept.in_time


def test_a_holding_reply_holds_once_not_too_long_and_not_too_late() -> None:
    def due(*replies: tuple[str, date]) -> str:
        held = [
            reply(f"h{number}", created, "c", holding=Holding(until=until))
            for number, (created, until) in enumerate(replies)
        ]
        return f"{judged(question('c', MONDAY), *held)['c'].due:%d %H:%M}"

    assert due(("2026-11-10 09:00", date(2026, 12, 24))) == "24 17:00"
    again = ("2026-11-12 09:00", date(2026, 11, 20))
    assert due(("2026-11-10 09:00", date(2026, 11, 12)), again) == "12 17:00"
    assert due(("2026-11-12 09:00", date(2026, 11, 18))) == "11 17:00"


def test_who_is_sent_elsewhere_hears_within_five_days_what_came_of_it() -> None:
    away = reply("r", "2026-11-10 09:00", "c", "Please write to us at help@example.org.")
    need = judged(question("c", MONDAY), away)["c"]
    assert need.state is NeedState.WAITING
    assert need.due == at("2026-11-17 17:00")


def test_a_reason_and_a_name_close_a_comment_without_answer() -> None:
    closed = NoResponse(reason="off-topic", by="jana-weiss")
    nameless = NoResponse(reason="off-topic")
    assert judged(question("c", MONDAY, no_response=closed))["c"].state is NeedState.CLOSED
    assert judged(question("c", MONDAY, no_response=nameless))["c"].state is NeedState.WAITING


def test_hours_run_while_somebody_waits() -> None:
    assert judged(question("c", MONDAY), place=desk("2026-11-10 12:00"))["c"].hours == 10


def owner(**people: object) -> str:
    every = {**PEOPLE, **{str(key).replace("_", "-"): value for key, value in people.items()}}
    place = desk(people=every, settings=config(readers=("ida-may",)))  # type: ignore[arg-type]
    return judged(question("c", MONDAY), place=place)["c"].owner


def test_the_first_author_who_is_there_owns_it_then_a_successor_then_a_stand_in() -> None:
    gone = {"status": AuthorStatus.FORMER, "successor": "tom-kern"}
    away = {"status": AuthorStatus.AWAY, "away": Away(until=date(2027, 1, 10), stand_in=TOM.id)}
    back = {"status": AuthorStatus.AWAY, "away": Away(until=date(2026, 11, 15))}
    assert owner() == JANA.id
    assert owner(jana_weiss=author(JANA.id, **gone)) == TOM.id
    assert owner(jana_weiss=author(JANA.id, **away)) == TOM.id
    assert owner(jana_weiss=author(JANA.id, **back)) == JANA.id


def test_where_no_author_is_left_the_readers_desk_owns_it() -> None:
    circle = {"status": AuthorStatus.FORMER, "successor": JANA.id}
    gone = author(JANA.id, **circle)
    assert owner(jana_weiss=gone) == ""
    assert owner(jana_weiss=gone, ida_may=author("ida-may")) == "ida-may"

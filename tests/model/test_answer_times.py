"""How soon readers may expect an answer, as the configuration says it."""

from typing import Any

import pytest

from corpblog.model.answer_times import ANSWER_DAYS, answer_days


def test_without_a_word_in_the_configuration_the_usual_days_hold() -> None:
    assert answer_days({}) == ANSWER_DAYS
    assert answer_days({"JARG001": "off"}) == ANSWER_DAYS


@pytest.mark.parametrize("name", ["DIAL002", "dial002", "comment-unanswered"])
def test_days_that_the_configuration_sets_replace_the_usual_ones(name: str) -> None:
    days = answer_days({name: {"days": {"question": 5}}})
    assert days == {**ANSWER_DAYS, "question": 5}


@pytest.mark.parametrize("setting", ["off", False, {"severity": "off", "days": {"question": 5}}])
def test_where_the_rule_is_off_nobody_may_expect_anything(setting: Any) -> None:
    assert answer_days({"DIAL002": setting}) == {}


@pytest.mark.parametrize("days", ["soon", {"question": "two"}, {"question": 0}, {"question": True}])
def test_what_is_no_number_of_days_counts_as_not_said(days: Any) -> None:
    assert answer_days({"DIAL002": {"days": days}}) == ANSWER_DAYS

"""Business days and hours: weekends, holidays, days off, and the two nights when clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.answers.business_time import BusinessTime, business_time, business_time_of
from corpblog.answers.regions import Region, UnknownRegion, region_named
from tests.answers.talk import at, config

ULM = business_time("Europe/Berlin", "DE-BW", frozenset({date(2026, 11, 11)}))
PLAIN = business_time("Europe/Berlin")
MOMENTS = st.datetimes(
    min_value=datetime(2025, 1, 1), max_value=datetime(2028, 1, 1), timezones=st.just(UTC)
)


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        ("2026-11-09", True),
        ("2026-11-14", False),  # a Saturday
        ("2026-01-06", False),  # Epiphany, in Baden-Württemberg
        ("2026-11-11", False),  # a day off of the company
    ],
)
def test_weekends_holidays_and_days_off_are_no_business_days(day: str, is_open: bool) -> None:
    assert ULM.is_business_day(date.fromisoformat(day)) is is_open


def test_a_holiday_of_one_region_is_a_business_day_in_another() -> None:
    assert business_time("Europe/Berlin", "DE-BE").is_business_day(date(2026, 1, 6))


@pytest.mark.parametrize(
    ("came", "starts"),
    [
        ("2026-11-09 10:30", "2026-11-09 10:30"),
        ("2026-11-09 07:00", "2026-11-09 09:00"),
        ("2026-11-09 17:00", "2026-11-09 17:00"),
        ("2026-11-09 17:01", "2026-11-10 09:00"),
        ("2026-11-10 18:00", "2026-11-12 09:00"),  # over the day off
        ("2026-11-13 18:00", "2026-11-16 09:00"),
        ("2026-11-15 12:00", "2026-11-16 09:00"),
    ],
)
def test_what_comes_after_five_counts_from_the_next_business_day(came: str, starts: str) -> None:
    assert ULM.start_of_clock(at(came)) == at(starts)


@pytest.mark.parametrize(
    ("came", "days", "due"),
    [
        ("2026-11-16 10:00", 2, "2026-11-18 17:00"),
        ("2026-11-16 18:00", 2, "2026-11-19 17:00"),
        ("2026-11-13 20:00", 2, "2026-11-18 17:00"),
        ("2026-11-09 10:00", 2, "2026-11-12 17:00"),  # the day off between
        ("2026-11-16 10:00", 0, "2026-11-16 17:00"),
        ("2026-12-23 10:00", 2, "2026-12-28 17:00"),  # Christmas
    ],
)
def test_the_day_on_which_the_clock_starts_is_not_counted(came: str, days: int, due: str) -> None:
    assert ULM.due(at(came), days) == at(due)


def test_hours_are_those_between_nine_and_five() -> None:
    assert ULM.hours_between(at("2026-11-13 16:00"), at("2026-11-16 10:30")) == 2.5
    assert PLAIN.hours_between(at("2026-11-09 00:00"), at("2026-11-16 00:00")) == 40
    assert PLAIN.hours_between(at("2026-11-16 10:00"), at("2026-11-13 10:00")) == 0


@pytest.mark.parametrize("night", ["2026-03-27", "2026-10-23"])
def test_a_weekend_on_which_clocks_change_has_no_more_and_no_fewer_hours(night: str) -> None:
    friday = at(f"{night} 16:00")
    monday = datetime.combine(friday.date() + timedelta(days=3), time(10), friday.tzinfo)
    assert PLAIN.hours_between(friday, monday) == 2
    assert PLAIN.due(friday, 1) == monday.replace(hour=17)


def test_a_moment_from_elsewhere_counts_by_the_clock_of_the_site() -> None:
    in_kyoto = datetime(2026, 11, 10, 1, 30, tzinfo=ZoneInfo("Asia/Tokyo"))  # 17:30 in Berlin
    assert PLAIN.start_of_clock(in_kyoto) == at("2026-11-10 09:00")


@given(MOMENTS, MOMENTS, MOMENTS)
def test_hours_always_add_up(one: datetime, two: datetime, three: datetime) -> None:
    first, middle, last = sorted((one, two, three))
    parts = ULM.hours_between(first, middle) + ULM.hours_between(middle, last)
    assert parts == pytest.approx(ULM.hours_between(first, last), abs=1e-6)


@given(MOMENTS, MOMENTS, st.integers(min_value=0, max_value=15))
def test_what_comes_later_is_never_due_earlier(one: datetime, two: datetime, days: int) -> None:
    first, last = sorted((one, two))
    assert ULM.due(first, days) <= ULM.due(last, days)
    assert ULM.due(first, days) < ULM.due(first, days + 1)
    assert ULM.start_of_clock(first) >= first
    assert ULM.due(first, days) >= ULM.start_of_clock(first)


@given(MOMENTS, st.integers(min_value=1, max_value=15))
def test_between_start_and_end_lie_always_as_many_full_days(came: datetime, days: int) -> None:
    start, due = ULM.start_of_clock(came), ULM.due(came, days)
    assert 8 * days <= ULM.hours_between(start, due) <= 8 * (days + 1)


@pytest.mark.parametrize("name", ["DE", "DE-BW", "de-bw", "AT-9", "CH-ZH", "US-CA", "GB-ENG"])
def test_regions_are_countries_and_their_parts(name: str) -> None:
    assert len(region_named(name).holidays(2026)) > 5


@pytest.mark.parametrize(("name", "near"), [("DE-BWW", "DE-BW"), ("DE BW", "DE-BW"), ("QQ", "")])
def test_an_unknown_region_names_its_neighbour(name: str, near: str) -> None:
    with pytest.raises(UnknownRegion) as caught:
        region_named(name)
    assert (caught.value.name, caught.value.nearest) == (name, near)


def test_the_configuration_says_whose_holidays_count() -> None:
    business = business_time_of(config("DE-BW", (date(2026, 11, 11),)))
    assert business.region == Region(country="DE", part="BW")
    assert business == ULM
    assert business_time_of(config("nowhere")).region is None


def test_a_year_without_a_business_day_has_an_end() -> None:
    every = frozenset(date(2026, 1, 1) + timedelta(days=day) for day in range(1200))
    closed = BusinessTime(zone=ZoneInfo("UTC"), days_off=every)
    assert closed.due(at("2026-11-10 10:00"), 2) > at("2026-11-10 10:00")
    assert closed.hours_between(at("2026-11-10 10:00"), at("2027-11-10 10:00")) == 0


def test_a_day_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="has no hours"):
        BusinessTime(zone=ZoneInfo("UTC"), opens=time(17), closes=time(9))

"""Dates: every form that real blogs have, and none made up."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.importers.old.dates import MONTHS, file_name_day, read_date

DAYS = st.dates(min_value=date(1970, 1, 1), max_value=date(2199, 12, 31))
ENGLISH = (
    "January February March April May June July August September October November December"
).split()
GERMAN = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
).split()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("2016-03-01", "2016-03-01"),
        ("2017-11-8", "2017-11-08"),
        ("2019-12-3", "2019-12-03"),
        ("2016-03-08 13:22", "2016-03-08T13:22:00"),
        ("2016-03-03 3:00", "2016-03-03T03:00:00"),
        ("2016-03-22 14:00 EDT", "2016-03-22T14:00:00-04:00"),
        ("2014-05-29T17:15:00-04:00", "2014-05-29T17:15:00-04:00"),
        ("2023-11-02T8:00:00+02:00", "2023-11-02T08:00:00+02:00"),
        ("2020-07-07T00:00:00.000Z", "2020-07-07T00:00:00+00:00"),
        ("2016-03-08 13:22:05 +0100", "2016-03-08T13:22:05+01:00"),
        ("2016-03-08 13:22 MESZ", "2016-03-08T13:22:00+02:00"),
        ("October 21, 2021", "2021-10-21"),
        ("July 6, 2021", "2021-07-06"),
        ("21st October 2021", "2021-10-21"),
        ("Oct. 21, 2021 at 5:30 pm", "2021-10-21T17:30:00"),
        ("Thu, 21 Oct 2021 10:00:00 +0000", "2021-10-21T10:00:00+00:00"),
        ("1. März 2016", "2016-03-01"),
        ("Montag, 7. Dezember 2020 um 14:30 Uhr", "2020-12-07T14:30:00"),
        ("01.02.2020", "2020-02-01"),
        ("2016/03/01", "2016-03-01"),
        ("21/10/2021", "2021-10-21"),
        ("10/21/2021", "2021-10-21"),
    ],
)
def test_a_date_is_read_in_the_form_people_typed_it(typed: str, written: str) -> None:
    reading = read_date(typed)
    assert reading is not None
    assert (reading.written, reading.note) == (written, "")


@pytest.mark.parametrize(
    ("typed", "written", "note"),
    [
        (
            "2016-06-17 12:00-400",
            "2016-06-17T12:00:00-04:00",
            "the time zone “-400” was read as -04:00",
        ),
        ("2016-07-19 (optional)", "2016-07-19", "“(optional)” after the date was left out"),
        (
            "2016-07-19 12:00 IST",
            "2016-07-19T12:00:00",
            "the time zone “IST” has no single offset and was left out",
        ),
        (
            "2016-07-19 12:00 +99:00",
            "2016-07-19T12:00:00",
            "the time zone “+99:00” does not exist and was left out",
        ),
        ("2016-07-19 25:00", "2016-07-19", "“25:00” after the date was left out"),
    ],
)
def test_an_odd_date_is_read_and_its_oddity_told(typed: str, written: str, note: str) -> None:
    reading = read_date(typed)
    assert reading is not None
    assert (reading.written, reading.note) == (written, note)


@pytest.mark.parametrize(
    "typed", ["", "Janish", "2026-13-01", "2013-02-30", "03/04/2021", "0001-01-01", "soon", "2016"]
)
def test_what_is_no_certain_day_is_not_guessed(typed: str) -> None:
    assert read_date(typed) is None


@given(DAYS)
def test_the_same_day_is_always_read_from_every_form(day: date) -> None:
    english, german = ENGLISH[day.month - 1], GERMAN[day.month - 1]
    forms = (
        day.isoformat(),
        f"{day.year:04}-{day.month}-{day.day}",
        f"{day.year:04}/{day.month:02}/{day.day:02}",
        f"{english} {day.day}, {day.year}",
        f"{english[:3]} {day.day} {day.year}",
        f"{day.day} {english} {day.year}",
        f"{day.day}. {german} {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
    )
    assert {reading.day for form in forms if (reading := read_date(form))} == {day}
    assert all(read_date(form) for form in forms)


@given(
    st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2199, 1, 1)),
    st.integers(min_value=-14 * 60, max_value=14 * 60),
)
def test_a_time_with_an_offset_always_comes_back_the_same(moment: datetime, minutes: int) -> None:
    at = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    reading = read_date(at.isoformat())
    assert reading is not None
    assert reading.at == at
    assert read_date(reading.written) == reading


@given(st.text(max_size=30))
def test_any_text_at_all_is_read_or_refused_without_an_error(typed: str) -> None:
    reading = read_date(typed)
    assert reading is None or read_date(reading.written) is not None


def test_every_month_has_a_name_in_both_languages() -> None:
    assert {MONTHS[name.lower()] for name in ENGLISH} == set(range(1, 13))
    assert {MONTHS[name.lower()] for name in GERMAN} == set(range(1, 13))


@pytest.mark.parametrize(
    ("stem", "day", "rest"),
    [
        ("2014-03-12-coming-soon", date(2014, 3, 12), "coming-soon"),
        ("2019-12-3-long-term-teams", date(2019, 12, 3), "long-term-teams"),
        ("2017-09-28-three-ways-to manage", date(2017, 9, 28), "three-ways-to manage"),
        ("about", None, "about"),
    ],
)
def test_a_file_name_tells_day_and_slug(stem: str, day: date | None, rest: str) -> None:
    named = file_name_day(stem)
    assert (named.day, named.rest, named.note) == (day, rest, "")


def test_a_file_name_with_an_impossible_day_says_so() -> None:
    named = file_name_day("2021-09-31-out-in-the-open")
    assert (named.day, named.rest) == (None, "out-in-the-open")
    assert (
        named.note == "the file name begins with 2021-09-31, which is no date that a blog can have"
    )

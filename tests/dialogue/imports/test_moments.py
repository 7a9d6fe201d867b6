"""Dates of other systems become moments with a zone."""

from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.dialogue.imports.moments import moment


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2007-04-11 23:18:48", "2007-04-11T23:18:48+00:00"),
        ("2017-11-24T17:08:43.905Z", "2017-11-24T17:08:43.905000+00:00"),
        ("2014-05-14 02:18:40 -0500", "2014-05-14T07:18:40+00:00"),
        ("2014-05-14T02:18:40+05:30", "2014-05-13T20:48:40+00:00"),
        ("2014-05-14", "2014-05-14T00:00:00+00:00"),
        ("2014-05-14 9:05", "2014-05-14T09:05:00+00:00"),
        ("1477880142", "2016-10-31T02:15:42+00:00"),
        ("1477880142000", "2016-10-31T02:15:42+00:00"),
        ("Fri, 21 Nov 2014 15:01:17 +0000", "2014-11-21T15:01:17+00:00"),
        ("0000-00-00 00:00:00", None),
        ("2014-13-01", None),
        ("9999-12-31T23:59:59-12:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_is_a_moment_in_utc(written: str, expected: str | None) -> None:
    found = moment(written)
    assert (found.isoformat() if found else None) == expected


def test_a_zone_may_be_told_for_those_without_one() -> None:
    found = moment("2014-05-14 09:05", timezone(timedelta(hours=2)))
    assert found is not None and found.isoformat() == "2014-05-14T07:05:00+00:00"


@given(st.text(alphabet="0123456789-:TZ.+ ,JanMo", max_size=40))
def test_any_text_is_a_moment_or_none(written: str) -> None:
    moment(written)

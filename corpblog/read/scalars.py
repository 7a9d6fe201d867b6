"""Days, times and yes or no as people write them in YAML."""

import calendar
import re
from datetime import date, datetime, timedelta, timezone, tzinfo

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(
    r"[Tt ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|z|UTC|[+-]\d{1,2}(?::?\d{2})?)?"
)
_TRUE = frozenset({"true", "yes", "on", "y"})
_FALSE = frozenset({"false", "no", "off", "n"})


class BadScalarError(ValueError):
    """A value that is no day, time or truth value; its text says why, in plain words."""


def read_day(text: str) -> date:
    """``2026-11-10`` as a day; raises BadScalarError with the reason."""
    moment = read_moment(text, timezone.utc)  # noqa: UP017 (a tzinfo, not a namespace)
    return moment.date()


def read_moment(text: str, zone: tzinfo) -> datetime:
    """A day (its midnight) or a time, in ``zone`` unless the text names one.

    Raises BadScalarError with the reason.
    """
    day = _DAY.match(text.strip())
    if not day:
        raise BadScalarError(f"“{_short(text)}” is no day")
    year, month, number = map(int, day.groups())
    _check_day(text, year, month, number)
    rest = text.strip()[day.end() :]
    if not rest:
        return datetime(year, month, number, tzinfo=zone)
    time = _TIME.fullmatch(rest)
    if not time:
        raise BadScalarError(f"“{_short(rest.strip())}” is no time of day")
    hour, minute, second = (int(part or 0) for part in time.group(1, 2, 3))
    if hour > 23 or minute > 59 or second > 59:
        raise BadScalarError(f"there is no time {hour}:{minute:02}")
    where = _offset(time.group(4)) if time.group(4) else zone
    return datetime(year, month, number, hour, minute, second, tzinfo=where)


def read_truth(text: str) -> bool:
    """``yes``, ``no``, ``true``, ``false``, ``on``, ``off``; raises BadScalarError."""
    word = text.strip().lower()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise BadScalarError(f"“{_short(text)}” is neither yes nor no")


def _check_day(text: str, year: int, month: int, number: int) -> None:
    if not 2 <= year <= 9998:
        raise BadScalarError(f"“{_short(text)}” has a year that no calendar holds")
    if not 1 <= month <= 12:
        raise BadScalarError(f"“{_short(text)}” has month {month}; a year has 12")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= number <= days:
        raise BadScalarError(f"“{_short(text)}” has day {number}; that month has {days}")


def _offset(zone: str) -> tzinfo:
    if zone in ("Z", "z", "UTC"):
        return timezone.utc  # noqa: UP017 (a tzinfo, not a namespace)
    digits = zone[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14 or minutes > 59:
        raise BadScalarError(f"there is no time zone {zone}")
    sign = -1 if zone[0] == "-" else 1
    return timezone(sign * timedelta(hours=hours, minutes=minutes))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else flat[:39] + "…"

"""Business time: which days count, when a clock starts, and when an answer is due.

Catalogue 1.7: business days are Monday to Friday without the public holidays of the region and
the days off of the company; somebody is there from 09:00 to 17:00 in the time zone of the site.
"""

import zoneinfo
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from corpblog.answers.regions import Region, region_named, region_of
from corpblog.model.answer_times import BUSINESS_HOURS
from corpblog.model.config import Config

OPENS, CLOSES = BUSINESS_HOURS

_DAY = timedelta(days=1)
_SATURDAY = 5
# From here on a year has been searched for a business day, and none was found.
_LONGEST_BREAK = 366


@dataclass(frozen=True, kw_only=True, slots=True)
class BusinessTime:
    """The hours in which somebody answers; every moment given or returned has a zone.

    ``region`` None knows no public holidays; ``days_off`` are further days on which nobody is
    there, however many.
    """

    zone: ZoneInfo
    region: Region | None = None
    days_off: frozenset[date] = frozenset()
    opens: time = OPENS
    closes: time = CLOSES
    _hours: float = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The day has to have an end. Raises ValueError."""
        length = _hours_of(self.closes) - _hours_of(self.opens)
        if length <= 0:
            raise ValueError(f"a business day from {self.opens} to {self.closes} has no hours")
        object.__setattr__(self, "_hours", length)

    def is_business_day(self, day: date) -> bool:
        """Whether somebody is there on ``day``."""
        return (
            day.weekday() < _SATURDAY
            and day not in self.days_off
            and (self.region is None or day not in self.region.holidays(day.year))
        )

    def start_of_clock(self, moment: datetime) -> datetime:
        """When the clock of something that came in at ``moment`` begins to run.

        At once within business hours; before them at the opening; after 17:00 and on days off at
        the opening of the next business day.
        """
        local = moment.astimezone(self.zone)
        if not self.is_business_day(local.date()) or local.time() > self.closes:
            return self._at(self._next(local.date()), self.opens)
        return max(local, self._at(local.date(), self.opens), key=_wall)

    def due(self, moment: datetime, days: int) -> datetime:
        """The end of the last business day on which an answer still comes in time.

        The business day on which the clock starts is not counted: a question of Monday at 10:00
        with two days is due on Wednesday at 17:00; one of Monday at 18:00 counts from Tuesday and
        is due on Thursday; one of Friday evening counts from Monday and is due on Wednesday.
        """
        day = self.start_of_clock(moment).date()
        for _ in range(days):
            day = self._next(day)
        return self.closing(day)

    def closing(self, day: date) -> datetime:
        """The end of ``day``, be it a business day or not."""
        return self._at(day, self.closes)

    def hours_between(self, start: datetime, end: datetime) -> float:
        """Business hours from ``start`` to ``end``; 0 where the end is not later."""
        first, last = start.astimezone(self.zone), end.astimezone(self.zone)
        if last <= first:
            return 0.0
        days = self._business_days(first.date(), last.date())
        return max(0.0, days * self._hours + self._gone(last) - self._gone(first))

    def _gone(self, local: datetime) -> float:
        """Business hours of its day that are over at ``local``."""
        if not self.is_business_day(local.date()):
            return 0.0
        return min(max(_hours_of(local.time()) - _hours_of(self.opens), 0.0), self._hours)

    def _business_days(self, first: date, last: date) -> int:
        """How many business days there are from ``first`` to the day before ``last``."""
        off = self._off(first.year, last.year)
        weeks, rest = divmod((last - first).days, 7)
        odd = sum((first.weekday() + step) % 7 < _SATURDAY for step in range(rest))
        return weeks * _SATURDAY + odd - (bisect_left(off, last) - bisect_left(off, first))

    def _off(self, first: int, last: int) -> tuple[date, ...]:
        """The days of these years that would be business days and are none, in order."""
        free = {day for day in self.days_off if first <= day.year <= last}
        for year in range(first, last + 1) if self.region else ():
            free |= self.region.holidays(year) if self.region else frozenset()
        return tuple(sorted(day for day in free if day.weekday() < _SATURDAY))

    def _next(self, day: date) -> date:
        """The business day after ``day``; the day itself follows where a year is all days off."""
        for step in range(1, _LONGEST_BREAK + 1):
            if self.is_business_day(day + step * _DAY):
                return day + step * _DAY
        return day + _DAY

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, self.zone)


def business_time_of(config: Config) -> BusinessTime:
    """The business time of a site.

    An unknown time zone counts as UTC and an unknown region as one without public holidays: both
    are told where the configuration is read.
    """
    return BusinessTime(
        zone=_zone(config.site.timezone),
        region=region_of(config),
        days_off=frozenset(config.guidelines.holidays.days_off),
    )


def business_time(
    zone: str, region: str = "", days_off: frozenset[date] = frozenset()
) -> BusinessTime:
    """Business time by names, as ``("Europe/Berlin", "DE-BW")``.

    Raises UnknownRegion, and ``zoneinfo.ZoneInfoNotFoundError`` for an unknown time zone.
    """
    place = region_named(region) if region else None
    return BusinessTime(zone=ZoneInfo(zone), region=place, days_off=days_off)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def _wall(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _hours_of(clock: time) -> float:
    return clock.hour + clock.minute / 60 + clock.second / 3600 + clock.microsecond / 3.6e9

"""Dates as people typed them over the years, in English and German, read without guessing."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

# Zone names that mean one offset only; others (IST, BST in Asia …) are told and left out.
ZONES = {
    "Z": 0,
    "UTC": 0,
    "GMT": 0,
    "WET": 0,
    "WEST": 60,
    "CET": 60,
    "MEZ": 60,
    "CEST": 120,
    "MESZ": 120,
    "EET": 120,
    "EEST": 180,
    "EST": -300,
    "EDT": -240,
    "CST": -360,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
}
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "januar", "jänner", "jan"),
            ("february", "februar", "feber", "feb"),
            ("march", "märz", "maerz", "mar", "mär", "mrz"),
            ("april", "apr"),
            ("may", "mai"),
            ("june", "juni", "jun"),
            ("july", "juli", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oktober", "oct", "okt"),
            ("november", "nov"),
            ("december", "dezember", "dec", "dez"),
        ),
        start=1,
    )
    for name in names
}
# Blogs are younger; an earlier year is the zero date of a program or a slip.
_FIRST_YEAR = 1970
_WEEKDAY = re.compile(r"^(?:[^\W\d]{2,10})\.?,\s*(?=\d)")
_DAYS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<y>\d{4})/(?P<m>\d{1,2})/(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})"),
    re.compile(r"(?P<d>\d{1,2})(?:\.|st|nd|rd|th)?\s+(?P<n>[^\W\d]+)\.?,?\s+(?P<y>\d{4})"),
    re.compile(r"(?P<n>[^\W\d]+)\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})"),
    re.compile(r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})"),
)
_TIME = re.compile(
    r"(?:[Tt]|,?\s+(?:at\s+|um\s+)?)\s*(?P<h>\d{1,2}):(?P<min>\d{2})"
    r"(?::(?P<s>\d{2})(?:[.,]\d+)?)?(?:\s*(?P<half>[AaPp]\.?[Mm]\.?)(?![A-Za-z]))?"
)
_ZONE = re.compile(r"\s*(?:Uhr\s*)?(?P<zone>[A-Za-z]{1,5}\b|[+-]\d{1,2}:?\d{2}|[+-]\d{1,2}\b)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A date as understood; ``note`` says in plain words what was odd about it."""

    day: date
    at: datetime | None = None
    note: str = ""

    @property
    def written(self) -> str:
        """ISO 8601: a day, a time without zone, or a time with its offset."""
        return self.at.isoformat(timespec="seconds") if self.at else self.day.isoformat()


def read_date(text: str) -> Reading | None:
    """The date that ``text`` tells, or None when it tells none or could mean two."""
    cleaned = " ".join(text.split())
    cleaned = _WEEKDAY.sub("", cleaned)
    for pattern in _DAYS:
        match = pattern.match(cleaned)
        day = _day(match) if match else None
        if match and day:
            return _with_time(day, cleaned[match.end() :])
    return None


def _day(match: re.Match[str]) -> date | None:
    found = match.groupdict()
    if "n" in found:
        month = MONTHS.get(found["n"].lower())
    elif "a" in found:
        # 10/21/2021 and 21/10/2021 are clear; 03/04/2021 is not.
        first, second = int(found["a"]), int(found["b"])
        if (first > 12) == (second > 12) and first != second:
            return None
        found["d"], month = (first, second) if first > 12 else (second, first)
    else:
        month = int(found["m"])
    return _valid(int(found["y"]), month or 0, int(found["d"]))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= _FIRST_YEAR else None
    except ValueError:
        return None


def _with_time(day: date, rest: str) -> Reading:
    match = _TIME.match(rest)
    clock = _clock(match) if match else None
    if match is None or clock is None:
        return Reading(day=day, note=_rest_note(rest))
    hour, minute, second = clock
    at = datetime(day.year, day.month, day.day, hour, minute, second)
    offset, rest, note = _zone(rest[match.end() :])
    if offset is not None:
        at = at.replace(tzinfo=timezone(timedelta(minutes=offset)))
    return Reading(day=day, at=at, note=note or _rest_note(rest))


def _clock(match: re.Match[str]) -> tuple[int, int, int] | None:
    hour, minute, second = int(match["h"]), int(match["min"]), int(match["s"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "Pp" else 0)
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _zone(rest: str) -> tuple[int | None, str, str]:
    """Offset in minutes, what follows, and a note about an unusual spelling."""
    if rest.strip().lower() == "uhr":
        return None, "", ""
    match = _ZONE.match(rest)
    if match is None:
        return None, rest, ""
    zone, after = match["zone"], rest[match.end() :]
    if zone[0] not in "+-":
        if zone.upper() in ZONES:
            return ZONES[zone.upper()], after, ""
        return None, after, f"the time zone “{zone}” has no single offset and was left out"
    digits = zone[1:].replace(":", "")
    hours, minutes = (digits, "0") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    offset = (int(hours) * 60 + int(minutes)) * (-1 if zone[0] == "-" else 1)
    if abs(offset) > 14 * 60 or int(minutes) > 59:
        return None, after, f"the time zone “{zone}” does not exist and was left out"
    spelled = f"{zone[0]}{int(hours):02}:{int(minutes):02}"
    odd = len(digits) == 3
    return offset, after, f"the time zone “{zone}” was read as {spelled}" if odd else ""


def _rest_note(rest: str) -> str:
    left = rest.strip()
    return f"“{left}” after the date was left out" if left else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedDay:
    """What a file name says: ``day`` where it is one, the rest of the name, and a note."""

    day: date | None
    rest: str
    note: str = ""


_IN_NAME = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})[-_ ](?P<rest>.+)", re.DOTALL)


def file_name_day(stem: str) -> NamedDay:
    """The day at the beginning of a file name: ``2014-03-12-coming-soon``."""
    match = _IN_NAME.fullmatch(stem)
    if match is None:
        return NamedDay(day=None, rest=stem)
    day = _valid(int(match["y"]), int(match["m"]), int(match["d"]))
    wrong = stem[: match.start("rest") - 1]
    note = (
        "" if day else f"the file name begins with {wrong}, which is no date that a blog can have"
    )
    return NamedDay(day=day, rest=match["rest"], note=note)

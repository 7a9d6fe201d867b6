"""Dates of other systems, in all the forms that they come in, as moments with a zone."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

_EPOCH = re.compile(r"\d{9,13}")
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d?-\d\d?)(?:[Tt ]\s*(?P<clock>\d\d?:\d\d(?::\d\d)?)(?:[.,](?P<part>\d+))?)?"
    r"\s*(?P<zone>[Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?)?"
)
# What programs write where they know no date.
_NEVER = re.compile(r"0{4}-0?0-0?0")


def moment(written: str, zone: tzinfo = UTC) -> datetime | None:
    """The moment in UTC that ``written`` names; None where it names none.

    Takes ISO 8601 (with a blank too, any fraction), Unix time in seconds or milliseconds and the
    form of e-mails. ``zone`` is for those that name none.
    """
    text = " ".join(written.split())
    if _NEVER.match(text):
        return None
    try:
        if _EPOCH.fullmatch(text):
            seconds = int(text) / (1000 if len(text) > 10 else 1)
            return datetime.fromtimestamp(seconds, UTC)
        found = _iso(text) or (parsedate_to_datetime(text) if text else None)
        if found is None:
            return None
        return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _iso(text: str) -> datetime | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) for part in match["day"].split("-"))
    hour, minute, second = ([int(part) for part in (match["clock"] or "0:0").split(":")] + [0])[:3]
    micro = int(f"{match['part'] or '0':0<6.6}")
    found = datetime(year, month, day, hour, minute, second, micro)
    zone = (match["zone"] or "").upper()
    if not zone:
        return found
    if zone in ("Z", "UTC", "GMT"):
        return found.replace(tzinfo=UTC)
    digits = zone[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return found.replace(tzinfo=timezone(-offset if zone[0] == "-" else offset))

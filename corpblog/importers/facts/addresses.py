"""Old addresses: the patterns of Jekyll and Hugo, and which of them an old blog followed."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from corpblog.files import OutsideRoot, require_plain

_TOKEN = re.compile(r":([a-z_]+)")
_PATHS = re.compile(r"(?:https?://(?P<host>[^/\s\"'<>()\[\]{}]+))?(?P<path>/[^\s\"'<>()\[\]{}#?]*)")
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_NAME_TOKENS = (
    "title slug filename stripped slugorfilename contentbasename slugorcontentbasename"
).split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

JEKYLL_STYLES = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "weekdate": "/:categories/:year/W:week/:short_day/:title.html",
    "none": "/:categories/:title.html",
}
HUGO_STYLES = {
    "file name": "/:sections/:filename/",
    "file name without its date": "/:sections/:stripped/",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """The pattern that an old blog followed, how it is known, and the blog's own host."""

    pattern: str
    reason: str
    host: str = ""


def date_parts(day: date | None) -> Mapping[str, str]:
    """What a pattern can say about a day."""
    if day is None:
        return {}
    week = day.isocalendar()
    return {
        "year": f"{day.year:04}",
        "short_year": f"{day.year % 100:02}",
        "month": f"{day.month:02}",
        "i_month": str(day.month),
        "short_month": _MONTHS[day.month - 1][:3],
        "long_month": _MONTHS[day.month - 1],
        "monthname": _MONTHS[day.month - 1].lower(),
        "day": f"{day.day:02}",
        "i_day": str(day.day),
        "y_day": f"{day.timetuple().tm_yday:03}",
        "yearday": str(day.timetuple().tm_yday),
        "short_day": _DAYS[day.weekday()][:3],
        "long_day": _DAYS[day.weekday()],
        "weekday": str(day.isoweekday() % 7),
        "weekdayname": _DAYS[day.weekday()].lower(),
        "week": f"{week.week:02}",
        "w_year": str(week.year),
    }


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """An address: ``pattern`` with its tokens replaced; unknown tokens give nothing."""

    def value(match: "re.Match[str]") -> str:
        name = match[1]
        for known in sorted(parts, key=len, reverse=True):
            if name == known:
                return parts[known]
            if name.startswith(f"{known}_"):
                return parts[known] + name[len(known) :]
        return ""

    address = _TOKEN.sub(value, pattern)
    return clean(address)


def clean(address: str) -> str:
    """An address from the root without doubled slashes, query, fragment or ``index.html``."""
    path = unquote(re.split(r"[?#]", address.strip(), maxsplit=1)[0])
    path = re.sub(r"/{2,}", "/", f"/{path}")
    path = re.sub(r"/index\.html?$", "/", path)
    last = path.rsplit("/", 1)[-1]
    return path if not last or re.search(r"\.[A-Za-z0-9]{1,5}$", last) else f"{path}/"


def is_safe(address: str) -> bool:
    """Whether an address can be a folder or file of the site on every system."""
    try:
        require_plain(address.removeprefix("/").removesuffix("/"))
    except OutsideRoot:
        return False
    return address.startswith("/")


def on_disk(address: str) -> str:
    """Equal for addresses that some file systems keep in one place: upper case, composed signs."""
    return unicodedata.normalize("NFC", address).casefold()


def pretty(address: str) -> str:
    """The folder address of a page: ``/2014/03/x.html`` becomes ``/2014/03/x/``."""
    return clean(re.sub(r"\.html?$", "/", address))


def choose(
    styles: Mapping[str, str],
    posts: Sequence[Mapping[str, str]],
    texts: Iterable[str],
    tool: str,
) -> Choice:
    """The style whose addresses the old texts link to most; without any, the tool's default."""
    links = Counter(
        (str(match["host"] or ""), clean(match["path"]))
        for text in texts
        for match in _PATHS.finditer(text)
    )
    best = next(iter(styles))
    hits: Counter[tuple[str, str]] = Counter()
    for name, pattern in styles.items():
        own = {filled(pattern, parts) for parts in posts}
        found = Counter({key: n for key, n in links.items() if key[1] in own})
        if found.total() > hits.total():
            best, hits = name, found
    if not hits:
        reason = f"nothing tells how addresses were made, so {tool}'s default is taken"
        return Choice(pattern=styles[best], reason=reason)
    hosts = Counter({host: 0 for host, _ in hits if host})
    for (host, _), count in hits.items():
        if host:
            hosts[host] += count
    own_host = min(hosts, key=lambda host: (-hosts[host], host)) if hosts else ""
    reason = f"{hits.total()} links in the old texts lead to posts at such addresses"
    return Choice(pattern=styles[best], reason=reason, host=own_host)


def corpblog_pattern(pattern: str, section: str = "") -> str:
    """The pattern for new posts, or nothing where corpblog has no words for it."""
    names = {"year": "{year}", "month": "{month}", "day": "{day}"}
    names |= dict.fromkeys(_NAME_TOKENS, "{slug}")
    names |= {"categories": "", "section": section, "sections": section}
    if any(token not in names for token in _TOKEN.findall(pattern)):
        return ""
    return pretty(_TOKEN.sub(lambda match: names[match[1]], pattern))

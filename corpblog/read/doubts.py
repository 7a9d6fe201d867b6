"""Values of the configuration that have the right type and still cannot be meant."""

import dataclasses
import zoneinfo
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from corpblog.model.config import Config
from corpblog.nearest import nearest
from corpblog.read.addresses import BadAddressError, checked_link, pattern_fault
from corpblog.read.yaml_text import Path


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Doubt:
    """A value at ``path`` that cannot be meant, and what to do about it."""

    code: str
    path: Path
    message: str
    hint: str = ""


def doubts_of(config: Config) -> Iterator[Doubt]:
    """Everything in ``config`` that cannot be meant."""
    yield from _zone_doubts(config)
    yield from _url_doubts(config)
    yield from _number_doubts(config)
    yield from _link_doubts(config)
    for name in ("post", "page", "author", "tag", "series"):
        problem = pattern_fault(getattr(config.permalinks, name), needs="slug id")
        if problem:
            path = ("permalinks", name)
            yield Doubt(code="SRC024", path=path, message=f"{name}: {problem}")


def without(config: Config, path: Path) -> Config:
    """``config`` with the default at ``path``, so that one fault does not make others."""
    changed: Config = _without(config, path)
    return changed


def _without(holder: Any, path: Path) -> Any:
    step, *rest = path
    if isinstance(holder, dict):
        return {**holder, step: _without(holder[step], tuple(rest))}
    if isinstance(holder, tuple):
        mended = _without(holder[int(step)], tuple(rest)) if rest else None
        items = [mended if index == step else item for index, item in enumerate(holder)]
        return tuple(item for item in items if item is not None)
    if rest:
        inner = _without(getattr(holder, str(step)), tuple(rest))
        return dataclasses.replace(holder, **{str(step): inner})
    field = next(item for item in dataclasses.fields(holder) if item.name == step)
    return dataclasses.replace(holder, **{field.name: field.default})


def _zone_doubts(config: Config) -> Iterator[Doubt]:
    zone = config.site.timezone
    try:
        ZoneInfo(zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        near = nearest(zone, tuple(zoneinfo.available_timezones()))
        hint = f"did you mean “{near}”?" if near else "for example timezone: Europe/Berlin"
        message = f"timezone: “{zone}” is no time zone"
        yield Doubt(code="SRC014", path=("site", "timezone"), message=message, hint=hint)


def _url_doubts(config: Config) -> Iterator[Doubt]:
    urls: list[tuple[Path, str]] = [(("site", "url"), config.site.url)]
    urls += [(("environments", name, "url"), e.url) for name, e in config.environments.items()]
    for path, url in urls:
        if url and not _is_whole_address(url):
            message = f"url: “{url}” is no whole address"
            hint = "for example https://blog.example.org/"
            yield Doubt(code="SRC033", path=path, message=message, hint=hint)


def _is_whole_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    whole = parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0
    plain = not parts.query and not parts.fragment and ".." not in parts.path
    return whole and plain and not any(char.isspace() for char in url)


def _number_doubts(config: Config) -> Iterator[Doubt]:
    numbers = (
        (("build", "paginate"), config.build.paginate),
        (("build", "reading_speed"), config.build.reading_speed),
        (("feeds", "size"), config.feeds.size),
    )
    for path, number in numbers:
        if number < 1:
            yield Doubt(code="SRC014", path=path, message=f"{path[-1]}: expected 1 or more")
    if config.version != 1:
        message = f"version: this corpblog reads version 1, not {config.version}"
        yield Doubt(code="SRC014", path=("version",), message=message, hint="update corpblog")


def _link_doubts(config: Config) -> Iterator[Doubt]:
    links: list[tuple[Path, object]] = [(("organization", "url"), config.organization.url)]
    links += [
        (("organization", "same_as", index), link)
        for index, link in enumerate(config.organization.same_as)
    ]
    links += [
        (("navigation", index, "url"), item.url) for index, item in enumerate(config.navigation)
    ]
    for path, link in links:
        for address in link.values() if isinstance(link, dict) else (link,):
            try:
                checked_link(str(address))
            except BadAddressError as error:
                name = next(str(step) for step in reversed(path) if isinstance(step, str))
                yield Doubt(code="SRC024", path=path, message=f"{name}: {error}")

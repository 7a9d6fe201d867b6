"""Regions and their public holidays; the library holidays is loaded where one is asked for."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from corpblog.model.config import Config
from corpblog.nearest import nearest


class UnknownRegion(ValueError):  # noqa: N818 (it reads as what it says)
    """There is no region ``name``; ``nearest`` is a known one that is spelt alike, or empty."""

    def __init__(self, name: str, near: str) -> None:
        super().__init__(f"unknown region “{name}”")
        self.name = name
        self.nearest = near


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """A country or a part of one, such as DE-BW, AT-9, CH-ZH, US-CA, GB-ENG."""

    country: str
    part: str = ""

    def holidays(self, year: int) -> frozenset[date]:
        """The public holidays of ``year`` in this region."""
        return _holidays(self.country, self.part, year)


@cache
def region_named(name: str) -> Region:
    """The region ``name``: a country (ISO 3166-1), or a country and a part (ISO 3166-2).

    Case does not matter. Raises UnknownRegion.
    """
    country, _, part = name.strip().upper().partition("-")
    parts = _parts()
    known = {each.upper(): each for each in parts.get(country, ())}
    if country not in parts or (part and part not in known):
        raise UnknownRegion(name, _nearest(name.strip().upper(), country))
    return Region(country=country, part=known[part] if part else "")


def region_of(config: Config) -> Region | None:
    """The region whose public holidays count; None for none and for an unknown one."""
    name = config.guidelines.holidays.region
    try:
        return region_named(name) if name.strip() else None
    except UnknownRegion:
        return None


def _nearest(name: str, country: str) -> str:
    parts = _parts()
    wanted = (country,) if country in parts else tuple(parts)
    every = [
        full
        for each in wanted
        for full in (each, *(f"{each}-{part.upper()}" for part in parts[each]))
    ]
    return nearest(name, every) or (country if country in parts else "")


@cache
def _parts() -> dict[str, list[str]]:
    """The parts of each country that the library knows; codes of two letters only."""
    import holidays

    every = holidays.list_supported_countries(include_aliases=False)
    return {country: parts for country, parts in every.items() if len(country) == len("DE")}


@cache
def _holidays(country: str, part: str, year: int) -> frozenset[date]:
    import holidays

    found = holidays.country_holidays(country, subdiv=part or None, years=year)
    return frozenset(day for day in found if day.year == year)

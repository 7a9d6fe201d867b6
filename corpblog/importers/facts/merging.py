"""Two records of one person become one profile; where they disagree, people are asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from corpblog.importers.facts.profiles import KEYS, Profile

# Lists of which nothing has to be chosen: all of both counts.
_JOINED = ("same_as", "knows_about")


@dataclass(frozen=True, kw_only=True, slots=True)
class Disagreement:
    """A key of which two records say different things: the first counts."""

    key: str
    first: str
    second: str


def merged(first: Profile, second: Profile) -> tuple[Profile, tuple[Disagreement, ...]]:
    """Both profiles as one: ``second`` fills what ``first`` does not say."""
    fields = {**second.fields, **first.fields}
    if first.name_is_made:
        fields["name"] = second.fields["name"]
    for key in _JOINED:
        if both := (*first.fields.get(key, ()), *second.fields.get(key, ())):
            fields[key] = tuple(dict.fromkeys(both))
    extra = {**second.fields.get("extra", {}), **first.fields.get("extra", {})}
    fields |= {"extra": extra} if extra else {}
    # A portrait and its words belong together, also where the words name the person.
    image = first.fields.get("image") or second.fields.get("image")
    fields |= {"image": {**image, "alt": fields["name"]}} if image else {}
    one = replace(
        first,
        fields={key: fields[key] for key in KEYS if key in fields},
        bio=first.bio or second.bio,
        portrait=first.portrait or second.portrait,
        old_ids=tuple(dict.fromkeys((*first.old_ids, *second.old_ids))),
        aliases=tuple(dict.fromkeys((*first.aliases, *second.aliases))),
        name_is_made=first.name_is_made and second.name_is_made,
    )
    return one, tuple(_disagreements(first, second))


def _disagreements(first: Profile, second: Profile) -> Iterator[Disagreement]:
    for key in first.fields:
        if key in (*_JOINED, "image", "extra") or key not in second.fields:
            continue
        if key == "name" and (first.name_is_made or second.name_is_made):
            continue
        yield from _different(key, first.fields[key], second.fields[key])
    other = second.fields.get("extra", {})
    for key, value in first.fields.get("extra", {}).items():
        if key in other:
            yield from _different(key, value, other[key])
    for key, one, two in (
        ("text", first.bio, second.bio),
        ("portrait", first.portrait, second.portrait),
    ):
        if one and two:
            yield from _different(key, one, two)


def _different(key: str, first: Any, second: Any) -> Iterator[Disagreement]:
    if first != second:
        yield Disagreement(key=key, first=_shown(first), second=_shown(second))


def _shown(value: Any) -> str:
    words = value.get("name", value) if isinstance(value, Mapping) else value
    line = " ".join(str(words).split())
    return line if len(line) <= 80 else f"{line[:79]}…"

"""YAML and JSON of strangers as texts: one small mapping per file, nothing built, nothing typed."""

import json
from collections.abc import Iterator
from typing import Any

# Comment files nest once at most; libyaml's events need no recursion, these functions do.
_DEEPEST = 10
_NULL = frozenset({"", "~", "null", "Null", "NULL"})


class Unreadable(ValueError):  # noqa: N818 (named for what is wrong)
    """A file that holds no mapping; the text says why, with line and column where known."""


def yaml_texts(text: str) -> dict[str, str]:
    """The top-level keys of a YAML mapping whose values are scalars, as they were typed.

    Empty and null values are "". Lists and mappings among the values are left out. Raises
    Unreadable.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        # Events only: no object is built, no alias is followed.
        return dict(_pairs(yaml.parse(text, Loader=loader)))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise Unreadable(f"{place}{getattr(error, 'problem', None) or error}") from error


def json_texts(text: str) -> dict[str, str]:
    """The same for a JSON object. Raises Unreadable."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(str(error)) from error
    if not isinstance(found, dict):
        raise Unreadable("no keys with values")
    return {key: _scalar(value) for key, value in found.items() if not _nests(value)}


def _nests(value: object) -> bool:
    return isinstance(value, dict | list)


def _scalar(value: object) -> str:
    if value is None:
        return ""
    written = value if isinstance(value, str) else json.dumps(value)
    # Half of a pair of surrogates is no sign that any file could hold.
    return written.encode("utf-8", "replace").decode("utf-8")


def _pairs(events: Any) -> Iterator[tuple[str, str]]:
    """Key and value of the outermost mapping; the last of two equal keys comes last."""
    import yaml

    depth = 0
    key: str | None = None
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth == 1 and not isinstance(event, yaml.MappingStartEvent):
                raise Unreadable("no keys with values")
            if depth > _DEEPEST:
                raise Unreadable(f"nested more than {_DEEPEST} levels deep")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            key = None if depth == 1 else key
        elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            if depth == 0:
                raise Unreadable("no keys with values")
            if depth > 1:
                continue
            value = _typed(event)
            if key is None:
                key = value
                continue
            yield key, value
            key = None


def _typed(event: Any) -> str:
    """What was typed; a reference to another place counts as nothing."""
    value = getattr(event, "value", None)
    if value is None or (not event.style and value in _NULL):
        return ""
    return str(value)

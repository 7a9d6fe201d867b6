"""Values of foreign front matter: text keeps its letters, and knows whether it was quoted."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from corpblog.yaml_writing import Bare

# What no text of a site may hold: invisible signs that steer terminals and printers.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


# Nobody nests lists in lists deeper than this.
DEEPEST = 50
# A scalar, a list or a mapping; scalars are all text.
Value = str | list[Any] | dict[str, Any]

_TRUE = frozenset({"true", "yes", "on", "y"})
_FALSE = frozenset({"false", "no", "off", "n"})
_NULL = frozenset({"", "~", "null"})


def is_null(value: Value | None) -> bool:
    """Whether nothing was said: no key, an empty value, ``null`` or ``~``."""
    if isinstance(value, Bare):
        return value.strip().lower() in _NULL
    if isinstance(value, str):
        return not value.strip()
    return not value


def flag(value: Value | None) -> bool | None:
    """Yes, no, or neither."""
    if not isinstance(value, str):
        return None
    word = value.strip().lower()
    if word in _TRUE:
        return True
    return False if word in _FALSE else None


def text(value: Value | None) -> str:
    """One line of text; a list of one is taken for its item; nothing else is text."""
    if isinstance(value, list) and len(value) == 1:
        return text(value[0])
    if is_null(value) or not isinstance(value, str):
        return ""
    return " ".join(value.split())


def strings(value: Value | None, *, split: str = "") -> tuple[str, ...]:
    """A list of texts; a single text counts as one, or is cut at the characters of ``split``."""
    if isinstance(value, list):
        return tuple(found for item in value if (found := text(item)))
    single = text(value)
    for mark in split:
        if mark in single:
            return tuple(part.strip() for part in single.split(mark) if part.strip())
    return (single,) if single else ()


def mapping(value: Value | None) -> Mapping[str, Any]:
    """The value when it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def from_python(value: object, depth: int = 0) -> Value:
    """What TOML or JSON gave, in the form of this module; raises ValueError for odd depths."""
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    if isinstance(value, dict):
        return {str(key): from_python(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [from_python(item, depth + 1) for item in value]
    if isinstance(value, str):
        return CONTROL.sub("", value)
    if isinstance(value, datetime | date | time):
        return Bare(value.isoformat())
    return Bare(json.dumps(value))

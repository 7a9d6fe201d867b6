"""YAML as corpblog writes it: scalars that every YAML reader takes back unchanged."""

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

# What stands without quotes is never anything but this text, for any YAML version.
_PLAIN = re.compile(r"/?[^\W\d_](?:[\w./+()–-]|[,;!?’] ?| (?! ))*")
_OTHER_MEANING = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan"})
# Printable for JSON, but not allowed to stand as they are in YAML.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def scalar(text: str) -> str:
    """``text`` as a YAML scalar: bare where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _OTHER_MEANING:
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def flow(values: tuple[str, ...]) -> str:
    """A list of texts on one line; what means something between brackets is quoted there."""
    return "[" + ", ".join(_quoted(v) if "," in v or "?" in v else scalar(v) for v in values) + "]"


def plain_value(value: Any) -> Any:
    """``value`` with records as dicts, tuples as lists, and days as texts: what JSON knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = (field.name for field in dataclasses.fields(value))
        return {name: plain_value(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(name): plain_value(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def is_leaf(value: Any) -> bool:
    """Whether a plain value fits on the line of its key."""
    return not isinstance(value, dict | list) or not value or _is_short_list(value)


def leaf(value: Any) -> str:
    """A plain value on one line."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, list) and value:
        return flow(tuple(str(item) for item in value))
    return json.dumps(value, ensure_ascii=False)


def block(value: Any, indent: int = 0) -> Iterator[str]:
    """The lines of a plain value in block style, ``indent`` spaces in."""
    space = " " * indent
    if is_leaf(value):
        yield space + leaf(value)
    elif isinstance(value, dict):
        for name, item in value.items():
            if is_leaf(item):
                yield f"{space}{scalar(name)}: {leaf(item)}"
            else:
                yield f"{space}{scalar(name)}:"
                yield from block(item, indent + 2)
    else:
        for item in value:
            first, *rest = block(item, indent + 2)
            yield f"{space}- {first.lstrip()}"
            yield from rest


def _is_short_list(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)

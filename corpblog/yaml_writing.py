"""YAML and Markdown as a person would write them; every reader of YAML gets the same text back."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

# What stands without quotes is never anything but this text, for any version of YAML.
_PLAIN = re.compile(
    r"(?:[^\W\d_]|/[\w./-]*)(?:[\w /’“”„‚‘()+–—…!?;%§&.'-]|,(?=[^ ])|, |:(?=[^\s]))*"
)
_PLAIN_IN_LIST = re.compile(r"[\w.-]+(?:[ /’'()&+–]+[\w.-]+)*")
_OTHER_TYPE = re.compile(
    r"(?:~|null|true|false|yes|no|on|off|y|n|[-+]?\.(?:inf|nan)|[-+.\d][\d_.,:eExX+-]*)?", re.I
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d|Z)?)?")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,15})(?:\.\d+)?")
# Printable for JSON, but not allowed to stand as they are in YAML.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_BLOCK_OK = re.compile(r"[^\s#\x00-\x1f][^\x00-\x1f]*(?:\n[^\x00-\x1f]*)*")
# A list stands on the line of its key while it is not longer than this, in characters.
_LONGEST_LIST, _LONGEST_ITEM = 80, 40


class Bare(str):
    """A text that stood without quotes in another file: where it is a day, a number or a truth
    value there, it is one here."""

    __slots__ = ()


def yaml_file(values: Mapping[str, Any]) -> bytes:
    """A YAML document of ``values`` in their order; ends with a line end."""
    return ("\n".join(block(values)) + "\n").encode()


def markdown_file(front: Mapping[str, Any], body: str) -> bytes:
    """A Markdown file with ``front`` above ``body``."""
    text = body.strip("\n")
    head = "\n".join(block(front))
    return f"---\n{head}\n---\n{chr(10) + text + chr(10) if text else ''}".encode()


def block(value: Any, indent: int = 0) -> list[str]:
    """The lines of a value, ``indent`` spaces in: mappings, sequences, texts, days, numbers."""
    space = " " * indent
    if is_leaf(value):
        return [space + leaf(value)]
    if isinstance(value, Mapping):
        return [
            line
            for key, item in value.items()
            for line in _entry(f"{space}{scalar(str(key))}:", item, indent)
        ]
    return [line for item in value for line in _item(item, indent)]


def is_leaf(value: Any) -> bool:
    """Whether a value fits on the line of its key."""
    if isinstance(value, list | tuple):
        fits = all(_is_short(item) for item in value)
        return fits and sum(len(scalar(item)) + 2 for item in value) < _LONGEST_LIST
    return not isinstance(value, Mapping) or not value


def leaf(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, list | tuple):
        return flow(value)
    return "{}" if isinstance(value, Mapping) else scalar(value)


def flow(values: Sequence[Any]) -> str:
    """A list on one line; what means something between brackets is quoted there."""
    return f"[{', '.join(_in_list(value) for value in values)}]"


def scalar(value: Any) -> str:
    """One text, day, number or truth value on one line: bare where that is safe, else quoted."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Bare) and _is_typed(value):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and not _OTHER_TYPE.fullmatch(text) and not text.endswith((" ", ":")):
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _entry(head: str, value: Any, indent: int) -> list[str]:
    """The lines of a value behind its key or its hyphen."""
    if isinstance(value, str) and _is_block(value):
        body = (f"{' ' * (indent + 2)}{line}".rstrip() for line in value.rstrip("\n").split("\n"))
        return [f"{head} |" if value.endswith("\n") else f"{head} |-", *body]
    if is_leaf(value):
        return [f"{head} {leaf(value)}"]
    return [head, *block(value, indent + 2)]


def _item(value: Any, indent: int) -> list[str]:
    space = " " * indent
    if isinstance(value, Mapping) and value:
        first, *rest = block(value, indent + 2)
        return [f"{space}- {first.lstrip()}", *rest]
    return _entry(f"{space}-", value, indent)


def _is_short(value: Any) -> bool:
    nested = isinstance(value, Mapping | list | tuple)
    return not nested and len(str(value)) < _LONGEST_ITEM and "\n" not in str(value)


def _in_list(value: Any) -> str:
    """An item between brackets, where more signs have a meaning than on a line of its own."""
    written = scalar(value)
    if written.startswith('"') or _PLAIN_IN_LIST.fullmatch(written):
        return written
    return _quoted(str(value))


def _is_block(value: str) -> bool:
    """Whether a text of several lines may stand as it is, indented."""
    trimmed = value.removesuffix("\n")
    return (
        "\n" in trimmed
        and bool(_BLOCK_OK.fullmatch(trimmed))
        and not _UNPRINTABLE.search(value)
        and all(line == line.rstrip() for line in trimmed.split("\n"))
        and not trimmed.endswith("\n")
    )


def _is_typed(value: Bare) -> bool:
    return bool(
        value.lower() in ("true", "false", "null")
        or _DAY.fullmatch(value)
        or _NUMBER.fullmatch(value)
    )

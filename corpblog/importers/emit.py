"""YAML and Markdown files as a person would write them: fixed order, quotes where needed."""

import json
import re
from collections.abc import Mapping
from typing import Any

from corpblog.importers.old.values import Bare

# Text that may stand without quotes: no sign that YAML gives a meaning to.
_PLAIN = re.compile(r"[^\W\d_](?:[\w /’“”„‚‘()+–—…!?;%§&.'-]|,(?=[^ ])|, |:(?=[^\s]))*")
_PLAIN_IN_LIST = re.compile(r"[\w.-]+(?:[ /’'()&+–]+[\w.-]+)*")
_OTHER_TYPE = re.compile(
    r"(?:~|null|true|false|yes|no|on|off|y|n|[-+]?\.(?:inf|nan)|[-+.\d][\d_.,:eExX+-]*)?", re.I
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d|Z)?)?")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,15})(?:\.\d+)?")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BLOCK_OK = re.compile(r"[^\s#][^\n\t]*(?:\n[^\n\t]*)*")


def yaml_file(values: Mapping[str, Any]) -> bytes:
    """A YAML document of ``values`` in their order; ends with a line feed."""
    return ("\n".join(_mapping(values, 0)) + "\n").encode()


def markdown_file(front: Mapping[str, Any], body: str) -> bytes:
    """A Markdown file with ``front`` above ``body``."""
    text = body.strip("\n")
    head = "\n".join(_mapping(front, 0))
    return f"---\n{head}\n---\n{chr(10) + text + chr(10) if text else ''}".encode()


def _mapping(values: Mapping[str, Any], indent: int) -> list[str]:
    lines: list[str] = []
    for key, value in values.items():
        lines += _entry(f"{' ' * indent}{scalar(key)}:", value, indent)
    return lines or [f"{' ' * indent}{{}}"]


def _entry(head: str, value: Any, indent: int) -> list[str]:
    if isinstance(value, Mapping) and value:
        return [head, *_mapping(value, indent + 2)]
    if isinstance(value, list | tuple) and value:
        if all(_short(item) for item in value) and sum(len(scalar(i)) + 2 for i in value) < 80:
            return [f"{head} [{', '.join(_in_list(item) for item in value)}]"]
        return [head, *_items(value, indent + 2)]
    if isinstance(value, str) and "\n" in value.strip("\n") and _as_block(value):
        body = [f"{' ' * (indent + 2)}{line}".rstrip() for line in value.rstrip("\n").split("\n")]
        return [f"{head} |-" if not value.endswith("\n") else f"{head} |", *body]
    return [f"{head} {scalar(value)}"]


def _items(values: list[Any] | tuple[Any, ...], indent: int) -> list[str]:
    lines: list[str] = []
    for value in values:
        if isinstance(value, Mapping) and value:
            first, *rest = _mapping(value, indent + 2)
            lines += [f"{' ' * indent}- {first.lstrip()}", *rest]
        else:
            lines += _entry(f"{' ' * indent}-", value, indent)
    return lines


def _short(value: Any) -> bool:
    return isinstance(value, str | int | float) and len(str(value)) < 40 and "\n" not in str(value)


def _in_list(value: Any) -> str:
    """An item between brackets, where more signs have a meaning than on a line of its own."""
    written = scalar(value)
    if written.startswith('"') or _PLAIN_IN_LIST.fullmatch(written):
        return written
    return json.dumps(str(value), ensure_ascii=False)


def _as_block(value: str) -> bool:
    trimmed = value[:-1] if value.endswith("\n") else value
    return (
        bool(_BLOCK_OK.fullmatch(trimmed))
        and not _ESCAPED.search(value)
        and all(line == line.rstrip() for line in trimmed.split("\n"))
        and not trimmed.endswith("\n")
    )


def scalar(value: Any) -> str:
    """One value on one line."""
    if value is None or value == {} or value == []:
        return "null" if value is None else json.dumps(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Bare) and _typed(value):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and not _OTHER_TYPE.fullmatch(text) and not text.endswith((" ", ":")):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _typed(value: Bare) -> bool:
    """Whether an unquoted scalar of the old file means the same unquoted in the new one."""
    return bool(
        value.lower() in ("true", "false", "null")
        or _DATE.fullmatch(value)
        or _NUMBER.fullmatch(value)
    )

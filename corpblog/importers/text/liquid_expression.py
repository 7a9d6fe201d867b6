"""Liquid between ``{{`` and ``}}``: literals, names of the page and the site, known filters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpblog.importers.old.values import is_null

_PARTS = re.compile(r"(?:\"[^\"]*\"|'[^']*'|[^|\"'])+")
_LITERAL = re.compile(r"\"[^\"]*\"|'[^']*'|-?\d+(?:\.\d+)?")
_NAME = re.compile(r"(?P<base>page|site)(?P<path>(?:\.[\w-]+|\[\d+\]|\[['\"][\w -]+['\"]\])+)")
_STEP = re.compile(r"\.([\w-]+)|\[(\d+)\]|\[['\"]([\w -]+)['\"]\]")
# Filters that make an address out of a path: in corpblog a path from the root already is one.
_ADDRESS_FILTERS = frozenset({"url", "relative_url", "absolute_url", "baseurl", "base_url"})
_SAME_TEXT_FILTERS = frozenset({"strip", "escape", "escape_once", "uri_escape", "xml_escape"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """What ``page.…`` and ``site.…`` stand for; ``site_url`` ends without a slash."""

    page: Mapping[str, Any]
    site: Mapping[str, Any]
    site_url: str = ""


def evaluate(expression: str, names: Names, *, before_path: bool = False) -> str | None:
    """What ``expression`` gives as text, or None when only Jekyll could tell.

    ``site.baseurl`` gives nothing, and so does ``site.url`` ``before_path``: addresses in
    corpblog count from the root of the blog.
    """
    parts = [part.strip() for part in _PARTS.findall(expression)]
    if not parts or not parts[0]:
        return None
    value = _value(parts[0], names, before_path=before_path or len(parts) > 1)
    for part in parts[1:]:
        if value is None:
            return None
        name, _, argument = part.partition(":")
        value = _filtered(value, name.strip(), argument.strip(), names)
    return value


def _value(word: str, names: Names, *, before_path: bool) -> str | None:
    if _LITERAL.fullmatch(word):
        return word.strip("\"'")
    if word in ("site.baseurl", "site.base_url"):
        return ""
    if word == "site.url":
        return "" if before_path else names.site_url or None
    match = _NAME.fullmatch(word)
    if match is None:
        return None
    found: Any = names.site if match["base"] == "site" else names.page
    for key, index, quoted in _STEP.findall(match["path"]):
        found = _step(found, key or quoted, index)
    if isinstance(found, list | dict) or is_null(found):
        return None
    return str(found)


def _step(value: Any, key: str, index: str) -> Any:
    if index:
        inside = isinstance(value, list) and int(index) < len(value)
        return value[int(index)] if inside else None
    return value.get(key) if isinstance(value, Mapping) else None


def _filtered(value: str, name: str, argument: str, names: Names) -> str | None:
    if name in _ADDRESS_FILTERS and not argument:
        return value if value.startswith("/") or "//" in value else f"/{value}"
    if name in _SAME_TEXT_FILTERS:
        return value.strip()
    if name in ("prepend", "append"):
        other = _value(argument, names, before_path=True)
        if other is None:
            return None
        return other + value if name == "prepend" else value + other
    if name in ("upcase", "downcase"):
        return value.upper() if name == "upcase" else value.lower()
    return None

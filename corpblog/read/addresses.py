"""Addresses as people ask for them and as patterns make them: always inside the site."""

import posixpath
import re
from datetime import datetime

from corpblog.files import OutsideRoot, require_plain
from corpblog.model.permalink import slugify

_FIELD = re.compile(r"\{(\w*)\}")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# What file systems and people can bear in one part of an address, in characters and in bytes.
_LONGEST_AUTOMATIC = 80
_LONGEST_BYTES = 200
PATTERN_FIELDS = ("year", "month", "day", "slug", "id")


class BadAddressError(ValueError):
    """An address that would leave the site or that no file can have; its text says why."""


def checked_slug(slug: str) -> str:
    """``slug`` as it is, if it can be one part of an address; raises BadAddressError."""
    if "/" in slug:
        raise BadAddressError(f"“{slug}” has a slash; a slug is one part of the address")
    if len(slug.encode()) > _LONGEST_BYTES:
        raise BadAddressError(f"“{slug[:40]}…” is longer than {_LONGEST_BYTES} bytes")
    _require_inside(slug)
    return slug


def checked_address(address: str) -> str:
    """``address`` with a leading slash, if it stays inside the site; raises BadAddressError."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE):
        raise BadAddressError(f"“{address}” leads to another site; write only the path")
    if any(sign in address for sign in "?#"):
        raise BadAddressError(f"“{address}” has a “?” or “#”; write only the path")
    path = address.strip("/")
    if path:
        _require_inside(path)
    tail = "/" if address.endswith("/") and path else ""
    return f"/{path}{tail}"


def checked_link(address: str) -> str:
    """``address`` as it is, if readers may be led there; raises BadAddressError.

    Whole web addresses, mail, telephone and paths of the site pass; scripts and data do not.
    """
    scheme = _SCHEME.match(address.strip())
    if scheme and scheme.group(1).lower() not in _LINK_SCHEMES:
        raise BadAddressError(f"“{address}” is no address that readers can be led to")
    return address


def from_pattern(pattern: str, *, slug: str, id: str, day: datetime) -> str:
    """The address that ``pattern`` makes, such as ``/{year}/{month}/{slug}/``."""
    filled = (
        pattern.replace("{year}", f"{day.year:04}")
        .replace("{month}", f"{day.month:02}")
        .replace("{day}", f"{day.day:02}")
        .replace("{slug}", slug)
        .replace("{id}", id)
    )
    return "/" + filled.lstrip("/")


def pattern_fault(pattern: str, *, needs: str) -> str:
    """What is wrong with a pattern of addresses, in words; empty if nothing."""
    fields = _FIELD.findall(pattern)
    unknown = next((name for name in fields if name not in PATTERN_FIELDS), None)
    if unknown is not None:
        known = ", ".join(f"{{{name}}}" for name in PATTERN_FIELDS)
        return f"“{{{unknown}}}” is no part of an address; known: {known}"
    if not set(fields) & set(needs.split()):
        return f"the pattern needs {{{needs.split()[0]}}}, or all addresses would be the same"
    try:
        checked_address(_FIELD.sub("x", pattern))
    except BadAddressError as error:
        return str(error)
    return ""


def slug_of(title: str, fallback: str) -> str:
    """The slug of a title; of the fallback where the title has no letter or digit.

    A long one is cut after a word, so that every file system can hold it.
    """
    slug = slugify(title) or slugify(fallback) or "untitled"
    if len(slug) > _LONGEST_AUTOMATIC:
        cut = slug[: _LONGEST_AUTOMATIC + 1]
        slug = (cut.rpartition("-")[0] or cut[:-1]).strip("-")
    while len(slug.encode()) > _LONGEST_BYTES:
        slug = slug[:-1]
    return slug


def source_path(folder: str, target: str) -> str | None:
    """Where ``target``, written in a file of ``folder``, lies in the site; None if outside."""
    joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    normal = posixpath.normpath(joined)
    outside = normal.startswith("../") or normal == ".." or posixpath.isabs(normal)
    return None if outside else normal


def _require_inside(path: str) -> None:
    try:
        require_plain(path)
    except OutsideRoot as error:
        raise BadAddressError(f"“{path}” {error.reason}") from error

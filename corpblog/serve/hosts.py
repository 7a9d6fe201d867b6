"""Who may ask: the addresses that mean this preview, and no page of another site."""

import ipaddress
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

_OWN = ("localhost",)


def is_allowed(host: str, further: Iterable[str]) -> bool:
    """Whether the Host header ``host`` means this server.

    A name that somebody else controls can be made to lead to this machine (DNS rebinding), so
    only ``localhost``, plain addresses and ``further`` names are allowed. A name in ``further``
    that begins with a dot stands for all below it.
    """
    name = host_name(host)
    if not name:
        return False
    if name in _OWN or name.endswith(".localhost") or _is_address(name):
        return True
    return any(
        name == known.lower().lstrip(".")
        or (known.startswith(".") and name.endswith(known.lower()))
        for known in further
    )


def is_foreign(headers: Mapping[str, str | None]) -> bool:
    """Whether a page of another site asks: ``headers`` by their names in small letters.

    A person may follow a link from anywhere to the preview; nothing else may come from outside.
    """
    site = headers.get("sec-fetch-site") or ""
    if site in ("cross-site", "same-site"):
        walks = headers.get("sec-fetch-mode") == "navigate"
        return not (walks and headers.get("sec-fetch-dest") == "document")
    origin = headers.get("origin")
    return origin is not None and not _same(origin, headers.get("host") or "")


def host_name(host: str) -> str:
    """The name in a Host header, in small letters and without its port; empty for no such."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return ""
    if parts.path or parts.query or parts.fragment or "@" in host:
        return ""
    return (parts.hostname or "").rstrip(".")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return True


def _same(origin: str, host: str) -> bool:
    try:
        return urlsplit(origin).netloc.lower() == host.lower() != ""
    except ValueError:
        return False

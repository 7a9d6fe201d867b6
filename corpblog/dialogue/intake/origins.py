"""Where a request comes from: the client behind the proxy, the page that sent the form."""

import ipaddress
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, kw_only=True, slots=True)
class Gate:
    """Knows the own names of the intake, the pages that may send forms, and the proxies.

    ``hosts`` are names with port as in the header Host, ``origins`` as in the header Origin.
    """

    hosts: frozenset[str]
    origins: frozenset[str]
    proxies: tuple[Network, ...]

    def knows_host(self, host: str) -> bool:
        """Whether the server is meant: a page elsewhere may let its own name lead here."""
        return host.lower() in self.hosts

    def is_own_page(self, headers: Mapping[str, Any], *, form: bool) -> bool:
        """Whether a request that writes was sent by a page of this blog.

        Browsers name the page with every form (Fetch standard, Origin). They say ``null`` where
        the page asks not to be named; Sec-Fetch-Site tells the truth then. A program that sends
        JSON may leave all of it out: browsers ask first before they send that elsewhere.
        """
        origin = headers.get("HTTP_ORIGIN", "")
        if origin and origin != "null":
            return origin_of(origin) in self.origins
        if headers.get("HTTP_SEC_FETCH_SITE"):
            return headers["HTTP_SEC_FETCH_SITE"] in ("same-origin", "same-site")
        if not origin and headers.get("HTTP_REFERER"):
            return origin_of(headers["HTTP_REFERER"]) in self.origins
        return not origin and not form

    def client(self, headers: Mapping[str, Any]) -> str:
        """The address of the client: the last one in X-Forwarded-For that is no proxy of ours.

        The header counts only if the other end is a proxy, or anybody could make up an address.
        """
        peer = _address(headers.get("REMOTE_ADDR", ""))
        route = [*headers.get("HTTP_X_FORWARDED_FOR", "").split(",")] if self._trusts(peer) else []
        for hop in reversed(route):
            address = _address(hop)
            if address is None:
                break
            peer = address
            if not self._trusts(address):
                break
        return str(peer or "0.0.0.0")  # noqa: S104 - no address at all, not one to listen on

    def _trusts(self, address: ipaddress.IPv4Address | ipaddress.IPv6Address | None) -> bool:
        return address is not None and any(address in proxy for proxy in self.proxies)


def origin_of(address: str) -> str:
    """Scheme, host and port of an address, as the header Origin has them; "" for none."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in _PORTS or not parts.hostname:
        return ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (
        f":{port}" if port and port != _PORTS[parts.scheme] else ""
    )


def hosts_of(addresses: Iterable[str]) -> frozenset[str]:
    """The names under which servers at ``addresses`` are asked, with and without usual ports."""
    origins = filter(None, map(origin_of, addresses))
    bare = [tuple(origin.split("://", 1)) for origin in origins]
    usual = {f"{host}:{_PORTS[scheme]}" for scheme, host in bare if ":" not in host}
    return frozenset({host for _, host in bare} | usual)


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """An address, perhaps with a port or brackets around it."""
    plain = text.strip()
    if plain.startswith("["):
        plain = plain[1:].partition("]")[0]
    elif plain.count(":") == 1:
        plain = plain.partition(":")[0]
    try:
        found = ipaddress.ip_address(plain.partition("%")[0])
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, ipaddress.IPv6Address) else found

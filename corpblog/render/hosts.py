"""Files for whoever runs the web server: which hosts pages ask for, and the headers to send.

``hosts.json`` is for people and programs, ``_headers`` is what several static hosts read.
"""

import json
from collections.abc import Mapping
from typing import Any

from corpblog.markup.targets import host_of
from corpblog.model.site import Site
from corpblog.render.address import addresses_of
from corpblog.render.page_requests import PageRequests

HOSTS_PATH, HEADERS_PATH = "hosts.json", "_headers"
# How many pages are named for a host; their number is always told.
_NAMED_PAGES = 20
# Above this many hashes the header grows too long for common servers (8 KB for all headers).
_MOST_HASHES = 40
# What every site needs. Only what differs by page is added.
_BASIS = {
    "default-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "object-src": (),
    "base-uri": (),
    "form-action": ("'self'",),
    "frame-ancestors": ("'self'",),
}


def own_host(site: Site) -> str:
    """The host of the site itself, empty as long as it has no address."""
    return host_of(site.config.site.url)


def host_files(site: Site, pages: Mapping[str, PageRequests]) -> tuple[tuple[str, bytes], ...]:
    """Output paths and bytes of the files for the host; ``pages`` by their output path.

    A file of the same name in ``static/`` stands in place of ours.
    """
    policy = content_policy(pages, https=site.config.site.url.startswith("https:"))
    files = ((HOSTS_PATH, _hosts_json(pages, policy)), (HEADERS_PATH, _headers(site, policy)))
    return tuple((path, data) for path, data in files if path not in site.assets)


def content_policy(pages: Mapping[str, PageRequests], *, https: bool) -> str:
    """The strictest Content-Security-Policy under which every page still works."""
    sources = {directive: list(basis) for directive, basis in _BASIS.items()}
    needs = sorted({need for page in pages.values() for need in page.needs})
    for directive, source in needs:
        allowed = sources.setdefault(directive, ["'self'"])
        allowed.append(source)
    lines = [f"{name} {_words(each)}" for name, each in sources.items()]
    if https:
        lines.append("upgrade-insecure-requests")
    return "; ".join(lines)


def _words(allowed: list[str]) -> str:
    """The sources of a directive, with one word for all hashes where there would be too many."""
    hashes = [source for source in allowed if source.startswith(("'sha256-", "'unsafe-hashes"))]
    if len(hashes) > _MOST_HASHES:
        allowed = [*(source for source in allowed if source not in hashes), "'unsafe-inline'"]
    return " ".join(allowed) or "'none'"


def _hosts_json(pages: Mapping[str, PageRequests], policy: str) -> bytes:
    content: dict[str, Any] = {
        "version": 1,
        "hosts": _by_host({path: page.hosts for path, page in pages.items()}),
        "after_click": _by_host({path: page.click_hosts for path, page in pages.items()}),
        "content_security_policy": policy,
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _by_host(asked: Mapping[str, frozenset[str]]) -> dict[str, Any]:
    hosts = sorted({host for found in asked.values() for host in found})
    named = {host: sorted(path for path, found in asked.items() if host in found) for host in hosts}
    return {
        host: {"count": len(paths), "pages": paths[:_NAMED_PAGES]} for host, paths in named.items()
    }


def _headers(site: Site, policy: str) -> bytes:
    """Header rules as static hosts read them: a path pattern, and its headers indented below."""
    rules = [
        f"{addresses_of(site).base}/*",
        f"  Content-Security-Policy: {policy}",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
    ]
    if site.config.build.noindex:
        rules.append("  X-Robots-Tag: noindex")
    return ("\n".join(rules) + "\n").encode()

"""From an ``href`` in a page to a web address, for feeds and metadata that are read elsewhere."""

from corpblog.render.address import Addresses


def web_address(href: str, addresses: Addresses) -> str:
    """``href`` with the site's origin before it, unless it names a host or a scheme itself."""
    own = href.startswith("/") and not href.startswith("//")
    return addresses.origin + href if own else href

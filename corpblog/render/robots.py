"""robots.txt: nothing is forbidden, and the sitemap is named.

A site that asks search engines to stay away (``build.noindex``) forbids nothing either: a
crawler that may not read a page never sees its ``noindex``, and lists the bare address when
somebody links to it. Such a site only keeps its sitemap to itself.
"""

from collections.abc import Iterator
from functools import partial

from corpblog.model.site import Site
from corpblog.render.address import addresses_of
from corpblog.render.planned import PlannedOutput
from corpblog.render.sitemap import PATH as SITEMAP

PATH = "robots.txt"


def robots_outputs(site: Site) -> Iterator[PlannedOutput]:
    """robots.txt, unless ``static/`` has one."""
    if PATH in site.assets:
        return
    addresses = addresses_of(site)
    hidden = site.config.build.noindex or not addresses.origin
    sitemap = "" if hidden else addresses.absolute(f"/{SITEMAP}")
    make = partial(robots_txt, sitemap)
    yield PlannedOutput(path=PATH, kind="robots", source="generated: robots", make=make)


def robots_txt(sitemap: str) -> bytes:
    """The bytes of robots.txt (RFC 9309); ``sitemap`` is an absolute address or empty."""
    rules = "User-agent: *\nDisallow:\n"
    return (f"{rules}\nSitemap: {sitemap}\n" if sitemap else rules).encode()

"""A site without an address of its own: what it has to do without, told once."""

import re
from collections.abc import Iterator

from corpblog.diagnostics import Diagnostic
from corpblog.model.site import Site
from corpblog.render.address import addresses_of
from corpblog.render.faults import NO_SITE_ADDRESS
from corpblog.render.written import written

# After the key ``url``: something is written there, and not only a comment.
_VALUE = re.compile(r"""^\w*["']?\s*:\s*["']?[^\s"'#]""")


def address_faults(site: Site) -> Iterator[Diagnostic]:
    """That there are no feeds and no sitemap before ``site.url`` says where the blog will live.

    Entries of feeds and pages of a sitemap are named by their whole addresses (RFC 4287, 4.2.6);
    made-up ones would change later, and every reader would show every post a second time.
    """
    if addresses_of(site).origin:
        return
    place, line = written(site.config_source, "site", "url")
    if _VALUE.search(line[place.column :]):
        return  # It is no address, which was told when it was read.
    yield NO_SITE_ADDRESS.at(
        place,
        "site.url is empty: no feeds, no sitemap and no previews are made",
        hint="write where the blog will live, for example url: https://blog.example.org/",
        source_line=line,
    )

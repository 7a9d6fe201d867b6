"""robots.txt: nothing is forbidden, and the sitemap is named.

A site that asks search engines to stay away (``build.noindex``) forbids nothing either: a
crawler that may not read a page never sees its ``noindex``, and lists the bare address when
somebody links to it. Such a site only keeps its sitemap to itself.
"""

PATH = "robots.txt"


def robots_txt(sitemap_url: str, *, noindex: bool) -> bytes:
    """The bytes of robots.txt (RFC 9309); ``sitemap_url`` is absolute."""
    rules = "User-agent: *\nDisallow:\n"
    if noindex:
        return rules.encode()
    return f"{rules}\nSitemap: {sitemap_url}\n".encode()

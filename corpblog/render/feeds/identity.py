"""The name of a post in feeds, which never changes: readers show an entry again when it does."""

from urllib.parse import quote

from corpblog.markup.targets import host_of
from corpblog.model.post import Post

# RFC 4151 (2.1): what a specific part may hold besides letters and digits, "%" for the rest.
_SAFE = "-._~!$&'()*+,;=:@/?"


def entry_id(site_url: str, post: Post) -> str:
    """A tag URI (RFC 4151) of the site's host, the post's date, its id and its language.

    It outlives a new title, slug, pattern of addresses or base path; see decision 0060.
    """
    host = _in_ascii(host_of(site_url)) or "localhost"
    name = quote(f"posts/{post.id}.{post.lang}".encode(errors="replace"), safe=_SAFE)
    return f"tag:{host},{post.date.date().isoformat()}:{name}"


def _in_ascii(host: str) -> str:
    """The host as RFC 4151 asks for it."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return quote(host)

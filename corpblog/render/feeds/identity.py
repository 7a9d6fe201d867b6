"""The names of posts and comments in feeds, which never change: readers show an entry again."""

from datetime import datetime
from urllib.parse import quote

from corpblog.markup.targets import host_of
from corpblog.model.comment import Comment
from corpblog.model.post import Post

# RFC 4151 (2.1): what a specific part may hold besides letters and digits, "%" for the rest.
_SAFE = "-._~!$&'()*+,;=:@/?"


def entry_id(site_url: str, post: Post) -> str:
    """A tag URI (RFC 4151) of the site's host, the post's date, its id and its language.

    It outlives a new title, slug, pattern of addresses or base path; see decision 0060.
    """
    return _tag(site_url, post.date, f"posts/{post.id}.{post.lang}")


def comment_id(site_url: str, post: Post, comment: Comment) -> str:
    """The name of a comment in feeds, from the host, its day, the post and its id."""
    return _tag(site_url, comment.created, f"comments/{post.id}.{post.lang}/{comment.id}")


def _tag(site_url: str, day: datetime, name: str) -> str:
    host = _in_ascii(host_of(site_url)) or "localhost"
    written = quote(name.encode(errors="replace"), safe=_SAFE)
    return f"tag:{host},{day.date().isoformat()}:{written}"


def _in_ascii(host: str) -> str:
    """The host as RFC 4151 asks for it."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return quote(host)

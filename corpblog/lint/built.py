"""A post as readers get it: its page, its items in feeds, and what the site shows around it."""

from dataclasses import dataclass

from corpblog.model.built import BuiltSite
from corpblog.model.post import Post
from corpblog.model.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class BuiltPost:
    """A post with the page that was built of it; ``html`` is empty where there is none."""

    post: Post
    site: Site
    built: BuiltSite
    path: str
    html: str

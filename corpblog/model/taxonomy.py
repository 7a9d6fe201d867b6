"""How posts are grouped: tags, series and the series' parts."""

from dataclasses import dataclass

from corpblog.model.post import Post


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A tag or a series in one language, with its posts (tags newest first, series in order)."""

    name: str
    slug: str
    lang: str
    permalink: str
    posts: tuple[Post, ...]

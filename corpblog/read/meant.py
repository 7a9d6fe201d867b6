"""What people mean by a key that does not exist: a near spelling, or another program's word."""

from collections.abc import Iterable

from corpblog.nearest import nearest

# Words of other programs and of everyday speech, each with the keys that it may stand for.
_OTHER_WORDS: dict[str, tuple[str, ...]] = {
    "bio": ("description",),
    "categories": ("tags",),
    "category": ("tags",),
    "description": ("summary",),
    "email": ("contact_point",),
    "excerpt": ("summary",),
    "featured_image": ("image",),
    "homepage": ("same_as",),
    "keywords": ("tags",),
    "lastmod": ("updated",),
    "layout": ("template",),
    "linkedin": ("same_as",),
    "modified": ("updated",),
    "permalink": ("url",),
    "phone": ("contact_point",),
    "photo": ("image",),
    "picture": ("image",),
    "portrait": ("image",),
    "position": ("job_title",),
    "published": ("status", "draft"),
    "role": ("job_title",),
    "standfirst": ("summary",),
    "subtitle": ("summary",),
    "team": ("department",),
    "url": ("same_as",),
    "website": ("same_as",),
    "writer": ("authors",),
}


def meant_key(word: str, known: Iterable[str]) -> str:
    """The known key that ``word`` was probably meant for; empty when nobody can tell."""
    names = tuple(known)
    for candidate in _OTHER_WORDS.get(word.lower().replace("-", "_"), ()):
        if candidate in names:
            return candidate
    return nearest(word, names)

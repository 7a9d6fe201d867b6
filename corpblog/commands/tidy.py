"""What people type after a command, made fit for a file: one line, a usable name."""

import unicodedata

from corpblog.commands.words import BadWords
from corpblog.model.permalink import slugify

# Longer names of files break some systems and most addresses in a mail.
_LONGEST_SLUG = 80


def tidy(text: str, what: str = "") -> str:
    """``text`` on one line without double spaces; must say something where ``what`` is named."""
    words = " ".join(text.split())
    if what and not words:
        raise BadWords(f"the {what} is empty", 'write it behind the command, in "quotes"')
    for char in words:
        if unicodedata.category(char) in ("Cc", "Cs"):
            code = f"U+{ord(char):04X}"
            raise BadWords(f"an invisible control character ({code}) is in “{words}”", "delete it")
    return words


def usable_slug(slug: str, option: str) -> str:
    """``slug`` if files and addresses can be called so, cut to a sane length between words.

    Raises :class:`BadWords` that names ``option`` as the way to give another one.
    """
    proper = slugify(slug)
    if not proper:
        raise BadWords("this gives no name for a file", f"give one in letters: {option} NAME")
    if proper != slug:
        raise BadWords(f"“{slug}” cannot be part of an address", f"try {option} {proper}")
    if len(slug) <= _LONGEST_SLUG:
        return slug
    return slug[: _LONGEST_SLUG + 1].rpartition("-")[0] or slug[:_LONGEST_SLUG]

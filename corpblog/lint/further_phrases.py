"""Phrases that the options of a rule add to its own: found like those of a word list."""

from functools import lru_cache

from corpblog.lint.text import Text
from corpblog.wordlists.entries import Entry
from corpblog.wordlists.matcher import Hit, Matcher

_FURTHER = "further"


def find_further(text: Text, patterns: tuple[str, ...]) -> tuple[Hit, ...]:
    """Where ``patterns`` (notation of word lists) stand in the prose of ``text``, in order."""
    if not patterns:
        return ()
    return _matcher(patterns).find(text.prose.tokens).get(_FURTHER, ())


@lru_cache(maxsize=32)
def _matcher(patterns: tuple[str, ...]) -> Matcher:
    entries = tuple(Entry(pattern=pattern, category=_FURTHER) for pattern in patterns)
    return Matcher({_FURTHER: entries})

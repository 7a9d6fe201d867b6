"""The trie of all word lists; what lies behind a first word is built when a text has that word."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpblog.wordlists.entries import Entry
from corpblog.wordlists.notation import ENDINGS, Form, fill, fits, forms_of, openings_of

# How many different words of texts are remembered; more than a large blog has.
_MOST_WORDS = 200_000


class Listed(NamedTuple):
    """An entry with the name of its list and its place there."""

    name: str
    rank: int
    entry: Entry


class Place(NamedTuple):
    """The end of a form of an entry; ``starred`` where a star stands for some of its letters."""

    name: str
    rank: int
    entry: Entry
    replacement: str
    starred: bool


class Trie:
    """What may follow the words so far; ``ends`` are the entries that are complete with them.

    A word that punctuation parts from the one before is kept apart by a dot before it.
    """

    __slots__ = ("ends", "starred", "words")

    def __init__(self) -> None:
        self.words: dict[str, Trie] = {}
        self.starred: dict[str, Trie] = {}
        self.ends: list[Place] = []

    def add(self, form: Form, listed: Listed) -> None:
        """Take up a form of an entry, whose first word has been walked already."""
        trie = self
        for word in form.words[1:]:
            branch = trie.starred if "*" in word.text else trie.words
            trie = branch.setdefault(word.text if word.joined else "." + word.text, Trie())
        if all(place[:2] != listed[:2] for place in trie.ends):
            replacement = fill(listed.entry.replacement, form.choice)
            starred = any("*" in word.text for word in form.words)
            trie.ends.append(Place(*listed, replacement, starred))

    def after(self, word: str, joined: bool) -> Iterator["Trie"]:
        """Where ``word`` leads from here."""
        found = self.words.get(word if joined else "." + word)
        if found is not None:
            yield found
        for pattern, trie in self.starred.items():
            if joined != pattern.startswith(".") and fits(pattern.removeprefix("."), word):
                yield trie


class Openings(dict[str, bool]):
    """Whether a word of a text opens an entry; what is asked for once is remembered.

    Entries are indexed by their first word only: by the word itself, by its stem where German
    endings follow, by what stands before or after a star. ``tries`` holds what follows the words
    that open an entry.
    """

    def __init__(self, listed: Iterable[Listed]) -> None:
        super().__init__()
        self.tries: dict[str, Trie] = {}
        self._words: dict[str, list[Listed]] = {}
        self._stems: dict[str, list[Listed]] = {}
        self._starred: dict[str, list[Listed]] = {}
        for each in listed:
            for word in openings_of(each.entry.pattern):
                self._index(word, each)
        self._heads = {len(word) - 1 for word in self._starred if word[0] != "*"}
        self._tails = {len(word) - 1 for word in self._starred if word[-1] != "*"}
        self._inner = [word for word in self._starred if word[0] == word[-1] == "*"]

    def _index(self, word: str, listed: Listed) -> None:
        if "*" in word:
            for ending in ENDINGS if word.endswith("~") else ("",):
                self._starred.setdefault(word.removesuffix("~") + ending, []).append(listed)
        elif word.endswith("~"):
            self._stems.setdefault(word[:-1], []).append(listed)
        else:
            self._words.setdefault(word, []).append(listed)

    def __missing__(self, word: str) -> bool:
        opening = self._opening(word)
        if opening:
            self.tries[word] = _trie(word, opening)
        if len(self) < _MOST_WORDS:
            self[word] = bool(opening)
        return bool(opening)

    def _opening(self, word: str) -> list[Listed]:
        found = list(self._words.get(word, ()))
        if self._stems:
            found += self._stems.get(word, ())
            if word[-1] == "e":
                found += self._stems.get(word[:-1], ())
            elif word[-2:] in ENDINGS:
                found += self._stems.get(word[:-2], ())
        if self._starred:
            keys = [word[:length] + "*" for length in self._heads if length <= len(word)]
            keys += ["*" + word[len(word) - length :] for length in self._tails]
            keys += [pattern for pattern in self._inner if fits(pattern, word)]
            for key in keys:
                found += self._starred.get(key, ())
        return found


def _trie(word: str, opening: list[Listed]) -> Trie:
    """What follows ``word`` in the entries that it opens."""
    trie = Trie()
    for listed in opening:
        for form in forms_of(listed.entry.pattern, word):
            trie.add(form, listed)
    return trie

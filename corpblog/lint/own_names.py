"""Where a text says the names of the company and of its products."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpblog.lint.context import Context
from corpblog.lint.evidence import stands
from corpblog.lint.frame import company_names
from corpblog.wordlists.tokens import Token, tokenise


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnNames:
    """Own names: their folded words, longest first, each with the name as it is written."""

    names: tuple[tuple[tuple[str, ...], str], ...]

    def find(self, tokens: Sequence[Token], source: str) -> Iterator[tuple[int, int]]:
        """Each own name in ``tokens`` as a pair of places in them, end exclusive.

        A name that is written with a capital is only found with one, since the small word may
        mean something else.
        """
        firsts = {words[0] + end for words, _ in self.names for end in ("", "s", "'s")}
        done = 0
        for index, token in enumerate(tokens):
            length = self._length_at(tokens, source, index) if token.folded in firsts else 0
            if length and index >= done:
                yield index, index + length
                done = index + length

    def is_in(self, phrase: str) -> bool:
        """Whether a phrase, such as a title, says one of the names."""
        return any(True for _ in self.find(tokenise(phrase), phrase))

    def is_capitals(self, written: str) -> bool:
        """Whether a name that a text writes in capitals is written so by the company too."""
        return any(name.upper() == written.upper() and name.isupper() for _, name in self.names)

    def _length_at(self, tokens: Sequence[Token], source: str, index: int) -> int:
        for words, name in self.names:
            if not stands(words, tokens, index):
                continue
            is_small = name[:1].isupper() and source[tokens[index].start].islower()
            rest = tokens[index + 1 : index + len(words)]
            if not is_small and all(token.joined for token in rest):
                return len(words)
        return 0


def own_names(context: Context, common: Iterable[str] = ()) -> OwnNames:
    """The names of the company and its products without those in ``common``."""
    written = {*company_names(context.config)}
    written |= {entry.name for entry in context.registers.names if entry.own}
    left_out = {_words(name) for name in common}
    names = {(_words(name), name.strip()) for name in written}
    kept = [(words, name) for words, name in names if words and words not in left_out]
    return OwnNames(names=tuple(sorted(kept, key=lambda name: (-len(name[0]), name))))


def _words(name: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenise(name))

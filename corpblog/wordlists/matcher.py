"""One pass over the words of a text that finds the entries of all word lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpblog.wordlists.entries import Entry
from corpblog.wordlists.neighbours import allowed
from corpblog.wordlists.tokens import Token
from corpblog.wordlists.trie import Listed, Openings, Place, Trie


class Hit(NamedTuple):
    """An entry found at ``start`` to ``end`` of a text: its words are ``tokens[first:last]``.

    ``replacement`` is ready to put in its place but for the capital that the hit may have; it is
    empty where the entry only gives advice.
    """

    start: int
    end: int
    first: int
    last: int
    entry: Entry
    replacement: str


class _Candidate(NamedTuple):
    """A hit that may have to give way; the least of all wins."""

    shortness: int
    first: int
    starred: bool
    rank: int
    hit: Hit


class Matcher:
    """Finds the entries of several word lists at once.

    ``lists`` maps the name of a list to its entries. Within a list the longest hit wins (counted
    in words, then the earlier one) and hits do not overlap; of two entries for the same words the
    one without a star wins, then the one that is listed later, so that a list of one's own can
    correct one that came before.
    """

    def __init__(self, lists: Mapping[str, Iterable[Entry]]) -> None:
        self._openings = Openings(
            Listed(name, rank, entry)
            for name, entries in lists.items()
            for rank, entry in enumerate(entries)
        )

    def find(self, tokens: Sequence[Token]) -> dict[str, tuple[Hit, ...]]:
        """All hits by the name of their list, in order; a list without hits is left out."""
        openings = self._openings
        starts = [index for index, token in enumerate(tokens) if openings[token.folded]]
        candidates: dict[str, list[_Candidate]] = {}
        for first in starts:
            trie = openings.tries[tokens[first].folded]
            for last, place in _walk(trie, tokens, first + 1):
                conditions = place.entry.directives
                if allowed(conditions, tokens, first, last):
                    found = candidates.setdefault(place.name, [])
                    found.append(_candidate(tokens, first, last, place))
        return {name: _winners(found) for name, found in candidates.items()}


def _candidate(tokens: Sequence[Token], first: int, last: int, place: Place) -> _Candidate:
    start, end = tokens[first].start, tokens[last - 1].end
    hit = Hit(start, end, first, last, place.entry, place.replacement)
    return _Candidate(first - last, first, place.starred, -place.rank, hit)


def _walk(trie: Trie, tokens: Sequence[Token], index: int) -> Iterator[tuple[int, Place]]:
    """Every place where an entry ends that begins with the words walked so far."""
    for place in trie.ends:
        yield index, place
    if index < len(tokens) and (trie.words or trie.starred):
        token = tokens[index]
        near = token.joined or token.start - tokens[index - 1].end <= 3
        for further in trie.after(token.folded, token.joined) if near else ():
            yield from _walk(further, tokens, index + 1)


def _winners(candidates: list[_Candidate]) -> tuple[Hit, ...]:
    """The hits that remain when longer ones push out those that overlap with them."""
    if len(candidates) == 1:
        return (candidates[0].hit,)
    taken: set[int] = set()
    winners: list[Hit] = []
    for candidate in sorted(candidates, key=lambda each: each[:4]):
        places = range(candidate.hit.first, candidate.hit.last)
        if taken.isdisjoint(places):
            taken.update(places)
            winners.append(candidate.hit)
    return tuple(sorted(winners, key=lambda hit: hit.first))

"""Which posts share their words with an older one: exact overlap of their runs of five words.

Two sets of which ``a`` and ``b`` are the sizes are alike by Jaccard's measure: what they share,
divided by all that is in either. To be alike by ``limit`` at least, one of the rarest runs of each
must be shared (prefix filtering: Chaudhuri, Ganti and Kaushik 2006), so few pairs are compared.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import ceil
from typing import NamedTuple


class Pair(NamedTuple):
    """Two texts, by their places in the order in which they were given, and how alike they are."""

    first: int
    second: int
    likeness: float


def alike(texts: Sequence[Sequence[int]], limit: float) -> Iterator[Pair]:
    """All pairs of ``texts`` (hashes without duplicates) that are alike by ``limit`` or more.

    Ordered by the second text, then the first. ``limit`` is above 0, at most 1.
    """
    shared = Counter(chain.from_iterable(texts))
    holders: dict[int, list[int]] = {}
    sets: list[frozenset[int]] = [frozenset(runs) for runs in texts]
    for place, runs in enumerate(texts):
        prefix = _rarest(runs, shared, limit)
        others = sorted({other for run in prefix for other in holders.get(run, ())})
        for other in others:
            likeness = _likeness(sets[other], sets[place])
            if likeness >= limit:
                yield Pair(other, place, likeness)
        for run in prefix:
            holders.setdefault(run, []).append(place)


def _rarest(runs: Sequence[int], shared: Mapping[int, int], limit: float) -> list[int]:
    """The runs of which one must be shared; those that no other text has are left out."""
    most = len(runs) - ceil(limit * len(runs) - 1e-9) + 1  # against rounding
    # Sorting keeps the order of equals: the smaller hash of two that are equally rare.
    ordered = sorted(sorted(runs), key=shared.__getitem__)
    return [run for run in ordered[:most] if shared[run] > 1]


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    both = len(one & other)
    return both / (len(one) + len(other) - both)

"""Pairs of texts that are alike: the quick way finds exactly what comparing all would find."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from corpblog.lint.overlap import alike

SETS = st.lists(st.sets(st.integers(0, 14), max_size=10).map(sorted), max_size=7)


@given(texts=SETS, percent=st.integers(1, 100))
def test_the_pairs_are_always_those_of_a_full_comparison(
    texts: list[list[int]], percent: int
) -> None:
    limit = percent / 100
    expected = {}
    for first, second in combinations(range(len(texts)), 2):
        one, other = set(texts[first]), set(texts[second])
        if one and other and len(one & other) / len(one | other) >= limit:
            expected[first, second] = len(one & other) / len(one | other)
    assert {(pair.first, pair.second): pair.likeness for pair in alike(texts, limit)} == expected


def test_the_same_text_twice_is_wholly_alike() -> None:
    assert [tuple(pair) for pair in alike([[1, 2, 3], [7], [1, 2, 3]], 0.9)] == [(0, 2, 1.0)]

"""Runs of words as hashes: the same words give the same hashes, wherever they stand."""

from hypothesis import given
from hypothesis import strategies as st

from corpblog.lint.shingles import RUN, sentence_digest, shingles_of

WORDS = st.lists(st.sampled_from("the scale was wet when we opened it again today".split()))


@given(words=WORDS)
def test_a_run_is_always_found_again_in_any_surroundings(words: list[str]) -> None:
    around = {*shingles_of(["before", *words, "after"])}
    assert {*shingles_of(words)} <= around


@given(words=WORDS)
def test_there_are_always_as_many_hashes_as_different_runs(words: list[str]) -> None:
    runs = {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    assert len(shingles_of(words)) == len(runs)
    assert list(shingles_of(words)) == sorted(shingles_of(words))


def test_a_text_of_four_words_has_no_run() -> None:
    assert shingles_of("we opened it again".split()) == ()


def test_hashes_are_the_same_in_every_run_of_the_program() -> None:
    assert shingles_of("we opened it again today".split()) == (8391868123339970046,)


def test_a_sentence_has_another_hash_when_its_words_change_places() -> None:
    assert sentence_digest(["we", "it"]) != sentence_digest(["it", "we"])

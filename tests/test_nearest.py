"""The nearest known word is found the same way everywhere."""

import pytest

from corpblog.nearest import nearest


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("TITEL", ("title", "tags"), "title"),
        ("ENGLISH", ("Engine", "English"), "English"),
        ("comonmark", frozenset({"commonmark", "python-markdown"}), "commonmark"),
        ("zzz", ("title", "tags"), ""),
        ("a", (), ""),
    ],
)
def test_the_word_that_was_meant_is_found(word: str, known: tuple[str, ...], meant: str) -> None:
    assert nearest(word, known) == meant


def test_a_stricter_cutoff_takes_only_a_typo() -> None:
    assert nearest("imprnt", ("imprint",), cutoff=0.8) == "imprint"
    assert nearest("print", ("imprint",)) == "imprint"
    assert nearest("prints", ("imprint",), cutoff=0.8) == ""


def test_of_words_that_differ_only_in_case_the_same_one_is_always_found() -> None:
    assert nearest("TITLE", ["Title", "title"]) == nearest("TITLE", ["title", "Title"])

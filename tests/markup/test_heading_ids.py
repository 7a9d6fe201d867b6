"""Ids of headings: unique, stable, and the author's wish first."""

from hypothesis import given
from hypothesis import strategies as st

from corpblog.markup.headings import heading_ids
from corpblog.model.permalink import slugify

texts = st.lists(st.sampled_from(("A", "a!", "A 2", "A-2", "B", "Über", "", "日本", "section")))
wishes = st.sampled_from(("", "", "", "a", "a-2", "b", "x"))
taken = st.frozensets(st.sampled_from(("a", "fn-1", "b-2")))


@given(st.lists(st.tuples(texts.map("".join), wishes)), taken)
def test_ids_are_unique_and_never_empty(
    headings: list[tuple[str, str]], taken: frozenset[str]
) -> None:
    ids = heading_ids([wish for _, wish in headings], [text for text, _ in headings], taken)
    assert len(set(ids)) == len(headings)
    assert all(ids) and not taken & set(ids)


@given(texts, st.sampled_from(("a", "x")), st.data())
def test_the_first_to_ask_for_an_id_gets_it(
    found: list[str], wish: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(found)))
    asked = [""] * len(found)
    ids = heading_ids(
        [*asked[:place], wish, *asked[place:]], [*found[:place], "Any", *found[place:]]
    )
    assert ids[place] == wish


@given(texts, texts, st.integers(0, 8), st.text(max_size=5))
def test_a_heading_with_words_of_its_own_keeps_its_id_whatever_the_others_say(
    before: list[str], after: list[str], place: int, change: str
) -> None:
    others = [*before, *after]
    changed = [change if index == place else text for index, text in enumerate(others)]
    own = "Words of its own"
    ids = [
        heading_ids([""] * (len(each) + 1), [*each[: len(before)], own, *each[len(before) :]])
        for each in (others, changed)
    ]
    assert ids[0][len(before)] == ids[1][len(before)] == slugify(own)


def test_further_headings_of_a_name_count_on_from_two() -> None:
    assert heading_ids(["", "", ""], ["A", "A", "A"]) == ("a", "a-2", "a-3")


def test_a_counted_heading_never_takes_the_name_of_another() -> None:
    assert heading_ids(["", "", ""], ["A", "A", "A 2"]) == ("a", "a-3", "a-2")


def test_two_headings_that_ask_for_one_id_get_two() -> None:
    assert heading_ids(["x", "x", ""], ["A", "B", "X 2"]) == ("x", "x-3", "x-2")

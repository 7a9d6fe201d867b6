"""Traced text: however often it is rewritten, what stays still knows its old place."""

from hypothesis import given
from hypothesis import strategies as st

from corpblog.importers.old.traced import Change, Traced


def test_kept_text_knows_where_it_began() -> None:
    traced = Traced(text="abcdef", marks=((0, 10),))
    changed = traced.changed([Change(start=1, end=3, text="XXXX")])
    assert changed.text == "aXXXXdef"
    assert [changed.origin(i) for i in (0, 1, 5, 7)] == [10, 11, 13, 15]


def test_of_two_overlapping_changes_the_first_counts() -> None:
    changes = [Change(start=0, end=4, text="x"), Change(start=2, end=5, text="y")]
    assert Traced(text="abcdef").changed(changes).text == "xef"


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 5), st.text("xyz", max_size=4)), max_size=6
    ),
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(0, 5), st.text("uvw", max_size=4)), max_size=6
    ),
)
def test_every_kept_character_always_leads_back_to_itself(
    first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]
) -> None:
    # Each character of the original is unlike all others, so it names its own offset.
    original = "".join(chr(0x4E00 + i) for i in range(40))
    traced = Traced(text=original)
    for edits in (first, second):
        size = len(traced.text)
        traced = traced.changed(
            Change(start=min(start, size), end=min(start + length, size), text=new)
            for start, length, new in edits
        )
    for offset, char in enumerate(traced.text):
        if char >= "\u4e00":
            assert original[traced.origin(offset)] == char

"""Carets stand below the span that a diagnostic is about, whatever the line is made of."""

from hypothesis import given
from hypothesis import strategies as st

from corpblog.diagnostics import Location
from corpblog.report.cells import width_of
from corpblog.report.excerpt import Excerpt, excerpt


def at(line: str, start: int, end: int, columns: int = 80) -> Excerpt:
    place = Location(path="a.md", line=1, column=start + 1, end_line=1, end_column=end + 1)
    return excerpt(line, place, columns)


def around(line: str, word: str, columns: int = 80) -> Excerpt:
    start = line.index(word)
    return at(line, start, start + len(word), columns)


def test_tabs_become_spaces_and_carets_follow() -> None:
    assert around("\tkey: value", "key") == Excerpt(line="    key: value", indent=4, length=3)


def test_wide_signs_take_two_columns() -> None:
    assert around("漢字 leverage", "leverage") == Excerpt(line="漢字 leverage", indent=5, length=8)


def test_a_wide_span_gets_wide_carets() -> None:
    assert around("ab 漢字 cd", "漢字").length == 4


def test_combining_signs_take_no_column() -> None:
    assert around("Zoe\u0308 leverage", "leverage").indent == 4


def test_a_span_that_begins_in_a_combined_sign_begins_below_its_letter() -> None:
    line = "Zoe\u0308!"
    assert at(line, 3, 4) == Excerpt(line=line, indent=2, length=1)


def test_an_empty_span_gets_one_caret() -> None:
    assert at("abc", 1, 1).length == 1


def test_a_span_behind_the_end_stands_behind_the_end() -> None:
    assert at("abc", 9, 12) == Excerpt(line="abc", indent=3, length=1)


def test_a_span_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    place = Location(path="a.md", line=1, column=5, end_line=3, end_column=2)
    assert excerpt("one two", place, 80).length == 3


def test_a_long_line_is_cut_around_the_span() -> None:
    line = "x" * 500 + " leverage " + "y" * 500
    part = around(line, "leverage", columns=40)
    assert part.line.startswith("…") and part.line.endswith("…")
    assert len(part.line) <= 40
    assert part.line[part.indent : part.indent + part.length] == "leverage"


def test_a_long_span_is_shown_to_its_end_where_there_is_room() -> None:
    line = "x" * 500 + " " + "w" * 30 + " " + "y" * 500
    part = around(line, "w" * 30, columns=40)
    assert "w" * 30 in part.line
    assert part.length == 30


def test_a_line_of_megabytes_takes_no_time() -> None:
    line = "z" * 20_000_000
    assert len(at(line, 10_000_000, 10_000_005, columns=60).line) <= 60


def test_the_line_end_of_windows_is_not_shown() -> None:
    assert at("abc\r", 0, 1).line == "abc"


LINES = st.text(st.sampled_from(list("abc äß漢🎉\t\u0308\u200d\x1b")), max_size=200)


@given(LINES, st.integers(0, 210), st.integers(0, 30), st.integers(10, 90))
def test_carets_always_stand_within_the_columns(
    line: str, start: int, length: int, columns: int
) -> None:
    part = at(line, start, start + length, columns)
    assert part.length >= 1
    assert part.indent <= width_of(part.line)
    # A tab cut loose from its line, and one sign of any width, may stand over the edge.
    assert width_of(part.line) <= columns + 12


@given(LINES, LINES)
def test_what_stands_left_of_the_carets_is_what_stands_left_of_the_span(
    before: str, after: str
) -> None:
    # The span begins with a letter, so that nothing before it is drawn into it.
    part = at(f"{before}w{after}", len(before), len(before) + 1, columns=3000)
    joined = before.endswith("\u200d") and "🎉" in before
    assert joined or (part.indent, part.length) == (width_of(before), 1)

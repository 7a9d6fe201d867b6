"""YAML that the old tool took: mended and told, never dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.importers.old.foreign_yaml import read_yaml
from corpblog.importers.old.front_matter import take_apart
from corpblog.importers.old.values import flag, is_null, strings, text
from corpblog.yaml_writing import Bare
from tests.importers.blogs import note


def test_text_keeps_its_letters_whatever_yaml_would_make_of_it() -> None:
    values = read_yaml("a: 007\nb: no\nc: 2016-01-01\nd: '12:30'\n").values
    assert values == {"a": "007", "b": "no", "c": "2016-01-01", "d": "12:30"}
    assert isinstance(values["a"], Bare)
    assert not isinstance(values["d"], Bare)


def test_of_a_key_that_stands_twice_the_last_value_counts_and_the_other_is_told() -> None:
    found = read_yaml("topic: event\ntitle: x\ntopic: story\n")
    assert found.values["topic"] == "story"
    [mend] = found.mends
    assert (mend.offset, mend.construct) == (22, "key that stands twice")
    assert "“event”" in mend.done


def test_a_tab_is_mended_and_told_with_its_place() -> None:
    found = read_yaml("authors:\n- melody\t\t\nimage:\n\tsrc: x\n")
    assert [mend.construct for mend in found.mends] == ["TAB in YAML", "TAB in YAML"]
    assert found.mends[0].offset == 17
    assert found.values == {"authors": ["melody"], "image": {"src": "x"}}


def test_text_where_a_key_belongs_is_kept_apart() -> None:
    found = read_yaml("title: x\n<p>In the movies, a positive sense: we are curious</p>\n")
    assert found.values["unread"] == ["<p>In the movies, a positive sense: we are curious</p>"]
    assert found.mends[0].construct == "text where a key belongs"


def test_a_colon_in_an_unquoted_title_is_mended() -> None:
    found = read_yaml("title: Why: because\nauthor: jana\n")
    assert found.values == {"title": "Why: because", "author": "jana"}
    assert found.mends[0].construct == "YAML that broke"


def test_what_cannot_be_mended_is_read_key_by_key() -> None:
    found = read_yaml("title: good\ntags: [a, b\nauthor: jana\n")
    assert found.values["title"] == "good"
    assert found.values["author"] == "jana"
    assert found.values["tags"] == "[a, b"
    assert any(mend.construct == "YAML that broke" for mend in found.mends)


def test_places_of_keys_are_their_offsets() -> None:
    source = "title: x\nauthors:\n- a\n"
    assert read_yaml(source).places == {"title": 0, "authors": source.index("authors")}


def test_an_anchor_that_holds_itself_ends() -> None:
    assert read_yaml("a: &x [*x]\n").values["a"] == [Bare("null")]


def test_a_merge_key_gives_way_to_what_stands_there() -> None:
    found = read_yaml("base: &b {a: 1, c: 2}\nown:\n  <<: *b\n  a: 3\n")
    assert found.values["own"] == {"a": "3", "c": "2"}


@given(st.text(max_size=200))
def test_any_text_at_all_gives_a_mapping(source: str) -> None:
    assert isinstance(read_yaml(source).values, dict)


def test_words_for_yes_no_and_nothing() -> None:
    assert [flag("Yes"), flag("false"), flag("perhaps"), flag(None)] == [True, False, None, None]
    assert [is_null(Bare("~")), is_null("~"), is_null([]), is_null("x")] == [
        True,
        False,
        True,
        False,
    ]


def test_one_text_can_be_several() -> None:
    assert strings("a, b") == ("a, b",)
    assert strings("a, b", split=",") == ("a", "b")
    assert strings(["a", "", Bare("null")]) == ("a",)
    assert text(["only"]) == "only"


def test_a_list_that_multiplies_itself_is_cut_and_told() -> None:
    lists = (f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    read = read_yaml("a0: &a0 x\n" + "".join(lists) + "title: T\n")
    assert read.values["a1"] == ["x"] * 9
    assert read.values["title"] == "T"
    assert {mend.construct for mend in read.mends} == {"YAML that multiplies itself"}


@pytest.mark.parametrize("depth", [60, 600, 5000])
def test_what_is_nested_too_deeply_is_left_out_or_kept_as_text(depth: int) -> None:
    read = read_yaml(f"a: {'[' * depth}x{']' * depth}\ntitle: T\n")
    assert read.values["title"] == "T"
    assert read.mends


@pytest.mark.parametrize("depth", [600, 5000])
def test_deep_toml_and_json_stop_nothing(depth: int) -> None:
    deep = "[" * depth + "]" * depth
    toml = take_apart(note(f"+++\na = {deep}\n+++\nText\n"))
    assert (toml.body.text, [loss.construct for loss in toml.losses]) == (
        "Text\n",
        ["TOML that broke"],
    )
    json = take_apart(note(f'{{"a": {deep}}}\nText\n'))
    assert json.values == {}

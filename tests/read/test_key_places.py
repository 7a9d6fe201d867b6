"""Where the values of keys stand: the same by the short way and by the long one."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from corpblog.model.places import KeyPath, KeyPlaces
from corpblog.model.source import SourceText
from corpblog.read.front_matter import split
from corpblog.read.key_places import _place, _tree, key_place

POST = """\
---
# before
title: Why it's late  # a note
summary: "We moved: twice"
short: 'it''s'
empty:
nothing: ""
tags: [a, b]  # two
authors:
- jana-weiss
- tom-kern

# after the list
series: How we
  moved house
description: |
  First line.
    Second line.

disclosures:
  - type: client
    party: Bäckerei Kern
  - type: gift
    detail:
image: photo.jpg
late: yes
---
title: not this one
"""


def front(text: str) -> SourceText:
    read, faults = split(SourceText(path="content/posts/a.md", text=text))
    assert read is not None, faults
    return read.source


def shown(source: SourceText, path: KeyPath) -> str | None:
    places: KeyPlaces = key_place
    span = places(source, path)
    return None if span is None else source.text[span[0] : span[1]]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("title",), "Why it's late"),
        (("summary",), "We moved: twice"),
        (("short",), "it''s"),
        (("empty",), "empty"),
        (("nothing",), "nothing"),
        (("tags",), "[a, b]"),
        (("tags", 1), "b"),
        (("authors",), "- jana-weiss\n- tom-kern"),
        (("authors", 1), "tom-kern"),
        (("series",), "How we\n  moved house"),
        (("description",), "First line.\n    Second line."),
        (("disclosures", 0), "type: client\n    party: Bäckerei Kern"),
        (("disclosures", 0, "party"), "Bäckerei Kern"),
        (("disclosures", 1), "type: gift\n    detail"),
        (("disclosures", 1, "detail"), "detail"),
        (("disclosures", 1, "party"), "type"),
        (("disclosures", 5, "party"), "disclosures"),
        (("image", "src"), "photo.jpg"),
        (("series", 0), "How we\n  moved house"),
        (("late",), "yes"),
        (("site",), None),
        ((), None),
    ],
    ids=str,
)
def test_a_value_stands_where_a_person_would_point(path: KeyPath, text: str | None) -> None:
    assert shown(front(POST), path) == text


REGISTER = "# ours\n- party: Kern\n- party: Müller\n  aliases: [M, N]\n-\n"


@pytest.mark.parametrize("head", ["", "relations:\n"])
def test_entries_of_a_register_are_found_with_and_without_its_name(head: str) -> None:
    source = SourceText(path="registers/relations.yml", text=head + REGISTER)
    assert shown(source, (1, "party")) == "Müller"
    assert shown(source, (1, "aliases", 1)) == "N"
    assert shown(source, (1, "until")) == "party"
    assert shown(source, (1,)) == "party: Müller\n  aliases: [M, N]"
    assert shown(source, (7, "party")) is None


def test_keys_of_the_configuration_are_found() -> None:
    text = "site:\n  title: Klartext\nguidelines:\n  rules: {JARG001: off}\n"
    source = SourceText(path="corpblog.yml", text=text)
    assert shown(source, ("guidelines", "rules", "JARG001")) == "off"
    assert shown(source, ("site", "url")) == "site"


@pytest.mark.parametrize(
    "source",
    [
        SourceText(path="a.md", text="title: x\n"),
        SourceText(path="corpblog.yml", text="a: [1\n"),
        SourceText(path="corpblog.yml", text="[" * 5000),
        SourceText(path="corpblog.yml", text=""),
    ],
    ids=["no front matter", "broken", "deep", "empty"],
)
def test_where_there_is_no_yaml_there_are_no_places(source: SourceText) -> None:
    assert key_place(source, ("title",)) is None
    assert key_place(source, ("title", 0)) is None


SIGNS = st.text(st.sampled_from("ab \"'#:-,[]{}|>&*!%\\ä\u2028."), max_size=8)
LINES = st.one_of(
    st.builds("{}: {}".format, st.sampled_from(["title", "tags", "summary", "x"]), SIGNS),
    st.builds("  {}: {}".format, st.sampled_from(["title", "y"]), SIGNS),
    st.builds("- {}".format, SIGNS),
    SIGNS,
)


@given(st.lists(LINES, max_size=8))
@example(['title: "a', 'title: b"'])
@example(["x: [a,", "title: b]"])
@example(["title: a", "", "  b", "tags: c"])
@example(["x: |", "  title: 'a", "title: b"])
@example(["title: 'a'' #'", "tags: a#b #c"])
def test_the_short_way_always_leads_where_the_long_one_does(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    read, _ = split(SourceText(path="a.md", text=f"---\n{text}---\n"))
    if read is None:
        return
    for key in read.values:
        yaml_text, root = _tree(read.source)
        assert isinstance(root, yaml.MappingNode)
        start, end = _place(yaml_text.text, root, (key,)) or (0, 0)
        assert key_place(read.source, (key,)) == (start + 4, end + 4)


@given(st.lists(LINES, max_size=6), st.text(max_size=20))
def test_a_place_always_holds_the_text_that_was_read(lines: list[str], title: str) -> None:
    quoted = yaml.safe_dump({"title": title}, allow_unicode=True, default_style='"', width=10**6)
    text = "\n".join(["---", quoted.rstrip("\n"), *lines, "---", ""])
    read, _ = split(SourceText(path="a.md", text=text))
    if read is None or not title:
        return
    start, end = key_place(read.source, ("title",)) or (0, 0)
    assert yaml.safe_load(text[start - 1 : end + 1]) == title

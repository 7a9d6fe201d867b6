"""YAML always comes back as it was meant, and reads as a person would have written it."""

from datetime import UTC, date, datetime

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from corpblog.model.source import SourceText
from corpblog.read.yaml_text import YamlText
from corpblog.yaml_writing import Bare, block, flow, markdown_file, scalar, yaml_file

# Half characters are no text.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abc_", min_size=1), inner, max_size=3)
    ),
    max_leaves=8,
)


def read(data: bytes) -> object:
    return yaml.load(data, Loader=yaml.SafeLoader)


@given(st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS) | st.dictionaries(TEXTS, TEXTS), min_size=1))
@example({"": "\x1b\n0"})
def test_text_always_comes_back_as_the_same_text(values: dict[str, object]) -> None:
    assert read(yaml_file(values)) == values


@given(st.dictionaries(st.text("abc", min_size=1), TEXTS | st.lists(TEXTS), min_size=1))
def test_our_own_reader_gets_the_same_text_back_too(values: dict[str, object]) -> None:
    written = yaml_file(values).decode()
    source = SourceText(path="a.yml", text=written)
    assert YamlText(source, 0, len(written)).values() == (values, ())


@given(TEXTS)
def test_a_text_always_stays_that_text_before_a_comment(text: str) -> None:
    assert yaml.safe_load(f"key: {scalar(text)} # note") == {"key": text}


@given(st.lists(TEXTS, max_size=4))
def test_a_list_on_one_line_always_stays_that_list(texts: list[str]) -> None:
    assert yaml.safe_load(f"key: {flow(texts)}") == {"key": texts}


@given(VALUES)
def test_a_block_always_stays_that_value(value: object) -> None:
    assert yaml.safe_load("\n".join(block(value))) == value


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Jana Weiß", "Jana Weiß"),
        ("no", '"no"'),
        ("12:30", '"12:30"'),
        ("2026-11-10", '"2026-11-10"'),
        ("Why: a question", '"Why: a question"'),
        ("Say “yes”", "Say “yes”"),
        ('Say "yes"', '"Say \\"yes\\""'),
        ("C# and more", '"C# and more"'),
        ("🎉", '"🎉"'),
        ("", '""'),
        ("O’Neill, Tom", "O’Neill, Tom"),
        ("/2026/11/10/a/", "/2026/11/10/a/"),
        ("https://blog.example.org/", "https://blog.example.org/"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text) == written


@pytest.mark.parametrize(
    "text",
    ["no", "1.5", "2016-01-01", "null", "~", "0x1f", "12:30", "- a", "a: b", "#x", "a #b"],
)
def test_text_that_another_reader_would_misread_is_quoted(text: str) -> None:
    assert scalar(text) == f'"{text}"'


def test_what_stood_bare_keeps_its_type() -> None:
    for text in ("true", "12", "2016-01-01", "2016-01-01T10:00:00-04:00"):
        assert scalar(Bare(text)) == text
    assert scalar(Bare("no")) == '"no"'


def test_days_numbers_and_empty_things_stand_as_what_they_are() -> None:
    values = {
        "day": date(2026, 11, 10),
        "time": datetime(2026, 11, 10, 14, 30, tzinfo=UTC),
        "count": 3,
        "open": False,
        "nobody": None,
        "none": (),
        "nothing": {},
    }
    assert yaml_file(values).decode() == (
        "day: 2026-11-10\n"
        "time: 2026-11-10T14:30:00+00:00\n"
        "count: 3\n"
        "open: false\n"
        "nobody: null\n"
        "none: []\n"
        "nothing: {}\n"
    )


def test_a_file_reads_as_a_person_would_write_it() -> None:
    front = {
        "title": "Why our export failed",
        "date": Bare("2026-11-10"),
        "authors": ("jana-weiss", "tom-kern"),
        "image": {"src": "/a.png", "alt": "Jana: at her desk"},
        "corrections": [{"what": "It was 412.", "by": "jana-weiss"}],
    }
    assert markdown_file(front, "\n\nHello.\n\n").decode() == (
        "---\n"
        "title: Why our export failed\n"
        "date: 2026-11-10\n"
        "authors: [jana-weiss, tom-kern]\n"
        "image:\n"
        "  src: /a.png\n"
        '  alt: "Jana: at her desk"\n'
        "corrections:\n"
        "  - what: It was 412.\n"
        "    by: jana-weiss\n"
        "---\n"
        "\n"
        "Hello.\n"
    )


def test_several_lines_stand_as_a_block() -> None:
    assert yaml_file({"bio": "one\ntwo"}).decode() == "bio: |-\n  one\n  two\n"


def test_a_long_list_has_a_line_for_each_item() -> None:
    names = [f"a-rather-long-name-{number}" for number in range(5)]
    assert block({"names": names}) == ["names:", *(f"  - {name}" for name in names)]

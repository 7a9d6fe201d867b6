"""YAML as it is written: every YAML reader gets back what was meant."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpblog.importers.emit import markdown_file, scalar, yaml_file
from corpblog.importers.old.values import Bare

# What may stand in a file at all: no surrogates, no control characters.
TEXTS = st.text(
    st.characters(
        exclude_categories=["Cs"], exclude_characters=[chr(c) for c in range(32) if c != 10]
    )
)


def read(data: bytes) -> object:
    return yaml.load(data, Loader=yaml.SafeLoader)


@given(st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS) | st.dictionaries(TEXTS, TEXTS), min_size=1))
def test_text_always_comes_back_as_the_same_text(values: dict[str, object]) -> None:
    assert read(yaml_file(values)) == values


def test_text_that_looks_like_another_type_is_quoted() -> None:
    for text in ("no", "1.5", "2016-01-01", "null", "~", "", "0x1f", "12:30", "- a", "a: b", "#x"):
        assert scalar(text).startswith('"')


def test_what_stood_bare_keeps_its_type() -> None:
    for text in ("true", "12", "2016-01-01", "2016-01-01T10:00:00-04:00"):
        assert scalar(Bare(text)) == text
    assert scalar(Bare("no")) == '"no"'


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
        '  src: "/a.png"\n'
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

"""What corpblog writes as YAML always comes back as it was."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpblog.commands.yaml_writing import block, flow, plain_value, scalar
from corpblog.model.config import Config

# Line ends of other systems and half characters are not what a person types after a command.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("abc_", min_size=1), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(TEXTS)
def test_a_text_always_stays_that_text(text: str) -> None:
    assert yaml.safe_load(f"key: {scalar(text)} # note") == {"key": text}


@given(st.lists(TEXTS, max_size=4))
def test_a_list_on_one_line_always_stays_that_list(texts: list[str]) -> None:
    assert yaml.safe_load(f"key: {flow(tuple(texts))}") == {"key": texts}


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
        ("Say “yes”", '"Say “yes”"'),
        ('Say "yes"', '"Say \\"yes\\""'),
        ("C# and more", '"C# and more"'),
        ("🎉", '"🎉"'),
        ("", '""'),
        ("O’Neill, Tom", "O’Neill, Tom"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text) == written


def test_records_become_what_json_knows() -> None:
    value = plain_value(Config())
    assert value["site"]["lang"] == "en"
    assert value["feeds"]["formats"] == ["atom", "rss", "json"]
    assert plain_value({"day": date(2026, 11, 10)}) == {"day": "2026-11-10"}

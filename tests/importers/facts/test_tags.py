"""Tags: spellings of one word become the spelling that most posts use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.importers.facts.tags import merged_spellings
from corpblog.model.permalink import slugify


def test_case_hyphens_and_hashes_do_not_make_a_tag() -> None:
    uses = ["Open Data", "Open Data", "open-data", "OpenData", "#opendata"]
    assert set(merged_spellings(uses).values()) == {"Open Data"}


def test_a_plural_joins_its_singular_only_where_both_are_used() -> None:
    assert merged_spellings(["invoice", "invoices", "invoice"])["invoices"] == "invoice"
    assert merged_spellings(["analytics", "process"]) == {
        "analytics": "analytics",
        "process": "process",
    }


def test_of_two_equally_frequent_spellings_the_first_in_the_alphabet_wins() -> None:
    assert merged_spellings(["b-a", "B A"])["b-a"] == "B A"


@given(st.lists(st.text(min_size=1, max_size=8)))
def test_every_spelling_always_has_one_that_stands_for_itself(uses: list[str]) -> None:
    merged = merged_spellings(uses)
    assert set(merged) == set(uses)
    assert all(merged.get(best, best) == best for best in merged.values())


@pytest.mark.parametrize(
    "spellings",
    [("Ueber uns", "Über uns"), ("Cplusplus", "C++"), ("Café", "Cafe"), ("🎉", "!!")],
)
def test_names_with_one_slug_are_one_tag_as_in_the_build(spellings: tuple[str, str]) -> None:
    assert len(set(merged_spellings(spellings).values())) == 1


def test_c_and_its_children_stay_three_tags() -> None:
    assert len(set(merged_spellings(["C", "C++", "C#"]).values())) == 3


@given(st.lists(st.text(alphabet="aAäsS -_+#'’é!", min_size=1, max_size=6)))
def test_no_two_merged_tags_ever_share_a_slug(spellings: list[str]) -> None:
    merged = set(merged_spellings(spellings).values())
    assert len({slugify(tag) for tag in merged}) == len(merged)

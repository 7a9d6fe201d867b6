"""Tags: spellings of one word become the spelling that most posts use."""

from hypothesis import given
from hypothesis import strategies as st

from corpblog.importers.facts.tags import merged_spellings


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

"""Every rule finds what its cases say, where they say it, and nothing else."""

from pathlib import Path

import pytest

from corpblog.lint.rule import AnyRule
from corpblog.lint.rules import RULES
from tests.lint.cases import CASES, as_expected, case_of, found_in

FILES = sorted(CASES.glob("*/*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_case_finds_what_it_says(path: Path, tmp_path: Path) -> None:
    case = case_of(path)
    known = {rule.code for rule in RULES}
    assert case.codes, "no rule is named"
    assert case.codes <= known, f"unknown: {case.codes - known}"
    found = sorted(
        found_in(case, tmp_path),
        key=lambda item: (item.location.path, item.location.line, item.location.column, item.code),
    )
    unmatched = list(case.expected)
    surplus = []
    for item in found:
        fitting = next((text for text in unmatched if as_expected(item, text) == text), None)
        if fitting is None:
            place = f"{item.location}-{item.location.end_column}"
            surplus.append(f"{place} {item.code}/{item.severity}: {item.message}")
        else:
            unmatched.remove(fitting)
    assert (unmatched, surplus) == ([], [])


# A case is text: what is found in the bytes of pictures is tested in Python.
OF_PICTURES = ("CONF005",)


@pytest.mark.parametrize(
    "rule",
    [rule for rule in RULES if rule.code not in OF_PICTURES],
    ids=lambda rule: rule.code,
)
@pytest.mark.parametrize("lang", ["en", "de"])
def test_a_rule_has_a_case_that_fires_and_one_that_is_silent(rule: AnyRule, lang: str) -> None:
    code = rule.code
    cases = [case_of(path) for path in sorted((CASES / code).glob(f"{lang}-*.txt"))]
    fires = [any(f" {code}" in text for text in case.expected) for case in cases]
    assert True in fires
    assert False in fires

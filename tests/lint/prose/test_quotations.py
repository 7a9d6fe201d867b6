"""What stands in quotation marks is what others said."""

import pytest

from corpblog.lint.prose.parts import Scope
from tests.lint.prose.reading import seen, stretches, words


@pytest.mark.parametrize(
    "quotation",
    [
        "“synergy”",
        "„synergy“",
        "„synergy”",
        '„synergy"',
        "»synergy«",
        "« synergy »",
        "«synergy»",
        '"synergy"',
        "‚synergy‘",
        "‘synergy’",
        "‹synergy›",
        "›synergy‹",
        "&ldquo;synergy&rdquo;",
        "&quot;synergy&quot;",
        "“*synergy*”",
        "*“synergy”*",
        "“holistic\nsynergy”",
        "“a ‘nested’ synergy”",
    ],
)
def test_every_form_of_quotation_marks_is_known(quotation: str) -> None:
    assert words(f"They say {quotation}, we do not.") == ["they", "say", "we", "do", "not"]
    assert any("synergy" in piece for piece in seen(f"They say {quotation}, we do not."))


@pytest.mark.parametrize(
    "text",
    [
        'a 5" pipe and a 6" pipe of synergy',
        "an “open quotation of synergy",
        "an “open quotation\n\nand its” end in another paragraph with synergy",
        "the ‘90s were users’ synergy",
        "it's and that's synergy",
        "the users’ synergy isn’t ours’",
        'two " loose " synergy',
    ],
)
def test_what_is_no_quotation_stays(text: str) -> None:
    assert "synergy" in words(text)


def test_cite_and_q_are_quotations() -> None:
    text = "See <cite>Holistic Times</cite> and <q>their synergy</q>."
    assert words(text) == ["see", "and"]
    assert len(stretches(text, Scope.QUOTATION)) == 2


def test_a_quotation_is_a_stretch_with_its_marks() -> None:
    assert stretches("He said “no” and „nein“.", Scope.QUOTATION) == ["“no”", "„nein“"]

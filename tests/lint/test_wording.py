"""What the linter says, in two languages."""

from corpblog.lint.wording import Wording, decimal, joined, listed

ONE, TWO, THREE = Wording("one", "eins"), Wording("two", "zwei"), Wording("three", "drei")


def test_a_value_that_is_a_wording_is_said_in_the_language_of_the_sentence() -> None:
    sentence = Wording("it lacks {what} ({law})", "es fehlt {what} ({law})")
    assert sentence(what=ONE, law="§ 5") == Wording("it lacks one (§ 5)", "es fehlt eins (§ 5)")


def test_braces_in_a_value_stay_as_they_are() -> None:
    said = Wording("“{text}”", "„{text}“")(text=Wording("{a}", "{b}"))
    assert said == Wording("“{a}”", "„{b}“")


def test_several_things_are_listed_with_commas_and_an_and() -> None:
    assert listed([ONE]) == ONE
    assert listed([ONE, TWO]) == Wording("one and two", "eins und zwei")
    assert listed([ONE, TWO, THREE]) == Wording("one, two and three", "eins, zwei und drei")


def test_parts_are_joined_by_what_stands_between_them() -> None:
    assert joined([ONE, TWO], "; ") == Wording("one; two", "eins; zwei")
    assert joined([], ", ") == Wording("", "")


def test_a_decimal_has_a_comma_in_german() -> None:
    assert decimal(1.25) == Wording("1.2", "1,2")

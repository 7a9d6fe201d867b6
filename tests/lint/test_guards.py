"""Guards: when a word of a list is no fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpblog.lint.guard_names import ALL_GUARDS
from corpblog.lint.guards import find_phrases, in_lead
from corpblog.lint.lexicon import JARGON
from tests.lint.jargon_texts import context_of, kept, listed, text_of

PLAIN = listed("robust\tbuzzword", "ganzheitlich~\tbuzzword")


def silent(written: str, lang: str = "en") -> bool:
    return kept(text_of(written, lang, entries=PLAIN)) == []


@pytest.mark.parametrize(
    "written",
    [
        "It is not robust.",
        "It isn't very robust.",
        "It was never ever so robust.",
        "Nothing here is robust.",
        "It runs without robust tools.",
    ],
)
def test_a_negator_up_to_four_words_before_keeps_the_rule_quiet(written: str) -> None:
    assert silent(written)


@pytest.mark.parametrize(
    "written",
    [
        "It does not stop, robust as it is.",
        "It is not here but robust.",
        "That is not only robust.",
        "There is no doubt that robust tools win.",
        "We do not know yet whether all of it is robust.",
        "It is not. Robust it is.",
        "Robust it is not.",
    ],
)
def test_a_negator_elsewhere_denies_nothing(written: str) -> None:
    assert not silent(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Das ist nicht ganzheitlich.", True),
        ("Das ist keine ganzheitliche Lehre.", True),
        ("Es geht ohne ganzheitliche Lehre.", True),
        ("Das ist weder neu noch ganzheitlich.", True),
        ("Das ist nicht nur ganzheitlich.", False),
        ("Das ist nicht neu, sondern ganzheitlich.", False),
        ("Das ist nicht neu sondern ganzheitlich.", False),
    ],
)
def test_german_negation_counts_in_its_clause(written: str, expected: bool) -> None:
    assert silent(written, "de") is expected


@pytest.mark.parametrize(
    ("written", "lang"),
    [
        ("The word *robust* is empty.", "en"),
        ("It is _robust_.", "en"),
        ("A so-called robust tool.", "en"),
        ("The word robust is empty.", "en"),
        ("This is called robust.", "en"),
        ("We avoid terms such as agile, holistic or robust.", "en"),
        ("Das Wort ganzheitlich ist leer.", "de"),
        ("Ein sogenannter ganzheitlicher Plan.", "de"),
        ("Wörter wie agil, bunt und ganzheitlich.", "de"),
        ("Der Begriff ganzheitlich ist leer.", "de"),
    ],
)
def test_who_speaks_about_a_word_does_not_use_it(written: str, lang: str) -> None:
    assert silent(written, lang)


@pytest.mark.parametrize(
    ("written", "lang"),
    [
        ("*Our tool is of all tools the most robust one.*", "en"),
        ("**Robust** tools.", "en"),
        ("In terms of robust tools it is fine.", "en"),
        ("It is a long-term robust plan.", "en"),
        ("In other words, robust.", "en"),
        ("Mit anderen Worten: ganzheitlich.", "de"),
    ],
)
def test_long_emphasis_and_other_uses_of_word_are_no_mention(written: str, lang: str) -> None:
    assert not silent(written, lang)


@pytest.mark.parametrize(
    ("written", "lang", "expected"),
    [
        ("By robust we mean that it runs in the rain.", "en", True),
        ("A robust tool, by which I mean one of steel.", "en", True),
        ("A robust tool is here. We mean it.", "en", False),
        ("Mit ganzheitlich meinen wir alle Läden.", "de", True),
    ],
)
def test_who_says_what_a_word_means_may_use_it(written: str, lang: str, expected: bool) -> None:
    assert silent(written, lang) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Our amazing scale.", ["amazing"]),
        ("Hafenwaage's amazing scale.", ["amazing"]),
        ("I love this amazing scale.", []),
        ("The US has amazing scales.", []),
        ("We weigh. The scale is amazing.", []),
    ],
)
def test_praise_counts_in_sentences_about_the_company(written: str, expected: list[str]) -> None:
    entries = listed("amazing\thype-adjective\t\t[only-with-self]")
    assert kept(text_of(written, entries=entries)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("We weigh. Its sleek design is new.", ["sleek"]),
        ("We weigh. Its sleek and quiet design is new.", ["sleek"]),
        ("We weigh. The sleek cat sleeps.", []),
        ("We weigh.\n\nIts sleek design is new.", []),
        ("They weigh. Its sleek design is new.", []),
        ("This sleek thing brings synergies.", ["sleek", "synergies"]),
        ("This sleek thing brings no synergies.", []),
    ],
)
def test_praise_counts_beside_the_company_and_among_jargon(
    written: str, expected: list[str]
) -> None:
    entries = listed("sleek\thype-adjective\t\t[only-with-self]", "synerg(y|ies)\tbuzzword")
    assert kept(text_of(written, entries=entries)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Deshalb denken wir Banken neu.", ["denken wir Banken neu"]),
        ("Wir denken. Das ist neu.", []),
        ("Wir denken eins zwei drei vier fünf sechs sieben acht neu.", ["%s neu"]),
        ("Wir denken eins zwei drei vier fünf sechs sieben acht neun neu.", []),
        ("Wir denken nicht neu.", ["denken nicht neu"]),
        ("Nicht alle denken neu.", []),
        ("Wir denken Hafenwaage neu.", ["denken Hafenwaage neu"]),
    ],
)
def test_the_rest_of_a_phrase_may_stand_later_in_its_sentence(
    written: str, expected: list[str]
) -> None:
    entries = listed("denken\tinflated-verb\t\t[later: neu]")
    long = "denken eins zwei drei vier fünf sechs sieben acht"
    text = text_of(written, "de", entries=entries, names=("Hafenwaage",))
    assert kept(text) == [each.replace("%s", long) for each in expected]


def test_the_second_of_two_negators_denies_nothing_alone() -> None:
    entries = listed("attraktiv(|er)\thype-adjective")
    written = "Es wird noch attraktiver. Es ist weder schnell noch attraktiv."
    assert kept(text_of(written, "de", entries=entries)) == ["attraktiver"]


def test_a_name_hides_every_word_that_it_covers() -> None:
    text = text_of("The Robust Lab is robust.", entries=PLAIN, names=("Robust Lab",))
    assert kept(text) == ["robust"]


def test_the_first_use_of_a_word_is_free_in_each_text() -> None:
    entries = listed("stakeholder(|s)\tbuzzword\t\t[once]")
    assert kept(text_of("A stakeholder. Stakeholders.", entries=entries)) == ["Stakeholders"]
    assert kept(text_of("No stakeholder, stakeholders.", entries=entries)) == ["stakeholders"]


def test_a_word_with_a_plain_use_needs_company() -> None:
    entries = listed(
        "agile\tbuzzword\t\t[only-with-others]",
        "robust\tbuzzword\t\t[only-with-others]",
        "solution(|s)\tbuzzword\t\t[only-with-others]",
        "synerg(y|ies)\tbuzzword",
        "numerous\tweasel-word",
    )

    def found(written: str) -> list[str]:
        return kept(text_of(written, entries=entries))

    assert found("An agile team.") == []
    assert found("An agile, agile and robust team.") == []
    assert found("An agile team brings synergies.") == ["agile", "synergies"]
    assert found("An agile team brings no synergies.") == []
    assert found("An agile team.\n\nSynergies.") == ["Synergies"]
    assert found("Agile and robust solutions.") == ["Agile", "robust", "solutions"]
    assert found("Agile teams build numerous things.") == ["numerous"]


def test_each_guard_can_be_switched_off() -> None:
    written = "The word robust is not here. By robust we mean steel, and Robust Lab is one."
    text = text_of(written, entries=PLAIN, names=("Robust Lab",))
    assert kept(text) == []
    assert kept(text, guards=("mention", "definition")) == ["Robust"]
    assert kept(text, guards=()) == ["robust", "robust", "Robust"]


def test_phrases_of_a_rule_know_names_negation_and_mention() -> None:
    text = text_of("Not robust, but robust.", entries=PLAIN)
    assert [hit.start for hit in find_phrases(text, JARGON, context_of())] == [16]


def test_the_lead_is_title_summary_and_sixty_words() -> None:
    body = "word " * 59
    written = f"---\ntitle: Robust\nsummary: robust\n---\n{body}robust robust\n"
    text = text_of(written, entries=PLAIN)
    assert [in_lead(text, hit) for hit in text.hits(JARGON)] == [True, True, True, False]


PIECES = st.sampled_from(
    "not no robust *robust* ganzheitlich we mean the word , . so-called called nicht".split()
)


@given(pieces=st.lists(PIECES, max_size=12), lang=st.sampled_from(["en", "de", "fr"]))
def test_guards_always_hold_back_and_never_add(pieces: list[str], lang: str) -> None:
    text = text_of(" ".join(pieces), lang, entries=PLAIN)
    allowed = kept(text, guards=())
    for guard in ALL_GUARDS:
        held = kept(text, guards=(guard,))
        assert len(held) <= len(allowed)
        assert set(held) <= set(allowed)

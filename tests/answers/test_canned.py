"""Replies that say something, and replies that do not."""

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpblog.wordlists
from corpblog.answers.canned import Limits, Shortfall, substance_of
from corpblog.answers.said import asks, said_of
from corpblog.wordlists.grammar import pattern_trouble
from corpblog.wordlists.notation import forms_of

_FILE = Path(corpblog.wordlists.__file__).parent / "words" / "canned-replies.tsv"
PHRASES = [
    line.split("\t")[1] for line in _FILE.read_text(encoding="utf-8").splitlines()[1:] if line
]


@pytest.mark.parametrize("pattern", PHRASES)
def test_each_phrase_of_the_list_is_right_and_canned(pattern: str) -> None:
    assert pattern_trouble(pattern) is None
    for form in islice(forms_of(pattern), 8):
        reply = " ".join(word.text for word in form.words)
        # “Your support team” alone is a signature, and nothing else is said.
        assert substance_of(reply).shortfall in (Shortfall.CANNED, Shortfall.EMPTY), reply


@pytest.mark.parametrize(
    ("reply", "shortfall"),
    [
        ("We apologise for any inconvenience. Your feedback is important to us.", "canned"),
        ("Ihr Anliegen ist uns wichtig. Wir leiten das intern weiter.", "canned"),
        ("Hello Petra,\n\nwe hear you.\n\nBest regards,\nJana Weiss", "canned"),
        ("Business decision.", "empty"),
        ("Unternehmerische Entscheidung", "empty"),
        ("Yes.", "empty"),
        ("", "empty"),
        ("> It broke on 10 May at 10:20, see https://example.org/\n\nOh.", "empty"),
        ("We are glad about every comment and read all of them with joy, always.", "empty"),
        ("Please write to us at help@example.org.", "deflection"),
        ("Rufen Sie mich gern an: 0731 123456.\n\nViele Grüße\nTom Kern", "deflection"),
    ],
)
def test_phrases_nothing_and_other_places_are_no_answer(reply: str, shortfall: str) -> None:
    assert substance_of(reply, "Why is the branch closed?").shortfall == shortfall


@pytest.mark.parametrize(
    "reply",
    [
        "The filter was wrong; I fixed it at 10:20. Please reload. – Jana",
        "Der Filter war falsch; seit 10:20 Uhr stimmt er. Bitte neu laden. – Jana",
        "No, not before May.",
        "Erst im März.",
        "It is explained [here](/export/).",
        "Thank you for your feedback. The report counted returns twice; I changed the query.",
        "Danke für den Hinweis. Die Tabelle war falsch, ich habe sie korrigiert.",
        "The branch lost money for years, the lease ended and nobody took over the rooms.",
        "I changed the file. If it fails again, call me: 0731 123456.",
    ],
)
def test_a_step_a_date_a_number_a_link_or_a_fact_is_an_answer(reply: str) -> None:
    assert substance_of(reply, "Why is the branch closed?").shortfall is None


def test_limits_decide_how_much_is_too_much() -> None:
    reply = "Thank you for your feedback. The query is changed since 10:20."
    assert substance_of(reply, limits=Limits(coverage=0.4)).shortfall is Shortfall.CANNED
    assert substance_of(reply).shortfall is None
    short = "The branch lost money."
    assert substance_of(short, "Why close the branch?").shortfall is Shortfall.EMPTY
    few = Limits(min_content_words=3)
    assert substance_of(short, "Why close the branch?", limits=few).shortfall is None


def test_a_name_makes_a_longer_reply_one() -> None:
    reply = "Somebody who knows such machines, namely Kern, comes round and looks inside soon."
    assert substance_of(reply).shortfall is Shortfall.EMPTY
    assert substance_of(reply, names=frozenset({"kern"})).shortfall is None


@pytest.mark.parametrize(
    ("text", "said", "signature"),
    [
        ("Hi Petra, it works. – Jana", "it works.", "Jana"),
        ("Liebe Frau Lang,\n\nes geht.\n\nViele Grüße\nTom Kern", "es geht.", "Tom Kern"),
        ("It works. Your Acme team", "It works.", "Your Acme team"),
        ("Es geht. Ihr Service-Team", "Es geht.", "Ihr Service-Team"),
        ("Do this:\n\n- reload the whole page\n- wait for ten minutes", "", None),
        ("Thanks, Jana", "", "Jana"),
        ("Thank you for asking.", "Thank you for asking.", ""),
        ("It works - mostly.", "It works - mostly.", ""),
    ],
)
def test_greeting_and_signature_are_told_from_the_text(
    text: str, said: str, signature: str | None
) -> None:
    found = said_of(text)
    if signature is None:
        assert found.signature == ""
    else:
        assert (found.text, found.signature) == (said, signature)


@given(st.text(alphabet=st.sampled_from("ab ?!.\n“”„\"»«'>`(])-–:/@ß🙂\u200b"), max_size=120))
def test_any_text_is_always_judged(text: str) -> None:
    found = substance_of(text, text)
    assert 0 <= found.coverage <= 1
    assert found.content_words >= 0
    assert asks(text) in (True, False)


@pytest.mark.parametrize(
    "sign", ["„", "“", "(", "](", "a@", "https://", "> ", "`", "-", "Hi ", "?!"]
)
def test_ten_thousand_signs_of_one_kind_are_no_trouble(sign: str) -> None:
    text = sign * 10_000
    assert substance_of(text).shortfall is Shortfall.EMPTY
    asks(text + "?")

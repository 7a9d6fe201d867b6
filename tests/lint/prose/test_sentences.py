"""Sentences end where a reader would say so, in both languages."""

import pytest

from tests.lint.prose.reading import read, sentences

ENGLISH = (
    "We use tools, e.g. Python 3.11.|It is great!",
    "Dr. Smith of the U.S. Army said no.|She wrote it, i.e. her team did.",
    "We left the U.S.|The office is closed.",
    "J. Weiss wrote it.|Prof. A. B. Lee agreed.",
    "Yahoo! is a company.|So was Jeopardy! once.",
    "He said “No. Never.”|Then he left.",
    "“Stop!” she said.|He stopped.",
    "See No. 5 for more...|Then go on.",
    "Wait… what?|Yes.",
    "Visit example.org.|Read https://example.org/a.b.|Done.",
    "(We did it.)|It works [as planned.]|Good.",
    "[It broke.](https://example.org)|Then we fixed it.",
    "They lost money.[^1]|We did not.\n\n[^1]: A note.",
    "**This is bold.**|*Really?*|Yes.",
    "Run `make`.|`make test` comes next.|Then stop.",
    "It costs approx. 5 euros, etc. and more.|Not cheap.",
    "Acme Inc. grew.|Acme Ltd. shrank.",
    "The sales of phones rose.|iPhone sales fell.",
    "In 2019.|We began.|In 2020 we went on.",
    "We sold 3.5 million at 5 p.m. on Monday.|Fine.",
    "Version 3.11.2 is out.|It has 1,000.50 changes.",
    "A line ends here.\nAnd the next begins.".replace("\n", "|", 1),
    "What?! Really?!|No...".replace("! R", "!|R"),
    "No stop at the end",
)
GERMAN = (
    "Das gilt z. B. für Dr. Weiß, d. h. für alle, u. a. für uns.|Gut.",
    "Es gilt z.B. hier.|Und d.h. dort.",
    "Am 3. März kam er.|Am 3. 11. ging er.",
    "Im 19. Jahrhundert war das so.|Der 1. FC Köln spielt.",
    "Das war 2019.|Wir waren dort.",
    "Wir haben 12.|Das ist viel.",
    "Das sind ca. 5 Mio. Euro bzw. mehr.|Nr. 5 lebt.",
    "Äpfel, Birnen usw. sind Obst.|Das mögen wir.",
    "Wir kaufen Äpfel, Birnen usw.|Das ist Obst.",
    "Er sagte: „Nein. Nie.“|Dann ging er.",
    "„Komm!“, sagte er.|Sie kam.",
    "Und dann …|Dann nichts mehr.",
    "Er wohnt in der Hafenstr. 3 in Ulm.|Wirklich?|Ja!",
)


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_text_parts_into_its_sentences(marked: str) -> None:
    shown = marked.partition("\n\n")[0].split("|")
    assert sentences(marked.replace("|", " "))[: len(shown)] == shown


@pytest.mark.parametrize("marked", GERMAN)
def test_german_text_parts_into_its_sentences(marked: str) -> None:
    assert sentences(marked.replace("|", " "), "de") == marked.split("|")


def test_each_item_heading_and_cell_is_a_sentence_of_its_own() -> None:
    text = "# A head\n\n1. First one\n2. Next one. And more\n\n| a b | c |\n|---|---|\n| d | e |\n"
    assert sentences(text) == [
        "A head",
        "First one",
        "Next one.",
        "And more",
        *("a b", "c", "d", "e"),
    ]


def test_a_sentence_goes_on_over_a_soft_line_break() -> None:
    assert sentences("It goes\non and on. Then\nit stops.") == [
        "It goes\non and on.",
        "Then\nit stops.",
    ]


def test_a_sentence_goes_on_over_a_picture_inside_it() -> None:
    assert len(sentences("Press ![the red button. Really](red.png) now.")) == 1


def test_the_words_of_a_sentence_are_those_between_its_ends() -> None:
    text = "One two. “Three.” Four `five` six.\n\n- Seven\n- eight nine\n"
    prose = read(text)
    for sentence in prose.sentences:
        inside = prose.tokens[sentence.first : sentence.last]
        assert inside
        assert all(sentence.start <= word.start and word.end <= sentence.end for word in inside)
        assert prose.sentence_at(inside[0].start) == sentence
    assert sum(each.last - each.first for each in prose.sentences) == len(prose.tokens)


def test_a_language_without_a_table_is_split_like_english() -> None:
    assert sentences("Un. Deux.", "fr") == ["Un.", "Deux."]

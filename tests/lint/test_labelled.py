"""The labelled set is in its form, says where it comes from, and is split as it promises."""

import re
from pathlib import Path

import pytest

from bench.labelled import (
    FOLDER,
    PARTS,
    PLAIN,
    SOURCES,
    WHOLE_POSTS,
    Labelled,
    labelled,
    part_of,
    unmarked,
)
from bench.scoring import (
    SPANS,
    WHOLE,
    Examined,
    Hit,
    Verdict,
    span_score,
    verdict,
    whole_score,
)

TEXTS = labelled()
FILES = [FOLDER / part / f"{source}.txt" for part in PARTS for source in SOURCES]


def _count(source: str, lang: str) -> int:
    return sum(text.source == source and text.lang == lang for text in TEXTS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_file_says_where_its_texts_come_from(path: Path) -> None:
    head = path.read_text("utf-8").partition("\n@@ ")[0]
    assert "# Origin: " in head
    assert re.search("licence", head, re.IGNORECASE)


@pytest.mark.parametrize("part", PARTS)
def test_a_text_lies_in_the_part_that_its_path_decides(part: str) -> None:
    for source in SOURCES:
        heads = re.findall(
            r"^@@ ([^|\n#]+)", (FOLDER / part / f"{source}.txt").read_text("utf-8"), re.MULTILINE
        )
        assert {part_of(head.strip()) for head in heads} == {part}


def test_there_are_enough_texts_in_both_languages() -> None:
    assert _count("18f", "en") + _count("codefor-de", "en") >= 100
    assert _count("codefor-de", "de") >= 100
    for source in ("marketing", "plain"):
        assert (_count(source, "en"), _count(source, "de")) == (20, 20)
    assert _count("everyday", "en") >= 50
    assert _count("everyday", "de") >= 30
    for lang in ("en", "de"):
        assert sum(_count(source, lang) for source in WHOLE_POSTS) >= 12


def test_about_half_of_the_texts_is_held_out() -> None:
    held_out = sum(text.part == "held-out" for text in TEXTS)
    assert 0.4 < held_out / len(TEXTS) < 0.6


def test_no_text_stands_twice() -> None:
    names = [text.name for text in TEXTS]
    assert len(names) == len(set(names))


def test_labels_name_rules_that_are_measured() -> None:
    assert {label.code for text in TEXTS for label in text.labels} <= set(SPANS)
    assert {code for text in TEXTS for code in text.whole or ()} <= set(WHOLE)


def test_whole_posts_and_only_they_have_a_label_of_their_own() -> None:
    for text in TEXTS:
        assert (text.whole is not None) == (text.source in WHOLE_POSTS)


def test_plain_prose_deserves_no_finding() -> None:
    assert not [text.name for text in TEXTS if text.source in PLAIN and text.labels]


def test_a_paragraph_of_a_real_blog_has_fifteen_words() -> None:
    real = [text for text in TEXTS if text.source in ("18f", "codefor-de")]
    assert min(len(re.findall(r"\w+", text.text)) for text in real) >= 15


def test_marks_are_taken_out_and_keep_their_places() -> None:
    bare, labels = unmarked("Our [[JARG001|holistic]] [[EVID001,?JARG002|best\nview]].")
    assert bare == "Our holistic best\nview."
    assert [(label.code, label.borderline, bare[label.start : label.end]) for label in labels] == [
        ("JARG001", False, "holistic"),
        ("EVID001", False, "best\nview"),
        ("JARG002", True, "best\nview"),
    ]


def test_a_mark_that_is_not_closed_is_refused() -> None:
    with pytest.raises(ValueError, match="not closed"):
        unmarked("Our [[JARG001|holistic view.")


def _examined(marked: str, *hits: Hit, whole: frozenset[str] | None = None) -> Examined:
    bare, labels = unmarked(marked)
    text = Labelled(
        source="marketing",
        path="marketing/x",
        number=0,
        lang="en",
        own="Kern",
        text=bare,
        labels=labels,
        whole=whole,
    )
    return Examined(text=text, hits=hits, words=len(bare.split()))


def _hit(code: str, start: int, end: int, severity: str = "warning") -> Hit:
    return Hit(code=code, severity=severity, start=start, end=end, message="")


def test_a_finding_is_right_where_a_label_of_its_family_is() -> None:
    one = _examined("Our [[JARG001|holistic]] and [[?JARG003|smart]] view.")
    assert verdict(_hit("JARG003", 4, 12), one.text) is Verdict.RIGHT
    assert verdict(_hit("EVID001", 4, 12), one.text) is Verdict.WRONG
    assert verdict(_hit("JARG003", 17, 22), one.text) is Verdict.EITHER
    assert verdict(_hit("JARG003", 12, 17), one.text) is Verdict.WRONG


def test_scores_count_findings_for_precision_and_labels_for_recall() -> None:
    one = _examined(
        "Our [[JARG001|holistic view]] and [[JARG001|silos]].",
        _hit("JARG001", 4, 12),
        _hit("JARG001", 13, 17),
        _hit("JARG001", 18, 21, "info"),
    )
    score = span_score([one], ("JARG001",))
    assert (score.right, score.wrong, score.labels, score.found) == (2, 1, 2, 1)
    assert score.recall == 0.5
    assert score.per_texts == 100
    assert span_score([one], ("JARG001",), info=False).precision == 1


def test_borderline_labels_count_neither_way() -> None:
    one = _examined("A [[?JARG001|key]] thing.", _hit("JARG001", 2, 5))
    score = span_score([one], ("JARG001",))
    assert (score.labels, score.right, score.wrong, score.either) == (0, 0, 0, 1)
    assert score.precision is None
    assert score.strict_precision == 0


def test_a_rule_about_whole_posts_counts_once_in_each() -> None:
    shaped = _examined("Ulm.", _hit("VOICE001", 0, 0), whole=frozenset({"VOICE001"}))
    plain = _examined("I.", _hit("VOICE001", 0, 1), _hit("VOICE001", 0, 1), whole=frozenset())
    score = whole_score([shaped, plain], WHOLE)
    assert (score.right, score.wrong, score.labels) == (1, 1, 1)

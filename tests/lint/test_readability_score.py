"""Scores of readability: those of textstat itself on real texts, for the same words."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textstat.textstat import textstatistics  # type: ignore[import-untyped]

from corpblog.lint.engine import Ask, lint
from corpblog.lint.in_force import with_defaults
from corpblog.lint.rules.readability_score import (
    RULE,
    Options,
    amstad,
    flesch,
    lix,
    measured,
    wiener,
)
from corpblog.lint.syllables import LANGUAGES, count_syllables
from corpblog.read.key_places import key_place
from corpblog.read.site import ReadOptions, read_site
from tests.importers.blogs import real_blog
from tests.lint.cases import CASES, case_of
from tests.sites import write_site

_SAMPLES = {"en": "18f-sample", "de": "codefor-de-sample"}
_WORD = re.compile(r"[^\W\d_]+")


def sentences_of(path: Path) -> list[list[str]]:
    """The words of a real post in sentences of nine."""
    words = [word for word in _WORD.findall(path.read_text("utf-8").lower()) if len(word) < 50]
    return [words[start : start + 9] for start in range(0, len(words) - 9, 9)]


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_scores_are_those_of_textstat_on_real_posts(lang: str, tmp_path: Path) -> None:
    texts = real_blog(_SAMPLES[lang], tmp_path).rglob("*.md")
    own = textstatistics()
    own.set_lang(LANGUAGES[lang])
    for path in sorted(texts, key=lambda path: (-path.stat().st_size, path))[:12]:
        sentences = sentences_of(path)
        text = ". ".join(" ".join(words) for words in sentences) + "."
        words = [word for sentence in sentences for word in sentence]
        measures = measured(words, len(sentences), count_syllables(lang, words))
        assert own.sentence_count(text) == len(sentences)
        ease = {"en": flesch, "de": amstad}[lang](measures)
        assert ease == pytest.approx(own.flesch_reading_ease(text))
        assert wiener(measures) == pytest.approx(own.wiener_sachtextformel(text, 1))
        assert lix(measures) == pytest.approx(own.lix(text))


def findings(root: Path, case: str, options: Options) -> list[str]:
    """What the rule says with ``options`` about the site of a case."""
    wanted = case_of(CASES / "READ002" / case)
    write_site(root, wanted.files)
    site = read_site(root, ReadOptions(now=wanted.now)).site
    assert site is not None
    rules = with_defaults([RULE])
    rules = replace(rules, rules=(replace(rules.rules[0], options=options),))
    return [
        found.diagnostic.message for found in lint(site, Ask(rules=rules, places=key_place)).found
    ]


def test_a_site_that_judges_named_kinds_alone_leaves_others_alone(tmp_path: Path) -> None:
    assert findings(tmp_path, "en-fires.txt", Options(flesch={"howto": 60})) == []


def test_the_wiener_formula_speaks_where_the_other_is_content(tmp_path: Path) -> None:
    (message,) = findings(tmp_path, "de-fires.txt", Options(amstad={"default": -500}))
    assert message.startswith("dieser Text ist schwer zu lesen: Wiener Sachtextformel ")


def test_other_languages_are_judged_by_long_words(tmp_path: Path) -> None:
    phrase = "Les responsables administratifs réorganisent continuellement. "
    write_site(
        tmp_path,
        {
            "corpblog.yml": "site: {title: Texte, url: 'https://b.example/', lang: en}\n",
            "i18n/fr.yml": "{}\n",
            "content/posts/un.fr.md": f"---\ntitle: Un\ndate: 2026-11-10\n---\n{phrase * 30}",
        },
    )
    site = read_site(tmp_path, ReadOptions(now=datetime(2026, 11, 21, tzinfo=UTC))).site
    assert site is not None
    found = lint(site, Ask(rules=with_defaults([RULE]), places=key_place)).found
    assert [item.diagnostic.message[:39] for item in found] == [
        "this text is hard to read: LIX 85.0, an"
    ]

"""Counts of syllables: the same as textstat's own, and textstat asleep where nothing is new."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from textstat.textstat import textstatistics  # type: ignore[import-untyped]

from corpblog.lint.syllables import LANGUAGES, Syllables, count_syllables
from corpblog.memo import Memo
from tests.importers.blogs import real_blog

_SAMPLES = {"en": "18f-sample", "de": "codefor-de-sample"}


def kept(folder: Path) -> Syllables:
    return Syllables(memo=Memo(folder, "syllables"))


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_counts_are_those_of_textstat_itself_on_real_posts(lang: str, tmp_path: Path) -> None:
    texts = real_blog(_SAMPLES[lang], tmp_path).rglob("*.md")
    posts = sorted(texts, key=lambda path: (path.stat().st_size, path))
    words = sorted(
        {
            word
            for post in posts[-60:]
            for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", post.read_text("utf-8").lower())
            if len(word) <= 60
        }
    )
    assert len(words) > 3000
    own = textstatistics()
    own.set_lang(LANGUAGES[lang])
    truth = [own.syllable_count(word) for word in words]
    first = kept(tmp_path / "memo")
    assert first.count(lang, words) == truth
    first.save()
    assert kept(tmp_path / "memo").count(lang, words) == truth
    assert sum(first.count(lang, words)) == own.syllable_count(" ".join(words))


def test_words_without_letters_count_as_textstat_counts_them() -> None:
    assert count_syllables("en", ["412", "don't", "idea"]) == [1, 1, 3]
    assert count_syllables("de", ["412", "waage", "rechnungsausgang"]) == [1, 2, 4]


_ASK = """
import sys
from pathlib import Path
from corpblog.lint.syllables import Syllables
from corpblog.memo import Memo
print(Syllables(memo=Memo(Path(sys.argv[1]), "syllables")).count("de", sys.argv[2:]))
print("textstat" in sys.modules)
"""


def asked(folder: Path, *words: str) -> list[str]:
    run = [sys.executable, "-c", _ASK, str(folder), *words]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.split("\n")


def test_textstat_is_loaded_for_new_words_alone(tmp_path: Path) -> None:
    syllables = kept(tmp_path)
    syllables.count("de", ["waage", "mehl"])
    syllables.save()
    assert asked(tmp_path, "waage", "mehl")[:2] == ["[2, 1]", "False"]
    assert asked(tmp_path, "waage", "zucker")[:2] == ["[2, 2]", "True"]


def test_what_another_process_learned_is_saved_too(tmp_path: Path) -> None:
    worker, parent = kept(tmp_path), kept(tmp_path)
    worker.count("de", ["waage"])
    parent.learn(worker.learned())
    parent.save()
    assert asked(tmp_path, "waage")[:2] == ["[2]", "False"]


def test_a_word_beyond_all_measure_is_reckoned_without_a_dictionary() -> None:
    assert count_syllables("de", ["x" * 300_000]) == [100_000]


def test_a_word_of_broken_text_is_remembered_as_well(tmp_path: Path) -> None:
    first = kept(tmp_path)
    counts = first.count("de", ["\ud800", "waage"])
    first.save()
    assert kept(tmp_path).count("de", ["\ud800", "waage"]) == counts

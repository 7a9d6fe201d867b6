"""Interface texts: the same in every language, all asked for, none missing, no one's gender."""

import re
from string import Formatter

import pytest

from corpblog.commands.archetype import LANGUAGES as ARCHETYPES
from corpblog.model.config import INTERFACE_LANGUAGES
from corpblog.model.post import PostKind
from corpblog.render.texts import (
    TEXTS,
    duties_de,
    duties_en,
    interface_de,
    interface_en,
    talk_de,
    talk_en,
)
from tests.themes.contract import NAMES, ROOT, templates

LANGUAGES = {
    "en": {**interface_en.TEXTS, **talk_en.TEXTS},
    "de": {**interface_de.TEXTS, **talk_de.TEXTS},
}
DUTIES = {"en": duties_en.TEXTS, "de": duties_de.TEXTS}
ASKED = re.compile(r"""\bt\(\s*["']([\w-]+)["']\s*[,)]""")
# Keys that a template puts together from a part and a value of the view.
FAMILIES = {
    "kind_": tuple(kind.value for kind in PostKind),
    "feed_": ("atom", "rss", "json"),
}


def asked_for(theme: str) -> set[str]:
    text = "\n".join(templates(theme).values())
    composed = re.findall(r"""\bt\(\s*["']([\w-]+)["']\s*~""", text)
    assert set(composed) <= set(FAMILIES)
    whole = {part + end for part in composed for end in FAMILIES[part]}
    return whole | set(ASKED.findall(text))


def fields(wording: object) -> set[str]:
    forms = wording.values() if isinstance(wording, dict) else (str(wording),)
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_that_a_template_asks_for_is_there(theme: str, lang: str) -> None:
    missing = {key for key in asked_for(theme) if key not in LANGUAGES[lang]}
    assert missing == set()


def test_every_text_is_asked_for() -> None:
    rooms = (ROOT / "corpblog" / "render").rglob("*.py")
    code = "\n".join(p.read_text(encoding="utf-8") for p in rooms if not p.match("texts/*.py"))
    asked = asked_for("byline") | asked_for("plain")
    idle = {key for key in interface_en.TEXTS if key not in asked and f'"{key}"' not in code}
    idle |= {key for key in talk_en.TEXTS if "." not in key and key not in asked}
    assert idle == set()


def test_all_languages_have_the_same_texts_with_the_same_values() -> None:
    for texts in (LANGUAGES, DUTIES):
        assert set(texts["en"]) == set(texts["de"])
        for key, wording in texts["en"].items():
            assert fields(wording) == fields(texts["de"][key]), key


@pytest.mark.parametrize(
    ("lang", "pronouns"),
    [("en", "he|she|his|her|hers|him"), ("de", "er|ihm|ihr|ihre|ihrer|seine?|seiner")],
)
def test_no_text_gives_a_person_a_gender(lang: str, pronouns: str) -> None:
    found = [
        key
        for key, wording in {**LANGUAGES[lang], **DUTIES[lang]}.items()
        if re.search(rf"\b(?:{pronouns})\b", str(wording))
    ]
    assert found == []


def test_the_languages_that_come_with_corpblog_are_the_same_everywhere() -> None:
    assert tuple(TEXTS) == INTERFACE_LANGUAGES == ARCHETYPES

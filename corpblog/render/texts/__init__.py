"""The interface texts of corpblog, by language and key; sites add theirs under ``i18n/``."""

from collections.abc import Mapping

from corpblog.render.texts import (
    duties_de,
    duties_en,
    interface_de,
    interface_en,
    sentences_de,
    sentences_en,
    talk_de,
    talk_en,
)

# A text, or its plural forms by CLDR category ("one", "other", …).
Text = str | Mapping[str, str]

TEXTS: Mapping[str, Mapping[str, Text]] = {
    "en": {**sentences_en.TEXTS, **interface_en.TEXTS, **duties_en.TEXTS, **talk_en.TEXTS},
    "de": {**sentences_de.TEXTS, **interface_de.TEXTS, **duties_de.TEXTS, **talk_de.TEXTS},
}

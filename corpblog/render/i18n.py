"""The page's language: its texts, plurals, dates and lists of names. The door of Babel."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from string import Formatter

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

from corpblog.diagnostics import Diagnostic, Location
from corpblog.model.site import Site
from corpblog.render.faults import TEXT_MISSING
from corpblog.render.texts import TEXTS, Text
from corpblog.render.views import DateView

# English without a region is written as in Europe: day before month, no comma before "and".
_REGION = {"en": "en_GB"}


class TextMissing(LookupError):  # noqa: N818 (named for what is wrong)
    """A text that a language does not have, or a value that its wording asks for."""

    def __init__(self, key: str, lang: str, value: str = "") -> None:
        super().__init__(key, lang, value)
        self.key, self.lang, self.value = key, lang, value

    def __str__(self) -> str:
        if self.value:
            return f"the text “{self.key}” ({self.lang}) needs a value for “{self.value}”"
        return f"there is no text “{self.key}” in the language “{self.lang}”"


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """One interface language; ``direction`` is ltr or rtl, ``name`` its own name of itself."""

    code: str
    name: str
    direction: str
    texts: Mapping[str, Text]
    locale: Locale
    _dates: dict[tuple[int, int, int], str] = field(default_factory=dict)

    def text(self, key: str, **values: object) -> str:
        """The text ``key`` with ``values`` filled in; ``count`` chooses the plural form.

        Raises TextMissing for a key, or for a value of its wording, that is not there.
        """
        wording = self.texts.get(key)
        if wording is None:
            raise TextMissing(key, self.code)
        if not isinstance(wording, str):
            wording = self._plural(key, wording, values.get("count"))
        if "{" not in wording:
            return wording
        try:
            return wording.format_map(values)
        except KeyError as missing:
            raise TextMissing(key, self.code, str(missing.args[0])) from None

    @property
    def region(self) -> str:
        """The language with the region most of its speakers live in, as OpenGraph writes it.

        A region in the code stays; English without one is that of Great Britain, as its dates.
        """
        tag = str(self.locale)
        if self.locale.territory:
            return f"{self.locale.language}_{self.locale.territory}"
        likely = str(get_global("likely_subtags").get(tag, "")).split("_")
        return f"{tag}_{likely[-1]}" if len(likely) > 1 else tag

    def has(self, key: str) -> bool:
        """Whether there is a text ``key``."""
        return key in self.texts

    def mentions(self, key: str, value: str) -> bool:
        """Whether the wording of ``key`` has a place for ``value``."""
        wording = self.texts.get(key, "")
        forms = (wording,) if isinstance(wording, str) else wording.values()
        return any("{" + value + "}" in form for form in forms)

    def when(self, moment: date) -> DateView:
        """A day or a moment: ISO 8601 for machines, the day in words for people."""
        return DateView(iso=moment.isoformat(), text=self.day(moment))

    def day(self, moment: date) -> str:
        """A day in words: “10 November 2026”."""
        known = (moment.year, moment.month, moment.day)
        text = self._dates.get(known)
        if text is None:
            day = moment.date() if isinstance(moment, datetime) else moment
            text = self._dates[known] = str(format_date(day, "long", locale=self.locale))
        return text

    def moment(self, moment: datetime) -> DateView:
        """A moment to the minute: “10 November 2026, 14:05”."""
        clock = format_time(moment, "short", locale=self.locale)
        return DateView(iso=moment.isoformat(), text=f"{self.day(moment)}, {clock}")

    def number(self, value: float) -> str:
        """A number with at most one place after the point: “3.5”, in German “3,5”."""
        return str(format_decimal(round(value, 1), format="#,##0.#", locale=self.locale))

    def month(self, year: int, month: int) -> str:
        """A month in words: “November 2026”."""
        known = (year, month, 0)
        text = self._dates.get(known)
        if text is None:
            pattern = self.locale.datetime_skeletons["yMMMM"]
            text = str(format_date(date(year, month, 1), str(pattern), locale=self.locale))
            self._dates[known] = text
        return text

    def names(self, names: Sequence[str]) -> str:
        """Names in a row: “A, B and C”."""
        return names[0] if len(names) == 1 else format_list(names, locale=self.locale)

    def language_name(self, code: str) -> str:
        """What this language calls the language ``code``; the code itself if it has no word."""
        tag = code.replace("-", "_")
        known = self.locale.languages.get(tag) or self.locale.languages.get(tag.split("_")[0])
        return str(known or code)

    def _plural(self, key: str, forms: Mapping[str, str], count: object) -> str:
        if not isinstance(count, int):
            raise TextMissing(key, self.code, "count")
        form = forms.get(str(self.locale.plural_form(count))) or forms.get("other")
        if form is None:
            raise TextMissing(key, self.code)
        return form


def languages_of(site: Site) -> dict[str, Language]:
    """The interface languages of ``site`` by code, the default language first.

    A tombstone may be all that is left of a language.
    """
    codes = dict.fromkeys((*site.languages, *(post.lang for post in site.withdrawn)))
    return {code: language(code, site.texts.get(code, {})) for code in codes}


def language(code: str, own: Mapping[str, Text]) -> Language:
    """The language ``code`` with the texts of corpblog and those of the site above them.

    What is missing or unfit is English here: the page can be looked at, the build is refused.
    """
    locale = _locale(code)
    family = _family(code)
    name = str(locale.languages.get(family, code))
    fit = {key: text for key, text in own.items() if not _unfit(key, text)}
    return Language(
        code=code,
        name=name[:1].upper() + name[1:],
        direction=str(locale.text_direction),
        texts={**TEXTS["en"], **TEXTS.get(family, {}), **fit},
        locale=locale,
    )


def text_faults(site: Site) -> Iterator[Diagnostic]:
    """Languages of ``site`` that lack texts, and its own texts that cannot be filled in."""
    for code in site.languages:
        missing = sorted(
            TEXTS["en"].keys() - {*TEXTS.get(_family(code), ()), *site.texts.get(code, ())}
        )
        if missing:
            yield _missing(code, missing)
    for code, texts in sorted(site.texts.items()):
        for key, text in texts.items():
            if problem := _unfit(key, text):
                place = Location(path=f"i18n/{code}.yml")
                yield TEXT_MISSING.at(place, f"{key}: {problem}", hint="mend the wording")


def _missing(code: str, keys: list[str]) -> Diagnostic:
    shown = ", ".join(keys[:5]) + (" …" if len(keys) > 5 else "")
    return TEXT_MISSING.at(
        Location(path=f"i18n/{code}.yml"),
        f"the language “{code}” lacks {len(keys)} interface texts: {shown}",
        hint=f"write them into i18n/{code}.yml; English and German are built in",
        example=f"{keys[0]}: …",
    )


def _unfit(key: str, text: Text) -> str:
    """Why a text of the site cannot stand where ours does, in words; empty if it can."""
    built_in = TEXTS["en"].get(key)
    if not isinstance(text, str) and "other" not in text:
        return "the form “other” is missing"
    try:
        asked = _values(text)
    except ValueError as error:
        return f"“{{” and “}}” must come in pairs ({error})"
    unknown = sorted(asked - _values(built_in) - {"count"}) if built_in is not None else []
    if unknown:
        known = ", ".join(sorted(_values(built_in or ""))) or "none"
        return f"there is no value “{unknown[0]}” here; known: {known}"
    return ""


def _values(text: Text) -> set[str]:
    """The values that a wording asks for; raises ValueError where braces do not match."""
    forms = (text,) if isinstance(text, str) else text.values()
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None}


def _family(code: str) -> str:
    return code.replace("_", "-").split("-")[0]


def _locale(code: str) -> Locale:
    try:
        return Locale.parse(_REGION.get(code, code.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")

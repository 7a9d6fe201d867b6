"""Numbers that a reader would want to check: shares, factors, sums of money, counts of people."""

import re
from collections.abc import Iterator

from corpblog.lint.rule import Span

_NUMBER = r"(?<![\w.,/:#-])\d(?:[\d.,\u202f\xa0]{0,14}\d)?(?!\d)"
_EN_WORD = r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred)"
_DE_WORD = r"\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwanzig|fünfzig|hundert)"
_PER_CENT = re.compile(
    rf"{_NUMBER}(?:[ \xa0]?%|[ \xa0-](?:percent|per cent|Prozent)\b)(?:[ \xa0]?punkte?n?)?"
)
_EN_FACTOR = re.compile(
    rf"{_NUMBER}x (?:as|more|less|the|faster|higher|larger|bigger|smaller|cheaper|quicker)\b"
    rf"|{_NUMBER} times (?:as|more|less|faster|higher|larger|cheaper)\b"
    rf"|\b(?:twice|three times|four times|five times|ten times) (?:as|more|faster|larger)\b"
    rf"|\bfactor of (?:\d{{1,5}}\b|{_EN_WORD[2:]}\b)"
    rf"|{_EN_WORD} (?:times|fold) (?:as|more|faster|higher|larger)\b",
    re.IGNORECASE,
)
_DE_FACTOR = re.compile(
    rf"{_NUMBER}[ \xa0-]?(?:fach|mal so|Mal so|mal mehr)\b"
    rf"|\bFaktor (?:\d{{1,5}}\b|{_DE_WORD[2:]}\b)"
    rf"|\b(?:doppelt|halb|dreimal|viermal|fünfmal|zehnmal|hundertmal) so\b",
    re.IGNORECASE,
)
_EN_SHARE = re.compile(
    rf"(?<![\d.,])(?:\b\d{{1,6}}|{_EN_WORD}|\bone)(?: out of every| out of| in every| in| of) "
    rf"(?:\d{{1,6}}|{_EN_WORD[2:]})\b"
    r"|\b(?:a|one|two|three)[ -](?:thirds?|quarters?|fifths?) of all \w+|\bhalf of all \w+"
    r"|\b(?:every|each) (?:second|third|fourth|fifth|tenth) (?P<noun>\w+)",
    re.IGNORECASE,
)
_DE_SHARE = re.compile(
    rf"(?<![\d.,])(?:\b\d{{1,6}}|{_DE_WORD}|\beine?r?) (?:von|aus) (?:\d{{1,6}}\b|{_DE_WORD[2:]}\b)"
    r"|\b(?:ein|zwei|drei) (?:Drittel|Viertel|Fünftel) aller \w+|\bdie Hälfte aller \w+"
    r"|\bjede[rsnm]? (?:zweite|dritte|vierte|fünfte|zehnte)[rsnm]? (?P<noun>\w+)",
    re.IGNORECASE,
)
_SCALE = (
    r"(?:[ \xa0]?(?:thousand|million|billion|m|bn|k|Tausend|Mio\.?|Millionen|Mrd\.?|Milliarden?))?"
)
_MONEY = re.compile(
    rf"(?:[€$£]|\b(?:EUR|USD|GBP|CHF)) ?\d[\d.,\u202f\xa0]{{0,14}}{_SCALE}\b"
    rf"|{_NUMBER}{_SCALE}[ \xa0]?(?:€|\$|£|EUR\b|USD\b|CHF\b|euros?\b|dollars?\b|pounds?\b|Euro\b)",
    re.IGNORECASE,
)
_EN_PEOPLE = (
    "people|persons|customers|clients|companies|users|subscribers|members|employees|households|"
    "citizens|readers|visitors|patients|students|businesses|shops|firms|organisations|"
    "organizations|developers|workers|families|children|women|men|homes|schools|hospitals"
)
_DE_PEOPLE = (
    "Menschen|Personen|Kunden|Kundinnen|Firmen|Unternehmen|Nutzer|Nutzerinnen|Nutzende|Mitglieder|"
    "Beschäftigte|Haushalte|Bürger|Bürgerinnen|Leser|Leserinnen|Besucher|Besucherinnen|Patienten|"
    "Patientinnen|Studierende|Betriebe|Läden|Organisationen|Mitarbeiter|Mitarbeitende|Familien|"
    "Kinder|Frauen|Männer|Schulen|Krankenhäuser|Vereine|Teilnehmer|Teilnehmende|Kommunen"
)
_COUNT = {
    "en": re.compile(rf"{_NUMBER}{_SCALE}\+? (?:\w+ ){{0,2}}?(?:{_EN_PEOPLE})\b", re.IGNORECASE),
    "de": re.compile(
        rf"{_NUMBER}{_SCALE} (?:\w+ ){{0,2}}?(?:{_DE_PEOPLE})\w{{0,2}}\b", re.IGNORECASE
    ),
}
_FACTOR = {"en": _EN_FACTOR, "de": _DE_FACTOR}
_SHARE = {"en": _EN_SHARE, "de": _DE_SHARE}
# “every second week” is a rhythm and no share.
_RHYTHM = frozenset(
    """of week day month year monday tuesday wednesday thursday friday saturday sunday time hour
    minute weekend counts counted matters line row woche tag monat jahr montag dienstag mittwoch
    donnerstag freitag samstag sonntag stunde minute wochenende zeile runde mal sekunde""".split()
)
_SCALES = {
    "thousand": 1e3, "k": 1e3, "tausend": 1e3,
    "million": 1e6, "m": 1e6, "mio": 1e6, "millionen": 1e6,
    "billion": 1e9, "bn": 1e9, "mrd": 1e9, "milliarde": 1e9, "milliarden": 1e9,
}  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d\b(?![.,]\d)")
_LEADING = re.compile(r"\d[\d.,\u202f\xa0]*")


def shares(text: str, lang: str, start: int, end: int) -> Iterator[Span]:
    """Percentages, factors, and so many of so many, in ``text[start:end]``."""
    for match in _PER_CENT.finditer(text, start, end):
        yield Span(*match.span())
    for match in _FACTOR[lang].finditer(text, start, end):
        yield Span(*match.span())
    for match in _SHARE[lang].finditer(text, start, end):
        if (match["noun"] or "").lower() not in _RHYTHM:
            yield Span(*match.span())


def money(text: str, start: int, end: int, least: float = 1000) -> Iterator[Span]:
    """Sums of money of ``least`` or more."""
    for match in _MONEY.finditer(text, start, end):
        if amount(match[0]) >= least:
            yield Span(*match.span())


def counts(text: str, lang: str, start: int, end: int, least: float) -> Iterator[Span]:
    """So many people, customers or companies, from ``least`` on."""
    for match in _COUNT[lang].finditer(text, start, end):
        if amount(match[0]) >= least and not _YEAR.match(match[0]):
            yield Span(*match.span())


def amount(written: str) -> float:
    """The number in ``written`` as both languages write it: 1,000 and 1.000 are a thousand."""
    found = _LEADING.search(written)
    if found is None:
        return 0
    digits = found[0].strip(".,\u202f\xa0")
    whole, _, rest = digits.replace(",", ".").rpartition(".")
    grouped = not whole or len(rest) == 3
    number = float("".join(filter(str.isdigit, digits)) if grouped else _decimal(whole, rest))
    after = written[found.end() :].strip(" \xa0").split(" ")[0].strip(".-+").lower()
    return number * _SCALES.get(after, 1)


def _decimal(whole: str, rest: str) -> str:
    return f"{''.join(filter(str.isdigit, whole))}.{rest}"

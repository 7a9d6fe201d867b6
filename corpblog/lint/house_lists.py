"""Word lists of the site itself: more words for the rules that there are, or rules of its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpblog.diagnostics import Diagnostic, Severity
from corpblog.lint.context import Context
from corpblog.lint.faults import FAULTS
from corpblog.lint.lexicon import JARGON
from corpblog.lint.rule import AnyRule, Finding, Findings, NoOptions, Replacement, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import NOTHING, Wording
from corpblog.model.config import WordListSection, translated
from corpblog.model.site import Site
from corpblog.model.source import SourceText
from corpblog.wordlists.entries import Entry
from corpblog.wordlists.lists import CATEGORIES, parse_list
from corpblog.wordlists.notation import keep_capital

_CODE = re.compile(r"[A-Z]{2,12}[0-9]{3}")
_FOUND = Wording("“{text}” is on the list {name}", "„{text}“ steht auf der Liste {name}")
_TRY = Wording("try “{text}”", "besser: „{text}“")


@dataclass(frozen=True, kw_only=True, slots=True)
class HouseLists:
    """Entries by language for the list ``jargon``, the rules of the site's own, and all faults."""

    entries: Mapping[str, tuple[Entry, ...]]
    rules: tuple[AnyRule, ...]
    diagnostics: tuple[Diagnostic, ...]


def house_lists(site: Site, taken: frozenset[str]) -> HouseLists:
    """The lists of ``guidelines.lists``; ``taken`` are the codes of the built-in rules."""
    entries: dict[str, tuple[Entry, ...]] = {}
    rules: dict[str, AnyRule] = {}
    told: list[Diagnostic] = []
    for name, section in sorted(site.config.guidelines.lists.items()):
        source = site.word_lists.get(name)
        if source is None:
            continue  # that the file is missing was told when it was read
        found, faults = _entries(section, source)
        told.extend(faults)
        entries[section.lang] = (*entries.get(section.lang, ()), *found)
        if section.code:
            told.extend(_code_faults(section, taken, source))
            rules.setdefault(section.code, _rule(section, site.lang))
    return HouseLists(entries=entries, rules=tuple(rules.values()), diagnostics=tuple(told))


def _entries(
    section: WordListSection, source: SourceText
) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    categories = (section.code,) if section.code else CATEGORIES
    found, faults = parse_list(source.text, categories=categories)
    told = []
    for fault in faults:
        start = _line_start(source.text, fault.line) + fault.column - 1
        place = source.location(start, start + 1)
        line = source.line(fault.line)
        told.append(FAULTS["LINT003"].at(place, fault.message, hint=fault.hint, source_line=line))
    return found, tuple(told)


def _line_start(text: str, number: int) -> int:
    start = 0
    for _ in range(number - 1):
        start = text.find("\n", start) + 1
    return start


def _code_faults(
    section: WordListSection, taken: frozenset[str], source: SourceText
) -> Iterator[Diagnostic]:
    place = source.location(0)
    if section.code in taken:
        message = f"the code {section.code} belongs to a rule of corpblog"
        yield FAULTS["LINT003"].at(place, message, hint="choose a code of your own")
    elif not _CODE.fullmatch(section.code):
        message = f"“{section.code}” is no code of a rule"
        yield FAULTS["LINT003"].at(place, message, hint="capitals and three digits: HOUSE001")


def _rule(section: WordListSection, lang: str) -> AnyRule:
    def check(text: Text, context: Context, options: NoOptions) -> Findings:
        for hit in text.hits(JARGON):
            if hit.entry.category == section.code:
                span = Span(hit.start, hit.end)
                said = text.source.text[hit.start : hit.end]
                better = keep_capital(hit.replacement, said) if hit.replacement else ""
                yield Finding(
                    at=span,
                    message=_FOUND(text=said, name=name),
                    hint=_hint(better, hit.entry.advice),
                    edits=(Replacement(span, better),) if better else (),
                )

    name = section.name or section.code.lower()
    why = {each: translated(section.why, each, lang) for each in ("en", "de")}
    return Rule(
        code=section.code,
        name=name,
        severity=Severity(section.severity),
        help=f"Words of the list {name}.\n\nWörter der Liste {name}.\n\n"
        f"Why: {why['en']}\n\nWarum: {why['de']}",
        options=NoOptions,
        text=check,
    )


def _hint(replacement: str, advice: str) -> Wording:
    if replacement:
        return _TRY(text=replacement)
    return Wording(advice, advice) if advice else NOTHING

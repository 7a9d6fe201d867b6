"""Texts with what the word lists find in them, and what rules of jargon say of them."""

from typing import Any

from corpblog.lint.context import Context
from corpblog.lint.guards import standing
from corpblog.lint.jargon_lists import entries_in_force
from corpblog.lint.lexicon import JARGON, NAMES
from corpblog.lint.rule import AnyRule, Finding
from corpblog.lint.text import Text, TextKind
from corpblog.model.config import Config
from corpblog.model.registers import Registers
from corpblog.model.source import SourceText
from corpblog.wordlists.entries import Entry
from corpblog.wordlists.lists import builtin_entries, parse_list
from corpblog.wordlists.matcher import Matcher
from corpblog.wordlists.tokens import tokenise
from tests.lint.prose.reading import read, source_of


def context_of(own: str = "Hafenwaage") -> Context:
    return Context(
        lang="en",
        config=Config(),
        config_source=SourceText(path="corpblog.yml", text=""),
        authors={},
        registers=Registers(),
        own_names=frozenset({tuple(token.folded for token in tokenise(own))}),
    )


def text_of(
    written: str, lang: str = "en", *, entries: tuple[Entry, ...] = (), names: tuple[str, ...] = ()
) -> Text:
    """A page; ``entries`` are the jargon list, the built-in one where left out."""
    prose = read(written, lang)
    lists = {
        JARGON: entries or builtin_entries(lang),
        NAMES: [Entry(pattern=name, category=NAMES) for name in names],
    }
    return Text(
        kind=TextKind.PAGE,
        source=source_of(written),
        lang=lang,
        prose=prose,
        found=Matcher(lists).find(prose.tokens),
    )


def listed(*lines: str) -> tuple[Entry, ...]:
    """Entries of a list from its lines."""
    entries, faults = parse_list("\n".join(lines))
    assert not faults
    return entries


def kept(text: Text, **options: Any) -> list[str]:
    """The words of all hits that stand past the guards."""
    hits = standing(text, text.hits(JARGON), context_of(), **options)
    return [text.source.text[hit.start : hit.end] for hit in hits]


def findings(rule: AnyRule, written: str, lang: str = "en", **options: Any) -> list[Finding]:
    """What a rule of jargon finds with ``options``."""
    chosen = rule.options(**options)
    entries = entries_in_force(builtin_entries(lang), (), {rule.code: chosen})
    assert rule.text is not None
    return list(rule.text(text_of(written, lang, entries=entries), context_of(), chosen))

"""The entries of jargon lists that a site enforces: built in, of its own, added and removed."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from corpblog.lint.guard_names import ALL_GUARDS, GuardName
from corpblog.model.keys import key
from corpblog.wordlists.entries import Entry
from corpblog.wordlists.folding import fold
from corpblog.wordlists.grammar import pattern_trouble

# Which rule judges which category of the lists.
CATEGORY_OF: Mapping[str, str] = {
    "JARG001": "buzzword",
    "JARG002": "empty-superlative",
    "JARG003": "hype-adjective",
    "JARG004": "weasel-word",
    "JARG005": "corporate-euphemism",
    "JARG006": "inflated-verb",
    "JARG007": "pr-phrase",
}


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class JargonOptions:
    """The options of the rules that judge words of lists."""

    lists: tuple[Literal["builtin", "own"], ...] = key(
        "builtin: the lists of corpblog; own: those of guidelines.lists", default=("builtin", "own")
    )
    add: tuple[str, ...] = key("further patterns, in the notation of word lists", default=())
    remove: tuple[str, ...] = key(
        "patterns of a list, or words and phrases, that may be used", default=()
    )
    max_per_rule: int = key("findings shown for one text", default=20)
    guards: tuple[GuardName, ...] = key("what keeps the rule quiet", default=ALL_GUARDS)

    def __post_init__(self) -> None:
        """Refuse patterns that cannot be understood."""
        for name, patterns in (("add", self.add), ("remove", self.remove)):
            for pattern in patterns:
                trouble = pattern_trouble(pattern)
                if trouble is not None:
                    message = f"{name}: “{pattern}”: {trouble.message}. {trouble.hint}"
                    raise ValueError(message)


def entries_in_force(
    builtin: Iterable[Entry], own: Iterable[Entry], options: Mapping[str, Any]
) -> tuple[Entry, ...]:
    """All jargon entries of a language; ``options`` are those of the rules in force, by code.

    Entries of other categories are those of rules that a site made itself; they stay as they are.
    """
    chosen = {
        category: options[code]
        for code, category in CATEGORY_OF.items()
        if isinstance(options.get(code), JargonOptions)
    }
    return (
        *_selected(builtin, "builtin", chosen),
        *_selected(own, "own", chosen),
        *(
            Entry(pattern=pattern, category=category)
            for category, option in chosen.items()
            for pattern in option.add
        ),
    )


def _selected(
    entries: Iterable[Entry], source: Literal["builtin", "own"], chosen: Mapping[str, JargonOptions]
) -> Iterator[Entry]:
    """The entries that the rule of their category wants, without what it removes."""
    removed = {
        category: frozenset(map(fold, option.remove))
        for category, option in chosen.items()
        if option.remove
    }
    for entry in entries:
        option = chosen.get(entry.category)
        if option is None or (source in option.lists and not option.remove):
            yield entry
        elif source in option.lists and fold(entry.pattern) not in removed[entry.category]:
            yield _without(entry, option.remove)


def _without(entry: Entry, words: tuple[str, ...]) -> Entry:
    """``entry`` that does not find ``words`` any more."""
    exceptions = (*entry.directives.exceptions, *words)
    directives = dataclasses.replace(entry.directives, exceptions=exceptions)
    return dataclasses.replace(entry, directives=directives)

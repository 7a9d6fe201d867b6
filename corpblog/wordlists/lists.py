"""Word lists as text: a line an entry, its columns parted by tabs, and the lists built in.

Columns are pattern, category, suggestion, note; the last two may be left out. Empty lines, lines
that begin with ``#`` and the line of headings are no entries.
"""

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpblog.nearest import nearest
from corpblog.wordlists.directives import note_of, note_troubles
from corpblog.wordlists.entries import Entry
from corpblog.wordlists.folding import fold
from corpblog.wordlists.grammar import Trouble, pattern_trouble, suggestion_trouble

CATEGORIES = (
    "buzzword",
    "empty-superlative",
    "hype-adjective",
    "weasel-word",
    "corporate-euphemism",
    "inflated-verb",
    "pr-phrase",
)
# Languages with a list of their own.
LANGUAGES = ("de", "en")

_HEADINGS = ("pattern", "category", "suggestion", "note")
_FOLDER = Path(__file__).parent / "words"


class ListFault(NamedTuple):
    """What is wrong in a word list: line and column from 1 in code points, and the way out."""

    line: int
    column: int
    message: str
    hint: str


def parse_list(
    text: str, *, categories: Collection[str] = CATEGORIES
) -> tuple[tuple[Entry, ...], tuple[ListFault, ...]]:
    """The entries of a list, and all its faults; a line with a fault gives no entry."""
    entries: list[Entry] = []
    faults: list[ListFault] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        columns = [column.strip() for column in line.split("\t")]
        if not line.strip() or line.startswith("#") or tuple(columns) == _HEADINGS[: len(columns)]:
            continue
        found = list(_faults(line, number, categories, seen))
        faults += found
        if not found:
            entries.append(_entry(*[*columns, "", ""][:4]))
    return tuple(entries), tuple(faults)


@cache
def builtin_entries(lang: str) -> tuple[Entry, ...]:
    """The list that comes with corpblog for ``lang``; empty for a language without one."""
    tongue = lang.lower().partition("-")[0]
    if tongue not in LANGUAGES:
        return ()
    lines = (_FOLDER / f"jargon-{tongue}.tsv").read_text(encoding="utf-8").splitlines()
    # Their faults are looked for by a test, not at every start.
    return tuple(_entry(*line.split("\t")) for line in lines[1:])


def _entry(pattern: str, category: str, suggestion: str, text: str) -> Entry:
    note = note_of(text)
    advises = suggestion.startswith("(") and suggestion.endswith(")") and ")" not in suggestion[:-1]
    return Entry(
        pattern=pattern,
        category=category,
        replacement="" if advises else suggestion,
        advice=suggestion[1:-1] if advises else "",
        note=note.remark,
        directives=note.directives,
    )


def _faults(
    line: str, number: int, categories: Collection[str], seen: dict[str, int]
) -> Iterator[ListFault]:
    """Everything that is wrong with a line; ``seen`` maps folded patterns to their lines."""
    columns = line.split("\t")
    if not 2 <= len(columns) <= len(_HEADINGS):
        yield ListFault(
            number,
            1,
            f"the line has {len(columns)} column{'s' if len(columns) > 1 else ''}, not 2 to 4",
            "Part pattern, category, suggestion and note by tabs.",
        )
        return
    pattern, category, suggestion, note = (each.strip() for each in [*columns, "", ""][:4])
    starts = [sum(len(each) + 1 for each in columns[:place]) for place in range(4)]

    def at(place: int, trouble: Trouble) -> ListFault:
        indent = len(columns[place]) - len(columns[place].lstrip())
        return ListFault(
            number, starts[place] + indent + trouble.offset + 1, trouble.message, trouble.hint
        )

    trouble = pattern_trouble(pattern)
    if trouble is not None:
        yield at(0, trouble)
    elif (first := seen.setdefault(fold(pattern), number)) != number:
        yield at(0, Trouble(0, f"the pattern stands in line {first} already", "Keep one of them."))
    if category not in categories:
        yield at(1, _unknown_category(category, categories))
    if suggestion and trouble is None and _entry(pattern, category, suggestion, "").replacement:
        lining = suggestion_trouble(pattern, suggestion)
        if lining is not None:
            yield at(2, lining)
    for each in note_troubles(note):
        yield at(3, each)


def _unknown_category(category: str, categories: Collection[str]) -> Trouble:
    meant = nearest(category, categories)
    hint = f"Did you mean {meant}?" if meant else f"Known are {', '.join(categories)}."
    return Trouble(0, f"unknown category “{category}”" if category else "no category", hint)

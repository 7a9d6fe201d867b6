"""All word lists of a run, one matcher for each language, and what they find in a text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from corpblog.lint.in_force import InForce
from corpblog.lint.jargon_lists import entries_in_force
from corpblog.lint.prose.parts import Prose
from corpblog.wordlists.entries import Entry
from corpblog.wordlists.grammar import pattern_trouble
from corpblog.wordlists.lists import builtin_entries
from corpblog.wordlists.matcher import Hit, Matcher

# The list of all built-in categories; which of them a hit is in decides the rule.
JARGON = "jargon"
# Names that are no jargon: products, organisations, people, job titles.
NAMES = "name"
_NOTATION = str.maketrans(dict.fromkeys("()|~*", " "))


@dataclass(kw_only=True)
class Lexicon:
    """Word lists by language; a matcher is made when the first text in its language comes."""

    rules: tuple[InForce, ...]
    names: tuple[str, ...] = ()
    further: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    _matchers: dict[str, Matcher] = field(default_factory=dict)

    def find(self, prose: Prose, lang: str) -> Mapping[str, tuple[Hit, ...]]:
        """What all lists of ``lang`` find in ``prose``; foreign stretches have their own lists."""
        if not prose.foreign:
            return self._matcher(lang).find(prose.tokens)
        found: dict[str, list[Hit]] = {}
        for tongue in (lang, *sorted({tongue for _, _, tongue in prose.foreign} - {lang})):
            for name, hits in self._find_in(prose, tongue, lang).items():
                found.setdefault(name, []).extend(hits)
        return {
            name: tuple(sorted(hits, key=lambda hit: hit.start)) for name, hits in found.items()
        }

    def _find_in(self, prose: Prose, tongue: str, lang: str) -> Mapping[str, tuple[Hit, ...]]:
        """What the lists of ``tongue`` find in the stretches of ``prose`` that are in it."""
        spoken = [
            index
            for index, token in enumerate(prose.tokens)
            if _tongue(prose, token.start, lang) == tongue
        ]
        tokens = [
            prose.tokens[index]
            if place and spoken[place - 1] == index - 1
            else prose.tokens[index]._replace(joined=False)
            for place, index in enumerate(spoken)
        ]
        return {
            name: tuple(
                hit._replace(first=spoken[hit.first], last=spoken[hit.last - 1] + 1) for hit in hits
            )
            for name, hits in self._matcher(tongue).find(tokens).items()
        }

    def _matcher(self, lang: str) -> Matcher:
        if lang not in self._matchers:
            self._matchers[lang] = Matcher(self._lists(lang))
        return self._matchers[lang]

    def _lists(self, lang: str) -> Mapping[str, Iterable[Entry]]:
        lists: dict[str, Iterable[Entry]] = {
            JARGON: entries_in_force(
                builtin_entries(lang),
                self.further.get(lang, ()),
                {force.rule.code: force.options for force in self.rules},
            ),
            NAMES: tuple(_names(self.names)),
        }
        for force in self.rules:
            for name, by_lang in force.rule.phrases.items():
                entries = (Entry(pattern=each, category=name) for each in by_lang.get(lang, ()))
                lists[name] = (*lists.get(name, ()), *entries)
        return lists


def _names(names: Iterable[str]) -> Iterator[Entry]:
    """Each name that can be looked for; one of signs alone cannot."""
    for pattern in sorted({_literal(name) for name in names}):
        if pattern_trouble(pattern) is None:
            yield Entry(pattern=pattern, category=NAMES)


def _literal(name: str) -> str:
    """A name as a pattern: what means something in the notation is left out."""
    return " ".join(name.translate(_NOTATION).split())


def _tongue(prose: Prose, offset: int, lang: str) -> str:
    """The language at ``offset``: that of the innermost stretch around it."""
    inside = [
        (end - start, tongue) for start, end, tongue in prose.foreign if start <= offset < end
    ]
    return min(inside)[1] if inside else lang

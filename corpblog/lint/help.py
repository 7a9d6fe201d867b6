"""The help of a rule, read from the docstring of its module: what it finds, why, and examples."""

import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpblog.lint.wording import NOTHING, Wording

# Label of a paragraph -> what it tells, in which language.
_LABELS: Mapping[str, tuple[str, str]] = {
    "Why": ("why", "en"),
    "Warum": ("why", "de"),
    "Instead": ("instead", "en"),
    "Stattdessen": ("instead", "de"),
    "Bad": ("bad", "en"),
    "Schlecht": ("bad", "de"),
    "Good": ("good", "en"),
    "Gut": ("good", "de"),
    "Known": ("known", "en"),
}
# The sources behind the principles, which rules cite by these short names.
SOURCES: Mapping[str, Wording] = {
    "S0": Wording(
        "“Web Reputation Management”, die bank, 2009", "„Web Reputation Management“, die bank, 2009"
    ),
    "S1": Wording("K. Eck, Der digitale Dämon", "K. Eck, Der digitale Dämon"),
    "S2": Wording("B. Janek, 2010", "B. Janek, 2010"),
    "S3": Wording("LMU lecture on social media storms", "LMU-Vorlesung über Shitstorms"),
    "S4": Wording(
        "Harvard Business Manager, September 2010", "Harvard Business Manager, September 2010"
    ),
}
_SOURCE = re.compile(r"\bS[0-4]\b")
_LABEL = re.compile(rf"^({'|'.join(_LABELS)}): ")


@dataclass(frozen=True, kw_only=True, slots=True)
class Help:
    """What a rule says of itself; ``known`` are its known misses and false alarms, in English."""

    summary: Wording = NOTHING
    why: Wording = NOTHING
    instead: Wording = NOTHING
    bad: Wording = NOTHING
    good: Wording = NOTHING
    known: str = ""


@lru_cache(maxsize=256)
def help_of(docstring: str | None) -> Help:
    """The help in the docstring of a rule's module; empty where Python dropped it (``-OO``).

    The first paragraph is the summary in English, the second the one in German; then follow
    paragraphs and lines that begin with a label.
    """
    told: dict[tuple[str, str], str] = {}
    summaries: list[str] = []
    for piece in _pieces(inspect.cleandoc(docstring or "")):
        label = _LABEL.match(piece)
        if label:
            part, lang = _LABELS[label[1]]
            told[part, lang] = _in_full(piece[label.end() :], lang)
        else:
            summaries.append(piece)

    def wording(part: str) -> Wording:
        return Wording(told.get((part, "en"), ""), told.get((part, "de"), ""))

    english, german = (*summaries, "", "")[:2]
    return Help(
        summary=Wording(english, german),
        why=wording("why"),
        instead=wording("instead"),
        bad=wording("bad"),
        good=wording("good"),
        known=told.get(("known", "en"), ""),
    )


def _in_full(text: str, lang: str) -> str:
    """``text`` with its sources by the names under which people find them."""
    return _SOURCE.sub(lambda short: SOURCES[short[0]].in_(lang), text)


def _pieces(text: str) -> list[str]:
    """Paragraphs, and the labelled lines in them, each as one line."""
    pieces: list[str] = []
    fresh = True
    for line in text.splitlines():
        if not line.strip():
            fresh = True
        elif fresh or _LABEL.match(line):
            pieces.append(line.strip())
            fresh = False
        else:
            pieces[-1] += f" {line.strip()}"
    return pieces

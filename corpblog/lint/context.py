"""What all rules of a run may know besides the text under examination."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from corpblog.lint.syllables import count_syllables
from corpblog.model.author import Author
from corpblog.model.config import Config
from corpblog.model.image_facts import ImageFacts
from corpblog.model.registers import Registers
from corpblog.model.source import SourceText


class Gate(StrEnum):
    """When a rule runs: on a pull request, by the clock, or on the built site."""

    PR = "PR"
    SCHED = "SCHED"
    OUT = "OUT"


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """The frame of a run, the same for every text.

    Whatever stands here is part of the key under which findings are remembered, so a check that
    sees nothing else can be remembered safely. ``lang`` is the language of the site and of the
    messages. ``now`` is None for all gates but SCHED. ``names`` are what no word list may judge:
    people, organisations, products; ``own_names`` are the names of the company
    and its products, each as the folded words of its tokens; ``images`` what picture files tell,
    by source path; ``roles`` by role the permalinks of the pages that have it.
    ``syllables`` counts those of words of a language; a pure function, so no part of that key.
    """

    gate: Gate = Gate.PR
    lang: str
    config: Config
    config_source: SourceText
    authors: Mapping[str, Author]
    registers: Registers
    images: Mapping[str, ImageFacts] = field(default_factory=dict)
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    own_names: frozenset[tuple[str, ...]] = frozenset()
    now: datetime | None = None
    syllables: Callable[[str, Sequence[str]], Sequence[int]] = count_syllables

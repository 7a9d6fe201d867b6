"""Entries of word lists: a pattern, what it is listed for, and what to say instead."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Directives:
    """Conditions of an entry, written in the note column of a list."""

    once: bool = False
    technical: bool = False
    only_with_self: bool = False
    only_with_others: bool = False
    cut: bool = False
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    only_before: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A line of a list; ``advice`` is the suggestion in outer parentheses, without them."""

    pattern: str
    category: str
    replacement: str = ""
    advice: str = ""
    note: str = ""
    directives: Directives = field(default_factory=Directives)

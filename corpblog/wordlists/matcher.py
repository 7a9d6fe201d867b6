"""One pass over the words of a text that finds the entries of all word lists."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from corpblog.wordlists.entries import Entry
from corpblog.wordlists.tokens import Token


class Hit(NamedTuple):
    """An entry found at ``start`` to ``end`` of a text: its words are ``tokens[first:last]``.

    ``replacement`` is ready to put in its place, empty where the entry only gives advice.
    """

    start: int
    end: int
    first: int
    last: int
    entry: Entry
    replacement: str

"""Where keys stand: how a later stage asks for the place of a value that it judges."""

from typing import Protocol

from corpblog.model.source import SourceText

KeyPath = tuple[str | int, ...]


class KeyPlaces(Protocol):
    """Finds the value at ``path`` in the YAML of ``source``: front matter, or the whole file."""

    def __call__(self, source: SourceText, path: KeyPath) -> tuple[int, int] | None:
        """Offsets of the value in ``source.text``, of the key if the value is empty.

        The nearest outer key where a record lacks the last one; None where nothing of it is there.
        """
        ...

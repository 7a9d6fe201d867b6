"""Text that is rewritten step by step and still knows where each part began in the old file."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

# Behind every offset of a text.
_FAR = 1 << 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """Replace the characters from ``start`` to ``end`` (exclusive) by ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Traced:
    """``text`` with ``marks``: pairs of an offset here and the offset in the old file."""

    text: str
    marks: tuple[tuple[int, int], ...] = ((0, 0),)

    def origin(self, offset: int) -> int:
        """Where in the old file the character at ``offset`` stood."""
        place = max(bisect_right(self.marks, (offset, _FAR)) - 1, 0)
        here, there = self.marks[place]
        found = there + offset - here
        if place + 1 < len(self.marks):
            return max(there, min(found, self.marks[place + 1][1]))
        return found

    def changed(self, changes: Iterable[Change]) -> "Traced":
        """This text after ``changes``; of two that overlap, the one that begins first counts."""
        parts: list[str] = []
        marks: list[tuple[int, int]] = []
        done = length = 0
        for change in sorted(changes, key=lambda item: (item.start, item.end)):
            if change.start < done:
                continue
            marks.extend(self._shifted(done, change.start, length))
            parts.append(self.text[done : change.start])
            length += change.start - done
            if change.text:
                marks.append((length, self.origin(change.start)))
                parts.append(change.text)
                length += len(change.text)
            done = change.end
        marks.extend(self._shifted(done, len(self.text), length))
        parts.append(self.text[done:])
        return Traced(text="".join(parts), marks=tuple(marks) or ((0, self.origin(0)),))

    def _shifted(self, start: int, end: int, length: int) -> list[tuple[int, int]]:
        """Marks for the kept characters from ``start`` to ``end``, now at ``length``."""
        if start >= end:
            return []
        first = bisect_right(self.marks, (start, _FAR))
        last = bisect_left(self.marks, (end,))
        inside = [(here - start + length, there) for here, there in self.marks[first:last]]
        return [(length, self.origin(start)), *inside]

"""When to act on changes: at once after one saved file, once after a thousand."""

from dataclasses import dataclass, field

# Seconds without a further change. One saved file needs no more than its own events.
_ONE = 0.001
_SOME = 0.06
_MANY = 0.2
# However long it goes on: after this time what has come so far is shown.
_LONGEST = 2.0
_FEW = 2
_HEAP = 20


@dataclass(kw_only=True, slots=True)
class Gathering:
    """Changes on their way.

    ``finished`` are files that were written to their end; ``open`` those that came or went: more
    is likely to follow, as editors save by way of another name. Times are seconds of one clock.
    """

    finished: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)
    first: float = 0.0
    last: float = 0.0

    def add(self, label: str, now: float, *, finished: bool) -> None:
        """Take in a change of the file ``label``; an empty one means any file."""
        if not self:
            self.first = now
        self.last = now
        if finished:
            self.open.discard(label)
            self.finished.add(label)
        elif label not in self.finished:
            self.open.add(label)

    def due(self) -> float:
        """The time at which to act if nothing more comes."""
        count = len(self.finished) + len(self.open)
        pause = _MANY if count > _HEAP else _SOME
        if not self.open and count <= _FEW:
            pause = _ONE
        return min(self.last + pause, self.first + _LONGEST)

    def take(self) -> frozenset[str]:
        """All labels; the gathering is empty then."""
        taken = frozenset(self.finished | self.open)
        self.finished.clear()
        self.open.clear()
        return taken

    def __bool__(self) -> bool:
        return bool(self.finished or self.open)

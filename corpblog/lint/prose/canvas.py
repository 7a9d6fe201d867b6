"""The copy of a source that is prose alone, as long as the source, each character in its place."""

import re
from collections.abc import Iterable

# Blanks that part words for good: something stood there that a reader sees. None of the two can
# occur in a cleaned source; the second is a line end.
BARRIER = "\x00"
BARRIER_LINE = "\x01"
# Nothing to the eye, so that the letters on both sides are one word.
_UNSEEN = "\u00ad"
_MARK = "\u034f"
_IN_WORD = re.compile(r"(?:[*_~\\[]|</?(?:sub|b|i|em|strong|u)>|<wbr ?/?>)+", re.IGNORECASE)
_INK = re.compile(r"[^\n]+")


class Canvas:
    """Takes the stretches of ``text`` that are prose, in order; all else becomes blank."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.done = 0
        self.bridges: list[tuple[int, int]] = []
        self._parts: list[str] = []
        self._parted = True

    def part(self) -> None:
        """The words before and after here do not belong together."""
        self._parted = True

    def keep(self, start: int, piece: str) -> None:
        """``piece`` stands at ``start`` and is prose."""
        if start < self.done:
            piece = piece[self.done - start :]
            start = self.done
        if not piece:
            return
        if start > self.done or self._parted:
            self._fill(start, piece)
        self._parts.append(piece)
        self.done = start + len(piece)

    def put(self, start: int, end: int, sign: str) -> None:
        """``text[start:end]`` is another way to write ``sign``."""
        if start < self.done:
            return
        width = end - start
        if sign.isspace():
            shown = blank(self.text[start:end])
        elif sign == _UNSEEN or len(sign) > width:
            shown = _UNSEEN * width
        else:
            shown = sign + (_MARK if sign[-1].isalnum() else _UNSEEN) * (width - len(sign))
        self._fill(start, shown)
        self._parts.append(shown)
        self.bridges.append((start, end))
        self.done = end

    def finished(self) -> str:
        """The copy, with barriers; as long as the text."""
        self._parted = True
        self._fill(len(self.text), "")
        return "".join(self._parts)

    def _fill(self, start: int, piece: str) -> None:
        gap = self.text[self.done : start]
        if self._parted:
            self._parts.append(barrier(gap))
            self._parted = False
        elif gap == "\n" or not gap:
            self._parts.append(gap)
        elif self._is_in_word(gap, piece):
            self._parts.append(_UNSEEN * len(gap))
            self.bridges.append((self.done, start))
        else:
            self._parts.append(blank(gap))

    def _is_in_word(self, gap: str, piece: str) -> bool:
        before = self._parts[-1][-1:] if self._parts else ""
        after = piece[1:2] if piece[0] in "'’" else piece[0]
        return (
            (before.isalnum() or before in (_MARK, _UNSEEN))
            and after.isalnum()
            and _IN_WORD.fullmatch(gap) is not None
        )


def bridged(source: str, shown: str, bridges: Iterable[tuple[int, int]]) -> str:
    """``shown`` with the signs of ``source`` where they stand inside a word, else blanks."""
    parts: list[str] = []
    done = 0
    for start, end in bridges:
        if shown[start:end].isspace():
            continue
        inside = shown[start].isalnum() or (
            shown[start - 1 : start].isalnum() and shown[end : end + 2].lstrip("'’")[:1].isalnum()
        )
        parts += (shown[done:start], source[start:end] if inside else " " * (end - start))
        done = end
    return "".join((*parts, shown[done:])) if parts else shown


def blank(gap: str) -> str:
    """White space as long as ``gap``, lines kept."""
    if "\n" not in gap:
        return " " * len(gap)
    return "\n".join([" " * len(line) for line in gap.split("\n")])


def barrier(gap: str) -> str:
    """The same in barriers."""
    if "\n" not in gap:
        return BARRIER * len(gap)
    return BARRIER_LINE.join([BARRIER * len(line) for line in gap.split("\n")])


def carved(marked: str, cuts: Iterable[tuple[int, int]]) -> str:
    """``marked`` with barriers in place of every cut; cuts may overlap."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(cuts):
        if end > done:
            begin = max(start, done)
            parts += (marked[done:begin], barrier(marked[begin:end].replace(BARRIER_LINE, "\n")))
            done = end
    return "".join((*parts, marked[done:])) if parts else marked


def bare(marked: str) -> str:
    """``marked`` with plain blanks for barriers."""
    return marked.replace(BARRIER_LINE, "\n").replace(BARRIER, " ")

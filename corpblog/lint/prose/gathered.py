"""What a reading of a source gathers on its way: blocks and special stretches, still growing."""

from dataclasses import dataclass, field

from corpblog.lint.prose.canvas import Canvas
from corpblog.lint.prose.parts import Block, ImageUse, Link, Remark, Scope, Stretch

Cut = tuple[int, int]


@dataclass(kw_only=True, slots=True)
class Gathered:
    """``unread`` is cut out of all prose, ``unsaid`` out of that which language rules see.

    ``runs`` are the stretches of text of one block without the blocks inside it: index of the
    block, start, end.
    """

    canvas: Canvas
    blocks: list[Block] = field(default_factory=list)
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[ImageUse] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    emphasis: list[Cut] = field(default_factory=list)
    foreign: list[tuple[int, int, str]] = field(default_factory=list)
    footnotes: list[Cut] = field(default_factory=list)
    unread: list[Cut] = field(default_factory=list)
    unsaid: list[Cut] = field(default_factory=list)
    _open: list[list[int]] = field(default_factory=list)

    @property
    def in_block(self) -> bool:
        """Whether a block is open."""
        return bool(self._open)

    def open(self, scope: Scope, start: int, in_quote: bool = False) -> None:
        """A block begins; one that is open goes on after it."""
        self.canvas.part()
        if self._open:
            self._run(start)
        self._open.append([len(self.blocks), start])
        self.blocks.append(Block(scope, start, start, in_quote))

    def close(self, end: int) -> None:
        """The innermost block ends, if one is open."""
        self.canvas.part()
        if not self._open:
            return
        self._run(end)
        index, _ = self._open.pop()
        self.blocks[index] = self.blocks[index]._replace(end=max(end, self.blocks[index].start))
        if self._open:
            self._open[-1][1] = end

    def resume(self, start: int) -> None:
        """The open block goes on at ``start``, not where the block inside it ended."""
        if self._open:
            self._open[-1][1] = start

    def add_alt(self, start: int, end: int, in_quote: bool = False) -> None:
        """An alt text, which is on the canvas: no sentence of the block around it ends there."""
        self.canvas.part()
        self.blocks.append(Block(Scope.ALT, start, end, in_quote))
        self.unsaid.append((start, end))

    def close_all(self, end: int) -> None:
        """Every open block ends."""
        while self._open:
            self.close(end)

    def _run(self, end: int) -> None:
        index, start = self._open[-1]
        if start < end:
            self.runs.append((index, start, end))

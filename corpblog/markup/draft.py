"""What an engine hands on: HTML cut at its tags, ready for the finish that both engines share."""

from collections.abc import Callable
from dataclasses import dataclass, field

from corpblog.markup.document import MarkupOptions


@dataclass(kw_only=True, slots=True)
class Draft:
    """The body while it is being finished: a workpiece of one conversion, never handed out.

    ``tokens`` alternate text and tag, so every odd one is a tag (or a whole ``<script>``), and
    joined they are the HTML. A tag ``<\\x02N>`` stands for ``code[N]``, a finished code block; the
    sign cannot come from a source. ``raw`` says that the author's own HTML may be among the tags.
    """

    tokens: list[str]
    code: list[str] = field(default_factory=list)
    raw: bool = False
    anchors: set[str] = field(default_factory=set)


Engine = Callable[[str, MarkupOptions], Draft]

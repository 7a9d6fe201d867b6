"""Colours of a terminal: the door of rich, opened only where somebody sees them."""

from collections.abc import Iterable

from rich.color import ColorSystem
from rich.style import Style

from corpblog.report.spans import Line, Span


def paint(lines: Iterable[Line]) -> str:
    """``lines`` with the sixteen colours that every terminal knows, so that its theme decides."""
    return "".join("".join(_painted(span) for span in line).rstrip() + "\n" for line in lines)


def _painted(span: Span) -> str:
    if not span.style or not span.text:
        return span.text
    return Style.parse(span.style).render(span.text, color_system=ColorSystem.STANDARD)

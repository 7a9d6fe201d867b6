"""Lines of a report before it is known whether they get colours."""

from typing import NamedTuple


class Span(NamedTuple):
    """A piece of a line, and the name of its style where colours are wanted."""

    text: str
    style: str = ""


Line = tuple[Span, ...]

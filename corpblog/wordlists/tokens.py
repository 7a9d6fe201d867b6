"""Words of a text with their places, folded as the notation of word lists compares them."""

import re
from typing import NamedTuple

# Letters, digits and marks that combine with them; an apostrophe inside a word belongs to it.
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u200c\u200d\u00ad]*[^\W_]*)*(?:['’][^\W_]+)*")


class Token(NamedTuple):
    """A word at ``start`` to ``end`` (code points, exclusive).

    ``folded`` is the word without regard to case, soft hyphens and the form of apostrophes, with
    ß as ss; ``joined`` says that nothing but white space or hyphens stands before it and after
    the word before.
    """

    start: int
    end: int
    folded: str
    joined: bool

"""Formulas as MathML, which browsers draw by themselves."""

from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import tostring

from corpblog.markup.document import MissingExtra
from corpblog.markup.tags import escape

INLINE = '<span class="math math-inline">'
DISPLAY = '<span class="math math-display">'


def draw(tokens: list[str]) -> None:
    """Put MathML in the place of each formula; one that cannot be read stays as it was typed.

    Raises MissingExtra without the extra ``math``.
    """
    for place in range(1, len(tokens) - 2, 2):
        tag = tokens[place]
        if tag in (INLINE, DISPLAY):
            formula = unescape(tokens[place + 1])
            tokens[place] = _mathml(formula, "block" if tag == DISPLAY else "inline")
            tokens[place + 1] = tokens[place + 2] = ""


@lru_cache(maxsize=512)
def _mathml(formula: str, display: str) -> str:
    try:
        from latex2mathml.converter import convert_to_element
    except ImportError:
        raise MissingExtra(
            "latex2mathml", "Formulas need it: install corpblog[math], or set `math: false`."
        ) from None
    try:
        drawn = convert_to_element(formula, display=display)
    except Exception:
        # Its parser lets many kinds of errors through; a formula must not stop a build.
        return f'<code class="formula">{escape(formula)}</code>'
    # It keeps signs as entities and would write a typed < or & as it is.
    for part in drawn.iter():
        part.text = unescape(part.text) if part.text else None
    return tostring(drawn, encoding="unicode")

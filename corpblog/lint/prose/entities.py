"""Text with HTML entities, laid on a canvas."""

import re
from html import unescape

from corpblog.lint.prose.canvas import Canvas

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def lay(canvas: Canvas, start: int, piece: str) -> None:
    """Keep ``piece``, which stands at ``start`` of the text, its entities as what they mean."""
    if "&" not in piece:
        canvas.keep(start, piece)
        return
    done = 0
    for found in _ENTITY.finditer(piece):
        sign = unescape(found[0])
        if sign != found[0]:
            canvas.keep(start + done, piece[done : found.start()])
            canvas.put(start + found.start(), start + found.end(), sign)
            done = found.end()
    canvas.keep(start + done, piece[done:])

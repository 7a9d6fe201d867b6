"""Code blocks as HTML with Pygments' classes; never a guessed language."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpblog.markup.tags import escape

if TYPE_CHECKING:
    from pygments.formatters.html import HtmlFormatter
    from pygments.lexer import Lexer

# Pygments takes about 2 ms for ten lines: a listing longer than this is no reading matter.
_LONGEST = 50_000
_PLAIN = frozenset({"", "text", "txt", "plain", "plaintext", "none"})


def block(language: str, source: str, *, plain: bool = False) -> str:
    """A code block; ``language`` as the author named it, empty for none, never guessed.

    A language that Pygments does not know is shown plain and still named in the class.
    """
    inner = None
    if not plain and language.lower() not in _PLAIN and len(source) <= _LONGEST:
        inner = _coloured(language.lower(), source)
    name = f' class="language-{escape(language)}"' if language else ""
    # Focusable, because a long line scrolls and a keyboard must be able to follow.
    return (
        f'<div class="highlight"><pre tabindex="0"><code{name}>'
        f"{escape_code(source) if inner is None else inner}</code></pre></div>"
    )


def escape_code(source: str) -> str:
    """``source`` as text of an element."""
    return source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@lru_cache(maxsize=512)
def _coloured(language: str, source: str) -> str | None:
    """``source`` with a ``<span class>`` around each token, or None for an unknown language."""
    lexer = _lexer(language)
    if lexer is None:
        return None
    from pygments import highlight

    return str(highlight(source, lexer, _formatter()))


@cache
def _formatter() -> "HtmlFormatter[str]":
    from pygments.formatters.html import HtmlFormatter

    return HtmlFormatter(nowrap=True)


@lru_cache(maxsize=64)
def _lexer(language: str) -> "Lexer | None":
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None

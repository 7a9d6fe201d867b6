"""What strangers write below a post, as HTML that can neither harm nor mislead other readers."""

import re
from collections.abc import Callable
from html import unescape

from corpblog.markup.commonmark import BARE, HIDDEN_COMMENT, HIDDEN_TAG, bare_html, hide_raw_html
from corpblog.markup.html import sanitise
from corpblog.markup.readable import shortened
from corpblog.markup.source import clean
from corpblog.markup.tags import attribute, escape, split, tag_name

# Deeper quotations and lists say nothing more, and a browser stops nesting at some point.
_DEEPEST = 6
_NESTING = frozenset(("blockquote", "ul", "ol"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TAG = re.compile(r"<[^>]{0,4000}>")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_FOLLOWED = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
# An address as people type it: without the sign that ends the sentence around it.
_ADDRESS = re.compile(r"\bhttps?://(?:[^\s<>\"&]|&amp;){1,2000}(?<![.,:;!?'*_)\]])")


def remark_html(text: str, resolve: Callable[[str], str] | None = None) -> str:
    """The Markdown ``text`` of a comment as safe HTML.

    CommonMark alone. HTML in it is shown as it was typed, a heading becomes a strong line, a
    picture a link to it, an address a link; links are marked ``nofollow ugc noopener``. A target
    without a scheme is what ``resolve`` makes of it; without ``resolve`` it is no link: strangers
    do not know where the pages of the site stand.
    """
    body = hide_raw_html(clean(text), BARE)
    html = bare_html(body).replace(HIDDEN_TAG, "&lt;").replace(HIDDEN_COMMENT, "")
    return sanitise("".join(_plainer(split(html), resolve))).strip()


def remark_text(html: str) -> str:
    """The words of a comment's HTML in one line."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def first_words(html: str, limit: int) -> str:
    """How a comment begins, cut at a word."""
    return shortened(remark_text(html), limit)


def _plainer(tokens: list[str], resolve: Callable[[str], str] | None) -> list[str]:
    """Text and tags of a parser's HTML, without what a comment must not bring."""
    depth = quiet = 0
    begin = ""
    for place in range(0, len(tokens), 2):
        if place:
            tag = tokens[place - 1]
            name, step = tag_name(tag), -1 if tag.startswith("</") else 1
            depth += step if name in _NESTING and step > 0 else 0
            if depth > _DEEPEST and (name in _NESTING or name == "li"):
                tokens[place - 1] = " "
            elif name in _HEADINGS:
                tokens[place - 1] = "<p><strong>" if step > 0 else "</strong></p>"
            elif name == "img":
                tokens[place - 1] = _picture(tag, resolve, linked=quiet > 0)
            elif name == "a":
                begin = begin if step < 0 else _opened(attribute(tag, "href") or "", resolve)
                tokens[place - 1] = "</a>" * bool(begin) if step < 0 else begin
            depth += step if name in _NESTING and step < 0 else 0
            quiet += step if name in ("a", "code") else 0
        if not quiet and "://" in tokens[place]:
            tokens[place] = _ADDRESS.sub(_link, tokens[place])
    return tokens


def _picture(tag: str, resolve: Callable[[str], str] | None, *, linked: bool) -> str:
    address = attribute(tag, "src") or ""
    words = escape(attribute(tag, "alt") or address)
    begin = "" if linked else _opened(address, resolve)
    return f"{begin}{words}</a>" if begin else words


def _opened(address: str, resolve: Callable[[str], str] | None) -> str:
    """The beginning of a link; empty where it would lead into the blue."""
    if not _SCHEME.match(address):
        address = resolve(address) if resolve is not None else ""
    elif not _FOLLOWED.match(address):
        address = ""
    return f'<a href="{escape(address)}">' if address else ""


def _link(found: re.Match[str]) -> str:
    """An address in text, which stands there with its signs escaped."""
    return f'<a href="{found[0]}">{found[0]}</a>'

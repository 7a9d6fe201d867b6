"""What strangers write below a post, as HTML that can neither harm nor mislead other readers."""

import re
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
# An address as people type it: without the sign that ends the sentence around it.
_ADDRESS = re.compile(r"\bhttps?://(?:[^\s<>\"&]|&amp;){1,2000}(?<![.,:;!?'*_)\]])")


def remark_html(text: str) -> str:
    """The Markdown ``text`` of a comment as safe HTML.

    CommonMark alone. HTML in it is shown as it was typed, a heading becomes a strong line, a
    picture a link to it, an address a link; links are marked ``nofollow ugc noopener``.
    """
    body = hide_raw_html(clean(text), BARE)
    html = bare_html(body).replace(HIDDEN_TAG, "&lt;").replace(HIDDEN_COMMENT, "")
    return sanitise("".join(_plainer(split(html)))).strip()


def remark_text(html: str) -> str:
    """The words of a comment's HTML in one line."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def first_words(html: str, limit: int) -> str:
    """How a comment begins, cut at a word."""
    return shortened(remark_text(html), limit)


def _plainer(tokens: list[str]) -> list[str]:
    """Text and tags of a parser's HTML, without what a comment must not bring."""
    depth = quiet = 0
    for place in range(0, len(tokens), 2):
        if place:
            tag = tokens[place - 1]
            name, closes = tag_name(tag), tag.startswith("</")
            if name in _NESTING:
                depth += 0 if closes else 1
                tokens[place - 1] = " " if depth > _DEEPEST else tag
                depth -= 1 if closes else 0
            elif name == "li" and depth > _DEEPEST:
                tokens[place - 1] = " "
            elif name in _HEADINGS:
                tokens[place - 1] = "</strong></p>" if closes else "<p><strong>"
            elif name == "img":
                tokens[place - 1] = _picture(tag, linked=quiet > 0)
            elif name in ("a", "code"):
                quiet += -1 if closes else 1
        if not quiet and "://" in tokens[place]:
            tokens[place] = _ADDRESS.sub(_link, tokens[place])
    return tokens


def _picture(tag: str, *, linked: bool) -> str:
    address = attribute(tag, "src") or ""
    words = escape(attribute(tag, "alt") or address)
    return words if linked else f'<a href="{escape(address)}">{words}</a>'


def _link(found: re.Match[str]) -> str:
    """An address in text, which stands there with its signs escaped."""
    return f'<a href="{found[0]}">{found[0]}</a>'

"""The engine ``markdown``: Python-Markdown with the constructs that ``commonmark`` has too."""

import re
import threading
from html import unescape
from typing import TYPE_CHECKING

from corpblog.markup import code_blocks, commonmark
from corpblog.markup.document import MarkupOptions, TooDeep, UnknownExtension
from corpblog.markup.draft import Draft
from corpblog.markup.tags import split_raw
from corpblog.nearest import nearest

if TYPE_CHECKING:
    import markdown

_EXTENSIONS = ("tables", "fenced_code", "attr_list", "admonition", "sane_lists")
_CODE = re.compile(
    r'<pre[^<>]*><code(?: class="(?:language-)?([^"\s]*)[^"]*")?[^<>]*>([^<]*)</code></pre>'
)
_TASK = re.compile(r"\[([ xX])\](?=\s|$)")
_CONVERTERS_KEPT = 8


class _Converters(threading.local):
    """The set-up converters of one thread: setting one up takes as long as two posts."""

    def __init__(self) -> None:
        self.ready: dict[MarkupOptions, markdown.Markdown] = {}


_CONVERTERS = _Converters()


def draft(body: str, options: MarkupOptions) -> Draft:
    """The engine: a clean ``body`` as a draft.

    Raises UnknownExtension, TooDeep.
    """
    converter = _CONVERTERS.ready.get(options)
    if converter is None:
        if len(_CONVERTERS.ready) >= _CONVERTERS_KEPT:
            _CONVERTERS.ready.clear()
        converter = _CONVERTERS.ready[options] = _set_up(options)
    if not options.raw_html and "<!--" in body:
        body = commonmark.without_comments(body)
    if body[:1] == " " and body[1:2] != " ":
        # A byte order mark was here: this parser knows no heading after a blank.
        body = body[1:]
    try:
        html = converter.reset().convert(body)
    except RecursionError:
        # The parser keeps its place in the nesting: this one is lost.
        del _CONVERTERS.ready[options]
        raise TooDeep from None
    return _drafted(html + "\n" if html else "", options)


def _set_up(options: MarkupOptions) -> "markdown.Markdown":
    import markdown

    from corpblog.markup.python_markdown_syntax import Footnotes, formulas, struck

    converter = markdown.Markdown(extensions=[*_EXTENSIONS, Footnotes()])
    for name in options.extensions:
        try:
            converter.registerExtensions([name], {})
        except (ImportError, AttributeError, TypeError, ValueError):
            known = (each.name for each in markdown.util.get_installed_extensions())
            raise UnknownExtension(name, nearest(name, known)) from None
    converter.inlinePatterns.register(struck(), "struck", 65)
    if options.math:
        for place, formula in enumerate(formulas()):
            converter.inlinePatterns.register(formula, f"formula-{place}", 186 - place)
    if not options.raw_html:
        converter.preprocessors.deregister("html_block")
        converter.inlinePatterns.deregister("html")
    return converter


def _drafted(html: str, options: MarkupOptions) -> Draft:
    code: list[str] = []

    def keep(found: re.Match[str]) -> str:
        language, source = found[1] or "", unescape(found[2])
        code.append(code_blocks.block(language, source, plain=not options.highlight))
        return f"<\x02{len(code) - 1}>"

    # Raw or not, attribute lists can put ids anywhere, so the tags are always looked at.
    return Draft(tokens=_like_commonmark(split_raw(_CODE.sub(keep, html))), code=code, raw=True)


def _like_commonmark(tokens: list[str]) -> list[str]:
    """Tokens with task boxes, and admonitions marked as notes, as the other engine has them."""
    changed = [tokens[0]]
    for place in range(1, len(tokens), 2):
        tag, text = tokens[place], tokens[place + 1]
        if tag.startswith('<div class="admonition'):
            tag = f'{tag[:-1]} role="note">'
        in_item = tag == "<li>" or (tag == "<p>" and changed[-2:-1] == ["<li>"])
        task = _TASK.match(text) if in_item else None
        if task:
            checked = "" if task[1] == " " else ' checked=""'
            box = f'<input disabled="" type="checkbox"{checked}/>'
            changed += (tag, "", box, text[task.end() :])
        else:
            changed += (tag, text)
    return changed

"""A post as HTML for a feed: what readers must know first, then the text, then later news.

Feed readers run no scripts, send no forms and show no frames, and each strips in its own way;
so such things are taken out here, and a frame leaves a link to what it showed.
"""

import re
from collections.abc import Callable, Iterable
from html import escape

from corpblog.markup.tags import attribute, attributes, split_raw, tag_name
from corpblog.render.views import CorrectionView, DisclosureView

# Elements that go with all they hold; without their tags alone; and frames.
_REMOVED = frozenset("script style template noscript object applet select textarea".split())
_UNWRAPPED = frozenset("form fieldset legend label button dialog html head body".split())
_DROPPED = frozenset("input link meta base embed".split())
_FRAMES = frozenset(("iframe", "frame"))
# Without these signs Markdown makes nothing but text elements: they begin an author's own HTML,
# attributes, a task. With them, each tag is looked at: what Markdown makes is harmless.
_SIGNS = ("<", "{", "[ ]", "[x]", "[X]")
_SUSPECT = re.compile(
    r"<(?!/?(?:p|a|em|strong|code|pre|span|h[2-6]|ul|ol|li|div|img|blockquote|br|hr|sup|sub|del|"
    r"table|thead|tbody|tr|t[dh]|figure|figcaption|section|d[ltd])\b)"
    r"|<[^>]*\s(?:[oO][nN][a-zA-Z]+|[sS][tT][yY][lL][eE])\s*="
    r"|=\s*[\"']?\s*(?:[a-zA-Z]+[sS][cC][rR][iI][pP][tT]:|&#)"
)
_ADDRESSES = frozenset(("href", "src", "action", "formaction", "xlink:href"))


def item_html(
    disclosures: Iterable[DisclosureView],
    statements: Iterable[str],
    corrections: Iterable[CorrectionView],
    source: str,
    body: str,
    updates: Iterable[CorrectionView],
) -> str:
    """The content of an entry: nothing stands before the disclosures.

    ``source`` is the Markdown of which ``body`` was made.
    """
    parts = [
        *(_disclosure(view) for view in disclosures),
        *(f"<p>{escape(sentence)}</p>\n" for sentence in statements),
        *(_note(note) for note in corrections),
        readable(body) if any(sign in source for sign in _SIGNS) else body,
        *(_note(note) for note in updates),
    ]
    return "".join(parts)


def readable(html: str) -> str:
    """``html`` without what a feed reader cannot show; unchanged in nearly all cases."""
    if not _SUSPECT.search(html):
        return html
    kept: list[str] = []
    inside = ""
    depth = 0
    for place, piece in enumerate(split_raw(html)):
        if place % 2 == 0:
            kept.append("" if inside else piece)
            continue
        name = tag_name(piece)
        if inside:
            # What is removed may hold its own like: <object> in <object>.
            depth += name == inside and (-1 if piece.startswith("</") else 1)
            inside = inside if depth else ""
        elif name in _REMOVED and not piece.startswith("</"):
            whole = piece.rstrip().lower().endswith(f"</{name}>")
            inside, depth = ("", 0) if whole else (name, 1)
        else:
            kept.append(_tag(piece, name))
    return "".join(kept)


def _tag(tag: str, name: str) -> str:
    if name == "input" and attribute(tag, "type") == "checkbox":
        return "☐ " if attribute(tag, "checked") is None else "☑ "
    if not name or name in _UNWRAPPED or name in _DROPPED or name in _REMOVED:
        return ""
    if name in _FRAMES:
        address = "" if tag.startswith("</") else attribute(tag, "src") or ""
        shown = escape(address)
        return f'<a href="{shown}">{shown}</a>' if address.startswith("http") else ""
    return _without_attributes(tag, _is_active)


def _is_active(name: str, value: str) -> bool:
    if name in _ADDRESSES:
        return value.strip().lower().startswith(("javascript:", "vbscript:"))
    return name.startswith("on") or name == "style"


def _without_attributes(tag: str, unwanted: Callable[[str, str], bool]) -> str:
    for found in reversed(tuple(attributes(tag))):
        if unwanted(found.name, found.value):
            start, end = found.outer
            tag = tag[:start].rstrip() + tag[end:]
    return tag


def _disclosure(view: DisclosureView) -> str:
    return (
        f'<p class="disclosure" data-disclosure="{escape(view.type)}">'
        f"<strong>{escape(view.text)}</strong></p>\n"
    )


def _note(note: CorrectionView) -> str:
    by = f" ({escape(note.by.label)})" if note.by else ""
    return (
        f'<p class="correction" data-correction="{escape(note.kind)}">'
        f"<strong>{escape(note.label)}:</strong> {escape(note.text)}{by}</p>\n"
    )

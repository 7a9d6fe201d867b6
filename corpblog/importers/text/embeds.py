"""Foreign players and scripts in a text: known players become links, the rest is told.

A corpblog page asks no other host until the reader clicks, so what an old page loaded at once
matters to people.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.importers.old.source import OldFile
from corpblog.importers.old.traced import Change, Traced
from corpblog.importers.record import Kind
from corpblog.importers.text.code import Ranges, code_ranges
from corpblog.importers.text.translation import Translated, text_loss
from corpblog.markup.embeds import player

_FRAME = re.compile(
    r"<iframe\b[^>]*?\bsrc\s*=\s*[\"'](?P<src>[^\"']*)[\"'][^>]*>.*?</iframe\s*>",
    re.DOTALL | re.IGNORECASE,
)
_SCRIPT = re.compile(r"<script\b(?P<tag>[^>]*)>.*?</script\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=\s*[\"']?(?P<src>[^\"'\s>]+)")
# Scripts that only dress up a quotation which reads well without them.
_DRESSERS = re.compile(
    r"//(?:platform\.twitter\.com|platform\.instagram\.com|www\.instagram\.com/embed|"
    r"connect\.facebook\.net|assets\.pinterest\.com|platform\.linkedin\.com)"
)
_PAGES = (
    (
        re.compile(r"youtube(?:-nocookie)?\.com/embed/(?P<id>[\w-]{6,20})"),
        "https://www.youtube.com/watch?v={id}",
    ),
    (re.compile(r"player\.vimeo\.com/video/(?P<id>\d+)"), "https://vimeo.com/{id}"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    start: int
    end: int
    text: str | None
    construct: str
    done: str


def translate_embeds(file: OldFile, body: Traced) -> Translated:
    """The body with links in place of known players, and without scripts that only dress up."""
    changes: list[Change] = []
    losses = []
    for found in _found(body.text, code_ranges(body.text)):
        shown = body.text[found.start : found.end]
        kind = Kind.LEFT if found.text is None else Kind.TRANSLATED if found.text else Kind.DROPPED
        place = file.at(body.origin(found.start))
        losses.append(text_loss(place, kind, found.construct, shown, found.done))
        if found.text is not None:
            changes.append(Change(start=found.start, end=found.end, text=found.text))
    return Translated(body=body.changed(changes), losses=tuple(losses))


def page_of_player(src: str) -> str:
    """The page whose player ``src`` is, for hosts that corpblog knows; else nothing."""
    url = html.unescape(f"https:{src}" if src.startswith("//") else src)
    for pattern, page in _PAGES:
        if match := pattern.search(url):
            return page.format(id=match["id"])
    return url if player(url) else ""


def _found(text: str, code: Ranges) -> Iterator[_Found]:
    starts = {start for start, _ in code}
    for match in _FRAME.finditer(text):
        if not _in_code(code, match.start()):
            yield _frame(text, match)
    for match in _SCRIPT.finditer(text):
        # A script is a range of its own; inside another one it is only shown.
        if match.start() in starts:
            yield _script(match)


def _in_code(code: Ranges, offset: int) -> bool:
    return any(start <= offset < end for start, end in code)


def _frame(text: str, match: "re.Match[str]") -> _Found:
    page = page_of_player(match["src"])
    if not page:
        done = "stays: the page asks another host when it opens"
        return _Found(
            start=match.start(), end=match.end(), text=None, construct="foreign frame", done=done
        )
    before, after = text[: match.start()], text[match.end() :]
    alone = re.search(r"(?:\A|\n[ \t]*\n)[ \t]{0,3}\Z", before)
    if alone:
        gap = "" if re.match(r"[ \t]*(?:\n[ \t]*\n|\n?\Z)", after) else "\n\n"
        new = f"<{page}>{gap}"
    else:
        address = html.escape(page)
        new = f'<p><a href="{address}">{address}</a></p>'
    done = "a link: the player loads when the reader clicks"
    return _Found(
        start=match.start(), end=match.end(), text=new, construct="foreign player", done=done
    )


def _script(match: "re.Match[str]") -> _Found:
    source = _SOURCE.search(match["tag"])
    if source and _DRESSERS.search(source["src"]):
        construct, done = "foreign script", "left out: the quotation reads well without it"
        return _Found(start=match.start(), end=match.end(), text="", construct=construct, done=done)
    construct = "foreign script" if source else "script in a text"
    done = "stays: the page asks another host when it opens" if source else "stays: is it needed?"
    return _Found(start=match.start(), end=match.end(), text=None, construct=construct, done=done)

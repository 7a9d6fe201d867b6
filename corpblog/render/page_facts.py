"""What one finished page links to, and the places in it that others can link to."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from corpblog.markup.tags import attributes, escape, split_raw

# What stands before a target and before an id; as few marks as possible, each is a search.
_LINKS = ('href="', 'src="', 'poster="', 'HREF="', 'SRC="')
_ID = 'id="'
_NO_PAGES = ("mailto:", "tel:", "data:", "javascript:", "xmpp:", "sip:")


@dataclass(frozen=True, kw_only=True, slots=True)
class PageFacts:
    """The different targets and the ids of a page, as they stand in its tags (entities resolved).

    Found by their marks, so a text that looks like an attribute may be among them: ask ``exact``
    before telling anybody. Kept as one text each, a line for each entry: thousands of pages are
    sent from process to process. ``whole`` is false where only the text of the page is known.
    """

    targets: str
    places: str
    whole: bool = True

    @property
    def links(self) -> frozenset[str]:
        """The different targets."""
        return frozenset(self.targets.split("\n")) if self.targets else frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """The ids."""
        return frozenset(self.places.split("\n")) if self.places else frozenset()


def facts_of(html: str) -> PageFacts:
    """The facts of a finished page. Takes about 50 us."""
    links = {
        link for mark in _LINKS for link in _after(html, mark) if not link.startswith(_NO_PAGES)
    }
    ids = _after(html, _ID)
    return PageFacts(targets=_lines(links), places=_lines(ids))


def exact(html: str) -> PageFacts:
    """The same, tag by tag: nothing from texts, comments and scripts, and every way of quoting."""
    links: set[str] = set()
    ids: set[str] = set()
    for tag in split_raw(html)[1::2]:
        if tag.startswith(("</", "<!")):
            continue
        for each in attributes(tag):
            if each.name in ("href", "src", "poster"):
                links.add(escape(each.value))
            elif each.name == "id" or (each.name == "name" and tag[:3].lower() in ("<a ", "<a\n")):
                ids.add(escape(each.value))
    return PageFacts(targets=_lines(links), places=_lines(ids))


def _lines(values: Iterable[str]) -> str:
    """Each value on a line of its own, without entities."""
    lines = [value for value in values if value]
    text = "\n".join(lines)
    if text.count("\n") >= len(lines) > 0:
        text = "\n".join(value.replace("\n", "") for value in lines)
    if "&" in text:
        text = "\n".join(unescape(line) if "&" in line else line for line in text.split("\n"))
    return text


def _after(html: str, mark: str) -> set[str]:
    """The values that stand between ``mark`` and the next quotation mark."""
    pieces = html.split(mark)
    del pieces[0]
    return {piece[: piece.find('"')] for piece in pieces}

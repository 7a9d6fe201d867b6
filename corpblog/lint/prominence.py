"""Whether a disclosure stands where readers cannot miss it: on a page, or in a feed item."""

from collections.abc import Mapping

from corpblog.lint.html_reading import DISCLOSURE, PostPage, says, squeezed
from corpblog.lint.shown_ties import Tie
from corpblog.lint.wording import NOTHING, Wording
from corpblog.markup.hiding import Hiding
from corpblog.markup.visible import Element

_OUTSIDE = Wording(
    "The disclosure ({type}) stands outside the <article>",
    "Die Offenlegung ({type}) steht außerhalb von <article>",
)
_LATE = Wording(
    "The disclosure ({type}) stands behind the first paragraph",
    "Die Offenlegung ({type}) steht hinter dem ersten Absatz",
)
_FAR = Wording(
    "The disclosure ({type}) begins after {count} visible characters; {most} are the limit",
    "Die Offenlegung ({type}) beginnt nach {count} sichtbaren Zeichen; {most} sind die Grenze",
)
_EMPTY = Wording("The disclosure ({type}) is empty", "Die Offenlegung ({type}) ist leer")
_SILENT = Wording(
    "The disclosure ({type}) does not say “{words}”",
    "Die Offenlegung ({type}) sagt nicht „{words}“",
)
_HIDDEN: Mapping[Hiding, Wording] = {
    Hiding.DETAILS: Wording(
        "The disclosure ({type}) is folded away in <details>",
        "Die Offenlegung ({type}) ist in <details> weggeklappt",
    ),
    Hiding.FOOTER: Wording(
        "The disclosure ({type}) stands in a <footer>",
        "Die Offenlegung ({type}) steht in einem <footer>",
    ),
    Hiding.ASIDE: Wording(
        "The disclosure ({type}) stands in an <aside>, which readers pass over",
        "Die Offenlegung ({type}) steht in einem <aside>, das Leser übergehen",
    ),
    Hiding.TOOLTIP: Wording(
        "The disclosure ({type}) stands in a tooltip",
        "Die Offenlegung ({type}) steht in einem Tooltip",
    ),
    Hiding.HIDDEN: Wording(
        "The disclosure ({type}) is hidden", "Die Offenlegung ({type}) ist versteckt"
    ),
    Hiding.ARIA_HIDDEN: Wording(
        "The disclosure ({type}) is hidden from screen readers (aria-hidden)",
        "Die Offenlegung ({type}) ist für Vorleseprogramme versteckt (aria-hidden)",
    ),
    Hiding.STYLE: Wording(
        "The disclosure ({type}) is styled away",
        "Die Offenlegung ({type}) ist durch ihren Stil unsichtbar",
    ),
}


def elements_of(page: PostPage, tie: Tie) -> list[Element]:
    """The elements of the type of ``tie``; those that say its words first."""
    found = [
        each for each, kind in page.tree.carrying(DISCLOSURE) if kind.strip() == tie.type.value
    ]
    return sorted(found, key=lambda each: not says(page.tree.all_text(each), tie.words))


def fault_of(page: PostPage, element: Element, tie: Tie, max_chars: int) -> Wording:
    """What is wrong with the place of a disclosure; NOTHING where it is right."""
    kind = tie.type.value
    hiding = page.tree.hiding(element)
    if hiding is not None:
        return _HIDDEN[hiding](type=kind)
    article = page.article
    if article is not None and not article.start < element.start < article.end:
        return _OUTSIDE(type=kind)
    if not page.before_text(element):
        return _LATE(type=kind)
    before = page.characters_before(element)
    if before > max_chars:
        return _FAR(type=kind, count=before, most=max_chars)
    text = page.tree.text(element)
    if not squeezed(text):
        return _EMPTY(type=kind)
    return NOTHING if says(text, tie.words) else _SILENT(type=kind, words=tie.words)


def begins_with(content: PostPage, tie: Tie, page: PostPage | None, max_chars: int) -> bool:
    """Whether the content of an item tells ``tie`` first: marked as such, or in the same words.

    An item that carries a summary has no marks; then the sentence of the page must stand there.
    """
    shown = elements_of(content, tie)
    if shown:
        return any(fault_of(content, each, tie, max_chars) is NOTHING for each in shown)
    if page is None:
        return True
    said = squeezed(content.tree.text())
    sentences = [squeezed(page.tree.all_text(each)) for each in elements_of(page, tie)]
    beginning = said[: max_chars + max(map(len, sentences), default=0)]
    return any(sentence and sentence in beginning for sentence in sentences)

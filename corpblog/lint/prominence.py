"""Whether a disclosure stands where readers cannot miss it: on a page, or in a feed item."""

from collections.abc import Mapping

from corpblog.lint.html_reading import DISCLOSURE, PostPage, says, squeezed
from corpblog.lint.shown_ties import Tie
from corpblog.lint.wording import NOTHING, Wording
from corpblog.markup.hiding import Hiding
from corpblog.markup.visible import Element

_OUTSIDE = Wording(
    "the disclosure ({type}) is outside the <article>",
    "die Offenlegung ({type}) steht außerhalb von <article>",
)
_LATE = Wording(
    "the disclosure ({type}) comes after the first paragraph",
    "die Offenlegung ({type}) kommt erst nach dem ersten Absatz",
)
_FAR = Wording(
    "the disclosure ({type}) begins after {count} visible characters; at most {most} are allowed",
    "die Offenlegung ({type}) beginnt nach {count} sichtbaren Zeichen; höchstens {most} sind "
    "erlaubt",
)
_EMPTY = Wording(
    "the disclosure ({type}) is empty",
    "die Offenlegung ({type}) ist leer",
)
_SILENT = Wording(
    "the disclosure ({type}) does not say “{words}”",
    "die Offenlegung ({type}) sagt nicht „{words}“",
)
_HIDDEN: Mapping[Hiding, Wording] = {
    Hiding.DETAILS: Wording(
        "the disclosure ({type}) is folded away in <details>",
        "die Offenlegung ({type}) ist in <details> eingeklappt",
    ),
    Hiding.FOOTER: Wording(
        "the disclosure ({type}) is in a <footer>",
        "die Offenlegung ({type}) steht in einem <footer>",
    ),
    Hiding.ASIDE: Wording(
        "the disclosure ({type}) is in an <aside>, which readers skip",
        "die Offenlegung ({type}) steht in einem <aside>, das Leser überspringen",
    ),
    Hiding.TOOLTIP: Wording(
        "the disclosure ({type}) is in a tooltip",
        "die Offenlegung ({type}) steht in einem Tooltip",
    ),
    Hiding.HIDDEN: Wording(
        "the disclosure ({type}) is hidden",
        "die Offenlegung ({type}) ist versteckt",
    ),
    Hiding.ARIA_HIDDEN: Wording(
        "the disclosure ({type}) is hidden from screen readers (aria-hidden)",
        "die Offenlegung ({type}) ist für Vorleseprogramme versteckt (aria-hidden)",
    ),
    Hiding.STYLE: Wording(
        "the disclosure ({type}) is made invisible by its style",
        "die Offenlegung ({type}) ist durch ihre Gestaltung unsichtbar",
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

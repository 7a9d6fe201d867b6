"""The way to the imprint on built pages: a link that readers see, under a name that they know."""

from collections.abc import Iterator
from typing import NamedTuple

from corpblog.lint.built import Output, one_spelling
from corpblog.lint.context import Context
from corpblog.lint.html_reading import span_of, squeezed
from corpblog.lint.rule import Finding, Findings, Span
from corpblog.lint.wording import Wording, joined
from corpblog.markup.visible import Tree, tree_of
from corpblog.model.source import SourceText

_NO_LINK = Wording(
    "this page has no visible link to the imprint",
    "diese Seite hat keinen sichtbaren Link zum Impressum",
)
_NO_LINKS = Wording(
    "this page and {count} others have no visible link to the imprint",
    "diese Seite und {count} weitere haben keinen sichtbaren Link zum Impressum",
)
_LINK_IT = Wording(
    "let the template show site.duties in its footer",
    "zeigen Sie in der Vorlage site.duties im Fuß der Seite",
)
_NAMED = Wording(
    "this link to the imprint is called “{name}”; nobody looks for an imprint there",
    "dieser Link zum Impressum heißt „{name}“; dort sucht niemand ein Impressum",
)
_ALSO = Wording(" ({count} other pages too)", " (auch auf {count} weiteren Seiten)")
_RENAME = Wording(
    "call it “Imprint”, “Legal notice” or “Impressum”, like the page with role: imprint",
    "nennen Sie ihn „Impressum“, wie die Seite mit role: imprint",
)
_LABELS = (
    "impressum imprint legalnotice legalnotices legalinformation anbieterkennzeichnung "
    "mentionslégales avisolegal colophon colofon"
).split()
# A fault of a template is told once; on so few pages, at each of them.
_FEW = 3


class _Fault(NamedTuple):
    source: SourceText
    at: Span | None
    name: str


def check_built(output: Output, _context: Context, _options: object) -> Findings:
    """Pages without a visible link to the imprint, and links that do not say what they lead to.

    That there is no page with role ``imprint`` is told elsewhere. Pages that only lead on, and
    finished pages that the site brings as files, need no link.
    """
    imprints = frozenset(
        one_spelling(page.permalink) for page in output.site.pages if page.role == "imprint"
    )
    if not imprints:
        return
    missing: list[_Fault] = []
    misnamed: list[_Fault] = []
    for path, html in sorted(output.built.pages.items()):
        if path not in output.site.assets and html.strip():
            for fault in _faults(output, path, imprints):
                (misnamed if fault.name else missing).append(fault)
    yield from _told(missing)
    yield from _told(misnamed)


def _faults(output: Output, path: str, imprints: frozenset[str]) -> Iterator[_Fault]:
    source = output.page(path)
    tree = tree_of(source.text)
    if _leads_on(tree):
        return
    links = [
        each
        for each in tree.named("a")
        if _is_seen(tree, each.number)
        and output.permalink(each.get("href") or "", path) in imprints
    ]
    names = [tree.text(each) for each in links]
    if any(squeezed(name) in _LABELS for name in names):
        return
    if links:
        yield _Fault(source, span_of(links[0]), names[0] or "…")
        return
    place = next(tree.named("footer"), None) or next(tree.named("body"), None)
    yield _Fault(source, span_of(place) if place else None, "")


def _is_seen(tree: Tree, number: int) -> bool:
    """Whether readers see the element: that it is folded away counts as hidden."""
    around = tree.around(tree.elements[number])
    return not tree.elements[number].unseen and not any(each.name == "details" for each in around)


def _leads_on(tree: Tree) -> bool:
    return any((each.get("http-equiv") or "").lower() == "refresh" for each in tree.named("meta"))


def _told(faults: list[_Fault]) -> Findings:
    """Each of a few faults; of many the first, with the number of the others."""
    if len(faults) <= _FEW:
        for fault in faults:
            yield _finding(fault, 0)
    else:
        yield _finding(faults[0], len(faults) - 1)


def _finding(fault: _Fault, others: int) -> Finding:
    if not fault.name:
        message = _NO_LINKS(count=others) if others else _NO_LINK
        return Finding(message=message, source=fault.source, at=fault.at, hint=_LINK_IT)
    message = _NAMED(name=fault.name)
    if others:
        message = joined((message, _ALSO(count=others)), "")
    return Finding(message=message, source=fault.source, at=fault.at, hint=_RENAME)

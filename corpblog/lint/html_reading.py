"""A built page as rules read it: its article, where its text begins, its hooks and its head."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corpblog.lint.built import BuiltPost
from corpblog.lint.rule import Span
from corpblog.markup.document import MarkupError, MarkupOptions
from corpblog.markup.engines import convert
from corpblog.markup.visible import Element, Tree, tree_of
from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.model.source import SourceText

BYLINE = "data-byline"
DISCLOSURE = "data-disclosure"
CORRECTION = "data-correction"
HOOKS = (BYLINE, DISCLOSURE, CORRECTION)
# So many letters of a paragraph tell it from all others on its page.
_TELLING = 60
_TEXT_CLASS = "e-content"
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, kw_only=True, slots=True)
class PostPage:
    """The page of a post; ``article`` is None where it has none.

    ``text_start`` is the offset at which the first paragraph of the text begins: the end of the
    article where it could not be found.
    """

    source: SourceText
    tree: Tree
    article: Element | None
    text_start: int

    def before_text(self, element: Element) -> bool:
        """Whether ``element`` stands before the first paragraph."""
        return element.start < self.text_start

    def characters_before(self, element: Element) -> int:
        """How many visible characters of the article a reader passes first, bylines not counted."""
        before = self.tree.text(self.article, end=element.start, without=_is_byline)
        return len(before)

    def metas(self) -> Iterator[tuple[Element, str, str]]:
        """The meta elements, with name (``name`` or ``property``) and content."""
        for element in self.tree.named("meta"):
            name = element.get("property") or element.get("name")
            if name:
                yield element, name.lower(), element.get("content") or ""

    def span(self) -> Span | None:
        """The place of what is missing in the article: its opening tag; None without one."""
        return span_of(self.article) if self.article is not None else None


def post_page(built: BuiltPost, opening: str) -> PostPage | None:
    """The page of a post, read, whose text begins with ``opening``; None where there is none."""
    if not built.page.text.strip():
        return None
    tree = tree_of(built.page.text)
    article = _article(tree)
    start = _text_start(tree, article, opening)
    return PostPage(source=built.page, tree=tree, article=article, text_start=start)


def fragment(html: str, opening: str) -> PostPage:
    """The content of a feed item, read like a page that is one article."""
    tree = tree_of(html)
    source = SourceText(path="", text=html)
    return PostPage(
        source=source, tree=tree, article=None, text_start=_text_start(tree, None, opening)
    )


def span_of(element: Element) -> Span:
    """The opening tag of ``element``; all of a script would be too much to show."""
    return Span(element.start, min(element.opened, element.start + 400))


def squeezed(text: str) -> str:
    """Letters and digits alone, in small letters: what is said, whatever signs stand around it."""
    return "".join(filter(str.isalnum, text.casefold()))


def says(shown: str, words: str) -> bool:
    """Whether ``words`` stand in the text ``shown``."""
    return squeezed(words) in squeezed(shown)


def json_ld(tree: Tree) -> Iterator[tuple[Element, Any]]:
    """The blocks of structured data, each with what it says; None for one that is no JSON."""
    for script in tree.named("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            written = script.tag[script.tag.find(">") + 1 : script.tag.rfind("</")]
            try:
                yield script, json.loads(written)
            except (ValueError, RecursionError):
                yield script, None


def nodes_in(value: Any) -> Iterator[Mapping[str, Any]]:
    """The nodes of structured data, at any depth."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)


def _is_byline(element: Element) -> bool:
    return BYLINE in element.tag


def _article(tree: Tree) -> Element | None:
    """The article that holds the title; else the first one."""
    articles = tuple(tree.named("article"))
    for article in articles:
        if any(each.name == "h1" for each in tree.inside(article)):
            return article
    return articles[0] if articles else None


def opening_words(post: Post, site: Site) -> str:
    """How the first paragraph of the text begins, as readers see it; empty if it has none."""
    markup = site.config.markup
    options = MarkupOptions(
        engine=markup.engine,
        highlight=False,
        raw_html=markup.raw_html,
        extensions=markup.extensions,
        embeds=markup.embeds,
    )
    try:
        beginning = convert(post.source.body, options).excerpt
    except MarkupError:
        return ""
    return squeezed(beginning)[:_TELLING]


def _text_start(tree: Tree, article: Element | None, words: str) -> int:
    """Where the first paragraph begins: found by its words, else by the theme's own marks."""
    last = article.end if article is not None else len(tree.html)
    area = next((each for each in _within(tree, article) if _TEXT_CLASS in each.classes()), None)
    heading = next((each for each in _within(tree, article) if each.name == "h1"), None)
    begin = area.opened if area else heading.end if heading else article.opened if article else 0
    found = _place_of(words, tree, begin, last) if words else -1
    if found >= 0:
        return found
    paragraphs = (
        each.start
        for each in _within(tree, article)
        if each.name == "p" and each.start >= begin and not each.unseen and not _hooked(tree, each)
    )
    return next(paragraphs, last) if area else last


def _within(tree: Tree, article: Element | None) -> Iterator[Element]:
    return tree.inside(article) if article is not None else iter(tree.elements)


def _hooked(tree: Tree, element: Element) -> bool:
    """Whether ``element`` is (in) something else than the text: a byline, a note."""
    return any(hook in each.tag for each in tree.around(element) for hook in HOOKS)


def _place_of(words: str, tree: Tree, start: int, end: int) -> int:
    """The offset of the run of text in which ``words`` begin; -1 if they are not there.

    What stands in bylines, notes and the standfirst is not the text, even where it repeats it.
    """
    said = ""
    places: list[tuple[int, int]] = []
    for run in tree.seen_runs(start=start, end=end):
        letters = squeezed(run.text)
        if letters and not _is_apart(tree, run.parent):
            places.append((len(said), run.start))
            said += letters
    found = said.find(words)
    if found < 0:
        return -1
    return max(place for length, place in places if length <= found)


def _is_apart(tree: Tree, parent: int) -> bool:
    if parent < 0:
        return False
    for each in tree.around(tree.elements[parent]):
        if any(hook in each.tag for hook in HOOKS) or each.name == "nav":
            return True
        if "p-summary" in each.tag:
            return True
    return False

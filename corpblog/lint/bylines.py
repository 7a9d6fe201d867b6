"""Bylines of built pages: what of a person readers and machines meet before they read."""

from collections.abc import Iterator, Mapping
from typing import Any

from corpblog.lint.built import Output, one_spelling
from corpblog.lint.html_reading import BYLINE, PostPage, json_ld, nodes_in, says, span_of
from corpblog.lint.people import has_left, portrait
from corpblog.lint.rule import Finding, Findings
from corpblog.lint.wording import Wording
from corpblog.markup.hiding import INVISIBLE, Hiding
from corpblog.markup.visible import Element
from corpblog.model.author import Author
from corpblog.model.post import Post

_NO_BYLINE = Wording(
    "the page has no byline of {name}: no element carries data-byline=“{id}”",
    "die Seite hat keinen Autorenkopf von {name}: kein Element trägt data-byline=„{id}“",
)
_SHOW = Wording(
    "let the template show post.people above the text, each with data-byline (see "
    "themes/plain/templates/partials/people.html)",
    "zeigen Sie in der Vorlage post.people über dem Text, je mit data-byline (siehe "
    "themes/plain/templates/partials/people.html)",
)
_HIDDEN = Wording(
    "the byline of {name} is hidden",
    "der Autorenkopf von {name} ist versteckt",
)
_LATE = Wording(
    "the byline of {name} comes after the first paragraph",
    "der Autorenkopf von {name} kommt erst nach dem ersten Absatz",
)
_MOVE = Wording(
    "show it above the text, where everybody sees it",
    "zeigen Sie ihn über dem Text, wo ihn alle sehen",
)
_LACKS = Wording(
    "the byline of {name} lacks {what}",
    "im Autorenkopf von {name} fehlt {what}",
)
_NAME = Wording("the name", "der Name")
_JOB = Wording("the job title “{title}”", "die Funktion „{title}“")
_PORTRAIT = Wording("the portrait, or the initials", "das Porträt, oder die Initialen")
_LINK = Wording("a link to the profile", "ein Link zum Profil")
_FILL = Wording(
    "let the template show person.portrait, person.name with a link to person.url, and person.line",
    "zeigen Sie in der Vorlage person.portrait, person.name mit Link zu person.url und person.line",
)
_NOT_SIGNED = Wording(
    "the structured data (JSON-LD) does not name {names} as author of type Person",
    "die strukturierten Daten (JSON-LD) nennen {names} nicht als author vom Typ Person",
)
_NO_JSON = Wording(
    "this structured data is no valid JSON, so it names no author",
    "diese strukturierten Daten sind kein gültiges JSON und nennen darum keinen Autor",
)
_KEEP_DATA = Wording(
    "let the template write page.structured_data into the head (see "
    "themes/plain/templates/partials/head.html)",
    "schreiben Sie in der Vorlage page.structured_data in den Kopf (siehe "
    "themes/plain/templates/partials/head.html)",
)
_PICTURES = frozenset(("img", "svg", "picture", "image"))


def shown_name(author: Author, lang: str) -> str:
    """The name that readers of ``lang`` see, without a title before it."""
    return author.profile_in(lang).name or author.id


def byline_faults(
    output: Output, page: PostPage, post: Post, author: Author, *, portrait: bool
) -> Findings:
    """What readers of a post do not see of ``author`` before they read."""
    name = shown_name(author, post.lang)
    found = [each for each, id_ in page.tree.carrying(BYLINE) if id_.strip() == author.id]
    if not found:
        message = _NO_BYLINE(name=name, id=author.id)
        yield Finding(message=message, source=page.source, at=page.span(), hint=_SHOW)
        return
    shown = [each for each in found if not _is_hidden(page, each)]
    early = [each for each in shown if page.before_text(each)]
    if not early:
        message = (_LATE if shown else _HIDDEN)(name=name)
        at = span_of((shown or found)[0])
        yield Finding(message=message, source=page.source, at=at, hint=_MOVE)
        return
    for what in _lacks(output, page, early[0], post, author, portrait=portrait):
        message = _LACKS(name=name, what=what)
        yield Finding(message=message, source=page.source, at=span_of(early[0]), hint=_FILL)


def _is_hidden(page: PostPage, element: Element) -> bool:
    hiding = page.tree.hiding(element)
    return hiding in INVISIBLE or hiding in (Hiding.DETAILS, Hiding.ARIA_HIDDEN)


def _lacks(
    output: Output,
    page: PostPage,
    byline: Element,
    post: Post,
    author: Author,
    *,
    portrait: bool,
) -> Iterator[Wording]:
    text = page.tree.text(byline)
    if not says(text, shown_name(author, post.lang)):
        yield _NAME
    titles = _titles(post, author)
    if titles and not any(says(text, title) for title in titles):
        yield _JOB(title=titles[0])
    if portrait and not _has_picture(page, byline, author, text):
        yield _PORTRAIT
    if not _links_to(output, page, byline, author):
        yield _LINK


def _titles(post: Post, author: Author) -> tuple[str, ...]:
    """What may stand beside the name: the words of the post, else the position of that day."""
    own = post.front.byline if post.authors[:1] == (author.id,) else ""
    position = author.position_at(post.date.date(), post.lang).job_title
    return tuple(filter(None, (own, position)))


def _has_picture(page: PostPage, byline: Element, author: Author, text: str) -> bool:
    for each in page.tree.inside(byline):
        has_source = each.name != "img" or bool((each.get("src") or "").strip())
        if each.name in _PICTURES and has_source and not each.unseen:
            return True
    declined = portrait(author) is None or has_left(author)
    return declined and _initials(author) in text.replace(".", " ").split()


def _initials(author: Author) -> str:
    words = [word for word in author.name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def _links_to(output: Output, page: PostPage, byline: Element, author: Author) -> bool:
    places = profile_places(output, author)
    path = page.source.path.removeprefix(f"{output.built.folder}/")
    links = [byline, *page.tree.inside(byline), *page.tree.around(byline)]
    return any(
        each.name == "a" and output.permalink(each.get("href") or "", path) in places
        for each in links
    )


def profile_places(output: Output, author: Author) -> frozenset[str]:
    """Where the pages about ``author`` stand, in all languages."""
    return frozenset(
        one_spelling(output.in_language(author.permalink, lang)) for lang in output.site.languages
    )


def signed_faults(page: PostPage, post: Post, named: list[Author]) -> Findings:
    """The people whom the structured data of a post do not name as its authors.

    A profile that is no person's is the matter of another rule.
    """
    people = [each for each in named if each.profile.type.casefold() == "person"]
    blocks = list(json_ld(page.tree))
    authors = [author for _, value in blocks if value is not None for author in _authors_in(value)]
    missing = [
        name
        for name in (shown_name(each, post.lang) for each in people)
        if not any(_is_person(node) and says(str(node.get("name", "")), name) for node in authors)
    ]
    if not missing:
        return
    broken = next((script for script, value in blocks if value is None), None)
    place = broken or (blocks[0][0] if blocks else next(page.tree.named("head"), None))
    message = _NO_JSON if broken else _NOT_SIGNED(names=", ".join(missing))
    at = span_of(place) if place else None
    yield Finding(message=message, source=page.source, at=at, hint=_KEEP_DATA)


def _authors_in(value: Any) -> Iterator[Mapping[str, Any]]:
    """The nodes that stand as ``author`` of something, also by their ``@id`` alone."""
    nodes = list(nodes_in(value))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    for node in nodes:
        authors = node.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            if isinstance(author, dict):
                yield by_id.get(str(author.get("@id")), author) if len(author) == 1 else author


def _is_person(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    return "Person" in (kinds if isinstance(kinds, list) else [kinds])

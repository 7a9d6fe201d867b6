"""Comments of a Disqus export (XML)."""

from pathlib import Path

from corpblog.dialogue.cleaning import text_digest
from corpblog.dialogue.imports.foreign import Export, ForeignComment, ForeignThread
from corpblog.dialogue.imports.moments import moment
from corpblog.dialogue.imports.plain_html import markdown_of
from corpblog.dialogue.imports.xml_reading import Element, Wanted, elements

SYSTEM = "disqus"
_TEXTS = frozenset(
    "id link message createdAt isDeleted isSpam isApproved email name username isAnonymous"
    " ipAddress".split()
)


def read_disqus(source: Path) -> Export:
    """The comments of a Disqus export. Raises CorpblogError (see ``xml_reading.elements``)."""
    wanted = Wanted(
        root="disqus",
        elements=frozenset({"thread", "post"}),
        keeps_text=_TEXTS.__contains__,
    )
    threads: dict[str, ForeignThread] = {}
    posts: list[Element] = []
    for element in elements(source, wanted):
        if element.name == "thread":
            threads[element.attributes.get("id", "")] = _thread(element)
        else:
            posts.append(element)
    return Export(
        system=SYSTEM,
        comments=tuple(_comment(source.name, post, threads) for post in posts),
    )


def _thread(element: Element) -> ForeignThread:
    """A page: its address, and the identifier that the site gave it, which may be a path."""
    identifier = element.first("id")
    path = identifier if identifier.startswith("/") else ""
    return ForeignThread(
        links=tuple(filter(None, (element.first("link"), path))),
        slug=identifier.rstrip("/").rpartition("/")[2],
        begun=moment(element.first("createdAt")),
    )


def _comment(file: str, element: Element, threads: dict[str, ForeignThread]) -> ForeignComment:
    number = _reference(element, "thread")
    author = element.child("author") or Element(name="author", line=element.line)
    written = element.first("message")
    anonymous = author.first("isAnonymous") == "true" or not author.first("username")
    name, login = author.first("name"), author.first("username")
    return ForeignComment(
        place=f"{file}:{element.line}",
        thread=threads.get(number) or ForeignThread(slug=f"thread-{number}"),
        id=element.attributes.get("id", ""),
        parent=_reference(element, "parent"),
        created=moment(element.first("createdAt")),
        name=name,
        text=markdown_of(written, breaks="<p" not in written and "<br" not in written),
        digest=text_digest(written),
        held=element.first("isApproved") == "false",
        left_out=_left_out(element),
        identities=() if anonymous else (login, name),
        secrets=(author.first("email"), element.first("ipAddress")),
    )


def _left_out(element: Element) -> str:
    if element.first("isSpam") == "true":
        return "spam"
    return "deleted" if element.first("isDeleted") == "true" else ""


def _reference(element: Element, name: str) -> str:
    found = element.child(name)
    return found.attributes.get("id", "") if found else ""

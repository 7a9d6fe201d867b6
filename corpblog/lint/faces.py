"""Home pages with faces, and the pages about people: what built sites show of their team."""

from collections.abc import Iterator

from corpblog.lint.built import Output, file_of, one_spelling
from corpblog.lint.bylines import profile_places, shown_name
from corpblog.lint.html_reading import says, span_of
from corpblog.lint.people import is_unnamed
from corpblog.lint.rule import Finding, Findings
from corpblog.lint.wording import Wording
from corpblog.markup.visible import Element, Tree, tree_of
from corpblog.model.author import Author, AuthorStatus
from corpblog.model.post import Post

_NO_HOME = Wording(
    "this home page is missing",
    "diese Startseite fehlt",
)
_NO_FACES = Wording(
    "this home page shows no face: no picture beside a link to a profile",
    "diese Startseite zeigt kein Gesicht: Kein Bild steht bei einem Link zu einem Profil",
)
_SHOW_FACES = Wording(
    "let the template show listing.people with portrait and link",
    "zeigen Sie in der Vorlage listing.people mit Porträt und Link",
)
_NO_PROFILE = Wording(
    "the page about {name} is missing",
    "die Seite über {name} fehlt",
)
_BUILD = Wording(
    "build the site again, and give the folder that it was built into",
    "bauen Sie die Site neu, und geben Sie den Ordner an, in dem sie liegt",
)
_NOT_LISTED = Wording(
    "the page about {name} lists {listed} of {all} posts; “{title}” is missing",
    "die Seite über {name} nennt {listed} von {all} Beiträgen; es fehlt „{title}“",
)
_LIST = Wording("let the template show author.posts", "zeigen Sie in der Vorlage author.posts")
_NO_TIE = Wording(
    "the page about {name} does not show this standing tie: {words}",
    "die Seite über {name} zeigt diese dauernde Verbindung nicht: {words}",
)
_SHOW_TIES = Wording("let the template show author.ties", "zeigen Sie in der Vorlage author.ties")
# A face and a link that belong together are never further apart.
_NEAR = 3


def home_faults(output: Output) -> Findings:
    """Home pages on which nobody is to be seen."""
    site = output.site
    team = (AuthorStatus.ACTIVE, AuthorStatus.AWAY)
    shown = [
        author
        for author in site.authors.values()
        if author.profile.status in team and not is_unnamed(author)
    ]
    if not shown or not site.posts:
        return
    profiles = frozenset(place for author in shown for place in profile_places(output, author))
    for lang in output.used_languages():
        path = file_of(output.in_language("/", lang))
        source = output.page(path)
        if not output.has(path):
            yield Finding(message=_NO_HOME, source=source, hint=_BUILD)
            continue
        tree = tree_of(source.text)
        if not any(_is_face(output, tree, each, profiles, path) for each in tree.named("img")):
            main = next(tree.named("main", "body"), None)
            at = span_of(main) if main else None
            yield Finding(message=_NO_FACES, source=source, at=at, hint=_SHOW_FACES)


def _is_face(
    output: Output, tree: Tree, picture: Element, profiles: frozenset[str], path: str
) -> bool:
    """Whether a picture stands in or beside a link to a profile."""
    if picture.unseen or not (picture.get("src") or "").strip():
        return False
    for depth, around in enumerate(tree.around(picture)):
        if depth > _NEAR or around.name in ("main", "body"):
            return False
        for each in (around, *tree.inside(around)):
            if each.name == "a" and output.permalink(each.get("href") or "", path) in profiles:
                return True
    return False


def profile_faults(output: Output) -> Findings:
    """Pages about people that are missing, or do not list posts and ties of the person.

    Every language has such a page; of a translated post one version is enough.
    """
    for id_, author in sorted(output.site.authors.items()):
        written = [post for post in output.site.posts if id_ in post.authors]
        if not written or is_unnamed(author):
            continue
        for lang in output.used_languages():
            path = file_of(output.in_language(author.permalink, lang))
            source = output.page(path)
            if output.has(path):
                yield from _on_profile(output, author, written, lang, path)
            else:
                message = _NO_PROFILE(name=shown_name(author, lang))
                yield Finding(message=message, source=source, hint=_BUILD)


def _on_profile(
    output: Output, author: Author, written: list[Post], lang: str, path: str
) -> Findings:
    source, name = output.page(path), shown_name(author, lang)
    tree = tree_of(source.text)
    main = next(tree.named("main", "body"), None)
    at = span_of(main) if main else None
    links = frozenset(
        output.permalink(each.get("href") or "", path)
        for each in tree.named("a")
        if not each.unseen
    )
    texts = _versions(written)
    missing = [posts for posts in texts if not any(_place(post) in links for post in posts)]
    if missing:
        message = _NOT_LISTED(
            name=name,
            listed=len(texts) - len(missing),
            all=len(texts),
            title=missing[0][0].title,
        )
        yield Finding(message=message, source=source, at=at, hint=_LIST)
    text = tree.text()
    for words in _standing_ties(author, lang):
        if not says(text, words):
            message = _NO_TIE(name=name, words=words)
            yield Finding(message=message, source=source, at=at, hint=_SHOW_TIES)


def _versions(written: list[Post]) -> list[list[Post]]:
    """The posts, versions of one text together."""
    texts: dict[str, list[Post]] = {}
    for post in written:
        texts.setdefault(post.front.translation_of or post.id, []).append(post)
    return list(texts.values())


def _place(post: Post) -> str:
    return one_spelling(post.permalink)


def _standing_ties(author: Author, lang: str) -> Iterator[str]:
    for interest in author.profile_in(lang).interests:
        words = interest.text or interest.party
        if words:
            yield words

"""The company speaks of itself all the time.

Die Firma spricht ständig von sich selbst.

Why: the name of the company in every title is one of the great mistakes of corporate blogs
(pr-blogger.de, 2009); readers come for their own questions.
Warum: Der Firmenname in jedem Titel gehört zu den größten Fehlern in Firmenblogs (pr-blogger.de,
2009); wer liest, kommt mit eigenen Fragen.
Instead: name the matter, and link to what others say about it.
Stattdessen: Nennen Sie die Sache, und verlinken Sie, was andere dazu sagen.
Bad: Acme wins with Acme Scale at Acme Day
Good: What bakers told us about wet flour
Schlecht: Acme gewinnt mit der Acme-Waage am Acme-Tag
Gut: Was Bäcker über feuchtes Mehl erzählen
Known: a company whose name is a common word names it in the option “common_words”.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context, Gate
from corpblog.lint.facts import Archive
from corpblog.lint.own_names import own_names
from corpblog.lint.rule import Finding, Findings, Key, Rule, Span
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.markup.targets import host_of
from corpblog.model.keys import key
from corpblog.model.post import Post

# The latest titles that are looked at, and how few are too few to say anything.
_TITLES = 10
_FEWEST_TITLES = 5

_IN_TITLES = Wording(
    "{count} of the last {total} titles name the company or one of its products",
    "{count} der letzten {total} Titel nennen die Firma oder eines ihrer Produkte",
)
_NAME_MATTER = Wording(
    "say in the title what it is about; whose blog it is, readers see anyway",
    "sagen Sie im Titel, worum es geht; wessen Blog es ist, sehen Leser ohnehin",
)
_DENSE = Wording(
    "the company and its products are named {count} times in {words} words",
    "die Firma und ihre Produkte werden {count}-mal in {words} Wörtern genannt",
)
_WE = Wording(
    "say “we”, or leave it out",
    "sagen Sie „wir“, oder lassen Sie es weg",
)
_NO_LINK = Wording(
    "none of the last {count} posts by {name} links to anybody else",
    "keiner der letzten {count} Beiträge von {name} verlinkt andere",
)
_LINK = Wording(
    "link to what others wrote about it, or to what you read yourself",
    "verlinken Sie, was andere darüber schreiben oder was Sie selbst gelesen haben",
)
_FIRST = Wording("the first time is here", "zum ersten Mal steht es hier")
_THIS_TOO = Wording("this post too", "auch dieser Beitrag")


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Limits of speaking of oneself."""

    titles: int = key("most titles in percent, of the last ten, that name the company", default=50)
    density: int = key("most own names in 100 words of a post", default=3)
    outbound: int = key("posts of an author without a link to others that are too many", default=5)
    min_words: int = key("words from which the density is judged", default=150)
    common_words: tuple[str, ...] = key(
        "own names that are common words and do not count", default=()
    )


def check_text(text: Text, context: Context, options: Options) -> Findings:
    """How often one post says own names; it does not change by the clock."""
    if text.post is None or context.gate is Gate.SCHED or text.words < options.min_words:
        return
    names = own_names(context, options.common_words)
    places = list(names.find(text.prose.tokens, text.source.text))
    if 100 * len(places) > options.density * text.words:
        first, last = places[0]
        span = Span(text.prose.tokens[first].start, text.prose.tokens[last - 1].end)
        message = _DENSE(count=len(places), words=text.words)
        related = ((text.source, span, _FIRST),)
        yield Finding(at=Key(("title",)), message=message, hint=_WE, related=related)


def check_site(archive: Archive, context: Context, options: Options) -> Findings:
    """The latest titles of each language, and the latest posts of each author."""
    for lang in sorted({post.lang for post in archive.posts}):
        posts = [post for post in archive.posts if post.lang == lang]
        yield from _titles(posts[:_TITLES], context, options)
        for author in sorted({id_ for post in posts for id_ in post.authors}):
            theirs = [post for post in posts if author in post.authors][: options.outbound]
            if len(theirs) == options.outbound and not any(_links(archive, context, theirs)):
                name = context.authors[author].name if author in context.authors else author
                message = _NO_LINK(count=len(theirs), name=name)
                yield _at_newest(theirs, message, _LINK)


def _titles(posts: list[Post], context: Context, options: Options) -> Findings:
    names = own_names(context, options.common_words)
    naming = [post for post in posts if names.is_in(post.title)]
    if len(posts) >= _FEWEST_TITLES and 100 * len(naming) > options.titles * len(posts):
        message = _IN_TITLES(count=len(naming), total=len(posts))
        yield _at_newest(naming, message, _NAME_MATTER)


def _at_newest(posts: list[Post], message: Wording, hint: Wording) -> Finding:
    newest, *others = posts
    return Finding(
        at=Key(("title",)),
        source=newest.source,
        message=message,
        hint=hint,
        related=tuple((post.source, Key(("title",)), _THIS_TOO) for post in others),
    )


def _links(archive: Archive, context: Context, posts: list[Post]) -> Iterator[bool]:
    addresses = (context.config.site.url, context.config.organization.url)
    own = {host_of(address).removeprefix("www.") for address in addresses} - {""}
    for post in posts:
        facts = archive.facts.get(post.source.path)
        for host in facts.hosts if facts else ():
            yield not any(host == each or host.endswith(f".{each}") for each in own)


RULE = Rule(
    code="VOICE003",
    name="self-reference",
    severity=Severity.WARNING,
    help=__doc__,
    gates=(Gate.PR, Gate.SCHED),
    options=Options,
    text=check_text,
    site=check_site,
)

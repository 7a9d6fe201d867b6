"""A press release once more, as a post.

Noch einmal die Pressemitteilung, als Beitrag.

Why: a blog that doubles the marketing of the company has nothing of its own to say (S2).
Warum: Ein Blog, der das Marketing der Firma verdoppelt, hat nichts Eigenes zu sagen (S2).
Instead: let someone who was there tell why, and link to the release.
Stattdessen: Lassen Sie jemanden, der dabei war, das Warum erzählen, und verlinken Sie die
Mitteilung.
Bad: the release with a photo
Good: I built the lid of this scale. The release has the data; here is why it took a year.
Schlecht: die Mitteilung mit einem Foto
Gut: Ich habe den Deckel dieser Waage gebaut. Die Daten stehen in der Mitteilung, hier steht,
warum es ein Jahr gedauert hat.
Known: what stands in quotation marks or in a block quote, such as a notice required by law, is not
compared.
"""

from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.facts import Archive
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.wording import Wording
from corpblog.model.keys import key
from corpblog.model.post import Post, PostState, Purpose

# The latest posts whose purposes are looked at, and how few are too few to say anything.
_LATEST = 10
_FEWEST = 5

_COPY = Wording(
    "{share} % of this post is in the press release {path} word for word",
    "{share} % dieses Beitrags stehen wörtlich in der Pressemitteilung {path}",
)
_WHY = Wording(
    "let somebody who was there tell the story, and link to the release",
    "lassen Sie jemanden erzählen, der dabei war, und verlinken Sie die Mitteilung",
)
_SALES = Wording(
    "{count} of the last {total} posts are there to sell",
    "{count} der letzten {total} Beiträge sollen verkaufen",
)
_OTHER = Wording(
    "next, write about what customers ask, or what went wrong",
    "schreiben Sie als Nächstes über eine Frage von Kunden oder über einen Fehler",
)
_THIS_TOO = Wording("this post too", "auch dieser Beitrag")


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Limits in percent."""

    overlap: int = key("share of a post that may stand in one release", default=50)
    sales_share: int = key("most posts, of the last ten, with the purpose sales", default=40)
    min_words: int = key("words from which a post is compared", default=40)


def check(archive: Archive, context: Context, options: Options) -> Findings:
    """Each post with all press releases, then what the latest posts are for."""
    coming = tuple(post for post in archive.site.hidden if post.state is PostState.FUTURE)
    releases = [(press.path, frozenset(press.shingles)) for press in archive.press]
    for post in (*archive.posts, *coming) if releases else ():
        facts = archive.facts.get(post.source.path)
        if facts is None or facts.words < options.min_words or not facts.shingles:
            continue
        path, shared = max(
            ((path, len(runs.intersection(facts.shingles))) for path, runs in releases),
            key=lambda found: found[1],
        )
        share = 100 * shared / len(facts.shingles)
        if share >= options.overlap:
            message = _COPY(share=round(share), path=path)
            yield Finding(at=Key(("title",)), source=post.source, message=message, hint=_WHY)
    for lang in sorted({post.lang for post in archive.posts}):
        yield from _sales([post for post in archive.posts if post.lang == lang], options)


def _sales(posts: list[Post], options: Options) -> Findings:
    latest = [post for post in posts if post.front.purpose is not None][:_LATEST]
    selling = [post for post in latest if post.front.purpose is Purpose.SALES]
    if len(latest) >= _FEWEST and 100 * len(selling) > options.sales_share * len(latest):
        newest, *others = selling
        yield Finding(
            at=Key(("purpose",)),
            source=newest.source,
            severity=Severity.WARNING,
            message=_SALES(count=len(selling), total=len(latest)),
            hint=_OTHER,
            related=tuple((post.source, Key(("purpose",)), _THIS_TOO) for post in others),
        )


RULE = Rule(
    code="REPET003",
    name="press-release-copy",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    site=check,
)

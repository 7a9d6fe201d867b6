"""A post that no author signs.

Ein Beitrag, den niemand unterschreibt.

Why: readers believe people; they want picture, name and professional profile of whoever speaks
(S1), and anonymous posts are the first mistake of corporate blogs (pr-blogger 2009).
Warum: Geglaubt wird Menschen; Leser wollen Bild, Name und Businessprofil dessen sehen, der spricht
(S1), und fehlende Persönlichkeit ist der erste Fehler der Firmenblogs (pr-blogger 2009).
Instead: name the author by the id of the profile in authors/; several may sign.
Stattdessen: Nennen Sie den Autor mit der Kennung seines Profils in authors/; mehrere sind möglich.

Bad: (no line “authors”)
Good: authors: [jana-weiss]
Schlecht: (keine Zeile „authors“)
Gut: authors: [jana-weiss]
Known: an id without a profile is told once, as SRC020. Imprint and privacy are pages: nobody has
to sign them.
"""

from dataclasses import dataclass

from corpblog.diagnostics import Severity
from corpblog.lint.context import Context
from corpblog.lint.rule import Finding, Findings, Key, Rule
from corpblog.lint.text import Text
from corpblog.lint.wording import Wording
from corpblog.model.keys import key


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """Kinds of posts that nobody needs to sign."""

    exempt_kinds: tuple[str, ...] = key("kinds of posts without an author", default=())


_MESSAGE = Wording(
    "this post has no author",
    "dieser Beitrag nennt keinen Autor",
)
_HINT = Wording(
    "add a line with the id of a profile, such as authors: [{id}]",
    "ergänzen Sie eine Zeile mit der Kennung eines Profils, etwa authors: [{id}]",
)


def check(text: Text, context: Context, options: Options) -> Findings:
    """The front matter, if it names nobody."""
    post = text.post
    if post is None or post.front.kind in options.exempt_kinds:
        return
    if not any(id_.strip() for id_ in (*post.front.authors, post.front.author)):
        example = next(iter(sorted(context.authors)), "jana-weiss")
        yield Finding(message=_MESSAGE, at=Key(("authors",)), hint=_HINT(id=example))


RULE = Rule(
    code="AUTH001",
    name="author-missing",
    severity=Severity.ERROR,
    help=__doc__,
    options=Options,
    text=check,
)

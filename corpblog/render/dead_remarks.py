"""A dead link that stands in a comment: told at the comment, and a stranger's stops no build."""

from corpblog.diagnostics import Diagnostic, Location, Severity
from corpblog.markup.tags import escape
from corpblog.model.comment import Comment
from corpblog.model.post import Post
from corpblog.render.dead_link import DeadLink
from corpblog.render.faults import DEAD_ANCHOR, DEAD_LINK
from corpblog.render.pages.comments import Teller, shown_remarks
from corpblog.render.renderer import Renderer


def told_in_comment(renderer: Renderer, dead: DeadLink, severity: Severity) -> Diagnostic | None:
    """What is wrong with a link that a comment on the page holds; None where none does."""
    posts = (each for each in renderer.talks.posts() if each.permalink == dead.output.permalink)
    comment = next((found for post in posts if (found := _with(renderer, post, dead.link))), None)
    if comment is None or dead.output.kind != "post":
        return None
    source = comment.source
    start = source.text.find(dead.link)
    place = Location(path=source.path)
    if start >= 0:
        place = source.location(start, start + len(dead.link))
    fault = DEAD_ANCHOR if dead.page else DEAD_LINK
    hint = "correct the address or drop the link"
    if not comment.is_staff:
        severity = Severity.WARNING
        hint = "a reader wrote it: leave it, or let an old address lead on (aliases)"
    return fault.at(
        place,
        f"there is no page or file “{dead.link}” for a link in a comment",
        hint=hint,
        source_line=source.line(place.line) if start >= 0 else "",
        severity=severity,
    )


def _with(renderer: Renderer, post: Post, link: str) -> Comment | None:
    """The first comment on ``post`` that links to ``link``."""
    teller, wanted = Teller(renderer=renderer, post=post), f'href="{escape(link)}"'
    found = (each for each in shown_remarks(renderer, post) if wanted in teller.html(each))
    return next(found, None)

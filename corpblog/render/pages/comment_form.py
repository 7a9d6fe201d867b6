"""Where and until when readers can comment, and what the page says about answers before they do."""

from collections.abc import Iterator

from corpblog.model.answer_times import answer_days
from corpblog.model.closing import takes_comments
from corpblog.model.post import Post
from corpblog.render.comment_views import FormView
from corpblog.render.judged import judged_of
from corpblog.render.renderer import Renderer
from corpblog.render.views import LinkView

# What the intake takes (docs/comments.md, "The form"), so that browsers say it before sending.
MOST_NAME = 80
MOST_WEBSITE = 200
LEAST_TEXT = 3
MOST_TEXT = 10_000


def form_of(renderer: Renderer, post: Post) -> FormView | None:
    """The form below ``post``; None where comments are closed or nothing takes them in."""
    comments = renderer.site.config.comments
    if not comments.intake or not takes_comments(post, comments, renderer.site.now):
        return None
    privacy = renderer.frames.duty("privacy", post.lang)
    return FormView(
        action=f"{comments.intake.rstrip('/')}/new",
        uri=renderer.addresses.href(post.permalink),
        most_name=MOST_NAME,
        most_website=MOST_WEBSITE,
        least_text=LEAST_TEXT,
        most_text=MOST_TEXT,
        privacy=None if privacy is None else renderer.frames.written(privacy, post.lang),
    )


def intro_of(renderer: Renderer, lang: str) -> Iterator[str]:
    """How soon questions are answered, and how often that was so of late."""
    language = renderer.languages[lang]
    days = answer_days(renderer.site.config.guidelines.rules).get("question")
    if not days:
        return
    yield language.text("comments.promise", count=days)
    newest = next(iter(judged_of(renderer.talks).figures), None)
    if newest is not None and newest.whole.decided:
        quarter = language.text(
            "moderation.quarter", number=newest.quarter.number, year=newest.quarter.year
        )
        yield language.text(
            "comments.kept", kept=newest.whole.on_time, count=newest.whole.decided, quarter=quarter
        )


def policy_links(renderer: Renderer, lang: str) -> tuple[LinkView, ...]:
    """To the comment policy, and to the report on how it is kept."""
    return (
        renderer.frames.comment_policy(lang),
        LinkView(
            label=renderer.languages[lang].text("heading.moderation_report"),
            url=renderer.addresses.href(renderer.places.moderation_report(lang)),
        ),
    )

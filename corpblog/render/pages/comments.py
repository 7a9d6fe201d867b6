"""The conversation below a post: what readers wrote, what employees answered, what is gone."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpblog.markup.remarks import first_words, remark_html
from corpblog.markup.targets import host_of
from corpblog.model.comment import Comment, CommentStatus, Thread
from corpblog.model.post import Post
from corpblog.model.response import Need, NeedState
from corpblog.render.comment_views import (
    CommentView,
    ElsewhereView,
    MentionView,
    TalkView,
)
from corpblog.render.content import origin_of
from corpblog.render.i18n import Language
from corpblog.render.judged import judged_of
from corpblog.render.pages.comment_form import form_of, intro_of, policy_links
from corpblog.render.pages.corrections import person_link, promise_view
from corpblog.render.pages.parts import closed_because, contact_of
from corpblog.render.renderer import Renderer
from corpblog.render.stranger import shown_address, shown_name
from corpblog.render.templates import as_markup
from corpblog.render.threads import branches, is_mention, is_shown
from corpblog.render.views import FeedView, LinkView, PersonView

# The id of the conversation on the page of a post.
COMMENTS = "comments-below"
# What may stand in the id of an element without being escaped in links to it.
_ODD = re.compile(r"[^A-Za-z0-9._-]+")

# So many letters of a question are quoted elsewhere.
_QUOTED = 90


class _Around(NamedTuple):
    """A thread by the ids of its comments; who confirmed a reader's answer, by that answer's id."""

    by_id: Mapping[str, Comment]
    confirming: Mapping[str, Comment]


def talk_of(renderer: Renderer, post: Post) -> TalkView | None:
    """What stands below ``post``; None where nobody wrote and nobody can."""
    thread, form = renderer.talks.thread(post), form_of(renderer, post)
    if thread is None and form is None:
        return None
    teller = Teller(renderer=renderer, post=post)
    every = thread.comments if thread is not None else ()
    mentions = tuple(each for each in every if is_shown(each) and is_mention(each))
    count, say = len(shown_remarks(renderer, post)), renderer.languages[post.lang].text
    return TalkView(
        heading=say("comments.count", count=count) if count else say("heading.comments"),
        count=count,
        intro=tuple(intro_of(renderer, post.lang)),
        links=policy_links(renderer, post.lang),
        comments=teller.tree(),
        mentions=tuple(map(teller.mention, mentions)),
        form=form,
        closed="" if form is not None else closed_because(renderer, post),
        contact=None if form is not None else contact_of(renderer, post),
        feed=comment_feed(renderer, post),
    )


def shown_remarks(renderer: Renderer, post: Post) -> tuple[Comment, ...]:
    """The comments on ``post`` that one can read, oldest first."""
    thread = renderer.talks.thread(post)
    every = thread.comments if thread is not None else ()
    return tuple(each for each in every if is_shown(each) and not is_mention(each))


def comment_feed(renderer: Renderer, post: Post) -> FeedView | None:
    """The feed of the comments on ``post``: in Atom, or in the first format the site has.

    None where nobody wrote, and before the site has an address.
    """
    if not shown_remarks(renderer, post):
        return None
    title = renderer.languages[post.lang].text("title.comment_feed", title=post.title)
    feeds = renderer.frames.feeds(post.permalink, title)
    return next((feed for feed in feeds if feed.format == "atom"), feeds[0] if feeds else None)


def anchor_of(comment: Comment) -> str:
    """The id of a comment on its page."""
    return f"comment-{_ODD.sub('-', comment.id)}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Teller:
    """Puts the comments on one post into words, in the language of the post."""

    renderer: Renderer
    post: Post

    @property
    def language(self) -> Language:
        """The language of what the page says."""
        return self.renderer.languages[self.post.lang]

    def tree(self) -> tuple[CommentView, ...]:
        """The comments that begin a conversation, each with what was answered, oldest first."""
        thread = self.renderer.talks.thread(self.post)
        if thread is None:
            return ()
        around = _around(thread)
        below: dict[str, list[CommentView]] = {}
        for branch in branches(thread):
            view = self._view(branch.comment, around, branch.level)
            if branch.parent is not None and branch.parent.id != branch.above:
                view = replace(view, answers_to=self._to(branch.parent))
            below.setdefault(branch.above, []).append(view)
        return _grown(below, "")

    def person(self, comment: Comment) -> PersonView | None:
        """The employee who wrote a comment, as on that day; None for a reader."""
        author = self.renderer.site.authors.get(comment.record.author.staff)
        if author is None:
            return None
        return self.renderer.people.then(author, self.post.lang, comment.created.date())

    def name(self, comment: Comment) -> str:
        """What the writer of a comment is called."""
        person = self.person(comment)
        given = person.name if person is not None else shown_name(comment.record.author.name)
        return given or self.language.text("comment.nameless")

    def html(self, comment: Comment, *, absolute: bool = False) -> str:
        """What a comment says; an employee may link to pages as in a post."""
        if not comment.is_staff:
            return remark_html(comment.record.text)
        links, origin = self.renderer.links, origin_of(self.post)
        return remark_html(
            comment.record.text,
            lambda target: links.resolve(target, origin, absolute=absolute),
        )

    def beginning(self, comment: Comment) -> str:
        """How a comment begins."""
        return first_words(self.html(comment), _QUOTED)

    def url(self, comment: Comment) -> str:
        """The way to a comment from anywhere."""
        return f"{self.renderer.addresses.href(self.post.permalink)}#{anchor_of(comment)}"

    def mention(self, comment: Comment) -> MentionView:
        """Another site that speaks of the post."""
        url = shown_address(comment.record.author.url)
        label = shown_name(comment.record.author.name) or host_of(url)
        return MentionView(
            label=label or self.language.text("comment.nameless"),
            url=url,
            date=self.language.when(comment.created),
        )

    def _view(self, comment: Comment, around: _Around, level: int) -> CommentView:
        record, person = comment.record, self.person(comment)
        gone = record.status is CommentStatus.REMOVED
        need = None if gone else judged_of(self.renderer.talks).needs(self.post).get(comment.id)
        return CommentView(
            id=comment.id,
            anchor=anchor_of(comment),
            url=self.url(comment),
            level=level,
            name="" if gone else self.name(comment),
            website="" if gone or person else shown_address(record.author.url),
            affiliation="" if gone else self._affiliation(comment),
            person=None if gone else person,
            date=self.language.moment(comment.created),
            edited="" if gone else self._edited(comment),
            lang=record.lang if record.lang != self.post.lang and not gone else "",
            body_html="" if gone else as_markup(self.html(comment)),
            removed=self._removed(comment) if gone else "",
            answered=self._answered(need, around) if need is not None else None,
            answers_to=None,
            answers=() if gone else tuple(self._answers(comment, around.by_id)),
            notes=() if gone else tuple(self._notes(comment, need, around)),
            elsewhere=None if gone else self._elsewhere(comment),
            promises=()
            if gone
            else tuple(
                promise_view(self.renderer, self.post, each, self.post.lang)
                for each in record.promises
            ),
            replies=(),
        )

    def _to(self, comment: Comment) -> LinkView:
        gone = comment.record.status is CommentStatus.REMOVED
        say = self.language.text
        label = say("comment.to.removed") if gone else say("comment.to", name=self.name(comment))
        return LinkView(label=label, url=self.url(comment))

    def _affiliation(self, comment: Comment) -> str:
        affiliation = shown_name(comment.record.author.affiliation)
        if not affiliation:
            return ""
        return self.language.text("comment.affiliation", affiliation=affiliation)

    def _edited(self, comment: Comment) -> str:
        days = [each.date for each in comment.record.edited if each.date is not None]
        if days:
            return self.language.text("comment.edited.date", date=self.language.day(max(days)))
        return self.language.text("comment.edited") if comment.record.edited else ""

    def _removed(self, comment: Comment) -> str:
        """The note that stays: when, and for which reason of the closed list (DSA Art. 17)."""
        removal, say = comment.record.removal, self.language.text
        day = removal.date if removal is not None else None
        gone = say("comment.removed")
        if day is not None:
            gone = say("comment.removed.date", date=self.language.day(day))
        if removal is None or removal.reason is None:
            return gone
        reason = say(f"removal.{removal.reason}")
        key = "comment.removed.rule" if removal.rule else "comment.removed.reason"
        return say(key, removed=gone, reason=reason, rule=removal.rule)

    def _answered(self, need: Need, around: _Around) -> LinkView | None:
        """The mark of a comment that was answered, with the way to the answer."""
        if need.state is NeedState.ELSEWHERE:
            told = need.answer or need.comment
            return LinkView(
                label=self.language.text("comment.answered.elsewhere"), url=self.url(told)
            )
        if need.state is not NeedState.ANSWERED or need.answer is None:
            return None
        names, key = {"name": self.name(need.answer)}, "comment.answered"
        by = around.confirming.get(need.answer.id)
        if not need.answer.is_staff and by is not None:
            names["confirmed"], key = self.name(by), "comment.answered.confirmed"
        return LinkView(label=self.language.text(key, **names), url=self.url(need.answer))

    def _answers(self, comment: Comment, by_id: Mapping[str, Comment]) -> Iterator[LinkView]:
        """The further comments that a reply lists, so that one answer reaches many."""
        for id_ in dict.fromkeys(comment.record.answers):
            if id_ in by_id and is_shown(by_id[id_]) and id_ != comment.record.reply_to:
                yield LinkView(label=self.name(by_id[id_]), url=self.url(by_id[id_]))

    def _notes(self, comment: Comment, need: Need | None, around: _Around) -> Iterator[str]:
        record, say = comment.record, self.language.text
        if record.holding is not None and record.holding.until is not None:
            yield say("comment.holding", date=self.language.day(record.holding.until))
        by = None if comment.is_staff else around.confirming.get(comment.id)
        if by is not None:
            yield say("comment.confirmed", name=self.name(by))
        if need is not None and need.state is NeedState.CLOSED and record.no_response is not None:
            yield say(f"comment.no_response.{record.no_response.reason}")

    def _elsewhere(self, comment: Comment) -> ElsewhereView | None:
        told = comment.record.answered_elsewhere
        if told is None or not told.summary.strip():
            return None
        day = self.language.day(told.date) if told.date is not None else ""
        where = ", ".join(filter(None, (told.channel.strip(), day)))
        return ElsewhereView(
            label=self.language.text(
                "comment.elsewhere.where" if where else "comment.elsewhere", where=where
            ),
            summary=told.summary,
            by=person_link(self.renderer, told.by, self.post.lang),
        )


def _grown(below: Mapping[str, list[CommentView]], id_: str) -> tuple[CommentView, ...]:
    """What stands below a comment, with what stands below that; four levels at most."""
    return tuple(replace(view, replies=_grown(below, view.id)) for view in below.get(id_, ()))


def _around(thread: Thread) -> _Around:
    by_id = {comment.id: comment for comment in thread.comments}
    confirming: dict[str, Comment] = {}
    for comment in thread.comments:
        if comment.record.confirms and comment.is_staff and is_shown(comment):
            confirming.setdefault(comment.record.confirms, comment)
    return _Around(by_id, confirming)

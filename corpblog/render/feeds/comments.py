"""The feed of the comments on a post: who wrote what, whom it answers, newest first."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from corpblog.model.comment import Comment
from corpblog.model.post import Post
from corpblog.render.address import feed_permalink, output_path
from corpblog.render.cards import shown_title
from corpblog.render.feeds.entries import feed_person
from corpblog.render.feeds.entry import FeedEntry, FeedHead, FeedPerson, InReplyTo
from corpblog.render.feeds.formats import FORMATS
from corpblog.render.feeds.identity import comment_id, entry_id
from corpblog.render.pages.comments import Teller, comment_feed, shown_remarks
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.stranger import shown_address


def comment_feeds(renderer: Renderer) -> Iterator[PlannedOutput]:
    """A feed for each post on which somebody commented."""
    for post in renderer.talks.posts():
        feed = comment_feed(renderer, post)
        if feed is not None:
            permalink = feed_permalink(post.permalink, feed.format)
            yield PlannedOutput(
                path=output_path(permalink),
                kind="feed",
                source=f"generated: comments on {post.source.path}",
                make=partial(_write, renderer, post, feed.format),
                permalink=permalink,
                lang=post.lang,
            )


def _write(renderer: Renderer, post: Post, name: str) -> bytes:
    shown = shown_remarks(renderer, post)
    newest = shown[: -renderer.site.config.feeds.size - 1 : -1]
    by_id = {comment.id: comment for comment in shown}
    teller = Teller(renderer=renderer, post=post)
    written = [
        FORMATS[name].write_entry(_entry(teller, each, by_id.get(each.record.reply_to)))
        for each in newest
    ]
    absolute, say = renderer.addresses.absolute, renderer.languages[post.lang].text
    head = FeedHead(
        title=say("title.comment_feed", title=shown_title(post, renderer.languages[post.lang])),
        subtitle="",
        url=absolute(post.permalink),
        self_url=absolute(feed_permalink(post.permalink, name)),
        lang=post.lang,
        updated=max(map(_changed, newest)),
        people=(FeedPerson(name=renderer.people.organization() or post.title),),
    )
    return FORMATS[name].write_feed(head, written)


def _entry(teller: Teller, comment: Comment, parent: Comment | None) -> FeedEntry:
    renderer, post = teller.renderer, teller.post
    site_url = renderer.site.config.site.url
    name = teller.name(comment)
    return FeedEntry(
        id=comment_id(site_url, post, comment),
        url=renderer.addresses.origin + teller.url(comment),
        lang=comment.record.lang or post.lang,
        title=teller.language.text("title.comment", name=name, title=post.title),
        summary="",
        content=teller.html(comment, absolute=True),
        published=comment.created,
        updated=_changed(comment),
        people=(_person(teller, comment),),
        in_reply_to=InReplyTo(
            id=comment_id(site_url, post, parent) if parent else entry_id(site_url, post),
            url=renderer.addresses.origin + teller.url(parent)
            if parent
            else renderer.addresses.absolute(post.permalink),
        ),
    )


def _person(teller: Teller, comment: Comment) -> FeedPerson:
    person = teller.person(comment)
    if person is not None:
        return feed_person(person, teller.renderer.addresses)
    return FeedPerson(name=teller.name(comment), url=shown_address(comment.record.author.url))


def _changed(comment: Comment) -> datetime:
    edits = [each.date for each in comment.record.edited if each.date is not None]
    return max([comment.created, *edits])

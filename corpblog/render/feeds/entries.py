"""From a post to its entry in feeds: all authors, disclosures first, the text, the corrections."""

from corpblog.model.post import Post
from corpblog.render.address import Addresses
from corpblog.render.cards import shown_title
from corpblog.render.credits import Credits
from corpblog.render.feeds.entry import FeedEntry, FeedPerson, Replies
from corpblog.render.feeds.identity import entry_id
from corpblog.render.feeds.item_html import item_html
from corpblog.render.last_change import last_changed
from corpblog.render.pages.corrections import notes_at_end, notes_on_top
from corpblog.render.pages.parts import picture_of
from corpblog.render.renderer import Renderer
from corpblog.render.sentences import disclosure_views, statements
from corpblog.render.views import DisclosureView, PersonView
from corpblog.render.web_address import web_address


def feed_entry(renderer: Renderer, post: Post, tags: tuple[str, ...], owed: Credits) -> FeedEntry:
    """The entry of ``post``, the same in every feed that holds it; ``tags`` as pages name them.

    ``owed`` are the credit lines that belong under pictures.
    """
    site, people, addresses = renderer.site, renderer.people, renderer.addresses
    ties = disclosure_views(people, renderer.translations, post, post.lang)
    picture = picture_of(renderer, post, absolute=True)
    return FeedEntry(
        id=entry_id(site.config.site.url, post),
        url=addresses.absolute(post.permalink),
        lang=post.lang,
        title=_title(renderer, post, ties),
        summary=_summary(renderer, post, ties),
        content=_content(renderer, post, ties, owed) if site.config.feeds.full_content else "",
        published=post.date,
        updated=last_changed(post),
        people=tuple(feed_person(view, addresses) for view in people.byline(post, post.lang)),
        tags=tags,
        image=picture.url if picture is not None else "",
        rights=post.front.license,
        external_url=post.front.canonical,
        replies=_replies(renderer, post),
    )


def _replies(renderer: Renderer, post: Post) -> Replies | None:
    """Where the comments on a post stand; None where nobody wrote."""
    if renderer.talks.thread(post) is None:
        return None
    from corpblog.render.pages.comments import COMMENTS, comment_feed, shown_remarks

    feed = comment_feed(renderer, post)
    if feed is None:
        return None
    return Replies(
        count=len(shown_remarks(renderer, post)),
        url=f"{renderer.addresses.absolute(post.permalink)}#{COMMENTS}",
        feed=renderer.addresses.origin + feed.url,
        type=feed.type,
    )


def feed_person(view: PersonView, addresses: Addresses) -> FeedPerson:
    """A person of a byline as feeds name one; without consent to the name there is no profile."""
    return FeedPerson(
        name=view.name,
        url=web_address(view.url, addresses) if view.id else "",
        avatar=web_address(view.portrait.url, addresses),
    )


def _title(renderer: Renderer, post: Post, ties: tuple[DisclosureView, ...]) -> str:
    """The title behind the words that must not be missed: an advertisement, a retraction."""
    language = renderer.languages[post.lang]
    title = shown_title(post, language)
    label = next((tie.label for tie in ties if tie.label), "")
    return language.text("disclosure.paid", label=label, sentence=title) if label else title


def _summary(renderer: Renderer, post: Post, ties: tuple[DisclosureView, ...]) -> str:
    """The paid ties and the standfirst; all ties where there is no text to carry them."""
    full = renderer.site.config.feeds.full_content
    first = [tie.text for tie in ties if tie.paid or not full]
    return " ".join([*first, renderer.cards.summary(post)]).strip()


def _content(
    renderer: Renderer, post: Post, ties: tuple[DisclosureView, ...], owed: Credits
) -> str:
    return item_html(
        ties,
        statements(renderer.people, renderer.translations, post, post.lang),
        notes_on_top(renderer, post, post.lang),
        post.source.body,
        owed.under(renderer.contents.post_html(post, absolute=True), post.lang),
        notes_at_end(renderer, post, post.lang),
    )

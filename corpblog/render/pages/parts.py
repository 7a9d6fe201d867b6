"""What posts and written pages have in common: contents list, picture, links to translations."""

from collections.abc import Mapping, Sequence

from corpblog.markup.document import Heading
from corpblog.model.closing import closing_time, takes_comments
from corpblog.model.page import Page
from corpblog.model.post import Post
from corpblog.render.content import origin_of
from corpblog.render.links import Origin
from corpblog.render.pictures import picture_view
from corpblog.render.profiles import contact_url
from corpblog.render.renderer import Renderer
from corpblog.render.views import HeadingView, ImageView, LinkView


def heading_views(headings: Sequence[Heading]) -> tuple[HeadingView, ...]:
    """The contents list: headings of the second level with those of the third below them."""
    found: list[tuple[Heading, list[Heading]]] = []
    for heading in headings:
        if heading.level == 2:
            found.append((heading, []))
        elif heading.level == 3 and found:
            found[-1][1].append(heading)
        elif heading.level == 3:
            found.append((heading, []))
    if len(found) < 2:
        return ()
    return tuple(
        HeadingView(
            id=top.id,
            text=top.text,
            children=tuple(HeadingView(id=below.id, text=below.text) for below in children),
        )
        for top, children in found
    )


def picture_of(
    renderer: Renderer, text: Post | Page, *, absolute: bool = False
) -> ImageView | None:
    """The picture that the front matter names; None without one, or where the file is missing."""
    picture = text.front.image
    if picture is None or not picture.src:
        return None
    return picture_view(
        picture,
        origin_of(text),
        renderer.site,
        renderer.links,
        renderer.languages[text.lang],
        absolute=absolute,
    )


def permalinks_of(versions: Sequence[Post | Page]) -> Mapping[str, str]:
    """The permalink of each version by its language."""
    return {each.lang: each.permalink for each in versions}


def translation_links(
    renderer: Renderer, text: Post | Page, versions: Sequence[Post | Page]
) -> tuple[LinkView, ...]:
    """The other versions, each by the name that its language has for itself."""
    return tuple(
        LinkView(
            label=renderer.languages[each.lang].name,
            url=renderer.addresses.href(each.permalink),
            lang=each.lang,
        )
        for each in versions
        if each is not text
    )


def contact_link(
    renderer: Renderer, lang: str, written: str = "", origin: Origin | None = None
) -> LinkView | None:
    """Where readers can write: a page of the site, an address, or words.

    ``written`` is what a text with ``origin`` says; without it the contact of the whole site.
    """
    target = written or renderer.site.config.comments.contact
    if not target or (url := contact_url(target)):
        return LinkView(label=target, url=url) if target else None
    if not target.startswith("/") and ("/" not in target or " " in target):
        return LinkView(label=target, url="")
    if written and origin is not None:
        url = renderer.links.resolve(target, origin)
    else:
        url = renderer.frames.local(target, lang)
    return LinkView(label=_page_title(renderer, url) or target, url=url)


def closed_because(renderer: Renderer, post: Post) -> str:
    """Why readers cannot comment; empty while they can."""
    own, comments = post.front.comments, renderer.site.config.comments
    if takes_comments(post, comments, renderer.site.now):
        return ""
    language = renderer.languages[post.lang]
    if own is not None and own.closed_reason:
        return own.closed_reason
    end = closing_time(post, comments)
    if comments.open and (own is None or own.open) and end is not None:
        return language.text("post.comments_closed.since", date=language.day(end))
    return language.text("post.comments_closed")


def contact_of(renderer: Renderer, post: Post) -> LinkView | None:
    """Where readers can write instead, as the post says or else the whole site."""
    own = post.front.comments
    written = own.contact if own is not None else ""
    return contact_link(renderer, post.lang, written, origin_of(post))


def _page_title(renderer: Renderer, href: str) -> str:
    """What the written page at ``href`` is called; empty if there is none."""
    path = href.partition("#")[0]
    titles = (
        page.title
        for page in renderer.site.pages
        if renderer.addresses.href(page.permalink) == path
    )
    return next(titles, "")

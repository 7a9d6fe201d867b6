"""The page of a post: who speaks, what ties them, what was corrected, then the text."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from corpblog.markup.pointers import IMAGE
from corpblog.markup.tags import escape
from corpblog.markup.targets import host_of, targets
from corpblog.model.post import Contributor, Post
from corpblog.model.taxonomy import Term
from corpblog.render.address import output_path
from corpblog.render.cards import banner, shown_title
from corpblog.render.credits import credits_of
from corpblog.render.last_change import last_changed
from corpblog.render.pages.corrections import notes_at_end, notes_on_top, promise_views
from corpblog.render.pages.frame import Head, page_bytes, template_of
from corpblog.render.pages.parts import (
    closed_because,
    contact_of,
    heading_views,
    permalinks_of,
    picture_of,
    translation_links,
)
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.sentences import disclosure_views, statements
from corpblog.render.templates import as_markup
from corpblog.render.views import (
    ImageView,
    LinkView,
    PostCard,
    PostView,
    SeriesView,
)


def outputs(renderer: Renderer) -> Iterator[PlannedOutput]:
    """A page for each post that readers may see."""
    shelf = _Shelf(renderer)
    for post in renderer.site.posts:
        yield _output(renderer, shelf, post)


def output_at(renderer: Renderer, path: str) -> PlannedOutput | None:
    """The page of a post that stands at ``path``, without the pages of all others."""
    folder = f"/{path.removesuffix('index.html')}"
    places = (f"/{path}", folder, folder.rstrip("/"))
    for post in renderer.site.posts:
        if post.permalink in places and output_path(post.permalink) == path:
            return _output(renderer, _Shelf(renderer, only=post), post)
    return None


def _output(renderer: Renderer, shelf: "_Shelf", post: Post) -> PlannedOutput:
    return PlannedOutput(
        path=output_path(post.permalink),
        kind="post",
        source=post.source.path,
        make=partial(_make, renderer, shelf, post),
        permalink=post.permalink,
        lang=post.lang,
        versions=permalinks_of(renderer.translations.of_post(post)),
        changed=last_changed(post),
        indexed=not post.front.canonical,
    )


class _Shelf:
    """What stands beside each post: the one before, the one after, tags, series, credits.

    Beside ``only`` one, if that is enough.
    """

    def __init__(self, renderer: Renderer, only: Post | None = None) -> None:
        site = renderer.site
        self.neighbours: dict[int, tuple[Post | None, Post | None]] = {}
        for posts in renderer.posts.values():
            for number, post in enumerate(posts):
                if only is not None and post is not only:
                    continue
                older = posts[number + 1] if number + 1 < len(posts) else None
                self.neighbours[id(post)] = (older, posts[number - 1] if number else None)
        self.tags = _by_post(site.tags, only) if site.config.taxonomies.tags else {}
        self.series = _by_post(site.series, only) if site.config.taxonomies.series else {}
        self.credits = credits_of(renderer)


def _by_post(terms: Sequence[Term], only: Post | None) -> Mapping[int, list[Term]]:
    found: dict[int, list[Term]] = {}
    for term in terms:
        for post in term.posts:
            if only is None or post is only:
                found.setdefault(id(post), []).append(term)
    return found


def _make(renderer: Renderer, shelf: _Shelf, post: Post) -> bytes:
    view, talk, comments = _view(renderer, shelf, post), None, {}
    if renderer.site.config.comments.intake or renderer.talks.thread(post) is not None:
        from corpblog.render.comment_nodes import comment_nodes
        from corpblog.render.pages.comments import talk_of

        talk = talk_of(renderer, post)
        comments = comment_nodes(talk, renderer.structured_data)
    head = Head(
        kind="post",
        lang=post.lang,
        permalink=post.permalink,
        title=view.title,
        description=_description(renderer, post, view),
        versions=permalinks_of(renderer.translations.of_post(post)),
        feeds=(talk.feed,) if talk is not None and talk.feed is not None else (),
        canonical=post.front.canonical,
        og_type="article",
        og_image=picture_of(renderer, post, absolute=True),
        people=view.people,
        published=view.date.iso,
        modified=last_changed(post).isoformat(),
        creators=tuple(each.fediverse_creator for each in view.people if each.fediverse_creator),
        structured_data=renderer.structured_data.post(post, view, comments),
        has_code=renderer.contents.post(post).has_code,
    )
    template = template_of(renderer, post.front.template, "post.html")
    return page_bytes(renderer, template, head, post.source.path, post=view, talk=talk)


def _view(renderer: Renderer, shelf: _Shelf, post: Post) -> PostView:
    lang, front, body = post.lang, post.front, renderer.contents.post(post)
    language, people, versions = renderer.languages[lang], renderer.people, renderer.translations
    older, newer = shelf.neighbours[id(post)]
    picture = shelf.credits.on(picture_of(renderer, post), lang)
    return PostView(
        title=shown_title(post, language),
        banner=banner(post, language),
        url=renderer.addresses.href(post.permalink),
        lang=lang,
        kind=front.kind.value if front.kind is not None else "",
        summary=front.summary,
        people=people.byline(post, lang),
        date=language.when(post.date),
        updated=language.when(last_changed(post)) if last_changed(post) > post.date else None,
        reading_time=_reading_time(renderer, post, body.words),
        disclosures=disclosure_views(people, versions, post, lang),
        statements=tuple(statements(people, versions, post, lang)),
        corrections=notes_on_top(renderer, post, lang),
        updates=notes_at_end(renderer, post, lang),
        promises=promise_views(renderer, post, lang),
        contents=heading_views(body.headings),
        body_html=as_markup(shelf.credits.under(renderer.contents.post_html(post), lang)),
        image=picture,
        lead_image=None if picture is None or _shows(renderer, post, picture) else picture,
        license=front.license or renderer.site.config.legal.license,
        contributors=tuple(_contributor(renderer, each, lang) for each in front.contributors),
        tags=_tags(renderer, shelf, post),
        series=_series(renderer, shelf, post),
        previous=_neighbour(renderer, older),
        next=_neighbour(renderer, newer),
        related=_related(renderer, post),
        translations=translation_links(renderer, post, versions.of_post(post)),
        original=_original(renderer, post),
        comments_closed=closed_because(renderer, post),
        contact=contact_of(renderer, post),
        extra=front.extra,
    )


def _description(renderer: Renderer, post: Post, view: PostView) -> str:
    """What previews say: a paid tie first (16 CFR 255.0(f)), then the summary."""
    paid = [tie.text for tie in view.disclosures if tie.paid]
    return " ".join([*paid, renderer.cards.summary(post)])


def _reading_time(renderer: Renderer, post: Post, words: int) -> str:
    minutes = max(1, round(words / max(1, renderer.site.config.build.reading_speed)))
    return renderer.languages[post.lang].text("post.reading_time", count=minutes)


def _shows(renderer: Renderer, post: Post, picture: ImageView) -> bool:
    """Whether the text of ``post`` shows ``picture`` itself."""
    html = renderer.contents.post_html(post)
    return escape(picture.url) in html and any(
        each.kind == IMAGE and each.target == picture.url for each in targets(html)
    )


def _contributor(renderer: Renderer, contributor: Contributor, lang: str) -> str:
    language = renderer.languages[lang]
    name = renderer.people.name_of(contributor.id, lang)
    if not contributor.role:
        return name
    key = f"contributor.{contributor.role}"
    role = language.text(key) if language.has(key) else contributor.role
    return language.text("post.contributor", name=name, role=role)


def _series(renderer: Renderer, shelf: _Shelf, post: Post) -> SeriesView | None:
    for term in shelf.series.get(id(post), ())[:1]:
        say, href = renderer.languages[post.lang].text, renderer.addresses.href
        parts = tuple(
            LinkView(
                label=say("link.part", number=number, title=part.title),
                url=href(part.permalink),
                current=part is post,
            )
            for number, part in enumerate(term.posts, start=1)
        )
        number = next(place for place, part in enumerate(parts, start=1) if part.current)
        return SeriesView(name=term.name, url=href(term.permalink), number=number, parts=parts)
    return None


def _neighbour(renderer: Renderer, post: Post | None) -> LinkView | None:
    if post is None:
        return None
    title = shown_title(post, renderer.languages[post.lang])
    return LinkView(label=title, url=renderer.addresses.href(post.permalink))


def _original(renderer: Renderer, post: Post) -> LinkView | None:
    """The text that this one translates, or the place where it first appeared."""
    language = renderer.languages[post.lang]
    original = renderer.translations.original(post)
    if original is not None:
        name = language.language_name(original.lang)
        label = language.text("post.original", language=name)
        url = renderer.addresses.href(original.permalink)
        return LinkView(label=label, url=url, lang=original.lang)
    if post.front.canonical:
        host = host_of(post.front.canonical) or post.front.canonical
        label = language.text("post.original.elsewhere", host=host)
        return LinkView(label=label, url=post.front.canonical)
    return None


def _tags(renderer: Renderer, shelf: _Shelf, post: Post) -> tuple[LinkView, ...]:
    href = renderer.addresses.href
    terms = shelf.tags.get(id(post), ())
    return tuple(LinkView(label=term.name, url=href(term.permalink)) for term in terms)


def _related(renderer: Renderer, post: Post) -> tuple[PostCard, ...]:
    versions = frozenset(each.id for each in renderer.translations.of_post(post))
    found = renderer.related[post.lang].to(post, versions)
    return tuple(renderer.cards.of(each, post.lang) for each in found)

"""The head of a page, and the step from views to bytes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpblog.render.address import Addresses
from corpblog.render.previews import preview_picture
from corpblog.render.renderer import Renderer
from corpblog.render.views import FeedView, ImageView, LinkView, PageView, PersonView


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What a page kind knows of its head; the rest follows from the site.

    ``versions`` are its translations as language to permalink, with itself; ``canonical`` is the
    address of the original elsewhere. ``people`` are those it is by or about: the first photo of
    theirs stands in previews where there is no ``og_image``.
    """

    kind: str
    lang: str
    permalink: str
    title: str
    description: str = ""
    versions: Mapping[str, str]
    feeds: tuple[FeedView, ...] = ()
    canonical: str = ""
    noindex: bool = False
    og_type: str = "website"
    og_image: ImageView | None = None
    people: tuple[PersonView, ...] = ()
    published: str = ""
    modified: str = ""
    creators: tuple[str, ...] = ()
    structured_data: str = ""
    has_code: bool = False


def page_bytes(renderer: Renderer, template: str, head: Head, source: str, **views: Any) -> bytes:
    """The finished page; raises CorpblogError with a diagnostic at the template's line."""
    context = {**renderer.frames.shared(head.lang), "page": page_view(renderer, head), **views}
    return renderer.templates.render(template, context, source=source).encode()


def template_of(renderer: Renderer, wanted: str, usual: str) -> str:
    """The template that a text asks for; the usual one if there is none, which the plan tells."""
    return wanted if wanted and renderer.templates.has(wanted) else usual


def page_view(renderer: Renderer, head: Head) -> PageView:
    """The head as templates see it."""
    language = renderer.languages[head.lang]
    site_title = renderer.frames.title(head.lang)
    title = site_title
    if head.title and head.title != site_title:
        title = language.text("title.page", heading=head.title, site=site_title)
    addresses = renderer.addresses
    return PageView(
        kind=head.kind,
        head_title=title,
        description=head.description,
        url=addresses.href(head.permalink),
        canonical=head.canonical or _whole(addresses, head.permalink),
        lang=head.lang,
        direction=language.direction,
        noindex=head.noindex or renderer.site.config.build.noindex,
        og_type=head.og_type,
        og_title=head.title or site_title,
        og_image=preview_picture(renderer, head.og_image, head.people),
        og_locale=language.region,
        og_locales=tuple(
            renderer.languages[each].region for each in head.versions if each != head.lang
        ),
        published=head.published,
        modified=head.modified,
        creators=head.creators,
        alternates=_alternates(renderer, head.versions),
        languages=_language_links(renderer, head),
        feeds=head.feeds,
        structured_data=head.structured_data,
        has_code=head.has_code,
    )


def _whole(addresses: Addresses, permalink: str) -> str:
    """The web address of ``permalink``; empty before the site has one."""
    return addresses.absolute(permalink) if addresses.origin else ""


def _alternates(renderer: Renderer, versions: Mapping[str, str]) -> tuple[LinkView, ...]:
    """Every version for search engines, with x-default; nothing for a page in one language."""
    if len(versions) < 2 or not renderer.addresses.origin:
        return ()
    absolute = renderer.addresses.absolute
    links = [
        LinkView(
            label=renderer.languages[lang].name, url=absolute(permalink), lang=lang, rel="alternate"
        )
        for lang, permalink in versions.items()
    ]
    default = versions.get(renderer.site.lang) or next(iter(versions.values()))
    links.append(LinkView(label="", url=absolute(default), lang="x-default", rel="alternate"))
    return tuple(links)


def _language_links(renderer: Renderer, head: Head) -> tuple[LinkView, ...]:
    if len(head.versions) < 2:
        return ()
    return tuple(
        LinkView(
            label=renderer.languages[lang].name,
            url=renderer.addresses.href(permalink),
            current=lang == head.lang,
            lang=lang,
        )
        for lang, permalink in head.versions.items()
    )

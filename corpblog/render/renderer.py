"""What all pages of one site share: addresses, people, texts, templates, finished bodies."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpblog.model.policy import Policy
from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.render.address import Addresses, addresses_of
from corpblog.render.cards import Cards
from corpblog.render.content import Contents
from corpblog.render.i18n import Language, languages_of
from corpblog.render.links import Links, links_of
from corpblog.render.people import People
from corpblog.render.places import Places, places_of
from corpblog.render.related import RelatedPosts, related_of
from corpblog.render.site_view import Frames
from corpblog.render.structured_data import StructuredData, structured_data_of
from corpblog.render.style_sheets import style_sheets_of
from corpblog.render.templates import Memory, Templates
from corpblog.render.threads import Talks
from corpblog.render.translations import Translations, translations_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Renderer:
    """The parts of one rendering. They remember what they made; no page changes another.

    ``posts`` are those of each language, ``written`` those of each author; newest first.
    """

    site: Site
    posts: Mapping[str, Sequence[Post]]
    written: Mapping[str, Sequence[Post]]
    addresses: Addresses
    places: Places
    languages: Mapping[str, Language]
    links: Links
    people: People
    translations: Translations
    contents: Contents
    cards: Cards
    related: Mapping[str, RelatedPosts]
    frames: Frames
    templates: Templates
    structured_data: StructuredData
    sheets: Mapping[str, bytes]
    policy: Policy
    talks: Talks


def renderer_of(
    site: Site, memory: Memory | None = None, policy: Policy | None = None, *, lined: bool = False
) -> Renderer:
    """The renderer of ``site``; compiled templates are kept in ``memory``.

    ``policy`` is shown on the page of rules; ``lined`` blocks name their source line (preview).
    """
    addresses, languages = addresses_of(site), languages_of(site)
    places, links = places_of(site, addresses), links_of(site, addresses)
    translations, sheets = translations_of(site), style_sheets_of(site)
    people = People(site=site, addresses=addresses, places=places, links=links, languages=languages)
    contents = Contents(site, links, source_lines=lined)
    return Renderer(
        site=site,
        posts=_by_language(site),
        written=_by_author(site.posts),
        addresses=addresses,
        places=places,
        languages=languages,
        links=links,
        people=people,
        translations=translations,
        contents=contents,
        cards=Cards(people=people, translations=translations, contents=contents),
        related=related_of(site.posts),
        frames=Frames(
            site=site,
            addresses=addresses,
            places=places,
            languages=languages,
            links=links,
            translations=translations,
            sheets=sheets,
        ),
        templates=Templates(site.theme.layers, memory),
        structured_data=structured_data_of(site, people, translations),
        sheets=sheets,
        policy=policy or Policy(),
        talks=Talks(site=site),
    )


def _by_language(site: Site) -> Mapping[str, Sequence[Post]]:
    return {
        lang: tuple(post for post in site.posts if post.lang == lang) for lang in site.languages
    }


def _by_author(posts: Iterable[Post]) -> Mapping[str, Sequence[Post]]:
    found: dict[str, list[Post]] = {}
    for post in posts:
        for author in dict.fromkeys(post.authors):
            found.setdefault(author, []).append(post)
    return found

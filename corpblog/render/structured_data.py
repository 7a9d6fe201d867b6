"""JSON-LD in the words of schema.org: who wrote what for whom, and what was put right.

Everything here stands on the page as well: the nodes are made from the views that the templates
show, so that machines and people read the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpblog.model.author import Author
from corpblog.model.disclosure import DisclosureType
from corpblog.model.page import COMMENT_POLICY
from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.render.address import Addresses
from corpblog.render.last_change import last_changed
from corpblog.render.people import People
from corpblog.render.places import Places
from corpblog.render.schema_nodes import (
    Node,
    blog,
    license_of,
    named,
    organization_id,
    present,
    publisher,
    script,
)
from corpblog.render.translations import Translations
from corpblog.render.views import (
    AuthorView,
    CorrectionView,
    ImageView,
    ListView,
    PersonView,
    PostCard,
    PostView,
)
from corpblog.render.web_address import web_address
from corpblog.render.xml_text import rfc3339

_SPONSORS = (DisclosureType.SPONSOR, DisclosureType.PAID_PLACEMENT)


@dataclass(frozen=True, kw_only=True, slots=True)
class StructuredData:
    """The nodes of one site; ``publishers`` and ``blogs`` by language are the same on all pages."""

    addresses: Addresses
    people: People
    translations: Translations
    publishers: Mapping[str, Node]
    blogs: Mapping[str, Node]

    def post(self, post: Post, view: PostView, comments: Node) -> str:
        """A post with all its authors, what it is part of, who paid for it, and the comments."""
        url = self.absolute(view.url)
        return script(
            {
                "@type": "BlogPosting",
                "@id": url,
                "url": url,
                "mainEntityOfPage": url,
                "headline": view.title,
                "description": view.summary,
                "inLanguage": post.lang,
                "datePublished": rfc3339(post.date),
                "dateModified": rfc3339(last_changed(post)),
                "author": [self.person(person) for person in view.people],
                "contributor": self._contributors(post),
                "publisher": self.publishers.get(post.lang),
                "image": self._image(view.image),
                "keywords": [tag.label for tag in view.tags],
                "license": license_of(view.license),
                "isPartOf": self._wholes(post, view),
                "position": view.series.number if view.series else None,
                "correction": [self._correction(note) for note in view.corrections],
                **self._payers(post),
                **self._versions(view),
                **comments,
            }
        )

    def profile(self, author: Author, view: AuthorView, lang: str) -> str:
        """A profile page: the person, with what the page says about it, and its posts."""
        person = self.person(view.person)
        employer = person.pop("worksFor", None)
        profile = author.profile
        person |= {
            # The profile says how it is today; a byline says how it was at the date of the post.
            "alumniOf" if view.person.status == "former" else "worksFor": employer,
            "description": view.description,
            "knowsAbout": [topic.label for topic in view.topics],
            "knowsLanguage": list(profile.knows_language) if view.person.id else [],
            "memberOf": [named("Organization", name) for name in view.memberships],
        }
        url = self.absolute(view.person.url)
        return script(
            {
                "@type": "ProfilePage",
                "@id": url,
                "url": url,
                "inLanguage": lang,
                "mainEntity": present(person),
                "hasPart": self._posts(view.posts),
                "isPartOf": self.blogs[lang],
            }
        )

    def home(self, lang: str, listing: ListView) -> str:
        """The blog itself, with the newest posts of the home page."""
        posts = self._posts(listing.posts)
        return script(
            {**self.blogs[lang], "publisher": self.publishers.get(lang), "blogPost": posts}
        )

    def collection(self, lang: str, url: str, listing: ListView) -> str:
        """A list of posts: a tag, a series, a month; ``url`` is its ``href``."""
        posts = [*listing.posts, *(post for group in listing.groups for post in group.posts)]
        return script(
            {
                "@type": "CollectionPage",
                "@id": self.absolute(url),
                "url": self.absolute(url),
                "name": listing.heading,
                "description": listing.intro,
                "inLanguage": lang,
                "isPartOf": self.blogs[lang],
                "hasPart": self._posts(posts),
            }
        )

    def person(self, view: PersonView) -> Node:
        """A person as a byline shows it; without consent to the name only what is shown instead."""
        node = self._short(view)
        if not view.id:
            return node
        employer = self._employer(view.employer)
        if view.type == "Person":
            node |= {
                "honorificPrefix": view.honorific_prefix,
                "givenName": view.given_name,
                "familyName": view.family_name,
                "jobTitle": view.job_title,
                "worksFor": employer,
            }
        else:
            node["parentOrganization"] = employer
        node["sameAs"] = [link.url for link in view.profiles]
        # Drawn initials are no picture of the person.
        node["image"] = self.absolute(view.portrait.url) if view.has_photo else ""
        return present(node)

    def _posts(self, cards: Iterable[PostCard]) -> list[Node]:
        return [
            {
                "@type": "BlogPosting",
                "@id": self.absolute(card.url),
                "url": self.absolute(card.url),
                "headline": card.title,
                "author": [self._short(person) for person in card.people],
            }
            for card in cards
        ]

    def _short(self, view: PersonView) -> Node:
        if not view.id:
            return named("Person", view.name)
        # Schema.org has a word of its own for the title before a name.
        name = view.name.removeprefix(f"{view.honorific_prefix} ")
        url = self.absolute(view.url)
        return {**named(view.type, name), "@id": self._person_id(view), "url": url}

    def _person_id(self, view: PersonView) -> str:
        """One name for one person, whatever the language of the page."""
        profile = self.people.site.authors[view.id].permalink
        return f"{self.addresses.absolute(profile)}#person"

    def _employer(self, name: str) -> Node | None:
        if not name:
            return None
        own = self.people.site.config.organization
        if name.casefold() not in {each.casefold() for each in (own.name, own.legal_name)}:
            return named("Organization", name)
        return {**named("Organization", name), "@id": organization_id(self.addresses)}

    def _contributors(self, post: Post) -> list[Node]:
        ids = [helper.id for helper in post.front.contributors if helper.id]
        return [named("Person", self.people.name_of(each, post.lang)) for each in ids]

    def _wholes(self, post: Post, view: PostView) -> list[Node]:
        wholes = [self.blogs[post.lang]]
        if view.series is not None:
            series = named("CreativeWorkSeries", view.series.name)
            wholes.append({**series, "url": self.absolute(view.series.url)})
        return wholes

    def _payers(self, post: Post) -> Node:
        ties = self.translations.declaring(post).disclosures
        sponsors = [tie.party for tie in ties if tie.type in _SPONSORS and tie.party]
        funders = [
            tie.party for tie in ties if tie.type is DisclosureType.PUBLIC_FUNDING and tie.party
        ]
        return {
            "sponsor": [named("Organization", name) for name in sponsors],
            "funder": [named("Organization", name) for name in funders],
        }

    def _versions(self, view: PostView) -> Node:
        if view.original is not None and view.original.lang:
            original = {"@type": "BlogPosting", "@id": self.absolute(view.original.url)}
            return {"translationOfWork": original}
        versions = [
            {"@type": "BlogPosting", "@id": self.absolute(link.url), "inLanguage": link.lang}
            for link in view.translations
            if not link.current
        ]
        return {"workTranslation": versions}

    def _correction(self, note: CorrectionView) -> Node:
        by = named("Person", note.by.label) if note.by else None
        if by is not None and note.by is not None and note.by.url:
            by["url"] = self.absolute(note.by.url)
        return present(
            {
                "@type": "CorrectionComment",
                "name": note.label,
                "text": note.text,
                "datePublished": note.date.iso,
                "author": by,
            }
        )

    def _image(self, view: ImageView | None) -> Node | None:
        if view is None:
            return None
        return present(
            {
                "@type": "ImageObject",
                "url": self.absolute(view.url),
                "width": view.width,
                "height": view.height,
                "caption": view.caption or view.alt,
                "creditText": view.credit,
            }
        )

    def absolute(self, href: str) -> str:
        """``href`` as a web address."""
        return web_address(href, self.addresses)


def structured_data_of(site: Site, people: People, translations: Translations) -> StructuredData:
    """The nodes of ``site``."""
    addresses = people.addresses
    return StructuredData(
        addresses=addresses,
        people=people,
        translations=translations,
        publishers={
            lang: publisher(site, addresses, lang, _made(people.places, lang))
            for lang in site.languages
        },
        blogs={lang: blog(site, addresses, lang) for lang in site.languages},
    )


def _made(places: Places, lang: str) -> Mapping[str, str]:
    """The permalinks of generated pages that fulfil a policy, by role."""
    return {"corrections": places.corrections(lang), COMMENT_POLICY: places.comment_policy(lang)}

"""What a template sees: flat records made ready for layout, version 1 of the template context.

Templates lay out only: every choice, count, order and date is made before a view exists.
Fields named ``*_html`` hold finished HTML (``Markup``); all other texts are escaped by the
template engine. Addresses are ready to be used in ``href`` (they count in a base path).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpblog.model.theme import CONTEXT_VERSION


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkView:
    """A link with its text; ``current`` marks the page one is on; ``lang`` and ``rel`` if set."""

    label: str
    url: str
    current: bool = False
    lang: str = ""
    rel: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class DateView:
    """A moment: ``iso`` for machines, ``text`` for people in the page's language."""

    iso: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ImageView:
    """A picture with its size in pixels (0 where unknown) and its credit line.

    ``source_url`` is the address that the credit line leads to, if it says where one.
    """

    url: str
    alt: str
    width: int = 0
    height: int = 0
    caption: str = ""
    credit: str = ""
    source_url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedView:
    """A feed that belongs to the page: ``type`` is its media type, ``format`` atom, rss or json."""

    title: str
    url: str
    type: str
    format: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonView:
    """A person as a card or a profile shows it.

    ``line`` says what the person does: "head of support at Hafenwaage, since 2019".
    ``portrait`` is always there: a photo, or initials drawn as a picture where the person has
    none (then ``has_photo`` is false). ``status`` is active, away, former or guest; ``note`` is
    its sentence ("Away until 10 January 2027; Tom Kern stands in."), empty when active.
    ``name`` begins with ``honorific_prefix``. ``type`` is Person, or Organization for the profile
    of a team. A contact that no program can follow has no ``url``. Somebody who withdrew the
    consent to the name has no ``id``, and ``url`` leads to the list of all people.
    """

    id: str
    name: str
    url: str
    job_title: str
    department: str
    employer: str
    line: str
    portrait: ImageView
    has_photo: bool
    status: str
    note: str
    profiles: tuple[LinkView, ...] = ()
    contacts: tuple[LinkView, ...] = ()
    fediverse_creator: str = ""
    type: str = "Person"
    honorific_prefix: str = ""
    given_name: str = ""
    family_name: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class DisclosureView:
    """A tie in words: ``text`` is a sentence; that of a paid type begins with its ``label``.

    ``label`` ("Advertisement") is set for paid types only.
    """

    type: str
    text: str
    paid: bool
    label: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectionView:
    """A note on what changed: ``label`` says it in words ("Corrected on 12 November 2026")."""

    kind: str
    label: str
    text: str
    date: DateView
    by: LinkView | None
    post: LinkView | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PromiseView:
    """A promise and how it stands: ``state`` is open, overdue, kept or dropped."""

    text: str
    state: str
    label: str
    link: LinkView | None


@dataclass(frozen=True, kw_only=True, slots=True)
class HeadingView:
    """An entry of the table of contents with the entries below it."""

    id: str
    text: str
    children: tuple["HeadingView", ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PostCard:
    """A post in a list, always with the faces of its authors.

    ``disclosure`` is the sentence of the first paid tie, for lists and previews; empty if none.
    """

    title: str
    url: str
    lang: str
    summary: str
    people: tuple[PersonView, ...]
    date: DateView
    disclosure: str = ""
    banner: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SeriesView:
    """The series of a post: its parts in order, and which one this is (``number`` from 1)."""

    name: str
    url: str
    number: int
    parts: tuple[LinkView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PostView:
    """Everything a post page shows, in the order in which it stands there.

    ``people`` before the title; ``corrections`` and ``disclosures`` before the text, ``updates``
    after it. ``statements`` are further sentences about the making of the text (for whom the
    author speaks, what a machine did, who wrote it, "no ties"). ``image`` is for previews;
    ``lead_image`` is the same where it stands above the text, because the text does not show it.
    ``banner`` is set for what only a preview shows ("Draft").
    """

    title: str
    banner: str
    url: str
    lang: str
    kind: str
    summary: str
    people: tuple[PersonView, ...]
    date: DateView
    updated: DateView | None
    reading_time: str
    disclosures: tuple[DisclosureView, ...]
    statements: tuple[str, ...]
    corrections: tuple[CorrectionView, ...]
    updates: tuple[CorrectionView, ...]
    promises: tuple[PromiseView, ...]
    contents: tuple[HeadingView, ...]
    body_html: str
    image: ImageView | None
    lead_image: ImageView | None
    license: str
    contributors: tuple[str, ...]
    tags: tuple[LinkView, ...]
    series: SeriesView | None
    previous: LinkView | None
    next: LinkView | None
    related: tuple[PostCard, ...]
    translations: tuple[LinkView, ...]
    original: LinkView | None
    comments_closed: str
    contact: LinkView | None
    extra: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenAnswerView:
    """An answer on the profile of who gave it: how the ``question`` begins, and where it stands."""

    question: str
    url: str
    lang: str
    date: DateView
    post: LinkView


@dataclass(frozen=True, kw_only=True, slots=True)
class AuthorView:
    """A profile page: the person, the text about it, its ties, its posts and its feeds.

    ``image_reason`` says why there is no photo; empty where there is one. ``answers`` are those
    given to readers, newest first.
    """

    person: PersonView
    bio_html: str
    description: str
    image_reason: str
    topics: tuple[LinkView, ...]
    languages: tuple[str, ...]
    memberships: tuple[str, ...]
    ties: tuple[str, ...]
    positions: tuple[str, ...]
    posts: tuple[PostCard, ...]
    feeds: tuple[FeedView, ...]
    extra: Mapping[str, Any]
    answers: tuple[GivenAnswerView, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A titled part of a list: a month of the archive, the former authors, a letter."""

    label: str
    id: str
    url: str = ""
    posts: tuple[PostCard, ...] = ()
    people: tuple[PersonView, ...] = ()
    links: tuple[LinkView, ...] = ()
    feeds: tuple[FeedView, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ListView:
    """A list of posts or people: home, tag, series, archive, authors, topics.

    ``heading`` and ``intro`` say what it is; ``newer`` and ``older`` lead to the neighbouring
    pages of a long list, ``pages`` to all of them.
    """

    heading: str
    intro: str = ""
    people: tuple[PersonView, ...] = ()
    posts: tuple[PostCard, ...] = ()
    groups: tuple[Group, ...] = ()
    links: tuple[LinkView, ...] = ()
    feeds: tuple[FeedView, ...] = ()
    newer: LinkView | None = None
    older: LinkView | None = None
    pages: tuple[LinkView, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class LegalFact:
    """A line of the imprint: what it is, and the value from the configuration."""

    label: str
    value: str
    url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class TextView:
    """A written page; ``facts`` are the duties that the configuration fills in (imprint)."""

    title: str
    role: str
    body_html: str
    contents: tuple[HeadingView, ...]
    updated: DateView | None
    facts: tuple[LegalFact, ...]
    translations: tuple[LinkView, ...]
    extra: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class TombstoneView:
    """What stands where a post was taken back: when, why, and who decided; never its text.

    ``corrections`` are the retractions: what was wrong with it.
    """

    title: str
    date: DateView | None
    reason: str
    corrections: tuple[CorrectionView, ...]
    by: PersonView | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectionLogView:
    """All corrections of the blog, newest first, under the years they were made in."""

    heading: str
    intro: str
    years: tuple[tuple[str, tuple[CorrectionView, ...]], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteView:
    """What is the same on all pages of one language.

    ``root`` is the base path ("/" or "/blog/"), ``home`` the home page of the language,
    ``assets`` the address of the theme's static files, ``brand`` of the generated style sheet
    with the brand tokens (empty if none). ``navigation`` and ``duties`` (legal and policy pages)
    have no ``current`` mark: see ``PageView``.
    """

    title: str
    description: str
    tagline: str
    lang: str
    url: str
    root: str
    home: str
    assets: str
    brand: str
    code_styles: str
    organization: LinkView
    logo_light: str
    logo_dark: str
    navigation: tuple[LinkView, ...]
    duties: tuple[LinkView, ...]
    feeds: tuple[FeedView, ...]
    subscribe: str
    banner: str
    extra: Mapping[str, Any]
    context_version: int = CONTEXT_VERSION


@dataclass(frozen=True, kw_only=True, slots=True)
class PageView:
    """The head of one page, and where it stands.

    ``kind`` is its page kind (home, post, author, …); ``head_title`` goes into ``<title>``;
    ``structured_data`` is JSON-LD ready to stand in a script element; ``alternates`` lead to
    translations for hreflang (with x-default), ``languages`` are the visible language links.
    ``canonical``, ``alternates`` and ``og_image`` have absolute addresses: others read them; they
    are empty before the site has one. ``og_title`` leaves out the name of the blog; ``og_locale``
    is the language with a region (en_GB), ``og_locales`` those of the translations.
    """

    kind: str
    head_title: str
    description: str
    url: str
    canonical: str
    lang: str
    direction: str
    noindex: bool
    og_type: str
    og_title: str
    og_image: ImageView | None
    og_locale: str
    og_locales: tuple[str, ...]
    published: str
    modified: str
    creators: tuple[str, ...]
    alternates: tuple[LinkView, ...]
    languages: tuple[LinkView, ...]
    feeds: tuple[FeedView, ...]
    structured_data: str
    has_code: bool = False

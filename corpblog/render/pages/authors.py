"""The people's own pages: profiles with everything somebody wrote, and the page with all faces."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from corpblog.model.author import Author, AuthorStatus
from corpblog.model.post import Post
from corpblog.render.address import output_path
from corpblog.render.cards import shown_title
from corpblog.render.last_change import last_changed
from corpblog.render.links import Origin
from corpblog.render.pages.frame import Head, page_bytes
from corpblog.render.planned import PlannedOutput
from corpblog.render.renderer import Renderer
from corpblog.render.sentences import standing_ties
from corpblog.render.templates import as_markup
from corpblog.render.views import (
    AuthorView,
    FeedView,
    GivenAnswerView,
    Group,
    LinkView,
    ListView,
)

# So many answers stand on a profile; the newest say what the person knows today.
_MOST_ANSWERS = 20


def profiles(renderer: Renderer) -> Iterator[PlannedOutput]:
    """A page for each person whose name may be shown, in each language."""
    for author in renderer.site.authors.values():
        if not renderer.people.is_named(author):
            continue
        written = renderer.written.get(author.id, ())
        versions = renderer.places.versions(author.permalink)
        for lang, permalink in versions.items():
            posts = renderer.translations.one_of_each(written, lang)
            yield PlannedOutput(
                path=output_path(permalink),
                kind="author",
                source=author.source.path,
                make=partial(_profile, renderer, author, lang, posts),
                permalink=permalink,
                lang=lang,
                versions=versions,
                changed=max(map(last_changed, posts), default=None),
                indexed=True,
            )


def index(renderer: Renderer) -> Iterator[PlannedOutput]:
    """The page with all faces, in each language."""
    versions = renderer.places.versions(renderer.places.people)
    for lang, permalink in versions.items():
        yield PlannedOutput(
            path=output_path(permalink),
            kind="authors",
            source=f"generated: people ({lang})",
            make=partial(_index, renderer, lang, versions),
            permalink=permalink,
            lang=lang,
            versions=versions,
            indexed=True,
        )


def author_feeds(renderer: Renderer, author: Author, lang: str) -> tuple[FeedView, ...]:
    """The feeds of a person in one language."""
    if not renderer.site.config.feeds.authors or not renderer.people.is_named(author):
        return ()
    site = renderer.frames.title(lang)
    name = renderer.people.name(author, lang)
    title = renderer.languages[lang].text("title.feed", site=site, label=name)
    return renderer.frames.feeds(renderer.places.at(author.permalink, lang), title)


def _profile(renderer: Renderer, author: Author, lang: str, posts: Sequence[Post]) -> bytes:
    permalink = renderer.places.at(author.permalink, lang)
    view = _view(renderer, author, lang, permalink, posts)
    head = Head(
        kind="author",
        lang=lang,
        permalink=permalink,
        title=view.person.name,
        description=view.description or view.person.line,
        versions=renderer.places.versions(author.permalink),
        feeds=view.feeds,
        og_type="profile",
        people=(view.person,),
        creators=(view.person.fediverse_creator,) if view.person.fediverse_creator else (),
        structured_data=renderer.structured_data.profile(author, view, lang),
        has_code=bool(author.bios) and _bio(renderer, author, lang, permalink)[1],
    )
    return page_bytes(renderer, "author.html", head, author.source.path, author=view)


def _view(
    renderer: Renderer, author: Author, lang: str, permalink: str, posts: Sequence[Post]
) -> AuthorView:
    profile, language = author.profile_in(lang), renderer.languages[lang]
    person = renderer.people.card(author, lang)
    return AuthorView(
        person=person,
        bio_html=as_markup(_bio(renderer, author, lang, permalink)[0]),
        description=profile.description,
        image_reason="" if person.has_photo else profile.image_reason,
        topics=tuple(_topics(renderer, author, lang)),
        languages=tuple(language.language_name(code) for code in profile.knows_language),
        memberships=profile.member_of,
        ties=tuple(standing_ties(renderer.people, author, lang)),
        positions=tuple(_positions(renderer, author, lang)),
        posts=tuple(renderer.cards.of(post, lang) for post in posts),
        feeds=author_feeds(renderer, author, lang),
        extra=profile.extra,
        answers=tuple(_answers(renderer, author, lang)),
    )


def _answers(renderer: Renderer, author: Author, lang: str) -> Iterator[GivenAnswerView]:
    """The newest answers to readers, each with how the question began."""
    if not renderer.talks:
        return
    from corpblog.render.judged import judged_of
    from corpblog.render.pages.comments import Teller

    for given in judged_of(renderer.talks).given.get(author.id, ())[:_MOST_ANSWERS]:
        teller = Teller(renderer=renderer, post=given.post)
        title = shown_title(given.post, renderer.languages[given.post.lang])
        url = renderer.addresses.href(given.post.permalink)
        question = given.question.record
        yield GivenAnswerView(
            question=teller.beginning(given.question),
            url=teller.url(given.answer),
            lang=question.lang or given.post.lang,
            date=renderer.languages[lang].when(given.answer.created),
            post=LinkView(label=title, url=url, lang=given.post.lang),
        )


def _bio(renderer: Renderer, author: Author, lang: str, permalink: str) -> tuple[str, bool]:
    """The text about the person as HTML, and whether code is in it.

    In ``lang`` if there is one, else in the site's language, else in any.
    """
    order = (lang, renderer.site.lang, *sorted(author.bios))
    source = next((author.bios[each] for each in order if each in author.bios), None)
    if source is None or not source.body.strip():
        return "", False
    origin = Origin(path=source.path, folder=author.folder, permalink=permalink)
    html = renderer.contents.html(source, origin, False)
    return html, renderer.contents.of(source).has_code


def _topics(renderer: Renderer, author: Author, lang: str) -> Iterator[LinkView]:
    """What the person knows about; a topic that is a tag leads to the posts on it."""
    tags = {
        term.name.casefold(): term.permalink
        for term in renderer.site.tags
        if term.lang == lang and renderer.site.config.taxonomies.tags
    }
    for topic in author.profile_in(lang).knows_about:
        permalink = tags.get(topic.casefold())
        yield LinkView(label=topic, url=renderer.addresses.href(permalink) if permalink else "")


def _positions(renderer: Renderer, author: Author, lang: str) -> Iterator[str]:
    """What the person did here, newest first."""
    language = renderer.languages[lang]
    positions = author.profile_in(lang).positions
    dated = sorted(
        positions, key=lambda each: each.since.isoformat() if each.since else "", reverse=True
    )
    for position in dated:
        title = position.job_title
        if position.department:
            title = language.text("person.department", title=title, department=position.department)
        if position.since is None:
            yield title
            continue
        since = language.month(position.since.year, position.since.month)
        yield language.text("person.position", title=title, date=since)


def _index(renderer: Renderer, lang: str, versions: Mapping[str, str]) -> bytes:
    say, people = renderer.languages[lang].text, renderer.people
    groups = []
    for key, status in (("guests", AuthorStatus.GUEST), ("former", AuthorStatus.FORMER)):
        found = people.with_status(status)
        if found:
            cards = tuple(people.card(author, lang) for author in found)
            groups.append(Group(label=say(f"heading.{key}"), id=key, people=cards))
    view = ListView(
        heading=say("heading.people"),
        intro=say("intro.people"),
        people=tuple(people.card(author, lang) for author in people.team()),
        groups=tuple(groups),
    )
    head = Head(
        kind="authors",
        lang=lang,
        permalink=versions[lang],
        title=view.heading,
        description=view.intro,
        versions=versions,
    )
    return page_bytes(renderer, "authors.html", head, f"generated: people ({lang})", listing=view)

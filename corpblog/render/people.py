"""How people are shown: bylines, cards and profiles; consent decides what of them is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from corpblog.model.author import Author, AuthorStatus, Picture, Position
from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.render import portraits
from corpblog.render.address import Addresses
from corpblog.render.i18n import Language
from corpblog.render.links import Links, Origin
from corpblog.render.pictures import picture_view
from corpblog.render.places import Places
from corpblog.render.profiles import contact_links, profile_links
from corpblog.render.views import ImageView, PersonView

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """The people of one site, in any of its languages."""

    site: Site
    addresses: Addresses
    places: Places
    links: Links
    languages: Mapping[str, Language]
    _seen: dict[tuple[str, str, Position | None, str], PersonView] = field(default_factory=dict)

    def byline(self, post: Post, lang: str) -> tuple[PersonView, ...]:
        """The authors of ``post`` as they were at its date; ``byline`` replaces the first title."""
        day = post.date.date()
        return tuple(
            self._view(each, lang, each.position_at(day, lang), "" if place else post.front.byline)
            for place, each in enumerate(self.authors(post))
        )

    def authors(self, post: Post) -> tuple[Author, ...]:
        """The profiles behind the authors' ids of ``post``, in their order."""
        known = self.site.authors
        return tuple(known[each] for each in post.authors if each in known)

    def card(self, author: Author, lang: str) -> PersonView:
        """The person as of now, for faces and profiles."""
        return self._view(author, lang, None, "")

    def then(self, author: Author, lang: str, day: date) -> PersonView:
        """The person as on ``day``."""
        return self._view(author, lang, author.position_at(day, lang), "")

    def team(self) -> tuple[Author, ...]:
        """Who is active or away, by name."""
        return self.with_status(AuthorStatus.ACTIVE, AuthorStatus.AWAY)

    def with_status(self, *statuses: AuthorStatus) -> tuple[Author, ...]:
        """The named authors in one of ``statuses``, by family name."""
        found = [each for each in self.site.authors.values() if self.status(each) in statuses]
        return tuple(sorted(filter(self.is_named, found), key=_by_name))

    def writers(self) -> tuple[Author, ...]:
        """Everybody with a name, by family name."""
        return self.with_status(*AuthorStatus)

    def is_named(self, author: Author) -> bool:
        """Whether the name may be shown: a withdrawn consent takes it away (GDPR Art. 7(3))."""
        return not (_withdrawn(author, self.site.now.date()) and author.profile.basis == "consent")

    def name(self, author: Author, lang: str) -> str:
        """The name that readers see, with its title, or words that say why there is none."""
        if self.is_named(author):
            profile = author.profile_in(lang)
            name, title = profile.name or author.id, f"{profile.honorific_prefix} ".lstrip()
            return name if name.startswith(title) else title + name
        former = author.profile.status is AuthorStatus.FORMER
        return self.languages[lang].text("person.unnamed.former" if former else "person.unnamed")

    def name_of(self, person: str, lang: str) -> str:
        """The name behind an author's id; a text that is no id is a name itself."""
        author = self.site.authors.get(person)
        return self.name(author, lang) if author else person

    def permalink(self, author: Author, lang: str) -> str:
        """Where the profile stands; the list of all people for a person without a name."""
        if self.is_named(author):
            return self.places.at(author.permalink, lang)
        return self.places.authors(lang)

    def shows_photo(self, author: Author) -> bool:
        """Whether a photo was given, agreed to and not declined since."""
        image = author.profile.image
        return isinstance(image, Picture) and bool(image.src) and self.may_be_seen(author)

    def may_be_seen(self, author: Author) -> bool:
        """Whether pictures of the person may be published (KUG § 22).

        Not after the consent was withdrawn, nor after leaving unless that was agreed.
        """
        if _withdrawn(author, self.site.now.date()):
            return False
        consent = author.profile.consent
        kept = consent is not None and consent.after_leaving
        return author.profile.status is not AuthorStatus.FORMER or kept

    def organization(self) -> str:
        """What the company is called."""
        own = self.site.config.organization
        return own.name or own.legal_name

    def employer(self, author: Author, lang: str) -> str:
        """For whom the person works or worked; empty for a guest who does not say."""
        works_for = author.profile_in(lang).works_for
        if works_for is not None and works_for.name:
            return works_for.name
        return "" if author.profile.status is AuthorStatus.GUEST else self.organization()

    def works_here(self, author: Author) -> bool:
        """Whether “we” in a sentence includes the person."""
        own = self.site.config.organization
        names = {name.casefold() for name in (own.name, own.legal_name, *own.aliases)}
        guest = author.profile.status is AuthorStatus.GUEST
        return not guest and self.employer(author, self.site.lang).casefold() in names

    def status(self, author: Author) -> AuthorStatus:
        """Where the person stands at the clock of the run: the day after an absence ends it."""
        away = author.profile.away
        over = away is not None and away.until is not None and away.until < self.site.now.date()
        if author.profile.status is AuthorStatus.AWAY and over:
            return AuthorStatus.ACTIVE
        return author.profile.status

    def note(self, author: Author, lang: str) -> str:
        """The sentence about a person who is away, has left or is a guest; empty when active."""
        say = self.languages[lang].text
        match self.status(author):
            case AuthorStatus.AWAY:
                return self._away(author, lang)
            case AuthorStatus.FORMER:
                return self._left(author, lang)
            case AuthorStatus.GUEST:
                return say("person.guest")
        return ""

    def _view(self, author: Author, lang: str, then: Position | None, byline: str) -> PersonView:
        key = (author.id, lang, then, byline)
        view = self._seen.get(key)
        if view is None:
            view = self._seen[key] = self._make(author, lang, then, byline)
        return view

    def _make(self, author: Author, lang: str, then: Position | None, byline: str) -> PersonView:
        profile, language = author.profile_in(lang), self.languages[lang]
        named, name = self.is_named(author), self.name(author, lang)
        position = then or author.position_at(self.site.now.date(), lang)
        reachable = named and profile.status is not AuthorStatus.FORMER
        photo = self._photo(author, lang)
        return PersonView(
            id=author.id if named else "",
            name=name,
            url=self.addresses.href(self.permalink(author, lang)),
            job_title=byline or position.job_title if named else "",
            department=position.department if named else "",
            employer=self.employer(author, lang) if named else "",
            line=self._line(author, language, position, byline, then is None) if named else "",
            portrait=photo or self._drawn(author),
            has_photo=photo is not None,
            status=self.status(author).value,
            note=self.note(author, lang) if named else "",
            profiles=profile_links(profile.same_as) if reachable else (),
            contacts=contact_links(profile.contact_point, language) if reachable else (),
            fediverse_creator=profile.fediverse_creator if reachable else "",
            type="Person" if profile.type.casefold() == "person" else "Organization",
            honorific_prefix=profile.honorific_prefix if named else "",
            given_name=profile.given_name if named else "",
            family_name=profile.family_name if named else "",
        )

    def _line(
        self, author: Author, language: Language, position: Position, byline: str, now: bool
    ) -> str:
        """What the person does and for whom: “head of support at Hafenwaage, since 2019”."""
        title = byline or position.job_title
        employer = self.employer(author, language.code)
        if not employer or employer.casefold() in title.casefold():
            line = title
        else:
            line = language.text("person.at", title=title, employer=employer) if title else employer
        if author.profile.status is AuthorStatus.FORMER:
            return language.text("person.formerly", line=line) if now else line
        works_for = author.profile_in(language.code).works_for
        if works_for is None or works_for.start_date is None or _YEAR.search(title):
            return line
        return language.text("person.since", line=line, year=works_for.start_date.year)

    def _photo(self, author: Author, lang: str) -> ImageView | None:
        image = author.profile_in(lang).image
        if not self.shows_photo(author) or not isinstance(image, Picture):
            return None
        language = self.languages[lang]
        alt = image.alt or language.text("person.portrait", name=self.name(author, lang))
        origin = Origin(
            path=author.source.path,
            folder=author.folder,
            permalink=self.places.at(author.permalink, lang),
        )
        return picture_view(image, origin, self.site, self.links, language, alt=alt)

    def _drawn(self, author: Author) -> ImageView:
        path = portraits.portrait_path(author.id) if self.is_named(author) else portraits.UNNAMED
        # The name stands beside it: read aloud, the initials would only say it twice.
        return ImageView(url=self.addresses.href("/" + path), alt="", width=96, height=96)

    def _away(self, author: Author, lang: str) -> str:
        language, away = self.languages[lang], author.profile.away
        key, values = "person.away", {}
        if away is not None and away.until is not None:
            key, values["date"] = key + ".until", language.day(away.until)
        if away is not None and away.stand_in:
            key, values["name"] = key + ".stand_in", self.name_of(away.stand_in, lang)
        return language.text(key, **values)

    def _left(self, author: Author, lang: str) -> str:
        language, works_for = self.languages[lang], author.profile_in(lang).works_for
        employer = self.employer(author, lang)
        if works_for is not None and works_for.end_date is not None:
            until = language.month(works_for.end_date.year, works_for.end_date.month)
            note = language.text("person.former.until", organization=employer, date=until)
        else:
            note = language.text("person.former", organization=employer)
        if not author.profile.successor:
            return note
        successor = self.name_of(author.profile.successor, lang)
        return f"{note} {language.text('person.successor', name=successor)}"


def _withdrawn(author: Author, today: date) -> bool:
    consent = author.profile.consent
    return consent is not None and consent.withdrawn is not None and consent.withdrawn <= today


def _by_name(author: Author) -> tuple[str, str, str]:
    family = author.profile.family_name or author.name.rsplit(" ", 1)[-1]
    return (family.casefold(), author.name.casefold(), author.id)

"""Who wrote what: the people named above posts become profiles, each told for confirmation."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpblog.diagnostics import Location
from corpblog.importers.blog import OldPost, OldProfile, Settings
from corpblog.importers.facts.merging import merged
from corpblog.importers.facts.people import Person, is_group, name_from_id, read_byline
from corpblog.importers.facts.profiles import (
    NO_PORTRAIT,
    OLD_KEYS,
    Profile,
    is_hidden,
    written_profile,
)
from corpblog.importers.old.values import is_null, mapping, text
from corpblog.importers.record import Kind, Loss, Section
from corpblog.model.permalink import slugify

AUTHOR_KEYS = ("authors", "author", "writers", "writer", "byline")
_DISAGREE = "records of one person that disagree"
_LIKE_A_GROUP = "author that looks like an organisation"
_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Cast:
    """All people: their profiles by id, the ids of each post by its path, and the report."""

    profiles: tuple[Profile, ...]
    authors: Mapping[str, tuple[str, ...]]
    losses: tuple[Loss, ...]
    # Old id -> new id, for links to profiles.
    ids: Mapping[str, str]


@dataclass(kw_only=True, slots=True)
class _Found:
    """A person without a record, as the bylines tell step by step."""

    name: str
    where: Location
    affiliations: list[str] = field(default_factory=list)
    job_titles: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    from_id: bool = False


def cast(
    posts: Sequence[OldPost],
    profiles: Sequence[OldProfile],
    settings: Settings,
    pictures: Mapping[str, str],
) -> Cast:
    """Profiles for everybody whom ``posts`` (oldest first) name, and for all known records."""
    casting = _Casting(profiles)
    authors = {post.path: casting.ids_of(post, settings) for post in posts}
    written = [*casting.known(pictures, set().union(*authors.values())), *casting.new()]
    losses = (*casting.losses, *_namesakes(casting.found))
    return Cast(
        profiles=tuple(sorted(written, key=lambda profile: profile.id)),
        authors=authors,
        losses=losses,
        ids=casting.ids,
    )


class _Casting:
    """Collects people while the posts are read, oldest first."""

    def __init__(self, profiles: Sequence[OldProfile]) -> None:
        # All records of each person: those with one old id, whatever its case.
        self.records: dict[str, list[OldProfile]] = {}
        self.ids: dict[str, str] = {}
        self.found: dict[str, _Found] = {}
        self.losses: list[Loss] = []
        self._by_name: dict[str, str] = {}
        people: dict[str, list[OldProfile]] = {}
        for profile in profiles:
            people.setdefault(profile.old_id.casefold(), []).append(profile)
        # Who keeps the old id comes before those who need another one.
        for records in sorted(people.values(), key=lambda same: not _keeps_id(same)):
            self._take(records)

    def _take(self, records: list[OldProfile]) -> str:
        """The new id of the person whom ``records`` describe."""
        wanted = next((s for record in records if (s := slugify(record.old_id))), "author")
        new_id = next(i for i in _numbered(wanted) if i not in self.records)
        self.records[new_id] = records
        for profile in records:
            self._name(profile, new_id)
        return new_id

    def _name(self, profile: OldProfile, new_id: str) -> None:
        self.ids[profile.old_id] = new_id
        for key in ("full_name", "display_name", "name", "title"):
            if name := text(profile.values.get(key)):
                self._by_name.setdefault(slugify(name), new_id)
        if new_id != profile.old_id:
            place = Location(path=profile.text.file.path, line=1, column=1)
            self._tell(place, "id of a person", profile.old_id, f"is {new_id} now", Kind.REPAIRED)

    def ids_of(self, post: OldPost, settings: Settings) -> tuple[str, ...]:
        """The ids of a post's authors, in the order of its byline."""
        values = post.text.values
        key = next((name for name in AUTHOR_KEYS if not is_null(values.get(name))), "")
        value = values.get(key) if key else settings.author
        place = post.text.at_key(key)
        if is_null(value):
            self._tell(place, "post without an author", post.stem, "name one: authors: [id]")
            return ()
        if not key:
            self._tell(place, "author from the configuration", _shown(value), "taken as author")
        items = value if isinstance(value, list) else [value]
        ids = [found for item in items for found in self._item(item, post, place)]
        return tuple(dict.fromkeys(ids))

    def _item(self, item: Any, post: OldPost, place: Location) -> Iterable[str]:
        record = mapping(item)
        name = text(record.get("name") or record.get("id")) if record else text(item)
        if not name:
            return ()
        known = self.ids.get(name) or self._near(name)
        if known:
            return (known,)
        if len(record) > 1:
            given = OldProfile(old_id=slugify(name), text=post.text, values=record)
            new_id = self._take([given])
            self._tell(place, "person from a byline", name, f"authors/{new_id}: is it right?")
            return (new_id,)
        if _ID.fullmatch(name) and (self.records or re.search(r"[\d._-]", name)):
            return (self._add(Person(name=name_from_id(name)), place, old_id=name),)
        byline = read_byline(name)
        if len(byline.people) > 1 or byline.others:
            more = " and others, who have no name here" if byline.others else ""
            names = ", ".join(person.name for person in byline.people)
            count = len(byline.people)
            taken = f"{count} people: {names}" if count > 1 else names
            self._tell(place, "byline with several people", name, f"taken for {taken}{more}")
        return tuple(self._add(person, place) for person in byline.people)

    def _near(self, name: str) -> str:
        """A record whose id differs only in case or signs, or whose name this is."""
        slug = slugify(name)
        return slug if slug in self.records else self._by_name.get(slug, "")

    def _add(self, person: Person, place: Location, old_id: str = "") -> str:
        new_id = slugify(old_id or person.name) or "author"
        if known := self._near(old_id or person.name):
            return known
        if self._somebody_else(new_id, person):
            new_id = slugify(f"{person.name} {person.affiliation}")
        found = self.found.setdefault(
            new_id, _Found(name=person.name, where=place, from_id=bool(old_id))
        )
        if old_id:
            self.ids[old_id] = new_id
        for said, heard in (
            (person.affiliation, found.affiliations),
            (person.job_title, found.job_titles),
            (person.note, found.notes),
        ):
            if said:
                heard[:] = [*(other for other in heard if other != said), said]
        return new_id

    def _somebody_else(self, new_id: str, person: Person) -> bool:
        """Whether a first name alone, with a new affiliation, is a person of its own."""
        before = self.found.get(new_id)
        return (
            before is not None
            and " " not in person.name
            and bool(person.affiliation)
            and person.affiliation not in before.affiliations
        )

    def known(self, pictures: Mapping[str, str], used: set[str]) -> Iterable[Profile]:
        """Profiles of the records that the old blog showed or that a post names."""
        for new_id, records in self.records.items():
            hidden = next((record for record in records if is_hidden(record)), None)
            if hidden and new_id not in used:
                place = hidden.text.at_key("published", "draft")
                done = "not carried over: the old blog did not show it"
                kind = Kind.DROPPED
                self._tell(place, "record that was not published", hidden.old_id, done, kind)
                continue
            profile = self._profile(new_id, records, pictures)
            name = str(profile.fields["name"])
            if is_group(name):
                place = Location(path=records[0].text.file.path, line=1, column=1)
                done = f"has the profile {new_id}; readers expect people: who wrote these posts?"
                self._tell(place, _LIKE_A_GROUP, name, done)
            yield profile

    def _profile(
        self, new_id: str, records: Sequence[OldProfile], pictures: Mapping[str, str]
    ) -> Profile:
        """One profile of all records of a person; the first one counts where they disagree."""
        written = [written_profile(record, new_id, pictures) for record in records]
        profile = written[0][0]
        for record, (other, _) in zip(records[1:], written[1:], strict=True):
            profile, different = merged(profile, other)
            for found in different:
                place = record.text.at_key(*OLD_KEYS.get(found.key, (found.key,)))
                path = records[0].text.file.path
                done = f"{path} says “{found.first}”, which counts: is it right?"
                self._tell(place, _DISAGREE, f"{found.key}: {found.second}", done)
        if new_id in self.found:
            # Bylines named the person before a record did.
            profile, _ = merged(profile, _heard(new_id, self.found[new_id]))
        told = (loss for _, losses in written for loss in losses)
        self.losses += [x for x in told if not (profile.portrait and x.construct == NO_PORTRAIT)]
        return profile

    def new(self) -> Iterable[Profile]:
        """Profiles of people without a record: only what the bylines say."""
        for new_id, found in sorted(self.found.items()):
            if new_id not in self.records:
                self._tell_new(new_id, found)
                yield _heard(new_id, found)

    def _tell_new(self, new_id: str, found: _Found) -> None:
        path = f"authors/{new_id}.md"
        if is_group(found.name):
            done = f"has the profile {path}; readers expect people: who wrote these posts?"
            self._tell(found.where, _LIKE_A_GROUP, found.name, done)
        elif found.from_id:
            done = f"{path} has the name “{found.name}”, made from the id: is it right?"
            self._tell(found.where, "author without a record", new_id, done)
        else:
            said = [*found.job_titles[-1:], *found.affiliations[-1:], *found.notes]
            more = f" ({', '.join(said)})" if said else ""
            self._tell(
                found.where, "person from a byline", found.name, f"{path}{more}: is it right?"
            )
        if len(found.affiliations) > 1:
            done = f"the newest post counts: {found.affiliations[-1]}"
            names = ", ".join(found.affiliations)
            self._tell(found.where, "several affiliations of one person", names, done)

    def _tell(
        self, place: Location, construct: str, found: str, done: str, kind: Kind = Kind.CONFIRM
    ) -> None:
        self.losses.append(
            Loss(
                location=place,
                section=Section.PEOPLE,
                kind=kind,
                construct=construct,
                found=found,
                done=done,
            )
        )


def _heard(new_id: str, found: _Found) -> Profile:
    """A profile of what the bylines say."""
    fields: dict[str, Any] = {"name": found.name}
    if found.job_titles:
        fields["job_title"] = found.job_titles[-1]
    if found.affiliations:
        fields["works_for"] = {"name": found.affiliations[-1]}
    if found.notes:
        fields["extra"] = {"byline_notes": found.notes}
    return Profile(id=new_id, fields=fields)


def _namesakes(found: Mapping[str, _Found]) -> Iterable[Loss]:
    """People with one name only who may be somebody with a full name."""
    for new_id, person in sorted(found.items()):
        if " " in person.name or is_group(person.name):
            continue
        full = sorted(
            other_id
            for other_id, other in found.items()
            if other is not person and other.name.split(" ")[0] == person.name
        )
        if full:
            yield Loss(
                location=person.where,
                section=Section.PEOPLE,
                kind=Kind.CONFIRM,
                construct="first name that several bylines begin with",
                found=person.name,
                done=f"{new_id} has a page of its own; the same person as {' or '.join(full)}?",
            )


def _keeps_id(records: Sequence[OldProfile]) -> bool:
    return any(record.old_id == slugify(record.old_id) for record in records)


def _numbered(name: str) -> Iterable[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _shown(value: Any) -> str:
    return text(mapping(value).get("name")) or text(value) or "several"

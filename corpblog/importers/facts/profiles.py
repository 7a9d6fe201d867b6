"""Records of people in the old blog, as the fields of corpblog's profiles."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corpblog.importers.blog import OldProfile
from corpblog.importers.facts.people import name_from_id
from corpblog.importers.old.values import flag, is_null, mapping, strings, text
from corpblog.importers.record import Kind, Loss, Section

# corpblog's key -> the old keys that mean the same, best first.
_TEXTS = {
    "given_name": ("given_name", "first_name", "firstname"),
    "family_name": ("family_name", "last_name", "lastname", "surname"),
    "honorific_prefix": ("honorific_prefix",),
    "job_title": ("job_title", "role", "position", "job", "jobtitle"),
    "department": ("department", "team"),
    "description": ("description", "short_bio", "tagline", "summary"),
}
_NAMES = ("full_name", "fullname", "display_name", "name", "title")
_EMPLOYERS = ("works_for", "company", "organization", "organisation", "affiliation", "employer")
_PICTURES = ("image", "avatar", "photo", "picture", "portrait", "headshot", "img")
_PAGES = ("url", "uri", "website", "web", "home", "homepage", "site", "blog")
_NETWORKS = {
    "twitter": "https://twitter.com/",
    "github": "https://github.com/",
    "gitlab": "https://gitlab.com/",
    "linkedin": "https://www.linkedin.com/in/",
    "xing": "https://www.xing.com/profile/",
    "instagram": "https://www.instagram.com/",
    "facebook": "https://www.facebook.com/",
    "youtube": "https://www.youtube.com/",
    "mastodon": "",
    "orcid": "https://orcid.org/",
}
_ALIASES = ("redirect_from", "aliases")
_TOPICS = ("knows_about", "topics", "expertise", "skills", "interests")
_FORMER = ("alumni", "former", "inactive")
# Which old keys say what stands under a key of the new profile.
OLD_KEYS: Mapping[str, tuple[str, ...]] = {
    **_TEXTS,
    "name": _NAMES,
    "works_for": _EMPLOYERS,
    "portrait": _PICTURES,
    "status": ("status", "active", "guest", *_FORMER),
    "text": ("bio",),
}
# The order of the keys in a profile.
KEYS = ("name", *_TEXTS, "works_for", "image", "same_as", "knows_about", "status", "extra")
NO_PORTRAIT = "portrait that is missing"
_OF_THE_THEME = (
    "layout",
    "published",
    "permalink",
    "type",
    "draft",
    "bio",
    "email",
    "mail",
    "guest",
    "active",
    "status",
    "slug",
    "links",
    "social",
    "date",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """A profile as it will be written; ``portrait`` is the old file's path, ``image`` its name.

    ``old_ids`` and ``aliases`` are what the old blog called the person and where it led to them;
    ``name_is_made`` tells a name that no record says: it was made from the id.
    """

    id: str
    fields: Mapping[str, Any]
    bio: str = ""
    portrait: str = ""
    old_ids: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    name_is_made: bool = False


def is_hidden(profile: OldProfile) -> bool:
    """Whether the old blog did not show this record."""
    return flag(profile.values.get("published")) is False or (
        flag(profile.values.get("draft")) is True
    )


def written_profile(
    profile: OldProfile, new_id: str, pictures: Mapping[str, str]
) -> tuple[Profile, tuple[Loss, ...]]:
    """The new profile of an old record; ``pictures`` maps addresses to files of the old blog."""
    values = profile.values
    said = _name(values, profile.old_id)
    name = said or name_from_id(profile.old_id)
    employer = next((_employer(values[k]) for k in _EMPLOYERS if values.get(k)), "")
    portrait = _portrait(values, profile.old_id, pictures)
    fields: dict[str, Any] = {
        "name": name,
        **_said(values),
        "works_for": {"name": employer} if employer else None,
        "image": {"src": f"portrait{_suffix(portrait)}", "alt": name} if portrait else None,
        **_lists(values),
        "status": _status(values),
        "extra": _rest(values),
    }
    written = Profile(
        id=new_id,
        fields={key: value for key, value in fields.items() if value},
        bio=profile.bio.strip() or text(values.get("bio")),
        portrait=portrait,
        old_ids=(profile.old_id,),
        aliases=tuple(alias for key in _ALIASES for alias in strings(values.get(key))),
        name_is_made=not said,
    )
    return written, tuple(_told(profile, portrait))


def _said(values: Mapping[str, Any]) -> dict[str, str]:
    """The keys that are plain text."""
    return {
        key: next((said for old in old_keys if (said := text(values.get(old)))), "")
        for key, old_keys in _TEXTS.items()
    }


def _told(profile: OldProfile, portrait: str) -> Iterator[Loss]:
    """What people should know about a profile."""
    wanted = next((text(profile.values[k]) for k in _PICTURES if text(profile.values.get(k))), "")
    if wanted and not portrait:
        done = "the profile has no portrait"
        yield _loss(profile, _PICTURES, NO_PORTRAIT, wanted, done, Kind.DROPPED)
    if text(profile.values.get("email")) or text(profile.values.get("mail")):
        done = "not carried over: add a contact_point when the person wants it"
        yield _loss(profile, ("email", "mail"), "e-mail address of a person", "", done)


def _name(values: Mapping[str, Any], old_id: str) -> str:
    for key in _NAMES:
        found = text(values.get(key))
        if found and (key != "name" or found != old_id):
            return found
    return f"{text(values.get('first_name'))} {text(values.get('last_name'))}".strip()


def _employer(value: Any) -> str:
    return text(mapping(value).get("name")) or text(value)


def _status(values: Mapping[str, Any]) -> str:
    if text(values.get("status")) in ("active", "away", "former", "guest"):
        return text(values.get("status"))
    if any(flag(values.get(key)) for key in _FORMER) or flag(values.get("active")) is False:
        return "former"
    return "guest" if flag(values.get("guest")) else ""


def _lists(values: Mapping[str, Any]) -> dict[str, Any]:
    links = tuple(dict.fromkeys((*_pages(values), *_accounts(values))))
    topics = next((t for key in _TOPICS if (t := strings(values.get(key), split=","))), ())
    lists = {"same_as": links, "knows_about": topics}
    return {key: items for key, items in lists.items() if items}


def _pages(values: Mapping[str, Any]) -> Iterator[str]:
    for key in _PAGES:
        if "//" in (page := text(values.get(key))):
            yield page
    for item in values.get("links") or []:
        if (url := text(mapping(item).get("url"))).startswith("http"):
            yield url


def _accounts(values: Mapping[str, Any]) -> Iterator[str]:
    social = {**mapping(values.get("social")), **values}
    for network, address in _NETWORKS.items():
        account = text(social.get(network))
        if "//" in account:
            yield account
        elif account and address:
            yield address + account.lstrip("@")


def _rest(values: Mapping[str, Any]) -> dict[str, Any]:
    known = {
        *_NAMES,
        *_EMPLOYERS,
        *_PICTURES,
        *_PAGES,
        *_NETWORKS,
        *_ALIASES,
        *_TOPICS,
        *_FORMER,
        *_OF_THE_THEME,
        *(old for old_keys in _TEXTS.values() for old in old_keys),
    }
    return {
        key: value
        for key, value in values.items()
        if not is_null(value) and (key not in known or (key in _PAGES and "//" not in text(value)))
    }


def _portrait(values: Mapping[str, Any], old_id: str, pictures: Mapping[str, str]) -> str:
    """The old file of the portrait: named in the record, or called like the person."""
    for key in _PICTURES:
        value = values.get(key)
        wanted = text(mapping(value).get("src") or mapping(value).get("path")) or text(value)
        if not wanted:
            continue
        path = "/" + wanted.lstrip("/")
        ends = [address for address in pictures if address == path or address.endswith(path)]
        if ends:
            return pictures[min(ends, key=len)]
    named = re.compile(
        rf"/(?:team|authors?|people|staff|avatars?|portraits?)/{re.escape(old_id)}\.(?:jpe?g|png|webp)",
        re.IGNORECASE,
    )
    return next((pictures[path] for path in sorted(pictures) if named.search(path)), "")


def _suffix(path: str) -> str:
    return "." + path.rsplit(".", 1)[-1].lower()


def _loss(
    profile: OldProfile,
    keys: tuple[str, ...],
    construct: str,
    found: str,
    done: str,
    kind: Kind = Kind.CONFIRM,
) -> Loss:
    return Loss(
        location=profile.text.at_key(*keys),
        section=Section.PEOPLE,
        kind=kind,
        construct=construct,
        found=found,
        done=done,
    )

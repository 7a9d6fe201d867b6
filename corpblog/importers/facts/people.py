"""Bylines as free text, taken apart into people; nobody is made up, all are confirmed later."""

import re
from dataclasses import dataclass

# Words by which a name is a group's and not a person's.
_GROUP_WORDS = re.compile(
    r"\b(?:code\s+for|labs?|oklab|gmbh|ggmbh|ag|kg|e\.\s?v\.?|inc|ltd|llc|plc|corp|company|"
    r"universit\w*|hochschule|institut\w*|foundation|stiftung|verein|verband|ministr\w*|"
    r"ministerium|agency|department|amt|team|redaktion|editors?|editorial|newsroom|press\w*|"
    r"marketing|communications?|kommunikation|admin|staff|fellows|council|committee|"
    r"association|society|group|gruppe|netzwerk|network|projekt|project|studio|bank|museum)\b",
    re.IGNORECASE,
)
_ROLE_WORDS = re.compile(
    r"(?:redakteur\w*|editor|writer|author|autor\w*|manager\w*|lead|head|chief|director|"
    r"leiter\w*|leitung|sprecher\w*|entwickler\w*|developer|engineer\w*|designer\w*|analyst\w*|"
    r"specialist|strategist|researcher|forscher\w*|berater\w*|consultant|officer|fellow|intern|"
    r"praktikant\w*|volont\w*|assistent\w*|assistant|student\w*|professor\w*|journalist\w*|"
    r"president|founder|gründer\w*|geschäftsführ\w*|vorstand\w*|ceo|cto|cfo|coordinator|"
    r"koordinator\w*|advisor)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"[\s,;]*(?:\bet\s+al\b\.?|\bu\.\s?a\.|\band\s+others\b|\bund\s+andere\b)\s*$", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\s*(?:[;,&+/|]|\s(?:and|und|sowie|with|mit)\s)\s*", re.IGNORECASE)
_BRACKET = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<note>[^()]*)\)$")
_DASH = re.compile(r"^(?P<name>.+?)\s+[-–—]\s+(?P<note>.+)$")
_PREFIX = re.compile(r"^(?:by|von|text:|autor(?:in)?:|author:)\s+", re.IGNORECASE)
_MASKED = {",": "\ue000", "&": "\ue001", ";": "\ue002", "+": "\ue003", "/": "\ue004", "|": "\ue005"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """One name in a byline, with what stood beside it."""

    name: str
    affiliation: str = ""
    job_title: str = ""
    note: str = ""

    @property
    def looks_like_a_group(self) -> bool:
        """Whether the name is rather an organisation's."""
        return is_group(self.name)


@dataclass(frozen=True, kw_only=True, slots=True)
class Byline:
    """The people of one byline; ``others`` when it said that there were more."""

    people: tuple[Person, ...]
    others: bool = False


def is_group(name: str) -> bool:
    """Whether a name has a word that organisations have: lab, team, GmbH …"""
    return bool(_GROUP_WORDS.search(name))


def read_byline(text: str) -> Byline:
    """The people named in ``text``.

    ``Felix Ebert, Code for Heilbronn`` is one person with an affiliation; an affiliation belongs
    to the name right before it and to no other.
    """
    cleaned = _PREFIX.sub("", " ".join(text.split()))
    shortened = _OTHERS.sub("", cleaned)
    people: list[Person] = []
    for part in _SEPARATOR.split(_mask_brackets(shortened)):
        person = _person(_unmask(part).strip(" ."))
        if person is None:
            continue
        if people and _is_affiliation(person, people[-1]):
            people[-1] = _joined(people[-1], person.name)
        else:
            people.append(person)
    return Byline(people=tuple(people), others=shortened != cleaned)


def name_from_id(author_id: str) -> str:
    """A name for an id without a profile: ``nicole-fenton`` is Nicole Fenton, ``mhz`` stays."""
    words = [word for word in re.split(r"[-_.\s]+", author_id) if word]
    if len(words) < 2:
        return author_id
    return " ".join(word if word[0].isupper() else word.capitalize() for word in words)


def _person(part: str) -> Person | None:
    if not part:
        return None
    match = _BRACKET.match(part) or _DASH.match(part)
    if match is None:
        return Person(name=part)
    return _joined(Person(name=match["name"].strip()), match["note"].strip())


def _joined(person: Person, note: str) -> Person:
    """``person`` with a note that is an affiliation, a job title, or neither for certain."""
    if is_group(note) and not _ROLE_WORDS.search(note):
        return Person(name=person.name, affiliation=note, job_title=person.job_title)
    if _ROLE_WORDS.search(note):
        return Person(name=person.name, affiliation=person.affiliation, job_title=note)
    return Person(
        name=person.name,
        affiliation=person.affiliation,
        job_title=person.job_title,
        note=note,
    )


def _is_affiliation(person: Person, before: Person) -> bool:
    return (
        person.looks_like_a_group
        and not before.looks_like_a_group
        and not before.affiliation
        and not person.affiliation
    )


def _mask_brackets(text: str) -> str:
    """Separators inside brackets separate no people."""

    def masked(match: re.Match[str]) -> str:
        return "".join(_MASKED.get(char, char) for char in match[0])

    return re.sub(r"\([^()]*\)", masked, text)


def _unmask(text: str) -> str:
    for char, mask in _MASKED.items():
        text = text.replace(mask, char)
    return text

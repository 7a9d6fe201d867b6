"""Entries of registers: what cannot be meant although each key has a value of the right type."""

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, cast

from corpblog.diagnostics import Diagnostic, Related
from corpblog.files import OutsideRoot, resolve_inside
from corpblog.model.author import Author
from corpblog.model.permalink import slugify
from corpblog.model.registers import (
    Boilerplate,
    Certification,
    Claim,
    ImageRights,
    Relation,
    Topic,
)
from corpblog.nearest import nearest
from corpblog.read.authors import unknown_author
from corpblog.read.context import Context
from corpblog.read.meant import meant_key
from corpblog.read.names import is_language
from corpblog.read.records import fields_of
from corpblog.read.source_types import source_type, source_type_fault
from corpblog.read.yaml_text import Path, YamlText
from corpblog.wordlists.grammar import pattern_trouble

_DOMAIN = re.compile(r"[^\W_](?:[\w-]*\w)?(?:\.[^\W_](?:[\w-]*\w)?)+")
_NOT_DOMAIN = re.compile(r"^\w+://|^(?:\*?\.)+|[/?#:].*$")


class Frame(NamedTuple):
    """What entries may refer to: the files of the site and the people with a profile."""

    context: Context
    authors: Mapping[str, Author]
    broken_authors: frozenset[str]


class Entry(NamedTuple):
    """An entry of a register: what it says as a record and as typed, and where it stands."""

    record: Any
    values: Mapping[str, Any]
    path: Path
    yaml: YamlText
    frame: Frame

    def fault(
        self, code: str, name: str, message: str, hint: str = "", item: int | None = None
    ) -> Diagnostic:
        """A fault at the key ``name``, or at number ``item`` of its list."""
        listed = item is not None and isinstance(self.values.get(name), list)
        path = (*self.path, name, item) if listed and item is not None else (*self.path, name)
        return self.yaml.fault(code, path, message, hint=hint)

    def says(self, name: str) -> bool:
        """Whether the key ``name`` is there, rightly spelt or not."""
        known = fields_of(cast(Any, type(self.record)))
        return any(
            key == name or (key not in known and meant_key(key, known) == name)
            for key in self.values
        )


def judged(entry: Entry, told: list[Diagnostic]) -> Any:
    """The record of ``entry`` without what cannot be meant; what that is goes to ``told``."""
    record = entry.record
    for judge in _JUDGES.get(type(record), ()):
        record = judge(entry._replace(record=record), told)
    return record


def incomplete(entry: Entry, required: tuple[str, ...]) -> Iterator[Diagnostic]:
    """A fault for each key that the entry must have and has not."""
    for name in required:
        empty = entry.values.get(name) in (None, "", [])
        if empty and (name in entry.values or not entry.says(name)):
            yield entry.fault("SRC036", name, f"this entry has no {name}", f"add a line {name}: …")


def twice(entries: list[Entry], identity: tuple[str, ...]) -> Iterator[Diagnostic]:
    """A fault at each entry that names the same thing as one above it, with both places."""
    name = identity[0]
    first: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        named = tuple(str(getattr(entry.record, key)).casefold() for key in identity)
        other = first.setdefault(named, entry)
        if other is entry or not named[0]:
            continue
        message = f"“{getattr(entry.record, name)}” has an entry already"
        fault = entry.fault("SRC035", name, message, "make one entry of the two")
        place = other.fault("SRC035", name, message).location
        related = (Related(location=place, message="the first entry"),)
        yield dataclasses.replace(fault, related=related)


def _domains(entry: Entry, told: list[Diagnostic]) -> Any:
    good = []
    for number, domain in enumerate(entry.record.domains):
        if _DOMAIN.fullmatch(domain):
            good.append(domain.lower())
            continue
        bare = _NOT_DOMAIN.sub("", _NOT_DOMAIN.sub("", domain.strip()))
        hint = f"write {bare}" if _DOMAIN.fullmatch(bare) else "for example kern.example"
        message = f"domains: “{domain}” is no domain; write it without https:// and path"
        told.append(entry.fault("SRC014", "domains", message, hint, number))
    return dataclasses.replace(entry.record, domains=tuple(good))


def _days(first: str, last: str) -> Callable[[Entry, list[Diagnostic]], Any]:
    """A judge of two days that must stand in this order."""

    def judge(entry: Entry, told: list[Diagnostic]) -> Any:
        begin: date | None = getattr(entry.record, first)
        end: date | None = getattr(entry.record, last)
        if begin is None or end is None or begin <= end:
            return entry.record
        message = f"{last}: {end} lies before {first} ({begin})"
        told.append(entry.fault("SRC014", last, message, "correct one of the two days"))
        return dataclasses.replace(entry.record, **{last: None})

    return judge


def _language(entry: Entry, told: list[Diagnostic]) -> Any:
    lang = entry.record.lang
    if not lang or is_language(lang):
        return entry.record
    message = f"lang: “{lang}” is no code of a language"
    hint = f"known here: {', '.join(entry.frame.context.languages)}"
    told.append(entry.fault("SRC014", "lang", message, hint))
    return dataclasses.replace(entry.record, lang="")


def _file(entry: Entry, told: list[Diagnostic]) -> Any:
    file = entry.record.file
    if file and not _exists(entry.frame.context, file):
        message = f"file: there is no file {file}"
        told.append(entry.fault("SRC038", "file", message, _near_file(entry.frame.context, file)))
    return entry.record


def _pictures(entry: Entry, told: list[Diagnostic]) -> Any:
    for number, file in enumerate(entry.record.images):
        if not _exists(entry.frame.context, file):
            message = f"images: there is no file {file}"
            hint = _near_file(entry.frame.context, file)
            told.append(entry.fault("SRC038", "images", message, hint, number))
    return entry.record


def _people(entry: Entry, told: list[Diagnostic]) -> Any:
    """People are ids or names; what could be an id and is no name must have a profile."""
    for number, person in enumerate(entry.record.people):
        is_id = person in entry.frame.authors or person in entry.frame.broken_authors
        if not is_id and person and person == slugify(person):
            message, hint = unknown_author(person, entry.frame.authors)
            hint = f"{hint}; write somebody without a profile as a name with capitals"
            told.append(entry.fault("SRC020", "people", f"people: {message}", hint, number))
    return entry.record


def _source_type(entry: Entry, told: list[Diagnostic]) -> Any:
    typed = entry.record.digital_source_type
    problem, hint = source_type_fault(typed)
    if problem:
        message = f"digital_source_type: {problem}"
        told.append(entry.fault("SRC014", "digital_source_type", message, hint))
    return dataclasses.replace(entry.record, digital_source_type=source_type(typed))


def _patterns(entry: Entry, told: list[Diagnostic]) -> Any:
    good = []
    for number, pattern in enumerate(entry.record.words):
        trouble = pattern_trouble(pattern)
        if trouble is None:
            good.append(pattern)
        else:
            message = f"words: “{pattern}”: {trouble.message}"
            told.append(entry.fault("SRC014", "words", message, trouble.hint, number))
    return dataclasses.replace(entry.record, words=tuple(good))


def _exists(context: Context, file: str) -> bool:
    if file in context.known:
        return True
    try:
        return resolve_inside(context.root, file).is_file()
    except OutsideRoot:
        return False


def _near_file(context: Context, file: str) -> str:
    """What was probably meant: a file of the same name elsewhere, or one with a name like it."""
    bare = file.lstrip("./")
    folder, _, name = bare.rpartition("/")
    same = [label for label in context.files if label == bare or label.endswith(f"/{name}")]
    near = nearest(bare, same, cutoff=0.0) or nearest(bare, context.below(folder))
    if near:
        return f"did you mean “{near}”?"
    return "write the path from the root of the site, such as static/hall.jpg"


_Judge = Callable[[Entry, list[Diagnostic]], Any]
_JUDGES: Mapping[type, tuple[_Judge, ...]] = {
    Relation: (_domains, _days("since", "until")),
    Claim: (_days("as_of", "valid_until"),),
    ImageRights: (_file, _people, _source_type),
    Topic: (_language, _patterns),
    Boilerplate: (_language,),
    Certification: (_pictures,),
}

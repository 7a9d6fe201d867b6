"""Registers: what a company knows of its ties, claims, names and pictures, read from YAML."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from corpblog.diagnostics import Diagnostic, Location
from corpblog.model.author import Author
from corpblog.model.keys import example_of
from corpblog.model.post import Post
from corpblog.model.registers import (
    Boilerplate,
    Certification,
    Claim,
    ConfidentialHashes,
    ImageRights,
    NameEntry,
    Registers,
    Relation,
    Topic,
)
from corpblog.model.source import SourceText
from corpblog.nearest import nearest
from corpblog.read.confidential import HASHES_FILE, hashes_in
from corpblog.read.context import Context
from corpblog.read.entries import Entry, Frame, incomplete, judged, twice
from corpblog.read.faults import FAULTS
from corpblog.read.front_matter import split
from corpblog.read.records import expected_keys, read_record
from corpblog.read.sources import read_source
from corpblog.read.yaml_text import YamlText

FOLDER = "registers"
_CLAIMS_FILE = f"{FOLDER}/claims.yml"
# Notes beside the registers, for the people who keep them, and word lists.
_NOTES = (".md", ".txt", ".tsv", ".gitkeep", ".gitignore")


class Register(NamedTuple):
    """A register: what its entries are, the keys that each must have, and those that name it."""

    record: type[Any]
    required: tuple[str, ...]
    identity: tuple[str, ...]


REGISTERS: Mapping[str, Register] = {
    "relations": Register(Relation, ("party",), ("party", "type", "since")),
    "claims": Register(Claim, ("id",), ("id",)),
    "names": Register(NameEntry, ("name",), ("name",)),
    "images": Register(ImageRights, ("file",), ("file",)),
    "topics": Register(Topic, ("topic", "role"), ("topic", "lang")),
    "certifications": Register(Certification, ("name",), ("name", "number")),
    "boilerplate": Register(Boilerplate, ("text",), ("text", "lang")),
}


def read_registers(
    context: Context,
    authors: Mapping[str, Author],
    broken_authors: frozenset[str],
    posts: Iterable[Post],
) -> tuple[Registers, frozenset[str], tuple[Diagnostic, ...]]:
    """All registers, the paths of those that cannot be read, and all faults.

    Faults include the claims that ``posts`` cite and that no register knows.
    """
    frame = Frame(context=context, authors=authors, broken_authors=broken_authors)
    told: list[Diagnostic] = list(_strays(context))
    found: dict[str, tuple[Any, ...]] = {}
    sources: dict[str, SourceText] = {}
    broken: set[str] = set()
    for name in REGISTERS:
        path = f"{FOLDER}/{name}.yml"
        if path not in context.known:
            continue
        source, faults = read_source(context.root, path)
        told.extend(faults)
        entries = _entries(name, source, frame, told) if source is not None else None
        if source is None or entries is None:
            broken.add(path)
        else:
            found[name], sources[name] = entries, source
    confidential = _confidential(context, sources, broken, told)
    registers = Registers(**found, confidential=confidential, sources=sources)
    if _CLAIMS_FILE not in broken:
        told.extend(_unknown_claims(posts, registers.claims))
    return registers, frozenset(broken), tuple(told)


def _entries(
    name: str, source: SourceText, frame: Frame, told: list[Diagnostic]
) -> tuple[Any, ...] | None:
    """The entries of a register; None where its YAML is no list.

    An entry that cannot be understood leaves an empty record, so that the others keep their place.
    """
    register = REGISTERS[name]
    yaml = YamlText(source, 0, len(source.text))
    first = register.required[0]
    example = f"- {first}: {example_of(register.record, first) or '…'}"
    items, faults = yaml.entries(name, example)
    told.extend(faults)
    if items is None:
        return None
    found: list[Entry] = []
    for path, values in items:
        known = values if isinstance(values, dict) else {}
        record, faults = read_record(register.record, known, yaml, frame.context.zone, path)
        entry = Entry(record=record, values=known, path=path, yaml=yaml, frame=frame)
        found.append(entry)
        if known is not values:
            message = f"this entry is no group of keys; expected {expected_keys(register.record)}"
            told.append(yaml.fault("SRC014", path, message, example=example))
            continue
        told.extend((*faults, *incomplete(entry, register.required)))
        found[-1] = entry._replace(record=judged(entry, told))
    told.extend(twice(found, register.identity))
    return tuple(entry.record for entry in found)


def _confidential(
    context: Context, sources: dict[str, SourceText], broken: set[str], told: list[Diagnostic]
) -> ConfidentialHashes:
    if HASHES_FILE not in context.known:
        return ConfidentialHashes()
    source, faults = read_source(context.root, HASHES_FILE)
    told.extend(faults)
    if source is None:
        broken.add(HASHES_FILE)
        return ConfidentialHashes()
    sources["confidential"] = source
    hashes, faults = hashes_in(source)
    told.extend(faults)
    return hashes


def _strays(context: Context) -> Iterator[Diagnostic]:
    """Files beside the registers that look like one and are none."""
    known = (*(f"{FOLDER}/{name}.yml" for name in REGISTERS), HASHES_FILE)
    for path in context.below(FOLDER):
        if path in known or path.endswith(_NOTES):
            continue
        near = nearest(path, known, cutoff=0.8)
        names = ", ".join(label.removeprefix(f"{FOLDER}/") for label in known)
        hint = f"rename it to {near}" if near else f"registers are {names}"
        message = "there is no register of this name"
        yield FAULTS["SRC034"].at(Location(path=path), message, hint=hint)


def _unknown_claims(posts: Iterable[Post], claims: tuple[Claim, ...]) -> Iterator[Diagnostic]:
    """Claims that a post cites and that the register does not hold."""
    known = frozenset(claim.id for claim in claims)
    for post in posts:
        for number, id_ in enumerate(post.front.claims):
            front = split(post.source)[0] if id_ not in known else None
            if front is None:
                continue
            listed = isinstance(front.values.get("claims"), list)
            near = nearest(id_, known)
            hint = f"did you mean “{near}”?" if near else f"add it to {_CLAIMS_FILE}"
            path = ("claims", number) if listed else ("claims",)
            yield front.yaml.fault("SRC039", path, f"there is no claim “{id_}”", hint=hint)

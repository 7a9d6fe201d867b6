"""Author profiles: authors/ID.md or authors/ID/index.md, and their versions in other languages."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from corpblog.diagnostics import Diagnostic
from corpblog.model.author import Author, AuthorProfile
from corpblog.model.permalink import slugify
from corpblog.nearest import nearest
from corpblog.read.addresses import BadAddressError, checked_slug, from_pattern
from corpblog.read.context import Context
from corpblog.read.names import source_name
from corpblog.read.records import read_record
from corpblog.read.texts import TextFile, read_text_files

FOLDER = "authors"

Profile = TextFile[AuthorProfile]

# What is true of the person and not of a language: a consent withdrawn here must hold there.
_ONE_FOR_ALL = frozenset(
    "type name_confirmed consent basis status away successor git_emails timezone "
    "fediverse_creator slug aliases".split()
)


def read_authors(
    context: Context,
) -> tuple[Mapping[str, Author], frozenset[str], tuple[Diagnostic, ...]]:
    """All people by id, the profiles that cannot be read, and all faults."""
    paths = context.below(FOLDER, ".md", ".markdown")
    files, unreadable, faults = read_text_files(context, paths, FOLDER, AuthorProfile)
    by_id: dict[str, list[Profile]] = {}
    for file in files:
        by_id.setdefault(file.name.id, []).append(file)
    found: dict[str, Author] = {}
    told = list(faults)
    folded: dict[str, list[Profile]] = {}
    for id_, versions in sorted(by_id.items()):
        other = folded.setdefault(id_.lower(), versions)
        if other is not versions:
            message = f"“{id_}” and “{other[0].name.id}” differ only in capitals"
            told.append(versions[0].same_as(other[0], message, "rename one of the two"))
            unreadable |= {file.name.path for file in versions}
            continue
        author, author_faults = _author(context, id_, versions)
        found[id_] = author
        told.extend(author_faults)
        told.extend(_bad_links(versions))
    told.extend(_unknown_colleagues(found, files, unreadable))
    return found, unreadable, tuple(told)


def unknown_author(id_: str, authors: Mapping[str, Author]) -> tuple[str, str]:
    """Message and hint for an author id without a profile; knows capitals and full names."""
    near = nearest(id_, authors)
    if near and near.lower() == id_.lower():
        return f"“{id_}” is written “{near}”", f"write {near}; ids keep capitals and small letters"
    named = [author.id for author in authors.values() if author.name.lower() == id_.lower()]
    if len(named) == 1:
        return f"“{id_}” is a name; a post names the id", f"write {named[0]}"
    hint = f"did you mean “{near}”?" if near else f'make the profile: corpblog new author "{id_}"'
    return f"there is no author “{id_}”", hint


def broken_ids(unreadable: Iterable[str]) -> frozenset[str]:
    """The ids of profiles that are there but cannot be read: naming them is no fault."""
    return frozenset(source_name(path, FOLDER).id for path in unreadable)


def _author(
    context: Context, id_: str, versions: list[Profile]
) -> tuple[Author, tuple[Diagnostic, ...]]:
    main = next((file for file in versions if file.lang == context.lang), versions[0])
    message = f"“{id_}” has a profile already: {main.name.path}"
    faults = [
        file.same_as(main, message, "keep one of the two files") for file in _doubles(versions)
    ]
    translations: dict[str, AuthorProfile] = {}
    for file in versions:
        if file is not main:
            translations[file.lang] = _merged(context, main, file)
            faults.extend(_misplaced(main, file))
    slug, slug_faults = _slug(id_, main)
    pattern = context.config.permalinks.author
    return Author(
        id=id_,
        profile=main.keys,
        translations=translations,
        source=main.front.source,
        folder=main.name.folder,
        bios={file.lang: file.front.source for file in versions},
        slug=slug,
        permalink=from_pattern(pattern, slug=slug, id=id_, day=context.now),
    ), (*faults, *slug_faults)


def _merged(context: Context, main: Profile, file: Profile) -> AuthorProfile:
    """The profile of another language: its own keys over those of the main profile."""
    own = {key: value for key, value in file.front.values.items() if key != "extra"}
    values: dict[str, Any] = {**main.front.values, **own}
    values.pop("extra", None)
    profile, _ = read_record(AuthorProfile, values, file.front.yaml, context.zone)
    return dataclasses.replace(profile, extra={**main.keys.extra, **file.keys.extra})


def _misplaced(main: Profile, file: Profile) -> Iterable[Diagnostic]:
    """Keys that hold for the person in every language and say something else in one of them."""
    for key, value in file.front.values.items():
        if key in _ONE_FOR_ALL and value != main.front.values.get(key):
            message = f"“{key}” holds in every language and differs from {main.name.path}"
            yield file.front.yaml.fault(
                "SRC028", (key,), message, hint="write it there, and delete it here", at_key=True
            )


def _slug(id_: str, file: Profile) -> tuple[str, tuple[Diagnostic, ...]]:
    fallback = slugify(id_) or "author"
    if not file.keys.slug:
        return fallback, ()
    try:
        return checked_slug(file.keys.slug), ()
    except BadAddressError as error:
        return fallback, (file.fault("SRC024", ("slug",), f"slug: {error}"),)


def _doubles(versions: list[Profile]) -> list[Profile]:
    seen: set[str] = set()
    doubles = []
    for file in versions:
        if file.lang in seen:
            doubles.append(file)
        seen.add(file.lang)
    return doubles


def _bad_links(files: Iterable[Profile]) -> Iterable[Diagnostic]:
    """Profiles elsewhere that are no web addresses."""
    for file in files:
        listed = isinstance(file.front.values.get("same_as"), list)
        for index, link in enumerate(file.keys.same_as):
            if not link.lower().startswith(("https://", "http://")):
                path = ("same_as", index) if listed else ("same_as",)
                message = f"same_as: “{link}” is no web address"
                yield file.fault("SRC024", path, message, "begin it with https://")


def _unknown_colleagues(
    authors: Mapping[str, Author], files: Iterable[Profile], unreadable: frozenset[str]
) -> Iterable[Diagnostic]:
    """Successors and stand-ins without a profile."""
    broken = broken_ids(unreadable)
    for file in files:
        away = file.keys.away
        named = (
            (("successor",), file.keys.successor),
            (("away", "stand_in"), away.stand_in if away else ""),
        )
        for path, id_ in named:
            if id_ and id_ not in authors and id_ not in broken:
                message, hint = unknown_author(id_, authors)
                yield file.fault("SRC020", path, f"{path[-1]}: {message}", hint)

"""Texts of posts, pages and profiles: a file taken apart into name, keys and body."""

import dataclasses
from collections.abc import Iterable
from functools import partial
from typing import Any, Generic, TypeVar, cast

from corpblog.diagnostics import Diagnostic, Related
from corpblog.nearest import nearest
from corpblog.read.addresses import BadAddressError, checked_address
from corpblog.read.context import Context
from corpblog.read.front_matter import FrontMatter, read_keys, split
from corpblog.read.meant import meant_key
from corpblog.read.names import SourceName, source_name
from corpblog.read.records import fields_of
from corpblog.read.sources import read_source

Record = TypeVar("Record")


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class TextFile(Generic[Record]):
    """A source with its keys as a record; ``front`` tells where each key stands."""

    name: SourceName
    lang: str
    keys: Record
    front: FrontMatter

    def fault(
        self, code: str, path: tuple[str | int, ...], message: str, hint: str = ""
    ) -> Diagnostic:
        """A fault at the value of a key; at the top of the front matter if it is not there."""
        present = path if path and path[0] in self.front.values else ()
        return self.front.yaml.fault(code, present, message, hint=hint)

    def has(self, key: str) -> bool:
        """Whether ``key`` stands in the front matter, rightly spelt or not."""
        known = fields_of(cast(Any, type(self.keys)))
        return any(
            name == key or (name not in known and meant_key(name, known) == key)
            for name in self.front.values
        )

    def same_as(self, other: "TextFile[Any]", message: str, hint: str) -> Diagnostic:
        """That this file and another one are the same thing in the same language."""
        place = other.front.source.location(0)
        related = (Related(location=place, message="the other file"),)
        return dataclasses.replace(self.fault("SRC026", (), message, hint), related=related)


def read_text_files(
    context: Context, paths: Iterable[str], prefix: str, record: type[Record]
) -> tuple[tuple[TextFile[Record], ...], frozenset[str], tuple[Diagnostic, ...]]:
    """The text files at ``paths``, the paths of those that cannot be read, and all faults."""
    found: list[TextFile[Record]] = []
    unreadable: list[str] = []
    faults: list[Diagnostic] = []
    step, inputs = f"text {record.__name__}", (context.zone, context.languages)
    for path in paths:
        read = partial(_read_text_file, context, path, prefix, record)
        text, path_faults = context.memory.recall(step, path, inputs, read)
        faults.extend(path_faults)
        if text is None:
            unreadable.append(path)
        else:
            found.append(text)
    return tuple(found), frozenset(unreadable), tuple(faults)


def checked_aliases(
    file: TextFile[Any], aliases: tuple[str, ...], faults: list[Diagnostic]
) -> tuple[str, ...]:
    """The aliases that stay inside the site; a fault for each other one."""
    good = []
    for index, alias in enumerate(aliases):
        try:
            good.append(checked_address(alias))
        except BadAddressError as error:
            listed = isinstance(file.front.values.get("aliases"), list)
            path = ("aliases", index) if listed else ("aliases",)
            faults.append(
                file.fault("SRC024", path, f"aliases: {error}", "for example /old/title/")
            )
    return tuple(good)


def _read_text_file(
    context: Context, path: str, prefix: str, record: type[Record]
) -> tuple[TextFile[Record] | None, tuple[Diagnostic, ...]]:
    name = source_name(path, prefix)
    source, faults = read_source(context.root, name.path)
    if source is None:
        return None, faults
    front, front_faults = split(source)
    if front is None:
        return None, (*faults, *front_faults)
    keys, key_faults = read_keys(record, front, context.zone)
    lang, lang_faults = _language(context, name, front)
    text = TextFile(name=name, lang=lang, keys=keys, front=front)
    return text, (*faults, *key_faults, *lang_faults)


def _language(
    context: Context, name: SourceName, front: FrontMatter
) -> tuple[str, tuple[Diagnostic, ...]]:
    """The language of a text: what the file name says, what ``lang`` says, or the default."""
    key = front.values.get("lang")
    typed = key if isinstance(key, str) else ""
    lang = name.lang or typed or context.lang
    if name.lang and typed and typed != name.lang:
        message = f"the file name says “{name.lang}” and lang says “{typed}”"
        fault = front.fault("SRC022", "lang", message, hint="delete lang or rename the file")
        return name.lang, (fault,)
    if lang not in context.languages:
        near = nearest(lang, context.languages)
        hint = f"did you mean “{near}”?" if near else f"add i18n/{lang}.yml with its texts"
        message = f"there are no interface texts in “{lang}”"
        return context.lang, (front.fault("SRC022", "lang", message, hint=hint),)
    return lang, ()

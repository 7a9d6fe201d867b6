"""People as the old blog keeps them: a folder of files, one data file, or a page for each."""

import json
import re
from collections.abc import Iterator

from corpblog.importers.blog import OldProfile
from corpblog.importers.old.foreign_yaml import Mend, read_any, read_yaml
from corpblog.importers.old.front_matter import OldText, mended, read_toml, take_apart
from corpblog.importers.old.source import OldFile, OldFolder, read_text
from corpblog.importers.old.traced import Traced
from corpblog.importers.old.values import Value, from_python, mapping, text
from corpblog.importers.record import Loss

_STEMS = ("authors", "author", "people", "team", "members", "staff")
_SUFFIXES = (".yml", ".yaml", ".toml", ".json")
_ID_KEYS = ("id", "username", "slug", "short_name", "nickname", "github", "name")


def read_values(file: OldFile) -> tuple[Value, tuple[Mend, ...], dict[str, int]]:
    """What a data file holds, what was mended in it, and where its top-level keys stand."""
    if file.path.endswith(".toml"):
        table = read_toml(file.text)
        return table.values, table.mends, table.places
    if file.path.endswith(".json"):
        try:
            return from_python(json.loads(file.text)), (), {}
        except (ValueError, RecursionError) as error:
            broken = Mend(offset=0, construct="JSON that broke", found=str(error), done="left out")
            return {}, (broken,), {}
    values, mends = read_any(file.text)
    return values, mends, read_yaml(file.text).places if isinstance(values, dict) else {}


def from_files(folder: OldFolder, paths: tuple[str, ...]) -> Iterator[OldProfile]:
    """One record for each Markdown file; ``ID/_index.md`` and ``ID/index.md`` count as ``ID``."""
    for path in paths:
        if not path.endswith((".md", ".markdown", ".html")):
            continue
        taken = take_apart(read_text(folder, path))
        stem = re.sub(r"/_?index$", "", path.rsplit(".", 1)[0]).rsplit("/", 1)[-1]
        yield OldProfile(old_id=stem, text=taken, values=taken.values, bio=taken.body.text)


def from_data(folder: OldFolder, root: str) -> tuple[tuple[OldProfile, ...], tuple[Loss, ...]]:
    """Records in the data folder ``root``: ``authors.yml`` and its like, ``authors/ID.yml``."""
    profiles: list[OldProfile] = []
    losses: list[Loss] = []
    for path in folder.below(root):
        inner, dot, suffix = path.removeprefix(f"{root}/").rpartition(".")
        if f"{dot}{suffix}" not in _SUFFIXES:
            continue
        stem, _, one = inner.partition("/")
        if stem not in _STEMS or "/" in one:
            continue
        file = read_text(folder, path)
        values, mends, places = read_values(file)
        losses += [*file.losses, *(mended(file, mend) for mend in mends)]
        if one:
            profiles.append(_profile(file, one, mapping(values), 0))
        else:
            profiles += _several(file, values, places)
    return tuple(profiles), tuple(losses)


def data_files(root: str, folder: OldFolder) -> frozenset[str]:
    """The files that ``from_data`` reads."""
    inner = {path: path.removeprefix(f"{root}/") for path in folder.below(root)}
    return frozenset(path for path, name in inner.items() if re.split(r"[./]", name)[0] in _STEMS)


def _several(file: OldFile, values: Value, places: dict[str, int]) -> Iterator[OldProfile]:
    if isinstance(values, dict):
        for key, record in values.items():
            if isinstance(record, dict):
                yield _profile(file, key, record, places.get(key, 0))
    elif isinstance(values, list):
        for record in values:
            old_id = next(
                (text(mapping(record).get(k)) for k in _ID_KEYS if text(mapping(record).get(k))), ""
            )
            if old_id:
                yield _profile(file, old_id, dict(mapping(record)), 0)


def _profile(file: OldFile, old_id: str, record: object, offset: int) -> OldProfile:
    values = record if isinstance(record, dict) else {}
    taken = OldText(
        file=file,
        values=values,
        body=Traced(text=""),
        has_front=True,
        places=tuple((key, offset) for key in values),
    )
    return OldProfile(old_id=old_id, text=taken, values=values)

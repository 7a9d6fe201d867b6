"""Hugo's configuration in any of its files, and what it says about the blog."""

import re
from collections.abc import Mapping
from typing import Any

from corpblog.importers.blog import Settings
from corpblog.importers.facts.languages import code_of
from corpblog.importers.facts.records import read_values
from corpblog.importers.old.front_matter import mended
from corpblog.importers.old.source import OldFolder, read_text
from corpblog.importers.old.values import mapping, strings, text
from corpblog.importers.record import Loss

_FILES = re.compile(r"(?:hugo|config)\.(?:toml|ya?ml|json)")
_FOLDER = re.compile(r"config/_default/(?P<name>[\w-]+)(?:\.[\w-]+)?\.(?:toml|ya?ml|json)")


def hugo_settings(folder: OldFolder) -> tuple[Settings, tuple[Loss, ...]]:
    """The settings, from one file or from ``config/_default``; empty where there are none."""
    values: dict[str, Any] = {}
    losses: list[Loss] = []
    paths = [p for p in folder.files if _FILES.fullmatch(p) or _FOLDER.fullmatch(p)]
    for path in paths:
        file = read_text(folder, path)
        read, mends, _ = read_values(file)
        losses += [*file.losses, *(mended(file, mend) for mend in mends)]
        part = _FOLDER.fullmatch(path)
        name = part["name"] if part else ""
        if name in ("", "hugo", "config"):
            values |= mapping(read)
        else:
            values[name] = read
    return (_read(paths[0], values) if paths else Settings()), tuple(losses)


def _read(path: str, values: Mapping[str, Any]) -> Settings:
    lowered = {key.lower(): value for key, value in values.items()}
    params = mapping(lowered.get("params"))
    languages = mapping(lowered.get("languages"))
    lang = text(lowered.get("defaultcontentlanguage")) or text(lowered.get("languagecode"))
    own = mapping(languages.get(lang))
    url = text(lowered.get("baseurl"))
    folders = {
        "contentDir": text(lowered.get("contentdir")),
        "staticDir": next(iter(strings(lowered.get("staticdir"))), ""),
    }
    return Settings(
        path=path,
        title=text(lowered.get("title")) or text(own.get("title")),
        url=url if url.startswith("http") else "",
        lang=code_of(lang),
        timezone=text(lowered.get("timezone")),
        description=text(params.get("description")) or text(own.get("description")),
        pattern=_pattern(lowered),
        author=params.get("author") or params.get("authors") or lowered.get("author"),
        languages=tuple(sorted(languages)),
        values={**values, **folders},
    )


def _pattern(values: Mapping[str, Any]) -> str:
    permalinks = mapping(values.get("permalinks"))
    given = {**mapping(permalinks.get("page")), **permalinks}
    for section in ("blog", "posts", "post", "news", "articles"):
        if pattern := text(given.get(section)):
            return re.sub(r":(\w+)\[[^\]]*\]", r":\1", pattern)
    dates = strings(mapping(values.get("frontmatter")).get("date"))
    return "/:sections/:stripped/" if ":filename" in dates else ""

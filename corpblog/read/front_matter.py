"""The keys above a text: where they end, what they say, and where each of them stands."""

import dataclasses
import re
from datetime import tzinfo
from typing import Any, TypeVar

from corpblog.diagnostics import Diagnostic
from corpblog.model.source import SourceText
from corpblog.read.faults import FAULTS
from corpblog.read.records import free_fields, read_record
from corpblog.read.yaml_text import Path, YamlText

Record = TypeVar("Record")

_OPEN = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class FrontMatter:
    """What stands above the text of ``source``; ``yaml`` places its keys."""

    source: SourceText
    yaml: YamlText
    values: dict[str, Any]

    def fault(self, code: str, key: str, message: str, **more: Any) -> Diagnostic:
        """A fault at the value of ``key``; at the top of the file where the key is missing."""
        path = (key,) if key in self.values else ()
        return self.yaml.fault(code, path, message, **more)


def split(source: SourceText) -> tuple[FrontMatter | None, tuple[Diagnostic, ...]]:
    """Front matter and body of ``source``; without front matter there are no keys.

    None, with the faults, where the YAML cannot be read.
    """
    opening = _OPEN.match(source.text)
    if not opening:
        return FrontMatter(source=source, yaml=YamlText(source, 0, 0), values={}), ()
    closing = _CLOSE.search(source.text, opening.end())
    if not closing:
        return None, (_not_closed(source),)
    start = min(closing.end() + 1, len(source.text))
    placed = SourceText(path=source.path, text=source.text, body_start=start)
    yaml = YamlText(placed, opening.end(), closing.start())
    values, faults = yaml.values()
    if values is None:
        return None, faults
    return FrontMatter(source=placed, yaml=yaml, values=values), ()


def read_keys(
    record: type[Record], front: FrontMatter, zone: tzinfo
) -> tuple[Record, tuple[Diagnostic, ...]]:
    """The keys of ``front`` as a ``record``; free fields keep YAML's own types."""
    return read_values(record, front.values, front.yaml, zone)


def read_values(
    record: type[Record], values: dict[str, Any], yaml: YamlText, zone: tzinfo
) -> tuple[Record, tuple[Diagnostic, ...]]:
    """``values`` as a ``record``; free fields (custom ones, rules) keep YAML's own types."""
    return read_record(record, _with_free_fields(record, values, yaml), yaml, zone)


def _with_free_fields(record: type, values: dict[str, Any], yaml: YamlText) -> dict[str, Any]:
    ready = values
    for *outer, name in free_fields(record):
        holder: Any = values
        for step in outer:
            holder = holder.get(step) if isinstance(holder, dict) else None
        if isinstance(holder, dict) and isinstance(holder.get(name), dict):
            ready = _replaced(ready, (*outer, name), yaml.typed((*outer, name)))
    return ready


def _replaced(values: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    step = str(path[0])
    inner = value if len(path) == 1 else _replaced(values[step], path[1:], value)
    return {**values, step: inner}


def _not_closed(source: SourceText) -> Diagnostic:
    return FAULTS["SRC016"].at(
        source.location(0, 3),
        "the front matter begins here and never ends",
        hint="put a line with --- between the keys and the text",
        source_line=source.line(1),
    )

"""JSON Schemas of what people write, made from the same records that validate it."""

import dataclasses
from datetime import date, datetime
from typing import Any, get_args, get_origin

import msgspec

from corpblog.model.author import AuthorProfile
from corpblog.model.comment import CommentRecord
from corpblog.model.config import Config
from corpblog.model.page import PageFrontMatter
from corpblog.model.post import PostFrontMatter
from corpblog.read.records import SHORT_FORMS, fields_of
from corpblog.read.registers import REGISTERS

RECORDS: dict[str, tuple[type, str]] = {
    "config": (Config, "corpblog.yml"),
    "post": (PostFrontMatter, "front matter of a post"),
    "author": (AuthorProfile, "front matter of an author profile"),
    "page": (PageFrontMatter, "front matter of a page"),
    "comment": (CommentRecord, "a file of comments/"),
}

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one of RECORDS or REGISTERS.

    Raises KeyError for another name.
    """
    if name in REGISTERS:
        return _register_schema(name)
    record, title = RECORDS[name]
    components = _components(record)
    body = components.pop(record.__name__)
    return {"$schema": _DIALECT, **body, "title": title, "$defs": components}


def _register_schema(name: str) -> dict[str, Any]:
    """A list of entries, at the top of the file or under the register's name."""
    register = REGISTERS[name]
    components = _components(register.record)
    components[register.record.__name__]["required"] = list(register.required)
    entries = {"type": "array", "items": {"$ref": f"#/$defs/{register.record.__name__}"}}
    return {
        "$schema": _DIALECT,
        "title": f"registers/{name}.yml",
        "type": ["array", "object"],
        "items": entries["items"],
        "properties": {name: {"description": "the entries", **entries}},
        "required": [name],
        "additionalProperties": False,
        "$defs": components,
    }


def _components(record: type) -> dict[str, Any]:
    """The schemas of a record and of all records in it, by their names."""
    _, components = msgspec.json.schema_components((record,), ref_template="#/$defs/{name}")
    for part in _records_in(record):
        _describe(components[part.__name__], part)
    return dict(components)


def _describe(schema: dict[str, Any], record: type) -> None:
    """Add meaning and examples, allow only known keys, and say which forms people may use."""
    schema["additionalProperties"] = False
    hints = fields_of(record)
    for field in dataclasses.fields(record):
        key = schema["properties"][field.name]
        key["description"] = field.metadata["doc"]
        if field.metadata["example"]:
            key["examples"] = [field.metadata["example"]]
        _loosen(key, hints[field.name])


def _loosen(key: dict[str, Any], kind: Any) -> None:
    """A day may stand for a time, one text for a list of texts or for a record with a short form.

    An empty key stands for none.
    """
    kinds = get_args(kind) or (kind,)
    for option in key.get("anyOf", [key]):
        if datetime in kinds:
            option.pop("format", None)
    if get_origin(kind) is tuple and kind == tuple[str, ...]:
        default = key.pop("default", [])
        items = {name: key.pop(name) for name in ("type", "items")}
        key["anyOf"] = [items, {"type": "string"}]
        key["default"] = list(default)
    if any(record in SHORT_FORMS for record in kinds):
        key["anyOf"].append({"type": "string"})


def _records_in(record: type) -> list[type]:
    found: list[type] = []
    waiting: list[Any] = [record]
    while waiting:
        kind = waiting.pop()
        if dataclasses.is_dataclass(kind) and kind not in found:
            found.append(kind)  # type: ignore[arg-type]
            waiting.extend(fields_of(kind).values())  # type: ignore[arg-type]
        elif kind not in (date, datetime):
            waiting.extend(get_args(kind))
    return found

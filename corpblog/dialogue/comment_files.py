"""Comment files: a record as the bytes of its file, and where that file lies."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from corpblog.model.comment import CommentRecord
from corpblog.yaml_writing import Bare, block

# What belongs to no post there is: readers' words are kept until somebody names the post.
ORPHANS = "_orphans"
# Signs that a YAML reader takes for a line end or refuses; a text with one is quoted.
_NOT_IN_BLOCK = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_INDENT = "  "


def comment_file(record: CommentRecord) -> bytes:
    """The file of ``record``: sorted keys, empty ones left out, times in UTC.

    Whoever reads it back gets the same record; the text stands as a block, sign by sign, unless
    it holds signs that no block can hold.
    """
    values = _values(record)
    lines: list[str] = []
    for name, value in sorted(values.items()):
        lines += _text(name, value) if name == "text" else block({name: value})
    return ("\n".join(lines) + "\n").encode()


def comment_path(record: CommentRecord) -> str:
    """Where the file of ``record`` lies below the folder of the comments."""
    folder = ORPHANS if record.about.startswith("/") else record.about
    return f"{folder}/{record.id}.yml"


def _text(name: str, text: str) -> Iterator[str]:
    if _NOT_IN_BLOCK.search(text):
        yield from block({name: text})
        return
    ends = text.endswith("\n")
    lines = (text[:-1] if ends else text).split("\n")
    # Where the first line is blank or indented, YAML has to be told where the text begins.
    begins = "" if lines[0].strip() and lines[0] == lines[0].lstrip() else str(len(_INDENT))
    yield f"{name}: |{begins}{'+' if ends else '-'}"
    for line in lines:
        yield _INDENT + line if line else ""


def _values(record: Any) -> Mapping[str, Any]:
    """The keys of a record that say something, sorted, with plain values."""
    found = {
        field.name: _plain(getattr(record, field.name)) for field in dataclasses.fields(record)
    }
    return {name: found[name] for name in sorted(found) if not _is_empty(found[name])}


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return _values(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return Bare(value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    return value


def _is_empty(value: Any) -> bool:
    return value is None or (value is not False and not isinstance(value, int) and not value)

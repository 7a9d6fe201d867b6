"""How a record says what each of its keys means, for schemas, documentation and messages."""

import dataclasses
from typing import Any


def key(doc: str, *, example: str = "", default: Any = None, factory: Any = None) -> Any:
    """A field that a person writes in YAML: what it is for, and an example of a good value.

    All such fields are optional: what is missing is judged by the linter, not by the reader of
    the file, so that an unfinished post can be looked at.
    """
    metadata = {"doc": doc, "example": example}
    if factory is not None:
        return dataclasses.field(default_factory=factory, metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def example_of(record: type, name: str) -> str:
    """A good value for the key ``name`` of ``record``, as a person would type it."""
    field = next(item for item in dataclasses.fields(record) if item.name == name)
    return str(field.metadata.get("example", ""))

"""The door of msgspec: YAML values to records, the whole at once, or key by key to tell faults."""

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from enum import StrEnum
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec

from corpblog.diagnostics import Diagnostic
from corpblog.model.author import Employer, Picture
from corpblog.model.keys import example_of
from corpblog.nearest import nearest
from corpblog.read.meant import meant_key
from corpblog.read.scalars import BadScalarError, read_day, read_moment, read_truth
from corpblog.read.yaml_text import Path, YamlText

Record = TypeVar("Record")


def read_record(
    record: type[Record],
    values: Mapping[str, Any],
    text: YamlText,
    zone: tzinfo,
    path: Path = (),
) -> tuple[Record, tuple[Diagnostic, ...]]:
    """``values`` as a ``record``, with a fault for each key that cannot be understood.

    What is at fault is left at its default, so that the rest of the file can still be judged.
    Days and times without a zone are in ``zone``. ``path`` is where the values stand in ``text``.
    """
    try:
        return _quickly(record, values, zone), ()
    except (msgspec.ValidationError, BadScalarError, _UnknownKeyError):
        faults: list[Diagnostic] = []
        return _Reader(text, zone, faults).record(record, values, path), tuple(faults)


@cache
def fields_of(record: Any) -> Mapping[str, Any]:
    """The keys of a record with their types."""
    return get_type_hints(record)


def expected_keys(record: type) -> str:
    """What a value that stands for ``record`` looks like, in the words of messages."""
    return _expectation(record)


@cache
def free_fields(record: type) -> tuple[Path, ...]:
    """Where a record holds fields that no model describes, also in the records inside it."""
    found: list[Path] = []
    for name, kind in fields_of(record).items():
        nested = _record_in(kind)
        if kind == dict[str, Any]:
            found.append((name,))
        elif nested is not None and not _is_list(kind) and not _is_mapping(kind):
            found.extend((name, *inner) for inner in free_fields(nested))
    return tuple(found)


# Records that one text may stand for: the key that it means.
SHORT_FORMS: Mapping[type, str] = {Picture: "src", Employer: "name"}


class _UnknownKeyError(Exception):
    pass


def _quickly(record: type[Record], values: Mapping[str, Any], zone: tzinfo) -> Record:
    return msgspec.convert(_prepared(record, values, zone), record, strict=False)


def _prepared(record: type, values: Mapping[str, Any], zone: tzinfo) -> dict[str, Any]:
    """Values with empty keys dropped and the forms that people use brought to msgspec's."""
    steps = _steps(record)
    ready: dict[str, Any] = {}
    for name, value in values.items():
        if name not in steps:
            raise _UnknownKeyError
        if value is None:
            continue
        step = steps[name]
        ready[name] = step(value, zone) if step is not None else value
    return ready


@cache
def _steps(record: Any) -> Mapping[str, Callable[[Any, tzinfo], Any] | None]:
    return {name: _step(kind) for name, kind in fields_of(record).items()}


def _step(kind: Any) -> Callable[[Any, tzinfo], Any] | None:
    """What has to be done to a value of this type before msgspec converts it."""
    options = _options(kind)
    if datetime in options:
        return lambda value, zone: read_moment(value, zone) if isinstance(value, str) else value
    if date in options:
        return lambda value, _zone: read_day(value) if isinstance(value, str) else value
    if bool in options:
        return lambda value, _zone: read_truth(value) if isinstance(value, str) else value
    nested = _record_in(kind)
    if nested is not None and _is_list(kind):
        return lambda value, zone: _each(nested, value, zone)
    if nested is not None and _is_mapping(kind):
        return lambda value, zone: _each_value(nested, value, zone)
    if nested is not None:
        return lambda value, zone: _whole(nested, kind, value, zone)
    if _is_list(kind) and not any(get_origin(option) is Literal for option in options):
        return lambda value, _zone: (value,) if isinstance(value, str) else value
    return None


def _whole(record: type, kind: Any, value: Any, zone: tzinfo) -> Any:
    full = _in_full(record, kind, value)
    return _prepared(record, full, zone) if isinstance(full, dict) else full


def _in_full(record: type, kind: Any, value: Any) -> Any:
    """``image: photo.jpg`` as ``image: {src: photo.jpg}``, where a record has such a short form."""
    if isinstance(value, str) and record in SHORT_FORMS and value not in _choices(kind):
        return {SHORT_FORMS[record]: value}
    return value


def _each(record: type, value: Any, zone: tzinfo) -> Any:
    items = [value] if isinstance(value, dict) else value
    if not isinstance(items, list):
        return value
    return [_prepared(record, item, zone) if isinstance(item, dict) else item for item in items]


def _each_value(record: type, value: Any, zone: tzinfo) -> Any:
    if not isinstance(value, dict):
        return value
    return {
        name: _prepared(record, item or {}, zone) if isinstance(item or {}, dict) else item
        for name, item in value.items()
    }


def _options(kind: Any) -> tuple[Any, ...]:
    if get_origin(kind) in (Union, types.UnionType):
        return tuple(option for option in get_args(kind) if option is not type(None))
    return (kind,)


def _is_list(kind: Any) -> bool:
    return any(get_origin(option) is tuple for option in _options(kind))


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) is dict


def _record_in(kind: Any) -> type | None:
    """The record that a type holds: itself, in a list, or as the values of a mapping."""
    for option in _options(kind):
        inner = get_args(option)
        if get_origin(option) is tuple and dataclasses.is_dataclass(inner[0]):
            return cast(type, inner[0])
        if get_origin(option) is dict and dataclasses.is_dataclass(inner[1]):
            return cast(type, inner[1])
        if dataclasses.is_dataclass(option):
            return cast(type, option)
    return None


class _Reader:
    """Converts key by key and tells every fault at its key."""

    def __init__(self, text: YamlText, zone: tzinfo, faults: list[Diagnostic]) -> None:
        self.text = text
        self.zone = zone
        self.faults = faults

    def record(self, record: type[Record], values: Mapping[str, Any], path: Path) -> Record:
        hints = fields_of(cast(Any, record))
        ready: dict[str, Any] = {}
        for name, value in values.items():
            here = (*path, name)
            if name not in hints:
                self._unknown_key(here, name, tuple(hints))
            elif value is not None:
                found = self.value(record, name, hints[name], value, here)
                if found is not _FAULTY:
                    ready[name] = found
        return record(**ready)

    def value(self, record: type, name: str, kind: Any, value: Any, path: Path) -> Any:
        nested = _record_in(kind)
        if nested is not None and _is_mapping(kind) and isinstance(value, dict):
            return self._mapping(nested, value, path)
        if nested is not None and _is_list(kind) and isinstance(value, list | dict):
            return self._records(nested, value, path)
        if nested is not None and not _is_list(kind):
            value = _in_full(nested, kind, value)
            if isinstance(value, dict):
                return self.record(nested, value, path)
        if kind == dict[str, Any] and isinstance(value, dict):
            return value
        return self._leaf(record, name, kind, value, path)

    def _mapping(self, record: type, value: dict[str, Any], path: Path) -> Any:
        found: dict[str, Any] = {}
        for name, item in value.items():
            if isinstance(item, dict) or item is None:
                found[name] = self.record(record, item or {}, (*path, name))
            else:
                self._bad((*path, name), f"expected {_expectation(record)}", "")
        return found

    def _records(self, record: type, value: Any, path: Path) -> Any:
        if isinstance(value, dict):
            return (self.record(record, value, path),)
        found: list[Any] = []
        for index, item in enumerate(value):
            if isinstance(item, dict):
                found.append(self.record(record, item, (*path, index)))
            else:
                self._bad((*path, index), f"expected {_expectation(record)}", "")
        return tuple(found)

    def _leaf(self, record: type, name: str, kind: Any, value: Any, path: Path) -> Any:
        step = _step(kind)
        try:
            prepared = step(value, self.zone) if step is not None else value
            return msgspec.convert(prepared, kind, strict=False)
        except BadScalarError as error:
            self._bad(path, f"{error}; expected {_expectation(kind)}", _example(record, name))
        except msgspec.ValidationError:
            if isinstance(value, list) and _is_list(kind):
                return self._items(record, name, kind, value, path)
            shown = f"“{value}” is not allowed here; " if isinstance(value, str) else ""
            near = nearest(value, _choices(kind)) if isinstance(value, str) else ""
            hint = f"did you mean “{near}”?" if near else ""
            self._bad(path, f"{shown}expected {_expectation(kind)}", _example(record, name), hint)
        return _FAULTY

    def _items(self, record: type, name: str, kind: Any, value: list[Any], path: Path) -> Any:
        """The good items of a list; a fault at each other one."""
        inner = next(get_args(option)[0] for option in _options(kind) if _is_list(option))
        found = [
            self._leaf(record, name, inner, item, (*path, index))
            for index, item in enumerate(value)
        ]
        return tuple(item for item in found if item is not _FAULTY)

    def _bad(self, path: Path, message: str, example: str, hint: str = "") -> None:
        advice = hint or (f"for example {example}" if example else "")
        name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
        shown = example if hint else ""  # else the advice shows it already
        self.faults.append(
            self.text.fault("SRC014", path, f"{name}: {message}", hint=advice, example=shown)
        )

    def _unknown_key(self, path: Path, name: str, known: tuple[str, ...]) -> None:
        near = meant_key(name, known)
        hint = f"did you mean “{near}”?" if near else f"known keys: {', '.join(sorted(known))}"
        message = f"unknown key “{name}”"
        self.faults.append(self.text.fault("SRC013", path, message, hint=hint, at_key=True))


_FAULTY = object()

_EXPECTATIONS: tuple[tuple[Any, str], ...] = (
    (datetime, "a day such as 2026-11-10 or a time such as 2026-11-10 14:30"),
    (date, "a day such as 2026-11-10"),
    (bool, "true or false"),
    (int, "a whole number"),
    (str, "a text"),
)


def _expectation(kind: Any) -> str:
    """What a value of this type looks like, in words."""
    parts = []
    for option in _options(kind):
        choices = _choices(option)
        plain = next((words for known, words in _EXPECTATIONS if option is known), "")
        if choices:
            parts.append(choices[0] if len(choices) == 1 else "one of " + ", ".join(choices))
        elif plain:
            parts.append(plain)
        elif get_origin(option) is tuple:
            inner = get_args(option)[0]
            choices = _choices(inner)
            of = f" of {', '.join(choices)}" if choices else ""
            keys = f" with the keys {_keys(inner)}" if dataclasses.is_dataclass(inner) else ""
            parts.append(f"a list{of}{keys}")
        elif dataclasses.is_dataclass(option):
            parts.append(f"the keys {_keys(option)}")
        else:
            parts.append("lines of the form key: value")
    return " or ".join(parts)


def _keys(record: Any) -> str:
    return ", ".join(field.name for field in dataclasses.fields(record))


def _choices(kind: Any) -> tuple[str, ...]:
    found: list[str] = []
    for option in _options(kind):
        if get_origin(option) is Literal:
            found.extend(str(choice) for choice in get_args(option))
        elif isinstance(option, type) and issubclass(option, StrEnum):
            found.extend(choice.value for choice in option)
    return tuple(found)


def _example(record: type, name: str) -> str:
    example = example_of(record, name)
    return f"{name}: {example}" if example else ""

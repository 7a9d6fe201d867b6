"""Options of a rule as a person writes them: judged value by value, each fault at its key."""

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from corpblog.nearest import nearest


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class OptionFault:
    """An option that cannot be understood; ``path`` counts from the settings of the rule."""

    path: tuple[str | int, ...]
    message: str
    hint: str = ""


def options_from(
    record: type, values: Mapping[str, Any], faults: list[OptionFault]
) -> tuple[Any, frozenset[str]]:
    """``values`` as a ``record`` of options, and the names of those that are set.

    What cannot be understood is told in ``faults`` and stays at its default.
    """
    kinds = kinds_of(record)
    given: dict[str, Any] = {}
    for name, value in values.items():
        if name not in kinds:
            faults.append(_unknown(name, tuple(kinds)))
            continue
        problems = list(_problems(kinds[name], value, (name,)))
        faults.extend(problems)
        if not problems and value is not None:
            given[name] = _converted(kinds[name], value, _default(record, name))
    try:
        return record(**given), frozenset(given)
    except ValueError as error:
        faults.append(OptionFault(path=(), message=str(error)))
        return record(), frozenset()


@cache
def kinds_of(record: Any) -> Mapping[str, Any]:
    """The types of the options by name."""
    return get_type_hints(record)


def _default(record: Any, name: str) -> Any:
    field = next(item for item in dataclasses.fields(record) if item.name == name)
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _unknown(name: str, known: tuple[str, ...]) -> OptionFault:
    near = nearest(name, known)
    options = ", ".join(sorted((*known, "severity")))
    hint = f"did you mean “{near}”?" if near else f"known: {options}"
    return OptionFault(path=(name,), message=f"unknown option “{name}”", hint=hint)


def _problems(kind: Any, value: Any, path: tuple[str | int, ...]) -> Iterator[OptionFault]:
    inner = get_args(kind)
    if value is None:
        return
    if get_origin(kind) is dict:
        yield from _mapping_problems(inner[1], value, path)
    elif get_origin(kind) is tuple:
        for index, item in enumerate(value if isinstance(value, list) else [value]):
            place = (*path, index) if isinstance(value, list) else path
            yield from _problems(inner[0], item, place)
    elif not _fits(kind, value):
        name = next(str(step) for step in reversed(path) if isinstance(step, str))
        message = f"{name}: expected {_expectation(kind)}, not “{value}”"
        near = nearest(str(value), _choices(kind)) if _choices(kind) else ""
        yield OptionFault(
            path=path, message=message, hint=f"did you mean “{near}”?" if near else ""
        )


def _mapping_problems(kind: Any, value: Any, path: tuple[str | int, ...]) -> Iterator[OptionFault]:
    if not isinstance(value, dict):
        message = f"{path[-1]}: expected lines of the form name: {_expectation(kind)}"
        yield OptionFault(path=path, message=message)
        return
    for name, item in value.items():
        yield from _problems(kind, item, (*path, name))


def _fits(kind: Any, value: Any) -> bool:
    if kind is bool or isinstance(value, bool):
        return kind is bool and isinstance(value, bool)
    if kind is float:
        return isinstance(value, int | float)
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    if kind is str:
        return isinstance(value, str | int | float)
    return isinstance(value, kind)


def _converted(kind: Any, value: Any, default: Any) -> Any:
    inner = get_args(kind)
    if get_origin(kind) is dict:
        # What is not named keeps its default: {de: 30} leaves English as it was.
        return {**default, **{name: _converted(inner[1], item, 0) for name, item in value.items()}}
    if get_origin(kind) is tuple:
        items = value if isinstance(value, list) else [value]
        return tuple(_converted(inner[0], item, None) for item in items)
    if kind is float:
        return float(value)
    return str(value) if kind is str else value


def _choices(kind: Any) -> tuple[str, ...]:
    return tuple(map(str, get_args(kind))) if get_origin(kind) is Literal else ()


def _expectation(kind: Any) -> str:
    words = {
        int: "a whole number",
        float: "a number",
        int | float: "a number",
        bool: "true or false",
        str: "a text",
    }
    choices = _choices(kind)
    return f"one of {', '.join(choices)}" if choices else words.get(kind, "a value")

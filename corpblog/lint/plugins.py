"""Rules from installed packages, loaded only where the configuration names them."""

from collections.abc import Iterable, Iterator
from typing import Any

from corpblog.diagnostics import Diagnostic
from corpblog.lint.faults import FAULTS
from corpblog.lint.rule import AnyRule, Rule
from corpblog.model.config import Config
from corpblog.model.places import KeyPlaces
from corpblog.model.source import SourceText
from corpblog.nearest import nearest

# The entry-point group: each entry leads to a Rule or to a tuple of them.
GROUP = "corpblog.rules"


def foreign_rules(
    config: Config, source: SourceText, places: KeyPlaces, taken: frozenset[str]
) -> tuple[tuple[AnyRule, ...], tuple[Diagnostic, ...]]:
    """The rules that ``guidelines.plugins`` names, and a fault for each that cannot be used."""
    names = config.guidelines.plugins
    if not names:
        return (), ()
    # Takes longer to import than a small run does.
    from importlib.metadata import entry_points

    rules: list[AnyRule] = []
    told: list[Diagnostic] = []
    offered = {point.name: point for point in entry_points(group=GROUP)}
    for index, name in enumerate(names):
        loaded: tuple[AnyRule, ...] = ()
        if name not in offered:
            near = nearest(name, tuple(offered))
            hint = f"did you mean “{near}”?" if near else "install the package that brings it"
            problem = f"no installed package offers rules called “{name}”"
        else:
            loaded, problem, hint = _load(offered[name], taken | {rule.code for rule in rules})
        rules.extend(loaded)
        if problem:
            span = places(source, ("guidelines", "plugins", index)) or (0, 0)
            place = source.location(*span)
            line = source.line(place.line)
            told.append(FAULTS["LINT010"].at(place, problem, hint=hint, source_line=line))
    return tuple(rules), tuple(told)


def _load(point: Any, taken: frozenset[str]) -> tuple[tuple[AnyRule, ...], str, str]:
    """The rules behind an entry point; or what is wrong with it, and what to do."""
    try:
        loaded = point.load()
    except Exception as error:
        # A foreign package may fail in any way; that is no bug of ours and no reason to stop.
        problem = f"{point.name} cannot be loaded: {type(error).__name__}: {error}"
        return (), problem, "mend or update the package that brings it"
    rules = tuple(_rules_in(loaded))
    if not rules:
        return (), f"{point.name} holds no rules", "its entry point must lead to Rule records"
    twice = next((rule.code for rule in rules if rule.code in taken), "")
    if twice:
        return (), f"{point.name} brings a rule {twice}, which is there already", "rename it"
    return rules, "", ""


def _rules_in(loaded: object) -> Iterator[AnyRule]:
    every: Iterable[object] = loaded if isinstance(loaded, tuple | list) else (loaded,)
    for item in every:
        if isinstance(item, Rule):
            yield item

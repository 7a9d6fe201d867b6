"""Rules from installed packages, loaded only where the configuration names them."""

import dataclasses
import re
from collections.abc import Iterable, Iterator
from typing import Any

from corpblog.diagnostics import Diagnostic, Severity
from corpblog.lint.context import Gate
from corpblog.lint.faults import FAULTS
from corpblog.lint.option_values import kinds_of
from corpblog.lint.rule import AnyRule, Rule
from corpblog.model.config import Config
from corpblog.model.places import KeyPlaces
from corpblog.model.source import SourceText
from corpblog.nearest import nearest
from corpblog.wordlists.grammar import pattern_trouble

# The entry-point group: each entry leads to a Rule or to a tuple of them.
GROUP = "corpblog.rules"
_CODE = re.compile(r"[A-Z]{2,12}[0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


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
            loaded, problem, hint = _load(offered[name], taken | _words(rules))
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
    except (Exception, SystemExit) as error:
        # A foreign package may fail in any way; that is no bug of ours and no reason to stop.
        problem = f"{point.name} cannot be loaded: {type(error).__name__}: {error}"
        return (), problem, "mend or update the package that brings it"
    rules = tuple(_rules_in(loaded))
    if not rules:
        return (), f"{point.name} holds no rules", "its entry point must lead to Rule records"
    known = set(taken)
    for rule in rules:
        trouble = _trouble(rule)
        if trouble:
            return (
                (),
                f"{point.name} brings a rule that cannot be used: {trouble}",
                "mend the package",
            )
        twice = sorted(_words((rule,)) & known)
        if twice:
            problem = f"{point.name} brings a rule {twice[0]}, which is there already"
            return (), problem, "rename it"
        known |= _words((rule,))
    return rules, "", ""


def _words(rules: Iterable[AnyRule]) -> frozenset[str]:
    """Everything by which somebody may name one of ``rules``."""
    return frozenset(word for rule in rules for word in (rule.code, rule.name))


def _trouble(rule: AnyRule) -> str:
    """What makes the record of a rule unusable, in words; empty where it is right."""
    if not isinstance(rule.code, str) or not _CODE.fullmatch(rule.code):
        return f"its code {rule.code!r} is not of the form ACME001"
    if not isinstance(rule.name, str) or not _NAME.fullmatch(rule.name):
        return f"{rule.code} has the name {rule.name!r}, which is not of the form long-sentence"
    if not isinstance(rule.severity, Severity):
        return f"{rule.code} has no severity"
    if not rule.gates or not all(isinstance(gate, Gate) for gate in rule.gates):
        return f"{rule.code} has no gates"
    return _options_trouble(rule) or _phrases_trouble(rule)


def _options_trouble(rule: AnyRule) -> str:
    record: Any = rule.options
    try:
        fields = dataclasses.fields(record)
        record()
        kinds_of(record)
    except Exception as error:
        return f"{rule.code}: its options cannot be used: {error}"
    bad = [field.name for field in fields if field.name == "severity"]
    return f"{rule.code} has an option “severity”, which every rule has" if bad else ""


def _phrases_trouble(rule: AnyRule) -> str:
    for by_lang in rule.phrases.values():
        for pattern in (each for patterns in by_lang.values() for each in patterns):
            trouble = pattern_trouble(pattern)
            if trouble is not None:
                return f"{rule.code}: “{pattern}”: {trouble.message}"
    return ""


def _rules_in(loaded: object) -> Iterator[AnyRule]:
    every: Iterable[object] = loaded if isinstance(loaded, tuple | list) else (loaded,)
    for item in every:
        if isinstance(item, Rule):
            yield item

"""The section ``guidelines.rules`` applied to the table of rules, with all its faults."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corpblog.answers.regions import UnknownRegion, region_named
from corpblog.diagnostics import Diagnostic, Severity
from corpblog.lint.faults import FAULTS
from corpblog.lint.in_force import InForce, RuleSet
from corpblog.lint.option_values import OptionFault, options_from
from corpblog.lint.rule import AnyRule
from corpblog.model.config import Config
from corpblog.model.places import KeyPath, KeyPlaces
from corpblog.model.source import SourceText
from corpblog.nearest import nearest

OFF = "off"
_LEVELS = (OFF, *(severity.value for severity in Severity))


def rules_in_force(
    rules: Iterable[AnyRule], config: Config, source: SourceText, places: KeyPlaces
) -> RuleSet:
    """The rules as ``config`` wants them; ``source`` is its file."""
    table = tuple(rules)
    reader = _Reader(source=source, places=places, faults=[])
    settings = reader.by_code(config.guidelines.rules, table)
    reader.unknown_names(config.guidelines.no_exceptions, table)
    on: list[InForce] = []
    off: list[InForce] = []
    for rule in table:
        name, setting = settings.get(rule.code, ("", {}))
        force, wanted = reader.force(rule, name, setting)
        (on if wanted else off).append(force)
    return RuleSet(rules=tuple(on), off=tuple(off), diagnostics=tuple(reader.faults))


def rule_named(word: str, rules: Iterable[AnyRule]) -> AnyRule | None:
    """The rule with this code or name, in any case."""
    wanted = word.strip().lower()
    return next((rule for rule in rules if wanted in (rule.code.lower(), rule.name)), None)


def nearest_rule(word: str, rules: Iterable[AnyRule]) -> str:
    """The code or name of a rule that may have been meant; empty where none is near."""
    known = [text for rule in rules for text in (rule.code, rule.name)]
    return nearest(word, known) or nearest(word.upper(), known) or ""


class _Reader:
    """Reads the settings of rules and collects what is wrong with them."""

    def __init__(self, *, source: SourceText, places: KeyPlaces, faults: list[Diagnostic]) -> None:
        self.source = source
        self.places = places
        self.faults = faults

    def unknown_names(self, words: Iterable[str], table: tuple[AnyRule, ...]) -> None:
        """Tell of each rule under ``no_exceptions`` that there is not."""
        for index, word in enumerate(words):
            if rule_named(word, table) is None:
                self._unknown(word, ("no_exceptions", index), table)

    def by_code(
        self, raw: Mapping[str, Any], table: tuple[AnyRule, ...]
    ) -> Mapping[str, tuple[str, Any]]:
        """Settings by the code of the rule, with the name under which each of them stands."""
        found: dict[str, tuple[str, Any]] = {}
        for word, setting in raw.items():
            rule = rule_named(str(word), table)
            if rule is None:
                self._unknown(str(word), ("rules", word), table)
            elif rule.code in found:
                message = f"{rule.code} is set twice, also as “{found[rule.code][0]}”"
                self._tell("LINT002", ("rules", word), message, "keep one of the two")
            else:
                found[rule.code] = (str(word), setting)
        return found

    def force(self, rule: AnyRule, name: str, setting: Any) -> tuple[InForce, bool]:
        """``rule`` with its setting, and whether it is on."""
        values: Mapping[str, Any] = setting if isinstance(setting, dict) else {"severity": setting}
        path = ("severity",) if isinstance(setting, dict) else ()
        level = self._level(values.get("severity"), name, path)
        faults: list[OptionFault] = []
        plain = {key: value for key, value in values.items() if key != "severity"}
        options, changed = options_from(rule.options, plain, faults)
        for fault in faults:
            message = f"{rule.code}: {fault.message}"
            self._tell("LINT002", ("rules", name, *fault.path), message, fault.hint)
        severity = Severity(level) if level and level != OFF else None
        force = InForce(rule=rule, options=options, severity=severity, changed=changed)
        return force, level != OFF

    def _level(self, level: Any, name: str, path: KeyPath) -> str | None:
        if level is None or level in _LEVELS:
            return level if level is None else str(level)
        if level is False:  # what a person means by ``false``, and YAML 1.1 by ``off``
            return OFF
        near = nearest(str(level), _LEVELS)
        hint = f"did you mean “{near}”?" if near else f"one of {', '.join(_LEVELS)}, or options"
        self._tell("LINT002", ("rules", name, *path), f"{name}: “{level}” is no severity", hint)
        return None

    def _unknown(self, word: str, path: KeyPath, table: tuple[AnyRule, ...]) -> None:
        near = nearest_rule(word, table)
        hint = f"did you mean {near}?" if near else "see them with: corpblog rules"
        self._tell("LINT001", path, f"there is no rule “{word}”", hint)

    def _tell(self, code: str, path: KeyPath, message: str, hint: str) -> None:
        span = self.places(self.source, ("guidelines", *path)) or (0, 0)
        place = self.source.location(*span)
        line = self.source.line(place.line)
        self.faults.append(FAULTS[code].at(place, message, hint=hint, source_line=line))


def region_fault(config: Config, source: SourceText, places: KeyPlaces) -> Iterator[Diagnostic]:
    """That nobody knows the public holidays of the region, if it is so."""
    name = config.guidelines.holidays.region
    if not name.strip():
        return
    try:
        region_named(name)
    except UnknownRegion as error:
        path = ("guidelines", "holidays", "region")
        place = source.location(*(places(source, path) or (0, 0)))
        hint = f"did you mean “{error.nearest}”?" if error.nearest else "for example DE-BW"
        message = f"region: nobody knows the public holidays of “{name}”"
        line = source.line(place.line)
        yield FAULTS["LINT002"].at(place, message, hint=hint, source_line=line)

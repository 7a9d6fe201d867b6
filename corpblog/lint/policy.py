"""The policy in force as readers may see it: each rule in words, with options and exceptions."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from corpblog.lint.help import help_of
from corpblog.lint.in_force import InForce, RuleSet
from corpblog.lint.wording import Wording
from corpblog.model.policy import Policy, RuleInForce, Suppression


def policy_of(rules: RuleSet, suppressions: Iterable[Suppression] = ()) -> Policy:
    """All rules by code, those that are off too, and who excepted what."""
    every = [(force, False) for force in rules.rules] + [(force, True) for force in rules.off]
    listed = sorted(every, key=lambda item: item[0].rule.code)
    return Policy(
        rules=tuple(in_words(force, off=off) for force, off in listed),
        suppressions=tuple(sorted(suppressions, key=lambda item: (item.location, item.rules))),
    )


def in_words(force: InForce, *, off: bool) -> RuleInForce:
    """One rule for people and programs."""
    rule = force.rule
    told = help_of(rule.help)
    severity = "off" if off else (force.severity or rule.severity).value
    return RuleInForce(
        code=rule.code,
        name=rule.name,
        severity=severity,
        gate=" ".join(gate.value for gate in rule.gates),
        summary=_by_lang(told.summary),
        why=_by_lang(told.why),
        instead=_by_lang(told.instead),
        options=options_of(force.options),
        changed=force.changed,
    )


def options_of(options: Any) -> dict[str, Any]:
    """The options of a rule by name."""
    return {field.name: getattr(options, field.name) for field in fields(options)}


def _by_lang(wording: Wording) -> dict[str, str]:
    return {"en": wording.en, "de": wording.de}

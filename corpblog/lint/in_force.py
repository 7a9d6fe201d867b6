"""Which rules a site enforces, how severely and with which options: the configuration applied."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from corpblog.diagnostics import Diagnostic, Severity
from corpblog.lint.rule import AnyRule


@dataclass(frozen=True, kw_only=True, slots=True)
class InForce:
    """A rule with its options; ``severity`` replaces all levels of the rule where it is set."""

    rule: AnyRule
    options: Any
    severity: Severity | None = None
    changed: frozenset[str] = frozenset()

    def weighs(self, found: Severity | None) -> Severity:
        """How much a finding weighs that the rule itself gives this severity."""
        return self.severity or found or self.rule.severity


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleSet:
    """All rules in force, those switched off, and what is wrong with their settings."""

    rules: tuple[InForce, ...]
    off: tuple[InForce, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def with_defaults(rules: Iterable[AnyRule]) -> RuleSet:
    """Every rule as it comes."""
    return RuleSet(rules=tuple(InForce(rule=rule, options=rule.options()) for rule in rules))

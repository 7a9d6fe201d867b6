"""The policy in force: rules with their severities and options, and what was allowed by whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from corpblog.diagnostics import Location


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleInForce:
    """A rule as this site enforces it; ``severity`` is off, info, warning or error.

    ``options`` are all of them by name, ``changed`` those that the configuration sets. Texts are
    by language (en, de).
    """

    code: str
    name: str
    severity: str
    gate: str
    summary: Mapping[str, str]
    why: Mapping[str, str]
    instead: Mapping[str, str]
    options: Mapping[str, Any] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Suppression:
    """A finding that a named person accepts: ``by`` is an author's id; ``until`` the last day.

    ``origin`` is comment (in the text), key (``lint_allow``) or approval; ``used`` counts the
    findings that it silenced.
    """

    rules: tuple[str, ...]
    reason: str
    by: str
    location: Location
    until: date | None = None
    origin: str = "comment"
    used: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """What the page "rules in force" shows."""

    rules: tuple[RuleInForce, ...] = ()
    suppressions: tuple[Suppression, ...] = ()

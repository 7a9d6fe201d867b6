"""What a report is about: diagnostics in order, with how many there are of each kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from corpblog.diagnostics import Diagnostic, Severity, in_order
from corpblog.model.policy import RuleInForce


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """Counts of a run: ``files`` source files and ``words`` of prose were looked at."""

    errors: int = 0
    warnings: int = 0
    infos: int = 0
    suppressed: int = 0
    baseline: int = 0
    files: int = 0
    words: int = 0


class Acceptance(StrEnum):
    """Why a finding counts no more: a named person allowed it, or it was there before."""

    SUPPRESSED = "suppressed"
    BASELINE = "baseline"


@dataclass(frozen=True, kw_only=True, slots=True)
class Accepted:
    """A finding that was accepted; ``by`` is the id of the person, empty for the baseline."""

    diagnostic: Diagnostic
    kind: Acceptance
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """Diagnostics by path, line, column and code, and their summary.

    ``accepted`` are not among the diagnostics. ``rules`` tell programs what the codes mean, in
    ``lang`` where they can. ``folder`` leads from where the run was started (in CI the top of the
    repository) to the site, with ``/``; it is empty where both are the same.
    """

    diagnostics: tuple[Diagnostic, ...]
    summary: Summary
    accepted: tuple[Accepted, ...] = ()
    rules: tuple[RuleInForce, ...] = ()
    lang: str = "en"
    folder: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How a report may look: ``width`` in columns is 0 where nobody watches (a file, a pipe)."""

    colour: bool = False
    width: int = 0


def findings(
    diagnostics: Iterable[Diagnostic],
    *,
    accepted: Iterable[Accepted] = (),
    suppressed: int = 0,
    baseline: int = 0,
    files: int = 0,
    words: int = 0,
    rules: Iterable[RuleInForce] = (),
    lang: str = "en",
    folder: str = "",
) -> Findings:
    """The diagnostics of a run, sorted and counted.

    ``accepted`` ones are counted too; ``suppressed`` and ``baseline`` count those beside them of
    which only the number is known.
    """
    ordered = in_order(diagnostics)
    severities = [item.severity for item in ordered]
    known = _in_order(accepted)
    kinds = [item.kind for item in known]
    return Findings(
        diagnostics=ordered,
        accepted=known,
        rules=tuple(sorted(rules, key=lambda rule: rule.code)),
        lang=lang,
        folder=folder.strip("/"),
        summary=Summary(
            errors=severities.count(Severity.ERROR),
            warnings=severities.count(Severity.WARNING),
            infos=severities.count(Severity.INFO),
            suppressed=suppressed + kinds.count(Acceptance.SUPPRESSED),
            baseline=baseline + kinds.count(Acceptance.BASELINE),
            files=files,
            words=words,
        ),
    )


def _in_order(accepted: Iterable[Accepted]) -> tuple[Accepted, ...]:
    """Accepted findings by path, line, column and code, each told once."""
    unique = {
        (
            item.diagnostic.location,
            item.diagnostic.code,
            item.diagnostic.message,
            item.kind,
            item.reason,
            item.by,
        ): item
        for item in accepted
    }
    return tuple(unique[key] for key in sorted(unique))

"""Which findings are accepted, and what is wrong with the exceptions that somebody wrote."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from corpblog.diagnostics import Diagnostic, Location
from corpblog.lint.allowances import Allowance
from corpblog.lint.context import Gate
from corpblog.lint.faults import FAULTS
from corpblog.lint.rule import AnyRule
from corpblog.lint.settings import nearest_rule, rule_named
from corpblog.lint.telling import Found
from corpblog.model.author import Author
from corpblog.model.policy import Suppression
from corpblog.nearest import nearest

LEAST_REASON = 3
_PLACEHOLDERS = re.compile(
    r"(?i)\b(?:todo|tbd|fixme|xxx+|n/?a|asdf|lorem|placeholder|reason|grund|begründung folgt|why)\b"
    r"|\.\.\.|…"
)
_FORM = '<!-- corpblog-allow JARG001 reason="quoted product category" by="jana-weiss" -->'


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Judge:
    """What decides whether an exception holds.

    ``table`` are all rules that there are, ``running`` the codes of those in this run,
    ``forbidden`` the codes that the configuration lets nobody except in a text.
    """

    table: tuple[AnyRule, ...]
    running: frozenset[str]
    authors: Mapping[str, Author]
    gate: Gate
    today: date
    forbidden: frozenset[str] = frozenset()


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Settled:
    """Findings that count, those accepted with their exception, and faults of exceptions."""

    found: tuple[Found, ...]
    accepted: tuple[tuple[Found, Suppression], ...]
    faults: tuple[Diagnostic, ...]
    suppressions: tuple[Suppression, ...]


def settle(found: Iterable[Found], allowances: Sequence[Allowance], judge: Judge) -> Settled:
    """Apply ``allowances`` to ``found``.

    What is wrong with the exceptions themselves is told in checks of sources alone.
    """
    wrong = [tuple(_faults(each, judge)) for each in allowances]
    faults = [fault for each in wrong for fault in each] if judge.gate is Gate.PR else []
    good = [each for each, told in zip(allowances, wrong, strict=True) if not told]
    codes = [_codes(each, judge.table) for each in good]
    used = [Counter[str]() for _ in good]
    counting: list[Found] = []
    silenced: list[tuple[Found, int]] = []
    by_path = _by_path(good)
    for item in found:
        index = _accepting(item, good, codes, by_path)
        if index is None:
            counting.append(item)
        else:
            used[index][item.diagnostic.code] += 1
            silenced.append((item, index))
    records = tuple(map(_record, good, codes, map(Counter.total, used)))
    faults.extend(_stale(good, codes, used, judge))
    return Settled(
        found=tuple(counting),
        accepted=tuple((item, records[index]) for item, index in silenced),
        faults=tuple(faults),
        suppressions=records,
    )


def _by_path(good: Sequence[Allowance]) -> Mapping[str, Sequence[int]]:
    """The exceptions of each file, the nearest first: inner ones before those around them."""
    found: dict[str, list[int]] = {}
    for index in sorted(range(len(good)), key=lambda index: _nearness(good[index]), reverse=True):
        allowance = good[index]
        for path in {allowance.location.path, allowance.page} - {""}:
            found.setdefault(path, []).append(index)
    return found


def _nearness(allowance: Allowance) -> tuple[bool, tuple[int, int], Location]:
    return not allowance.whole, allowance.start, allowance.location


def _accepting(
    item: Found,
    good: Sequence[Allowance],
    codes: Sequence[frozenset[str]],
    by_path: Mapping[str, Sequence[int]],
) -> int | None:
    """Which exception accepts the finding."""
    place = item.diagnostic.location
    for index in by_path.get(place.path, ()):
        if item.diagnostic.code in codes[index] and good[index].covers(place):
            return index
    return None


def _codes(allowance: Allowance, table: tuple[AnyRule, ...]) -> frozenset[str]:
    named = (rule_named(word, table) for word in allowance.rules)
    return frozenset(rule.code for rule in named if rule is not None)


def _faults(allowance: Allowance, judge: Judge) -> Iterator[Diagnostic]:
    """What makes an exception void."""
    if allowance.problem:
        yield _fault("LINT004", allowance, allowance.problem, _FORM)
    if not allowance.rules:
        yield _fault("LINT004", allowance, "this exception names no rule", _FORM)
    for word in allowance.rules:
        yield from _rule_faults(word, allowance, judge)
    if allowance.origin != "approval":
        yield from _reason_faults(allowance)
    yield from _person_faults(allowance, judge.authors)


def _rule_faults(word: str, allowance: Allowance, judge: Judge) -> Iterator[Diagnostic]:
    rule = rule_named(word, judge.table)
    if rule is None:
        near = nearest_rule(word, judge.table)
        hint = f"did you mean {near}?" if near else "see them with: corpblog rules"
        yield _fault("LINT001", allowance, f"there is no rule “{word}”", hint)
    elif rule.legal and allowance.origin != "approval":
        message = f"{rule.code} guards a duty of law: the text cannot lift it"
        hint = f"mend it, or record who released it: approvals: [{{rule: {rule.code}, …}}]"
        yield _fault("LINT007", allowance, message, hint)
    elif rule.code in judge.forbidden and allowance.origin != "approval":
        message = f"the configuration allows no exception from {rule.code}"
        yield _fault("LINT007", allowance, message, "mend what the rule found")


def _reason_faults(allowance: Allowance) -> Iterator[Diagnostic]:
    words = allowance.reason.split()
    if not words:
        yield _fault("LINT004", allowance, "this exception gives no reason", _FORM)
    elif len(words) < LEAST_REASON or _PLACEHOLDERS.search(allowance.reason):
        message = f"“{allowance.reason}” is no reason"
        hint = f"say in {LEAST_REASON} words or more why readers are better off with it"
        yield _fault("LINT004", allowance, message, hint)


def _person_faults(allowance: Allowance, authors: Mapping[str, Author]) -> Iterator[Diagnostic]:
    if not allowance.by:
        message = "this exception names nobody who answers for it"
        yield _fault("LINT004", allowance, message, 'add the id of a person: by="jana-weiss"')
    elif allowance.by not in authors and allowance.origin != "approval":
        near = nearest(allowance.by, tuple(authors))
        hint = f"did you mean “{near}”?" if near else "name a file of authors/, without .md"
        yield _fault("LINT004", allowance, f"there is no profile “{allowance.by}”", hint)


def _stale(
    good: Sequence[Allowance],
    codes: Sequence[frozenset[str]],
    used: Sequence[Mapping[str, int]],
    judge: Judge,
) -> Iterator[Diagnostic]:
    """Exceptions that silence nothing, and those whose time is over."""
    for allowance, named, counts in zip(good, codes, used, strict=True):
        idle = named.intersection(judge.running).difference(counts)
        late = allowance.until is not None and allowance.until < judge.today
        if judge.gate is Gate.SCHED and late:
            message = f"this exception from {', '.join(sorted(named))} ended on {allowance.until}"
            yield _fault("LINT006", allowance, message, "mend the text, or decide again")
        # A release says that somebody looked; it need not silence anything.
        elif idle and allowance.origin != "approval":
            rules = ", ".join(sorted(idle))
            message = f"this exception from {rules} silences nothing"
            hint = "delete it" if idle == named else f"take {rules} out of it"
            yield _fault("LINT005", allowance, message, hint)


def _fault(code: str, allowance: Allowance, message: str, hint: str) -> Diagnostic:
    return FAULTS[code].at(
        allowance.location, message, hint=hint, source_line=allowance.source_line
    )


def _record(allowance: Allowance, codes: frozenset[str], used: int) -> Suppression:
    return Suppression(
        rules=tuple(sorted(codes)),
        reason=allowance.reason,
        by=allowance.by,
        location=allowance.location,
        until=allowance.until,
        origin=allowance.origin,
        used=used,
    )

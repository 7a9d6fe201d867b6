"""The findings that an old blog has already: known, counted, and only ever fewer."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from corpblog.diagnostics import Diagnostic, Location, Severity
from corpblog.lint.faults import FAULTS
from corpblog.lint.telling import Found

VERSION = 1
_DIGITS = 16


@dataclass(frozen=True, kw_only=True, slots=True)
class Baseline:
    """Known findings: path -> ``CODE hash`` -> how many of them."""

    counts: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sifted:
    """Findings that are new, those that are known, and what the baseline holds in vain."""

    new: tuple[Found, ...]
    known: tuple[Found, ...]
    stale: Mapping[str, Mapping[str, int]]


def baseline_of(found: Iterable[Found]) -> Baseline:
    """Everything that was found and could fail a run."""
    counts: dict[str, Counter[str]] = {}
    for item in found:
        if item.diagnostic.severity is not Severity.INFO:
            counts.setdefault(item.diagnostic.location.path, Counter())[_name(item)] += 1
    return Baseline(counts=counts)


def sift(found: Iterable[Found], baseline: Baseline, unread: Collection[str] = ()) -> Sifted:
    """Tell new findings from those that ``baseline`` knows, each known one counted once.

    Of files that could not be read (``unread``) nobody knows whether they were mended.
    """
    left = {path: Counter(entries) for path, entries in baseline.counts.items()}
    new: list[Found] = []
    known: list[Found] = []
    for item in found:
        entries = left.get(item.diagnostic.location.path, Counter())
        name = _name(item)
        if entries[name] > 0:
            entries[name] -= 1
            known.append(item)
        else:
            new.append(item)
    stale = {
        path: dict(+entries) for path, entries in left.items() if +entries and path not in unread
    }
    return Sifted(new=tuple(new), known=tuple(known), stale=stale)


def shrunk(baseline: Baseline, found: Iterable[Found], unread: Collection[str] = ()) -> Baseline:
    """``baseline`` without what is mended; nothing is added.

    What it knows of files that could not be read (``unread``) stays.
    """
    present = baseline_of(found).counts
    counts: dict[str, dict[str, int]] = {}
    for path, entries in baseline.counts.items():
        here = present.get(path, {})
        kept = {
            name: count if path in unread else min(count, here.get(name, 0))
            for name, count in entries.items()
        }
        counts[path] = {name: count for name, count in kept.items() if count}
    return Baseline(counts={path: entries for path, entries in counts.items() if entries})


def stale_faults(stale: Mapping[str, Mapping[str, int]], file: str) -> Iterable[Diagnostic]:
    """One fault for each file that has been mended since."""
    for path, entries in sorted(stale.items()):
        codes = Counter[str]()
        for name, count in entries.items():
            codes[name.split(" ")[0]] += count
        listed = ", ".join(f"{count} × {code}" for code, count in sorted(codes.items()))
        message = f"{path} has been mended: {listed} in the baseline can go"
        hint = "run: corpblog lint --update-baseline"
        yield FAULTS["LINT009"].at(Location(path=file), message, hint=hint)


def written(baseline: Baseline) -> bytes:
    """The file of a baseline: sorted, so that two branches merge well."""
    ordered = {
        path: {name: entries[name] for name in sorted(entries)}
        for path, entries in sorted(baseline.counts.items())
    }
    shape = {"version": VERSION, "findings": ordered}
    return (json.dumps(shape, indent=1, ensure_ascii=False) + "\n").encode()


def parsed(text: str) -> Baseline:
    """The baseline in ``text``. Raises ValueError with plain words where it is none."""
    try:
        shape = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"line {error.lineno} is no JSON: {error.msg}") from None
    except RecursionError:
        raise ValueError("it is nested too deep to be one") from None
    if not isinstance(shape, dict) or not isinstance(shape.get("findings"), dict):
        raise ValueError("it holds no “findings”")
    if shape.get("version") != VERSION:
        raise ValueError(f"it is of version {shape.get('version')}, this corpblog reads {VERSION}")
    counts: dict[str, dict[str, int]] = {}
    for path, entries in shape["findings"].items():
        if not isinstance(entries, dict) or not all(map(_is_count, entries.values())):
            raise ValueError(f"the entry {path} has no counts")
        counts[path] = entries
    return Baseline(counts=counts)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _name(item: Found) -> str:
    """A finding as the baseline knows it: line numbers and wrapping do not count."""
    about = item.sentence or item.diagnostic.message
    digest = hashlib.sha256(about.encode("utf-8", "replace")).hexdigest()[:_DIGITS]
    return f"{item.diagnostic.code} {digest}"

"""A site that was read, judged: which rules are in force, what they find, and what of it counts."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote

from corpblog.diagnostics import CorpblogError, Diagnostic, Location
from corpblog.files import write_atomically
from corpblog.history.changed_lines import changed_lines
from corpblog.lint.baseline import (
    Baseline,
    baseline_of,
    parsed,
    shrunk,
    sift,
    stale_faults,
    written,
)
from corpblog.lint.built import output_of
from corpblog.lint.context import Gate
from corpblog.lint.engine import Ask, exceptions_of, lint, lint_built
from corpblog.lint.faults import FAULTS
from corpblog.lint.house_lists import house_lists
from corpblog.lint.in_force import RuleSet, with_defaults
from corpblog.lint.one_text import OneText, SingleTexts
from corpblog.lint.plugins import foreign_rules
from corpblog.lint.policy import policy_of
from corpblog.lint.rules import RULES
from corpblog.lint.settings import region_fault, rules_in_force
from corpblog.lint.since import blame
from corpblog.lint.telling import Found
from corpblog.model.page import Page
from corpblog.model.policy import Policy, Suppression
from corpblog.model.post import Post
from corpblog.model.site import Site
from corpblog.read.built import read_built
from corpblog.read.image_facts import read_document_facts, read_image_facts
from corpblog.read.key_places import key_place
from corpblog.wordlists.entries import Entry

# Where a site's own memory lies: staged pages, the lock, what the last build wrote.
STATE_FOLDER = ".corpblog"
# Where the known findings of an old blog stand, unless the command line says otherwise.
BASELINE_FILE = "lint-baseline.json"


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckOptions:
    """What a person asks of a check.

    ``paths`` are files or folders relative to the site, all of it if empty; ``memory`` is the
    folder in which finished work is remembered.
    """

    paths: tuple[str, ...] = ()
    gate: Gate = Gate.PR
    since: str = ""
    baseline: Path | None = None
    update_baseline: bool = False
    jobs: int = 0
    memory: Path | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What counts of all that was found, and what does not.

    ``faults`` are those of the linter's own settings; ``known`` findings stand in the baseline;
    ``left_out`` are older than the changes that were asked about. ``times`` are seconds by rule.
    """

    found: tuple[Found, ...]
    faults: tuple[Diagnostic, ...]
    accepted: tuple[tuple[Found, Suppression], ...] = ()
    known: tuple[Found, ...] = ()
    left_out: int = 0
    files: int = 0
    words: int = 0
    policy: Policy = field(default_factory=Policy)
    times: Mapping[str, float] = field(default_factory=dict)
    baseline_size: int | None = None

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that counts."""
        return (*self.faults, *(item.diagnostic for item in self.found))


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """The rules of a site, built-in and its own, and the further entries of its word lists."""

    rules: RuleSet
    entries: Mapping[str, tuple[Entry, ...]]
    faults: tuple[Diagnostic, ...]


def table_of(site: Site) -> Table:
    """All rules there are for ``site``, with its settings applied."""
    taken = frozenset(word for rule in RULES for word in (rule.code, rule.name))
    foreign, plugin_faults = foreign_rules(site.config, site.config_source, key_place, taken)
    house = house_lists(site, taken | {rule.code for rule in foreign})
    every = (*RULES, *foreign, *house.rules)
    rules = rules_in_force(every, site.config, site.config_source, key_place)
    region = region_fault(site.config, site.config_source, key_place)
    faults = (*plugin_faults, *house.diagnostics, *rules.diagnostics, *region)
    return Table(rules=rules, entries=house.entries, faults=faults)


def policy_for(site: Site) -> Policy:
    """The rules in force and the exceptions from them, for the page that shows both."""
    table = table_of(site)
    ask = Ask(rules=table.rules, places=key_place)
    return policy_of(table.rules, exceptions_of(site, ask))


def default_table() -> Table:
    """The rules as they come, for somebody who stands in no site."""
    return Table(rules=with_defaults(RULES), entries={}, faults=())


def judge(site: Site, options: CheckOptions) -> Verdict:
    """Run the linter over ``site``. Raises CorpblogError where it cannot know what counts."""
    changes = changed_lines(site.root, options.since) if options.since else None
    baseline = _baseline(site.root, options)
    table = table_of(site)
    gone = changes.removed if changes else frozenset[str]()
    outcome = lint(site, _ask(site, options, table, gone))
    size = None
    if options.update_baseline:
        baseline = (
            shrunk(baseline, outcome.found, site.unreadable)
            if baseline
            else baseline_of(outcome.found)
        )
        size = _write(site.root, options, baseline)
    sifted = sift(outcome.found, baseline or Baseline(counts={}), site.unreadable)
    blamed = blame(sifted.new, outcome.faults, changes)
    stale = () if options.since else stale_faults(sifted.stale, _file(options).name)
    faults = (item for item in blamed.faults if _asked_for(item, options.paths))
    return Verdict(
        found=tuple(item for item in blamed.found if _asked_for(item.diagnostic, options.paths)),
        faults=(*table.faults, *faults, *stale),
        accepted=outcome.accepted,
        known=sifted.known,
        left_out=blamed.left_out,
        files=outcome.files,
        words=outcome.words,
        policy=policy_of(table.rules, outcome.suppressions),
        times=outcome.times,
        baseline_size=size,
    )


def _ask(site: Site, options: CheckOptions, table: Table, gone: frozenset[str]) -> Ask:
    return Ask(
        rules=table.rules,
        places=key_place,
        gate=options.gate,
        now=site.now,
        images={**read_image_facts(site), **read_document_facts(site)},
        entries=table.entries,
        jobs=options.jobs,
        memory=options.memory,
        gone=gone,
    )


def judge_built(site: Site, folder: Path) -> Verdict:
    """Hold the pages in ``folder`` against the sources that they were built of.

    Raises CorpblogError where ``folder`` holds no built site.
    """
    table = table_of(site)
    built = read_built(folder, os.path.relpath(folder, site.root).replace(os.sep, "/"))
    outcome = lint_built(output_of(site, built), Ask(rules=table.rules, places=key_place))
    return Verdict(
        found=outcome.found,
        faults=(*table.faults, *outcome.faults),
        accepted=outcome.accepted,
        files=outcome.files,
        words=outcome.words,
        policy=policy_of(table.rules, outcome.suppressions),
        times=outcome.times,
    )


def _showing_files_of(site: Site, path: str) -> Site:
    """``site`` with only those files that the text at ``path`` may show: all are too many to read.

    A text shows a file by its name, in its own words or in its front matter.
    """
    texts: tuple[Post | Page, ...] = (*site.posts, *site.hidden, *site.pages)
    sources = (text.source for text in texts if text.source.path == path)
    words = next((unquote(source.text) for source in sources), "")
    named = {
        place: asset
        for place, asset in site.assets.items()
        if asset.label.rpartition("/")[2] in words
    }
    return replace(site, assets=named)


@dataclass(frozen=True, kw_only=True, slots=True)
class TextVerdict:
    """One text judged: what counts, how many findings of it the baseline knows."""

    one: OneText
    diagnostics: tuple[Diagnostic, ...]
    known: int = 0


def judge_text(site: Site, path: str, lang: str, texts: SingleTexts) -> TextVerdict | None:
    """Run the linter over the post or page at the source ``path``, as it stands in ``site``.

    None where there is none. Raises CorpblogError where the baseline cannot be read.
    """
    options = CheckOptions(jobs=1)
    baseline = _baseline(site.root, options) or Baseline(counts={})
    table = table_of(site)
    shown = _showing_files_of(site, path)
    ask = replace(_ask(shown, options, table, frozenset()), now=None)
    one = texts.examine_one(site, ask, path, lang)
    if one is None:
        return None
    sifted = sift(one.found, baseline)
    told = (*one.faults, *(item.diagnostic for item in sifted.new))
    return TextVerdict(one=one, diagnostics=told, known=len(sifted.known))


def _asked_for(item: Diagnostic, paths: tuple[str, ...]) -> bool:
    place = item.location.path
    return not paths or any(place == path or place.startswith(f"{path}/") for path in paths)


def _file(options: CheckOptions) -> Path:
    return options.baseline or Path(BASELINE_FILE)


def _baseline(root: Path, options: CheckOptions) -> Baseline | None:
    """The known findings; None where there are none, or where they do not matter."""
    file = root / _file(options)
    if options.gate is not Gate.PR:
        return None
    try:
        return parsed(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if options.baseline is None or options.update_baseline:
            return None
        raise _bad_baseline(file, "this file does not exist") from None
    except UnicodeDecodeError as error:
        raise _bad_baseline(file, "this baseline cannot be read: it is no UTF-8 text") from error
    except (ValueError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise _bad_baseline(file, f"this baseline cannot be read: {reason}") from error


def _bad_baseline(file: Path, message: str) -> CorpblogError:
    hint = (
        "restore it from the repository; or delete what is there and make it anew with "
        "--update-baseline, which accepts all that is found today"
    )
    return CorpblogError(
        diagnostics=(FAULTS["LINT008"].at(Location(path=file.name), message, hint=hint),)
    )


def _write(root: Path, options: CheckOptions, baseline: Baseline) -> int:
    """Write the baseline; how many findings it knows."""
    file = (root / _file(options)).absolute()
    write_atomically(file.parent, file.name, written(baseline))
    return sum(sum(entries.values()) for entries in baseline.counts.values())

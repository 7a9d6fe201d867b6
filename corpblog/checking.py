"""The journey of a check: read a site, hold it to its guidelines, mend what is safe to mend."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from corpblog.collector import without_collector
from corpblog.diagnostics import Diagnostic, in_order
from corpblog.judging import (
    STATE_FOLDER,
    CheckOptions,
    Table,
    Verdict,
    default_table,
    judge,
    judge_built,
    table_of,
)
from corpblog.lint.context import Gate
from corpblog.mending import mend
from corpblog.model.site import Site
from corpblog.read.site import ReadOptions, read_site


@dataclass(frozen=True, kw_only=True, slots=True)
class LintOptions:
    """What a person asks of a check; ``paths`` are relative to the site, all of it if empty."""

    paths: tuple[str, ...] = ()
    environment: str = ""
    now: datetime | None = None
    scheduled: bool = False
    built: Path | None = None
    since: str = ""
    baseline: Path | None = None
    update_baseline: bool = False
    fix: bool = False
    jobs: int = 0
    cache: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckReport:
    """What a check found; no verdict where the site could not be read.

    ``mended`` counts the places that were changed; ``lang`` is the language of the site.
    """

    diagnostics: tuple[Diagnostic, ...]
    verdict: Verdict | None = None
    mended: int = 0
    lang: str = "en"


def check(root: Path, options: LintOptions) -> CheckReport:
    """Hold the site in the folder ``root`` against its guidelines; nothing is published.

    Raises CorpblogError where nobody could know what counts: an unknown revision, a baseline that
    cannot be read, an output folder that is none.
    """
    with without_collector():
        read = read_site(root, _read_options(options))
        if read.site is None:
            return CheckReport(diagnostics=in_order(read.diagnostics))
        verdict = _verdict(read.site, options)
        mended = mend(read.site, verdict.found) if options.fix else 0
        if mended:
            # What is left is told of the texts as they are now.
            again = check(root, replace(options, fix=False))
            return replace(again, mended=mended)
        return CheckReport(
            diagnostics=in_order((*read.diagnostics, *verdict.diagnostics)),
            verdict=verdict,
            lang=read.site.lang,
        )


def rules_of(root: Path | None) -> Table:
    """The rules of the site in ``root``, or those that come with corpblog."""
    site = read_site(root, ReadOptions()).site if root else None
    return table_of(site) if site else default_table()


def _read_options(options: LintOptions) -> ReadOptions:
    """A check of sources sees every dated post: no verdict may change by the clock alone."""
    dated = not options.scheduled and options.built is None
    return ReadOptions(
        environment=options.environment, now=options.now, future=dated, expired=dated
    )


def _verdict(site: Site, options: LintOptions) -> Verdict:
    memory = site.root / STATE_FOLDER if options.cache else None
    wanted = CheckOptions(
        paths=options.paths,
        gate=Gate.SCHED if options.scheduled else Gate.PR,
        since=options.since,
        baseline=options.baseline,
        update_baseline=options.update_baseline,
        jobs=options.jobs,
        memory=memory,
    )
    return judge_built(site, options.built) if options.built else judge(site, wanted)

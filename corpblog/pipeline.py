"""READ THIS FIRST: the whole journey of a build, from a folder of sources to a published site.

The journey of a check, which makes no pages, is checking.py.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from corpblog.collector import without_collector
from corpblog.diagnostics import (
    CorpblogError,
    Diagnostic,
    Severity,
    has_errors,
    in_order,
)
from corpblog.judging import STATE_FOLDER, CheckOptions, judge, policy_for
from corpblog.model.output import StagedFile
from corpblog.model.site import Site
from corpblog.parallel import workers_for
from corpblog.read.site import SOURCE_FOLDERS, ReadOptions, read_site
from corpblog.render.check import check_links
from corpblog.render.foreign_requests import foreign_requests
from corpblog.render.hosts import host_files, own_host
from corpblog.render.plan import Plan, plan
from corpblog.shares import Put, make_outputs
from corpblog.write.publish import Published
from corpblog.write.staging import Staging

# What is built for this environment is meant for readers, so the guidelines must hold.
PRODUCTION = "production"


@dataclass(frozen=True, kw_only=True, slots=True)
class BuildOptions:
    """What a person asks of a build; ``jobs`` 0 lets the build choose how many processes."""

    out: Path | None = None
    environment: str = ""
    drafts: bool = False
    future: bool = False
    expired: bool = False
    now: datetime | None = None
    jobs: int = 0
    strict: bool = False


class Progress(Protocol):
    """Told how far a stage of the build is: pieces done, and all pieces (0 if unknown)."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class BuildReport:
    """What a build did: its findings, its numbers, and the seconds each stage took.

    ``base`` is the path below which the pages expect to stand: "/", or "/blog/".
    """

    diagnostics: tuple[Diagnostic, ...]
    out: Path
    base: str = "/"
    published: bool = False
    posts: int = 0
    pages: int = 0
    authors: int = 0
    files: int = 0
    written: int = 0
    unchanged: int = 0
    removed: int = 0
    stages: tuple[tuple[str, float], ...] = ()
    workers: int = 1


@dataclass(kw_only=True)
class _Run:
    """One build on its way: where it goes, what it found so far, how long its stages took."""

    out: Path
    told: list[Diagnostic] = field(default_factory=list)
    stages: list[tuple[str, float]] = field(default_factory=list)
    workers: int = 1

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.stages.append((name, time.perf_counter() - began))


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def build(root: Path, options: BuildOptions, progress: Progress = silent) -> BuildReport:
    """Build the site in the folder ``root``; on any error the last good site stays as it was."""
    with without_collector():
        run = _Run(out=options.out or root / "public")
        progress("reading", 0, 0)
        with run.stage("read"):
            result = read_site(root, _read_options(options))
        run.told.extend(result.diagnostics)
        if result.site is None:
            return BuildReport(diagnostics=in_order(run.told), out=run.out)
        run.out = options.out or root / result.site.config.build.out
        with run.stage("plan"):
            planned = plan(result.site, policy=policy_for(result.site))
        run.told.extend(planned.diagnostics)
        if options.strict or options.environment == PRODUCTION:
            with run.stage("lint"):
                run.told.extend(_guidelines(result.site))
        published = _publish(result.site, planned, options, progress, run)
        return _report(result.site, planned, published, run)


def _guidelines(site: Site) -> tuple[Diagnostic, ...]:
    """What the linter finds; what stops it is a finding too."""
    try:
        return judge(site, CheckOptions(memory=site.root / STATE_FOLDER)).diagnostics
    except CorpblogError as error:
        return error.diagnostics


def _publish(
    site: Site, planned: Plan, options: BuildOptions, progress: Progress, run: _Run
) -> Published | None:
    """Render all pages into a staging area, and swap it in if nothing is wrong."""
    run.workers = workers_for(len(planned.outputs), options.jobs)
    protected = tuple(site.root / folder for folder in (*SOURCE_FOLDERS, "themes"))
    state = site.root / STATE_FOLDER
    files: list[StagedFile] | None = None
    try:
        with Staging.open(
            run.out, state, protected=protected, on_wait=lambda text: progress(text, 0, 0)
        ) as staging:
            files = _make(site, planned, staging.put, progress, run)
            if _forbids_publishing(run.told, strict=options.strict):
                return None
            with run.stage("write"):
                sources = {output.path: (output.source,) for output in planned.outputs}
                published = staging.publish(files, sources=sources)
            run.told.extend(published.diagnostics)
            return published
    except CorpblogError as error:
        run.told.extend(error.diagnostics)
        if files is None:
            # The folder cannot be written; what is wrong with the pages is told all the same.
            _make(site, planned, _weigh, progress, run)
        return None


def _make(site: Site, planned: Plan, put: Put, progress: Progress, run: _Run) -> list[StagedFile]:
    """Make and ``put`` every output, and check what the pages link to and ask for."""
    total = len(planned.outputs)
    with run.stage("render"):
        made = make_outputs(
            planned,
            put,
            host=own_host(site),
            workers=run.workers,
            tell=lambda done: progress("rendering", done, total),
        )
    run.told.extend(made.diagnostics)
    with run.stage("check"):
        run.told.extend(check_links(site, planned, made.facts))
        run.told.extend(foreign_requests(site, planned, made.requests))
    ours = [put(path, data) for path, data in host_files(site, made.requests)]
    return [*ours, *made.files]


def _weigh(path: str, data: bytes) -> StagedFile:
    """Stage nothing."""
    return StagedFile(path=path, digest="", size=len(data))


def _forbids_publishing(diagnostics: Sequence[Diagnostic], *, strict: bool) -> bool:
    warned = any(found.severity is Severity.WARNING for found in diagnostics)
    return has_errors(diagnostics) or (strict and warned)


def _report(
    site: Site,
    planned: Plan,
    published: Published | None,
    run: _Run,
) -> BuildReport:
    return BuildReport(
        diagnostics=in_order(run.told),
        out=run.out,
        base=planned.renderer.addresses.base + "/",
        published=published is not None,
        posts=len(site.posts),
        pages=sum(output.path.endswith(".html") for output in planned.outputs),
        authors=len(site.authors),
        files=len(planned.outputs),
        written=published.written if published else 0,
        unchanged=published.unchanged if published else 0,
        removed=published.removed if published else 0,
        stages=tuple(run.stages),
        workers=run.workers,
    )


def _read_options(options: BuildOptions) -> ReadOptions:
    return ReadOptions(
        environment=options.environment,
        drafts=options.drafts,
        future=options.future,
        expired=options.expired,
        now=options.now,
    )

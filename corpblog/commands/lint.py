"""``corpblog lint``: hold a site against the guidelines of its company, and say what is amiss."""

import argparse
import os
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from corpblog.commands.build import count, moment
from corpblog.commands.exit_codes import exit_code
from corpblog.commands.site_folder import CONFIG_FILE, shown, site_folder
from corpblog.commands.words import BadWords
from corpblog.nearest import nearest
from corpblog.report import FORMATS
from corpblog.report.findings import Acceptance, Accepted, Findings, Look, findings
from corpblog.report.terminal import look_of, say, say_aside

if TYPE_CHECKING:
    from corpblog.checking import CheckReport, LintOptions

SUMMARY = """\
Hold the posts, profiles and pages of a site against the guidelines of its company: who speaks,
what ties them, what is proved, and whether it is said in plain words."""
EXAMPLES = """\
examples
  corpblog lint                                  the site one stands in
  corpblog lint content/posts/launch.md          what concerns one post
  corpblog lint --since origin/main              what a branch adds, for pull requests
  corpblog lint --update-baseline                accept what an old blog has, once
  corpblog lint --scheduled                      what time has made overdue, every night
  corpblog lint --built public                   the pages as readers get them
  corpblog lint --format github --output sarif=lint.sarif
"""


# Formats that people read, and the option that limits what they see of one rule in one text.
_FOR_PEOPLE = ("text", "oneline", "github")
_LIMIT = "max_per_rule"


def add_words(parser: argparse.ArgumentParser) -> None:
    """What to look at, what counts, and how to tell it."""
    parser.add_argument(
        "paths",
        metavar="PATH",
        type=Path,
        nargs="*",
        help="folder of the site, or files and folders in it (default: the site one stands in)",
    )
    _what_to_look_at(parser.add_argument_group("what to look at"))
    _what_counts(parser.add_argument_group("what counts"))
    _how_to_tell(parser.add_argument_group("how"))


def _what_to_look_at(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--site", metavar="DIR", type=Path, help="folder of the site")
    group.add_argument("--env", metavar="NAME", default="", help="environment of corpblog.yml")
    gates = group.add_mutually_exclusive_group()
    gates.add_argument(
        "--scheduled", action="store_true", help="what the clock alone decides, and nothing else"
    )
    gates.add_argument("--built", metavar="DIR", type=Path, help="the pages of a built site")
    group.add_argument(
        "--now", metavar="TIME", type=moment, help="judge as of this time, such as 2026-11-10"
    )


def _what_counts(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--since", metavar="REV", default="", help="only what changed since this revision of git"
    )
    group.add_argument(
        "--baseline", metavar="FILE", type=Path, help="known findings (default: lint-baseline.json)"
    )
    group.add_argument(
        "--update-baseline",
        action="store_true",
        help="write the baseline: all findings if there is none yet, else what is left of it",
    )
    group.add_argument("--strict", action="store_true", help="warnings fail the run too")


def _how_to_tell(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--fix", action="store_true", help="mend what can be mended safely")
    group.add_argument(
        "--format",
        metavar="FORMAT",
        choices=tuple(FORMATS),
        default="text",
        help=f"of what was found: {', '.join(FORMATS)} (default: text)",
    )
    group.add_argument(
        "--output",
        metavar="FORMAT=FILE",
        action="append",
        type=_output,
        default=[],
        help="write a report to a file too; may be given several times",
    )
    group.add_argument("--jobs", metavar="N", type=count, default=0, help="processes")
    group.add_argument("--no-cache", action="store_true", help="remember nothing, look at all anew")
    group.add_argument("--stats", action="store_true", help="show times and counts by rule")


def run(words: argparse.Namespace) -> int:
    """Check the site, and tell what was found; the exit code."""
    from corpblog.checking import check

    started = time.perf_counter()
    _refuse_contradictions(words)
    root, paths = _where(words)
    report = check(root, _options(words, paths))
    found = _findings(report, root)
    shown, further = _for_people(report, found) if words.format in _FOR_PEOPLE else (found, [])
    say(FORMATS[words.format].write(shown, look_of(sys.stdout)))
    for name, path in words.output:
        _write(path, FORMATS[name].write(found, Look()))
    _step_summary(words.format, found)
    seconds = time.perf_counter() - started
    aside = say if words.format == "text" else say_aside
    aside("".join(f"Not shown: {line}.\n" for line in further))
    if words.stats:
        aside(statistics(report))
    if words.format == "text" or words.update_baseline:
        aside(outcome(report, words, seconds))
    return exit_code(report.diagnostics, strict=words.strict)


def _refuse_contradictions(words: argparse.Namespace) -> None:
    """Raises BadWords for what cannot be asked in one run."""
    for chosen, gate in ((words.scheduled, "--scheduled"), (words.built, "--built")):
        if chosen and (words.update_baseline or words.baseline):
            hint = "the baseline knows findings in sources; leave it out"
            raise BadWords(f"{gate} has no baseline", hint)
    if words.built and (words.since or words.fix):
        option = "--since" if words.since else "--fix"
        raise BadWords(f"{option} is about sources, --built about pages", "leave one of them out")


def outcome(report: "CheckReport", words: argparse.Namespace, seconds: float) -> str:
    """What was looked at, and what was left out of the count."""
    verdict = report.verdict
    if verdict is None:
        return "Nothing was judged: the configuration comes first.\n"
    lines = []
    if report.mended:
        lines.append(f"Mended {_plural(report.mended, 'place', 'places')}.")
    if verdict.baseline_size is not None:
        size = _plural(verdict.baseline_size, "finding", "findings")
        lines.append(f"The baseline knows {size} now. Commit it with the posts.")
    if verdict.left_out:
        left = _plural(verdict.left_out, "older finding", "older findings")
        lines.append(f"Left out: {left}, from before {words.since}.")
    texts = _plural(verdict.files, "text", "texts")
    clean = "Clean: looked" if not report.diagnostics else "Looked"
    lines.append(f"{clean} at {texts} with {verdict.words:,} words in {seconds:.2f} s.")
    return "\n".join(lines) + "\n"


def statistics(report: "CheckReport") -> str:
    """How much each rule found, and how long it took."""
    verdict = report.verdict
    if verdict is None:
        return ""
    hits: dict[str, int] = {}
    for item in report.diagnostics:
        hits[item.code] = hits.get(item.code, 0) + 1
    codes = sorted({*hits, *verdict.times}, key=lambda code: (-hits.get(code, 0), code))
    lines = ["  rule         findings   seconds"]
    lines += [
        f"  {code:<12} {hits.get(code, 0):>8} {verdict.times.get(code, 0.0):>9.3f}"
        for code in codes
    ]
    return "\n".join(lines) + "\n"


def _where(words: argparse.Namespace) -> tuple[Path, tuple[str, ...]]:
    """The folder of the site, and the paths in it that were asked for."""
    paths: list[Path] = words.paths
    if words.site is not None:
        root = site_folder(words.site)
    elif len(paths) == 1 and (paths[0] / CONFIG_FILE).is_file():
        return site_folder(paths[0]), ()
    elif paths:
        root = _site_around(paths[0])
    else:
        root = site_folder(None)
    return root, tuple(_inside(root, path) for path in paths)


def _site_around(path: Path) -> Path:
    here = path.absolute()
    if not here.exists():
        raise BadWords(f"{path} does not exist", "name a file or a folder of the site")
    for folder in (here, *here.parents):
        if (folder / CONFIG_FILE).is_file():
            return folder
    hint = "name the folder that holds it with --site"
    raise BadWords(f"there is no {CONFIG_FILE} in {path} or in a folder above", hint)


def _inside(root: Path, path: Path) -> str:
    """``path`` as diagnostics name it. Raises BadWords for what is not there or outside."""
    here = path.absolute()
    if not here.exists():
        near = nearest(path.name, [p.name for p in here.parent.glob("*")])
        hint = f"did you mean {near}?" if near else "name a file or a folder of the site"
        raise BadWords(f"{path} does not exist", hint)
    real, top = Path(os.path.realpath(here)), Path(os.path.realpath(root))
    if not real.is_relative_to(top):
        raise BadWords(f"{path} lies outside of the site {shown(root)}")
    return "" if real == top else real.relative_to(top).as_posix()


def _options(words: argparse.Namespace, paths: tuple[str, ...]) -> "LintOptions":
    from corpblog.checking import LintOptions

    now: datetime | None = words.now
    return LintOptions(
        paths=() if "" in paths else paths,
        environment=words.env,
        now=now,
        scheduled=words.scheduled,
        built=words.built,
        since=words.since,
        baseline=words.baseline.absolute() if words.baseline else None,
        update_baseline=words.update_baseline,
        fix=words.fix,
        jobs=words.jobs,
        cache=not words.no_cache,
    )


def _findings(report: "CheckReport", root: Path) -> Findings:
    verdict = report.verdict
    if verdict is None:
        return findings(report.diagnostics)
    accepted = [
        Accepted(
            diagnostic=item.diagnostic,
            kind=Acceptance.SUPPRESSED,
            reason=suppression.reason,
            by=suppression.by,
        )
        for item, suppression in verdict.accepted
    ]
    accepted += [
        Accepted(diagnostic=item.diagnostic, kind=Acceptance.BASELINE) for item in verdict.known
    ]
    return findings(
        report.diagnostics,
        accepted=accepted,
        files=verdict.files,
        words=verdict.words,
        rules=verdict.policy.rules,
        lang=report.lang,
        folder=_folder(root),
    )


def _for_people(report: "CheckReport", found: Findings) -> tuple[Findings, list[str]]:
    """``found`` without more than people read of one rule in one text, and what is not shown.

    All of them count all the same.
    """
    from dataclasses import replace

    rules = report.verdict.policy.rules if report.verdict else ()
    limits = {rule.code: rule.options[_LIMIT] for rule in rules if _LIMIT in rule.options}
    counts: dict[tuple[str, str], int] = {}
    kept = []
    for item in found.diagnostics:
        place = (item.location.path, item.code)
        counts[place] = counts.get(place, 0) + 1
        if counts[place] <= limits.get(item.code, counts[place]):
            kept.append(item)
    further = [
        f"{number - limits[code]:,} more of {code} in {path} ({_LIMIT}: {limits[code]})"
        for (path, code), number in counts.items()
        if number > limits.get(code, number)
    ]
    return replace(found, diagnostics=tuple(kept)), further


def _folder(root: Path) -> str:
    """The way from here to the site, with ``/``; empty where both are the same."""
    here = Path.cwd()
    if root == here or not root.is_relative_to(here):
        return ""
    return root.relative_to(here).as_posix()


def _output(word: str) -> tuple[str, Path]:
    name, equals, path = word.partition("=")
    if not equals or not path:
        raise argparse.ArgumentTypeError(f"“{word}” is not of the form FORMAT=FILE")
    if name not in FORMATS:
        near = nearest(name, tuple(FORMATS))
        hint = f"did you mean {near}?" if near else f"known: {', '.join(FORMATS)}"
        raise argparse.ArgumentTypeError(f"there is no format “{name}”; {hint}")
    return name, Path(path)


def _write(path: Path, text: str) -> None:
    from corpblog.files import write_atomically

    target = path.absolute()
    write_atomically(target.parent, target.name, text.encode("utf-8", "replace"))


def _step_summary(name: str, found: Findings) -> None:
    """In GitHub Actions the whole list stands on the page of the run, too."""
    place = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if name == "github" and place:
        with Path(place).open("a", encoding="utf-8") as summary:
            summary.write(FORMATS["github-summary"].write(found, Look()))


def _plural(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"

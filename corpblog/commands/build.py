"""``corpblog build``: turn a site into static files, and say how it went."""

import argparse
import shlex
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from corpblog.commands.exit_codes import exit_code
from corpblog.commands.site_folder import shown, site_folder
from corpblog.report import FORMATS
from corpblog.report.findings import findings
from corpblog.report.progress import ProgressBar
from corpblog.report.terminal import look_of, say, say_aside

if TYPE_CHECKING:
    from corpblog.pipeline import BuildOptions, BuildReport

SUMMARY = """\
Turn a site into static files for any web host. Everything is made before the output folder
changes: a build that fails leaves the last good site as it was."""
EXAMPLES = """\
examples
  corpblog build                             the site one stands in
  corpblog build my-blog --out /srv/www      another site, another place
  corpblog build --drafts --future           what is not published yet, to look at it
  corpblog build --env production --strict   for the live site: warnings count
  corpblog build --format json > found.json  for programs
"""

# Where a site below a path is built to look at it; .gitignore of a new site names it.
_VIEW = Path("preview")


def add_words(parser: argparse.ArgumentParser) -> None:
    """What to build, where to, which posts, and how."""
    parser.add_argument(
        "site",
        metavar="SITE",
        type=Path,
        nargs="?",
        help="folder of the site (default: the nearest with a corpblog.yml, from here upward)",
    )
    where = parser.add_argument_group("where to")
    where.add_argument("--out", metavar="DIR", type=Path, help="output folder (default: public)")
    where.add_argument("--env", metavar="NAME", default="", help="environment of corpblog.yml")
    which = parser.add_argument_group("which posts")
    which.add_argument("--drafts", action="store_true", help="drafts too")
    which.add_argument("--future", action="store_true", help="posts with a future date too")
    which.add_argument("--expired", action="store_true", help="expired posts too")
    which.add_argument(
        "--now", metavar="TIME", type=moment, help="build as of this time, such as 2026-11-10T09:00"
    )
    how = parser.add_argument_group("how")
    how.add_argument("--strict", action="store_true", help="warnings stop the build too")
    how.add_argument(
        "--jobs", metavar="N", type=count, default=0, help="processes (default: as many as help)"
    )
    how.add_argument("--stats", action="store_true", help="show times, counts and memory")
    how.add_argument(
        "--format",
        metavar="FORMAT",
        choices=tuple(FORMATS),
        default="text",
        help=f"of what was found: {', '.join(FORMATS)} (default: text)",
    )


def run(words: argparse.Namespace) -> int:
    """Build the site and tell what came of it; the exit code."""
    from corpblog.pipeline import build

    started = time.perf_counter()
    root = site_folder(words.site)
    with ProgressBar() as progress:
        report = build(root, _options(words), progress)
    seconds = time.perf_counter() - started
    found = findings(report.diagnostics, files=report.posts + report.authors)
    say(FORMATS[words.format].write(found, look_of(sys.stdout)))
    text = words.format == "text"
    if words.stats:
        (say if text else say_aside)(statistics(report))
    if text:
        say(outcome(report, seconds))
    return exit_code(report.diagnostics, strict=words.strict)


def outcome(report: "BuildReport", seconds: float) -> str:
    """What was built and how to look at it; or that the last good site is still there."""
    out = shown(report.out)
    if not report.published:
        if report.out.is_dir() and any(report.out.iterdir()):
            return f"Nothing was published. The last good site in {out} was left as it was.\n"
        return "Nothing was published.\n"
    built = f"Built {_counts(report)} in {seconds:.2f} s: {_files(report)} in {out}\n"
    return built + _how_to_view(report.out, report.base.strip("/"))


def _how_to_view(out: Path, base: str) -> str:
    """A web server at hand; below a path, one that has the pages below that path too."""
    if not base:
        return f"View it with: {_server(out)}\n"
    names = tuple(unquote(base).split("/"))
    view = f"and open http://localhost:8000/{base}/\n"
    if out.parts[-len(names) :] == names:
        return f"View it with: {_server(out.parents[len(names) - 1])}\n{view}"
    place = shlex.quote(str(_VIEW.joinpath(*names)))
    return (
        f"The pages belong below /{base}/. To view them, build again with --out {place}\n"
        f"then: {_server(_VIEW)}\n{view}"
    )


def _server(folder: Path) -> str:
    python = "py" if sys.platform == "win32" else "python3"
    return f"{python} -m http.server -d {shlex.quote(shown(folder))}"


def statistics(report: "BuildReport") -> str:
    """Where the time went, how much there was to do, and how much memory it took."""
    slowest = max((seconds for _, seconds in report.stages), default=0.0)
    lines = [
        f"  {name:<12} {seconds:8.3f} s{'  slowest' if seconds == slowest else ''}"
        for name, seconds in report.stages
    ]
    total = sum(seconds for _, seconds in report.stages)
    changes = f"{report.written} written, {report.unchanged} unchanged, {report.removed} removed"
    lines += [
        f"  {'together':<12} {total:8.3f} s",
        f"{_counts(report)}: {_files(report)} ({changes})",
        f"{_plural(report.workers, 'process', 'processes')}{_memory()}",
    ]
    return "\n".join(lines) + "\n"


def moment(text: str) -> datetime:
    """A day or a time; without a zone it is meant in the time zone of the site."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        expected = "expected a day such as 2026-11-10 or a time such as 2026-11-10T09:00"
        raise argparse.ArgumentTypeError(f"“{text}” is no time; {expected}") from None


def _options(words: argparse.Namespace) -> "BuildOptions":
    from corpblog.pipeline import BuildOptions

    return BuildOptions(
        out=words.out.absolute() if words.out else None,
        environment=words.env,
        drafts=words.drafts,
        future=words.future,
        expired=words.expired,
        now=words.now,
        jobs=words.jobs,
        strict=words.strict,
    )


def count(text: str) -> int:
    """A number of processes, 0 for as many as pay off."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is no number of processes")
    return int(text)


def _counts(report: "BuildReport") -> str:
    posts = _plural(report.posts, "post", "posts")
    pages = _plural(report.pages, "page", "pages")
    return f"{posts}, {pages} and {_plural(report.authors, 'author', 'authors')}"


def _files(report: "BuildReport") -> str:
    return _plural(report.files, "file", "files")


def _plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _memory() -> str:
    """The most memory that one process took; nothing where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return ""
    unit = 1 if sys.platform == "darwin" else 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
    also = f", workers up to {child / 1e6:.0f} MB" if child else ""
    return f", memory up to {own / 1e6:.0f} MB{also}"

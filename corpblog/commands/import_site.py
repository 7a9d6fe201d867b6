"""``corpblog import``: an old blog becomes a corpblog site, and what changed is told."""

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from corpblog.commands.site_folder import shown
from corpblog.commands.words import BadWords
from corpblog.report.terminal import say

if TYPE_CHECKING:
    from corpblog.importers.land import Landed
    from corpblog.importers.record import Import

TOOLS = ("jekyll", "hugo")
SUMMARY = """\
Bring an old blog over: posts, people, pictures and addresses. The old folder is only read. What
could not come over as it stood is listed in a report; importing again changes nothing, and files
that somebody edited since are left alone."""
EXAMPLES = """\
examples
  corpblog import jekyll ../old-blog my-blog
  corpblog import hugo ../old-blog my-blog
"""


def add_words(parser: argparse.ArgumentParser) -> None:
    """What the old blog was made with, and the two folders."""
    parser.add_argument("tool", metavar="TOOL", choices=TOOLS, help=" or ".join(TOOLS))
    parser.add_argument("source", metavar="SOURCE", type=Path, help="folder of the old blog")
    parser.add_argument("site", metavar="SITE", type=Path, help="folder of the new site")


def run(words: argparse.Namespace) -> int:
    """Import the blog and say what came of it."""
    from corpblog.importers import IMPORTERS
    from corpblog.importers.land import land, require_apart

    site = words.site.absolute()
    require_apart(words.source, site)
    imported = IMPORTERS[words.tool](words.source)
    try:
        landed = land(imported, site)
    except OSError as error:
        where = shown(Path(error.filename)) if error.filename else shown(site)
        why = error.strerror or type(error).__name__
        hint = "mend that and import again: what is there already is kept"
        raise BadWords(f"cannot write {where}: {why}", hint) from error
    say(_summary(imported, landed, site))
    return 0


def _summary(imported: "Import", landed: "Landed", site: Path) -> str:
    from corpblog.importers.land import REPORTS

    folder = shown(site)
    counts = ", ".join(f"{count} {name}" for name, count in imported.counts)
    lines = [f"Imported into {folder}{': ' + counts if counts else ''}."]
    lines.append(f"  {len(landed.written)} files written, {len(landed.unchanged)} unchanged")
    if landed.left_alone:
        lines.append(f"  {len(landed.left_alone)} left alone:")
        lines += [f"    {path} ({reason})" for path, reason in landed.left_alone[:5]]
        if len(landed.left_alone) > 5:
            lines.append(f"    and {len(landed.left_alone) - 5} more")
    lines += _losses(imported)
    lines.append(f"Read {shown(site / REPORTS[0])}: it lists each of them with file and line.")
    lines.append(f"Then look at the site: corpblog build {folder}")
    return "\n".join(lines) + "\n"


def _losses(imported: "Import") -> list[str]:
    """How many things were translated, repaired, left or dropped, by what they are about."""
    if not imported.losses:
        return ["Everything came over as it stood."]
    lines = [f"What did not come over as it stood ({len(imported.losses)}):"]
    by_section: dict[str, Counter[str]] = {}
    for loss in imported.losses:
        by_section.setdefault(loss.section.value, Counter())[loss.kind.value] += 1
    for section in sorted(by_section):
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(by_section[section].items()))
        lines.append(f"  {section + ':':<14} {kinds}")
    return lines

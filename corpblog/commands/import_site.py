"""``corpblog import``: an old blog becomes a corpblog site, and what changed is told."""

import argparse
from collections import Counter
from collections.abc import Mapping
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


# How each count is called where it is one.
_ONE = {
    "posts": "post",
    "drafts": "draft",
    "pages": "page",
    "people": "person",
    "portraits": "portrait",
    "tags": "tag",
    "images and other files": "image or other file",
}


def _summary(imported: "Import", landed: "Landed", site: Path) -> str:
    from corpblog.importers.land import REPORTS

    folder = shown(site)
    lines = [f"Imported into {folder}: {_counted(dict(imported.counts))}."]
    written = f"{len(landed.written)} file{'' if len(landed.written) == 1 else 's'} written"
    lines.append(f"  {written}, {len(landed.unchanged)} unchanged")
    if landed.left_alone:
        lines.append(f"  {len(landed.left_alone)} left alone:")
        lines += [f"    {path} ({reason})" for path, reason in landed.left_alone[:5]]
        if len(landed.left_alone) > 5:
            lines.append(f"    and {len(landed.left_alone) - 5} more")
    lines += _losses(imported)
    report = shown(site / REPORTS[0])
    lines.append(f"Read {report}: it says where each is and what the words mean.")
    lines.append(f"Then look at the site: corpblog build {folder}")
    return "\n".join(lines) + "\n"


def _counted(counts: Mapping[str, int]) -> str:
    """What came over, in words; drafts are among the posts, and what is not there is not named."""
    words = {
        name: f"{count} {name if count != 1 else _ONE[name]}"
        for name, count in counts.items()
        if count
    }
    drafts = words.pop("drafts", "")
    if drafts:
        words["posts"] += f" ({drafts})"
    return ", ".join(words.values()) or "nothing"


def _losses(imported: "Import") -> list[str]:
    """How many things were told, by what they are about; what waits for people comes first."""
    from corpblog.importers.record import Kind, Section

    if not imported.losses:
        return ["Everything came over as it stood."]
    lines = [f"What did not come over as it stood ({len(imported.losses)}):"]
    counts = Counter((loss.section, loss.kind) for loss in imported.losses)
    for section in Section:
        kinds = (f"{counts[section, kind]} {kind}" for kind in Kind if counts[section, kind])
        if told := ", ".join(kinds):
            lines.append(f"  {section + ':':<14} {told}")
    return lines

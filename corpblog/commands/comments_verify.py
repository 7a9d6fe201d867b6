"""``corpblog comments verify``: whether files and intake tell the same."""

import argparse
import json

from corpblog.commands.comments_site import (
    add_database_option,
    add_site_words,
    database,
    open_site,
)
from corpblog.commands.exit_codes import CLEAN, FINDINGS
from corpblog.report.cells import shown
from corpblog.report.terminal import say

SUMMARY = """\
Compare the comment files with the intake: what is missing on one side, what differs, what was
removed on one side only. Nothing is changed. Exit code 1 where they differ."""
EXAMPLES = """\
examples
  corpblog comments verify
  corpblog comments verify --db /var/lib/corpblog/isso.db --format json
"""


def add_words(parser: argparse.ArgumentParser) -> None:
    """Against what, and how to tell it."""
    add_format_option(parser, ("text", "json"))
    add_database_option(parser)
    add_site_words(parser)


def add_format_option(parser: argparse.ArgumentParser, names: tuple[str, ...]) -> None:
    """``--format`` of a list."""
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=names,
        default=names[0],
        help=f"of the list: {', '.join(names)} (default: {names[0]})",
    )


def run(words: argparse.Namespace) -> int:
    """Compare, and tell."""
    from corpblog.dialogue.isso_store import open_store
    from corpblog.dialogue.verify import MEANING, compare

    opened = open_site(words)
    with open_store(database(words, opened.site)) as store:
        rows = store.comments()
    found = compare(rows, opened.known)
    if words.format == "json":
        entries = [{"id": one.id, "what": one.what.value, "file": one.path} for one in found]
        say(json.dumps({"differences": entries}, ensure_ascii=False, indent=2) + "\n")
        return FINDINGS if found else CLEAN
    for one in found:
        what, remedy = MEANING[one.what]
        say(f"{shown(one.path or one.id)}: {shown(one.id)} {what}; {remedy}\n")
    count = len(rows)
    comments = "1 comment" if count == 1 else f"{count:,} comments"
    files = f"{len(opened.known):,} files"
    verdict = f"{len(found):,} differ" if found else "both tell the same"
    say(f"{comments} in the intake, {files} here: {verdict}.\n")
    return FINDINGS if found else CLEAN

"""``corpblog comments remove``: take a comment away, and say why."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from corpblog.commands.comments_site import (
    OpenSite,
    add_database_option,
    add_site_words,
    author_named,
    comment_named,
    database,
    open_site,
    written,
)
from corpblog.dialogue.known_comments import Key
from corpblog.model.removal import RemovalReason
from corpblog.report.terminal import say, say_aside

if TYPE_CHECKING:
    from corpblog.model.comment import CommentRecord

_REASONS = tuple(reason.value for reason in RemovalReason)
SUMMARY = f"""\
Take comments away: text and name are deleted from the file and from the intake, and a stub stays
that says why and who decided. Reasons are a closed list, and criticism is none of them:
{", ".join(_REASONS[:6])},
{", ".join(_REASONS[6:])}."""
EXAMPLES = """\
examples
  corpblog comments remove 20261110T081500-isso-12 --reason insult --by jana-weiss
  corpblog comments remove ID1 ID2 ID3 --reason spam --by jana-weiss --notice none
"""
# What must go for the law's sake stands in the older versions of the file, too.
_IN_HISTORY = ("illegal", "personal-data", "court-order", "author-request")


def add_words(parser: argparse.ArgumentParser) -> None:
    """Which ones, why, and who says so."""
    parser.add_argument("ids", metavar="ID", nargs="+", help="comments to remove")
    parser.add_argument(
        "--reason", metavar="REASON", choices=_REASONS, required=True, help=", ".join(_REASONS)
    )
    parser.add_argument("--by", metavar="ID", required=True, help="id of the profile that decides")
    parser.add_argument(
        "--rule", metavar="TEXT", default="", help="which rule of the comment policy it breaks"
    )
    parser.add_argument(
        "--notice",
        metavar="HOW",
        choices=("shown", "sent", "none"),
        default="shown",
        help="how the person is told: shown, sent or none (default: shown, by the stub)",
    )
    add_database_option(parser)
    add_site_words(parser)


def run(words: argparse.Namespace) -> int:
    """Remove them here first: what was ended in the middle is removed, and can be done again."""
    from corpblog.dialogue.comment_store import write_record

    opened = open_site(words)
    by = author_named(opened, words.by)
    found = [comment_named(opened, id_) for id_ in dict.fromkeys(words.ids)]
    with written(opened):
        for file in found:
            write_record(opened.store, file.path, _stub(words, file.record, by.id, opened))
    keys = [key for file in found if (key := file.key) is not None]
    if keys:
        _remove_there(database(words, opened.site), keys, given=words.db is not None)
    for file in found:
        say(f"Removed {file.record.id}: {words.reason}. A stub stays.\n")
    if words.reason in _IN_HISTORY and any(file.record.text for file in found):
        say_aside("Older versions in the repository still hold the text; see docs/comments.md.\n")
    return 0


def _stub(
    words: argparse.Namespace, record: "CommentRecord", by: str, opened: OpenSite
) -> "CommentRecord":
    from corpblog.dialogue.release import removed

    return removed(
        record,
        reason=RemovalReason(words.reason),
        by=by,
        day=opened.site.now.date(),
        rule=words.rule,
        notice=words.notice,
    )


def _remove_there(path: Path, keys: list[Key], *, given: bool) -> None:
    from corpblog.dialogue.isso_store import open_store

    if not path.exists() and not given:
        say_aside(
            "The intake is not on this machine, and still holds it: remove it there, or name its"
            " database with --db.\n"
        )
        return
    with open_store(path, write=True) as store:
        gone = sum(not store.remove(*key) for key in keys)
    if gone:
        say_aside("The intake had it no more.\n")

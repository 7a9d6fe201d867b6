"""``corpblog comments remove``: take a comment away, and say why."""

import argparse
from pathlib import Path

from corpblog.commands.comments_site import (
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

_REASONS = tuple(reason.value for reason in RemovalReason)
SUMMARY = f"""\
Take a comment away: its text and name are deleted from the file and from the intake, and a stub
stays that says why and who decided. Reasons are a closed list, and criticism is none of them:
{", ".join(_REASONS[:6])},
{", ".join(_REASONS[6:])}."""
EXAMPLES = """\
examples
  corpblog comments remove 20261110T081500-isso-12 --reason insult --by jana-weiss
  corpblog comments remove ID --reason spam --by jana-weiss --notice none
"""
# What must go for the law's sake stands in the older versions of the file, too.
_IN_HISTORY = ("illegal", "personal-data", "court-order", "author-request")


def add_words(parser: argparse.ArgumentParser) -> None:
    """Which one, why, and who says so."""
    parser.add_argument("id", metavar="ID", help="the comment")
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
    """Remove it here first: what was ended in the middle is removed, and can be done again."""
    from corpblog.dialogue.comment_store import write_record
    from corpblog.dialogue.release import removed

    opened = open_site(words)
    file = comment_named(opened, words.id)
    by = author_named(opened, words.by)
    had_text = bool(file.record.text)
    stub = removed(
        file.record,
        reason=RemovalReason(words.reason),
        by=by.id,
        day=opened.site.now.date(),
        rule=words.rule,
        notice=words.notice,
    )
    with written(opened):
        write_record(opened.store, file.path, stub)
    if file.key is not None:
        _remove_there(database(words, opened.site), file.key, given=words.db is not None)
    say(f"Removed {stub.id}: {words.reason}. A stub stays.\n")
    if had_text and words.reason in _IN_HISTORY:
        say_aside("Older versions in the repository still hold the text; see docs/comments.md.\n")
    return 0


def _remove_there(path: Path, key: Key, *, given: bool) -> None:
    from corpblog.dialogue.isso_store import open_store

    if not path.exists() and not given:
        say_aside(
            "The intake is not on this machine, and still holds the comment: remove it there, or"
            " name its database with --db.\n"
        )
        return
    with open_store(path, write=True) as store:
        if not store.remove(*key):
            say_aside("The intake has it no more.\n")

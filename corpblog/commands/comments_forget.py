"""``corpblog comments forget``: a person asks to be forgotten."""

import argparse
from collections.abc import Iterator
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
from corpblog.commands.words import BadWords
from corpblog.report.terminal import say, say_aside

if TYPE_CHECKING:
    from corpblog.dialogue.isso_comment import IssoComment
    from corpblog.dialogue.known_comments import Key, KnownComment

SUMMARY = """\
Forget who wrote comments: e-mail address and address of the machine are cleared in the intake,
name and website in the files and in the intake. The words stay, without a name; with --text they
go too, and stubs say that the person asked for it."""
EXAMPLES = """\
examples
  corpblog comments forget --name "Petra Lang"
  corpblog comments forget --id 20261110T081500-isso-12 --text --by jana-weiss
"""


def add_words(parser: argparse.ArgumentParser) -> None:
    """Whom, and how much."""
    whom = parser.add_mutually_exclusive_group(required=True)
    whom.add_argument("--name", metavar="NAME", help="all comments under this name")
    whom.add_argument("--id", metavar="ID", action="append", help="this comment; may be repeated")
    parser.add_argument("--text", action="store_true", help="the words go too")
    parser.add_argument("--by", metavar="ID", default="", help="with --text: who decides")
    add_database_option(parser)
    add_site_words(parser)


def run(words: argparse.Namespace) -> int:
    """Forget in the files first, then in the intake; doing it again does the rest."""
    from corpblog.dialogue.comment_store import write_record
    from corpblog.dialogue.release import nameless, removed
    from corpblog.model.removal import RemovalReason

    opened = open_site(words)
    if words.text and not words.by:
        raise BadWords("--text needs --by", "name the id of the profile that decides")
    by = author_named(opened, words.by).id if words.by else ""
    files = tuple(_files(opened, words))
    day = opened.site.now.date()
    with written(opened):
        for file in files:
            gone = removed(file.record, reason=RemovalReason.AUTHOR_REQUEST, by=by, day=day)
            write_record(opened.store, file.path, gone if words.text else nameless(file.record))
    cleared = _forget_there(words, opened, files)
    if not files and not cleared:
        raise BadWords(f"there is no comment by “{words.name}”", "look at the name in the files")
    say(
        f"Forgot a name in {_count(len(files), 'file')}"
        f" and {_count(cleared, 'row')} of the intake.\n"
    )
    if files:
        say_aside("Older versions in the repository still hold it; see docs/comments.md.\n")
    return 0


def _files(opened: OpenSite, words: argparse.Namespace) -> "Iterator[KnownComment]":
    """The files that are meant. Raises BadWords for an unknown id and for one with faults."""
    if words.id:
        yield from (comment_named(opened, id_) for id_ in dict.fromkeys(words.id))
        return
    wanted = _folded(words.name)
    for id_, file in sorted(opened.known.items()):
        if not file.record.author.staff and _folded(file.record.author.name) == wanted:
            yield comment_named(opened, id_)


def _forget_there(
    words: argparse.Namespace, opened: OpenSite, files: "tuple[KnownComment, ...]"
) -> int:
    """Clear the rows behind the files and, by name, those that have none; how many there were."""
    from corpblog.dialogue.isso_store import open_store

    path = database(words, opened.site)
    if not path.exists() and words.db is None:
        say_aside("The intake is not on this machine: do the same there, with --db.\n")
        return 0
    keys = {file.key for file in files if file.key is not None}
    with open_store(path, write=True) as store:
        keys |= {_key(row) for row in store.comments() if _is_meant(row, words)}
        forget = store.remove if words.text else store.forget_person
        return sum(forget(*key) for key in sorted(keys))


def _is_meant(row: "IssoComment", words: argparse.Namespace) -> bool:
    from corpblog.dialogue.cleaning import clean_name

    if not words.name or row.staff:
        return False
    return _folded(words.name) in (_folded(row.author), _folded(clean_name(row.author)))


def _key(row: "IssoComment") -> "Key":
    return row.id, row.micros


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _count(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"

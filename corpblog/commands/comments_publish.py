"""``corpblog comments publish``: let readers see what waits, in the intake and as a file."""

import argparse
from typing import TYPE_CHECKING

from corpblog.commands.comments_site import (
    OpenSite,
    add_database_option,
    add_site_words,
    comment_named,
    database,
    open_site,
    written,
)
from corpblog.commands.words import BadWords
from corpblog.report.terminal import say

if TYPE_CHECKING:
    from corpblog.dialogue.isso_comment import IssoComment
    from corpblog.dialogue.isso_store import IssoStore
    from corpblog.dialogue.known_comments import KnownComment

SUMMARY = """\
Publish comments that wait. The intake releases them, and their files get text and name; the next
build shows them. Read them first: corpblog comments inbox shows what they say."""
EXAMPLES = """\
examples
  corpblog comments publish 20261110T081500-isso-12
  corpblog comments publish 20261110T081500-isso-12 20261110T091200-isso-13
"""


def add_words(parser: argparse.ArgumentParser) -> None:
    """Which ones."""
    parser.add_argument("ids", metavar="ID", nargs="+", help="comments that wait")
    add_database_option(parser)
    add_site_words(parser)


def run(words: argparse.Namespace) -> int:
    """Publish them, one by one; all ids are checked first."""
    from corpblog.dialogue.comment_store import write_record
    from corpblog.dialogue.isso_store import open_store
    from corpblog.dialogue.release import released

    opened = open_site(words)
    files = [_waiting(opened, id_) for id_ in dict.fromkeys(words.ids)]
    with open_store(database(words, opened.site), write=True) as store:
        for file in files:
            record = file.record
            row = _activated(store, file)
            with written(opened):
                write_record(opened.store, file.path, released(record, row, opened.site.now))
            say(f"Published {record.id}.\n")
    return 0


def _waiting(opened: OpenSite, id_: str) -> "KnownComment":
    """A comment that waits. Raises BadWords."""
    from corpblog.model.comment import CommentStatus

    file = comment_named(opened, id_)
    if file.record.status is CommentStatus.REMOVED:
        raise BadWords(f"{file.record.id} was removed", "what was removed does not come back")
    if file.record.status is CommentStatus.PUBLISHED:
        raise BadWords(f"{file.record.id} is published already", "leave it out")
    if file.key is None:
        hint = "write its text into the file, and status: published"
        raise BadWords(f"{file.record.id} did not come in through the intake", hint)
    return file


def _activated(store: "IssoStore", file: "KnownComment") -> "IssoComment":
    """The row, published. The intake comes first: a pull completes what was ended in the middle."""
    from corpblog.dialogue.isso_comment import CommentMode

    key = file.key or (0, 0)
    store.activate(*key)
    row = store.comment(*key)
    if row is None or row.mode != CommentMode.PUBLISHED:
        raise BadWords(f"{file.record.id} is gone from the intake", "see what became of it: pull")
    return row

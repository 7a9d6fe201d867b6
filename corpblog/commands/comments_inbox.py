"""``corpblog comments inbox``: who waits for an answer, for whom, and until when."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from corpblog.commands.comments_site import (
    OpenSite,
    add_database_option,
    add_site_words,
    database,
    open_site,
)
from corpblog.commands.comments_verify import add_format_option
from corpblog.report.cells import shown
from corpblog.report.terminal import say, say_aside

if TYPE_CHECKING:
    from corpblog.dialogue.inbox import Inbox

SUMMARY = """\
Show who waits for an answer: since when in business hours, until when, and who has to answer; the
late ones first. Comments that wait for release are listed too; what they say is shown on the
screen and in JSON, where the database of the intake is at hand, and never in a page or an issue."""
EXAMPLES = """\
examples
  corpblog comments inbox
  corpblog comments inbox --format html > inbox.html
  corpblog comments inbox --format markdown    the body of an issue, for a scheduled job
"""
_FORMATS = ("text", "json", "html", "markdown")


def add_words(parser: argparse.ArgumentParser) -> None:
    """In which form."""
    add_format_option(parser, _FORMATS)
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="write the list to a file instead"
    )
    add_database_option(parser)
    add_site_words(parser)


def run(words: argparse.Namespace) -> int:
    """Show the list; an open question is no fault of this run."""
    from corpblog.dialogue.inbox import inbox_of

    opened = open_site(words)
    private = words.format in ("text", "json")
    unseen = _unseen(words, opened) if private else {}
    text = _written_as(words.format, inbox_of(opened.site, unseen))
    if words.output is None:
        say(text)
        return 0
    from corpblog.files import write_atomically

    target = words.output.absolute()
    write_atomically(target.parent, target.name, text.encode("utf-8", "replace"))
    return 0


def _written_as(form: str, inbox: "Inbox") -> str:
    from corpblog.dialogue.inbox import as_values
    from corpblog.dialogue.inbox_forms import FORMS, as_text

    if form == "json":
        return json.dumps(as_values(inbox), ensure_ascii=False, indent=2) + "\n"
    return as_text(inbox, shown) if form == "text" else FORMS[form](inbox)


def _unseen(words: argparse.Namespace, opened: OpenSite) -> Mapping[str, tuple[str, str]]:
    """Name and text of what waits, from the intake, if that is on this machine."""
    from corpblog.diagnostics import CorpblogError
    from corpblog.dialogue.cleaning import clean_name, clean_text
    from corpblog.dialogue.isso_comment import CommentMode
    from corpblog.dialogue.isso_store import open_store

    path = database(words, opened.site)
    if words.db is None and not path.exists():
        return {}
    files = {key: id_ for id_, file in opened.known.items() if (key := file.key) is not None}
    try:
        with open_store(path) as store:
            rows = store.comments()
    except CorpblogError as error:
        if words.db is not None:
            raise
        say_aside(f"What waits cannot be shown: {error}\n")
        return {}
    waiting = {(row.id, row.micros): row for row in rows if row.mode == CommentMode.PENDING}
    new = len(set(waiting) - set(files))
    if new:
        say_aside(f"{new} more in the intake have no file yet: corpblog comments pull\n")
    return {
        files[key]: (clean_name(row.author), clean_text(row.text))
        for key, row in waiting.items()
        if key in files
    }

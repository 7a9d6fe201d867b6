"""``corpblog comments notify``: tell the people of the house what is new."""

import argparse
from typing import TYPE_CHECKING

from corpblog.commands.comments_site import add_site_words, open_site, written
from corpblog.commands.words import BadWords
from corpblog.report.cells import shown
from corpblog.report.terminal import say

if TYPE_CHECKING:
    from corpblog.dialogue.notify import Notice
    from corpblog.model.site import Site

SUMMARY = """\
Tell what is new since the last time: comments that came in, and readers who wait too long. It is
printed or, where comments.notify of corpblog.yml names receivers, mailed. No mail holds what a
reader wrote."""
EXAMPLES = """\
examples
  corpblog comments pull && corpblog comments notify
  corpblog comments notify --print --dry-run
"""
_FILE = "notified.json"


def add_words(parser: argparse.ArgumentParser) -> None:
    """How to tell it."""
    parser.add_argument("--print", action="store_true", help="print it even where mail is set up")
    parser.add_argument("--dry-run", action="store_true", help="print it, and remember nothing")
    add_site_words(parser)


def run(words: argparse.Namespace) -> int:
    """Tell what is new, and remember that it was told; a mail that fails is tried again."""
    from corpblog.dialogue.inbox import inbox_of
    from corpblog.dialogue.notify import body_of, notice_of, told_of
    from corpblog.files import write_atomically
    from corpblog.judging import STATE_FOLDER

    opened = open_site(words)
    site = opened.site
    memory = site.root / STATE_FOLDER / _FILE
    before = told_of(memory.read_bytes()) if memory.is_file() else None
    notice = notice_of(site, inbox_of(site), before)
    mailed = bool(site.config.comments.notify.to) and not words.print and not words.dry_run
    if notice.is_empty:
        say("Nothing new.\n")
    elif mailed:
        _mail(site, notice)
        say(f"Mailed to {', '.join(site.config.comments.notify.to)}.\n")
    else:
        say("".join(f"{shown(line)}\n" for line in body_of(notice).splitlines()))
    if not words.dry_run:
        with written(opened):
            write_atomically(site.root, f"{STATE_FOLDER}/{_FILE}", notice.told.as_bytes())
    return 0


def _mail(site: "Site", notice: "Notice") -> None:
    from corpblog.dialogue.mail import MailError, mail_of, send
    from corpblog.dialogue.notify import body_of, subject_of

    settings = site.config.comments.notify
    if not settings.sender:
        raise BadWords("comments.notify names nobody who sends", "add sender: blog@example.org")
    try:
        mail = mail_of(settings, subject_of(notice), body_of(notice), site.now.timestamp())
        send(settings, mail)
    except MailError as error:
        hint = "nothing was noted as told; look at comments.notify of corpblog.yml, and try again"
        raise BadWords(str(error), hint) from error

"""``corpblog comments``: take comments in, bring them over, answer them, and keep the record."""

import argparse
from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

SUMMARY = """\
Comments from the intake to the page: they wait, are published, and named employees answer them.
Every comment is one small file; nothing on a page needs a server to be read."""
EXAMPLES = """\
examples
  corpblog comments serve                          take comments in
  corpblog comments pull                           bring them over as files
  corpblog comments inbox                          who waits, and for whom
  corpblog comments reply ID --author jana-weiss   answer, under one's name
"""


class Deed(NamedTuple):
    """A word after ``comments``: its module, imported only when it is used, and its help."""

    module: str
    help: str


DEEDS: Mapping[str, Deed] = {
    "serve": Deed("corpblog.commands.comments_serve", "take comments in"),
    "pull": Deed("corpblog.commands.comments_pull", "bring comments over as files"),
    "inbox": Deed("corpblog.commands.comments_inbox", "show who waits for an answer"),
    "publish": Deed("corpblog.commands.comments_publish", "let readers see what waits"),
    "reply": Deed("corpblog.commands.comments_reply", "answer under one's own name"),
    "hold": Deed("corpblog.commands.comments_hold", "promise an answer until a day"),
    "remove": Deed("corpblog.commands.comments_remove", "take a comment away, and say why"),
    "forget": Deed("corpblog.commands.comments_forget", "forget who wrote comments"),
    "notify": Deed("corpblog.commands.comments_notify", "tell the house what is new"),
    "verify": Deed("corpblog.commands.comments_verify", "compare files and intake"),
    "import": Deed("corpblog.commands.comments_import", "bring comments of an old blog over"),
}


def add_words(parser: argparse.ArgumentParser) -> None:
    """What to do, with its own words."""
    deeds = parser.add_subparsers(dest="deed", metavar="WHAT", required=True)
    for name, deed in DEEDS.items():
        module = import_module(deed.module)
        module.add_words(
            deeds.add_parser(
                name, help=deed.help, description=module.SUMMARY, epilog=module.EXAMPLES
            )
        )


def run(words: argparse.Namespace) -> int:
    """Do what was asked for."""
    code: int = import_module(DEEDS[words.deed].module).run(words)
    return code

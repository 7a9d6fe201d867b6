"""The verbs of the command line: each word with the module that obeys it."""

from collections.abc import Mapping
from typing import NamedTuple


class Command(NamedTuple):
    """A verb: its module, imported only when the word is used, and its line in the help.

    The module has ``SUMMARY`` and ``EXAMPLES`` (texts for its help), ``add_words(parser)`` and
    ``run(words) -> int``, which gives the exit code.
    """

    module: str
    group: str
    help: str


COMMANDS: Mapping[str, Command] = {
    "new": Command("corpblog.commands.new", "write", "make a site, a post or a profile"),
    "import": Command("corpblog.commands.import_site", "write", "bring over a Jekyll or Hugo blog"),
    "serve": Command("corpblog.commands.serve", "write", "show a site while it is written"),
    "comments": Command(
        "corpblog.commands.comments", "answer", "take comments in, and answer them by name"
    ),
    "build": Command("corpblog.commands.build", "publish", "turn a site into files for any host"),
    "lint": Command("corpblog.commands.lint", "publish", "hold a site against its guidelines"),
    "guidelines": Command(
        "corpblog.commands.guidelines", "publish", "keep the list of terms that stay secret"
    ),
    "rules": Command("corpblog.commands.rules", "look up", "show the guidelines and explain one"),
    "config": Command("corpblog.commands.config", "look up", "show the configuration in force"),
    "schema": Command("corpblog.commands.schema", "look up", "print the JSON Schema of a format"),
    "completion": Command(
        "corpblog.commands.completion", "look up", "print the completion script of a shell"
    ),
}

"""The command line as a whole, with the words of those commands that are asked for."""

from importlib import import_module

from corpblog import __version__
from corpblog.commands import COMMANDS
from corpblog.commands.words import DEBUG_HELP, WordParser

_ABOUT = "corpblog turns Markdown into a company blog on which named people speak."
_OPTIONS = {
    "-h, --help": "show this help, or the help of the command that stands before it",
    "-V, --version": "show the version",
    "--debug": DEBUG_HELP,
}
_EPILOG = """\
examples
  corpblog new site my-blog           start a blog
  corpblog new post "Why we moved"    write in the blog that one stands in
  corpblog build                      turn it into files

Exit codes: 0 all is well; 1 findings; 2 something to mend in the words, the configuration
or the sources; 3 a bug in corpblog.
"""


class TopParser(WordParser):
    """The parser of the first word; its help groups the commands by what they are for."""

    def format_help(self) -> str:
        """The help page of corpblog without a command."""
        parts = [_ABOUT, "usage: corpblog COMMAND …"]
        for group in dict.fromkeys(command.group for command in COMMANDS.values()):
            members = {name: item.help for name, item in COMMANDS.items() if item.group == group}
            parts.append(_table(group, members))
        parts += [_table("options", _OPTIONS), _EPILOG]
        return "\n\n".join(parts)


def command_line(loaded: tuple[str, ...]) -> WordParser:
    """The parser of all commands; those in ``loaded`` are imported and bring their own words."""
    top = TopParser(prog="corpblog")
    top.add_argument("-V", "--version", action="version", version=f"corpblog {__version__}")
    verbs = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=WordParser)
    for name, command in COMMANDS.items():
        if name not in loaded:
            verbs.add_parser(name, help=command.help)
            continue
        module = import_module(command.module)
        parser = verbs.add_parser(
            name, help=command.help, description=module.SUMMARY, epilog=module.EXAMPLES
        )
        module.add_words(parser)
    return top


def _table(title: str, rows: dict[str, str]) -> str:
    return "\n".join([title, *(f"  {name:<16} {text}" for name, text in rows.items())])

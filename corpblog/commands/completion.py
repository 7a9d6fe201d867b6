"""``corpblog completion``: the shells' own completion, made from the command line's words."""

import argparse
from pathlib import Path

from corpblog.report.terminal import say

SHELLS = ("bash", "zsh", "tcsh")
SUMMARY = "Print a completion script: with it, the shell completes commands, options and folders."
EXAMPLES = """\
examples
  corpblog completion bash > ~/.local/share/bash-completion/completions/corpblog
  corpblog completion zsh > ~/.zfunc/_corpblog      with fpath+=~/.zfunc before compinit
  corpblog completion tcsh > ~/.corpblog.tcsh       with source ~/.corpblog.tcsh in ~/.tcshrc
"""


def add_words(parser: argparse.ArgumentParser) -> None:
    """The shell's name."""
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))


def run(words: argparse.Namespace) -> int:
    """Print the script of the shell that was named."""
    import shtab

    from corpblog.commands import COMMANDS
    from corpblog.commands.parser import command_line

    parser = command_line(tuple(COMMANDS))
    _complete_folders(parser, shtab.DIRECTORY)
    say(shtab.complete(parser, shell=words.shell))
    return 0


def _complete_folders(parser: argparse.ArgumentParser, folders: object) -> None:
    """Tell shtab that every path among our words is a folder."""
    for action in parser._actions:
        if action.type is Path:
            vars(action)["complete"] = folders
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                _complete_folders(below, folders)

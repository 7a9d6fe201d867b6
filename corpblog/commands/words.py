"""The words of a command line: read strictly, and refused with the nearest known one."""

import argparse
import itertools
from collections.abc import Sequence
from typing import Any, NoReturn

from corpblog.nearest import nearest
from corpblog.report.terminal import put

DEBUG_HELP = "show tracebacks of what goes wrong"


class BadWords(Exception):  # noqa: N818 (named for what is wrong: the words of the person)
    """A command line that cannot be obeyed; ``hint`` says what would be."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Layout(argparse.RawDescriptionHelpFormatter):
    """Help with room for long option names and with epilogs left as they are typed."""

    def __init__(self, prog: str) -> None:
        import shutil

        columns = shutil.get_terminal_size((80, 24)).columns
        super().__init__(prog, max_help_position=28, width=max(min(columns, 100) - 2, 40))


class WordParser(argparse.ArgumentParser):
    """A parser that takes no abbreviations, names the nearest word, and never ends the program."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", Layout)
        super().__init__(allow_abbrev=False, add_help=False, **settings)
        self.add_argument("-h", "--help", action="help", help="show this help")
        self.add_argument(
            "--debug", action="store_true", default=argparse.SUPPRESS, help=DEBUG_HELP
        )

    def format_help(self) -> str:
        """The help page; its first line shows the positional words only, options follow below."""
        if self.usage is None:
            places = [_placeholder(item) for item in self._actions if not item.option_strings]
            self.usage = " ".join([self.prog.replace("%", "%%"), "[OPTIONS]", *places])
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Refuse the words; what argparse found wrong is in ``message``."""
        raise BadWords(message, f"see {self.prog} --help")

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Read the words; an option that this parser does not know is refused at once."""
        for word in self._own_options(args or ()):
            if word.partition("=")[0] not in self._option_string_actions:
                self._refuse_option(word)
        found, rest = super().parse_known_args(args, namespace)
        if rest and rest[0].startswith("-"):
            self._refuse_option(rest[0])
        if rest:
            raise BadWords(f"“{rest[0]}” is one word too many", f"see {self.prog} --help")
        return found, rest

    def _own_options(self, words: Sequence[str]) -> list[str]:
        """The long options among ``words`` that are not for the parser of a word among them."""
        mine = list(words)
        if any(isinstance(item, argparse._SubParsersAction) for item in self._actions):
            mine = list(itertools.takewhile(lambda word: word.startswith("-"), mine))
        if "--" in mine:
            mine = mine[: mine.index("--")]
        return [word for word in mine if word.startswith("--")]

    def _refuse_option(self, word: str) -> NoReturn:
        name = word.partition("=")[0]
        near = nearest(name, self._option_string_actions)
        hint = f"did you mean {near}?" if near else f"see {self.prog} --help"
        raise BadWords(f"there is no option {name}", hint)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        known = [str(choice) for choice in action.choices]
        near = nearest(str(value), known)
        hint = f"did you mean {near}?" if near else f"choose from {', '.join(known)}"
        if isinstance(action, argparse._SubParsersAction):
            raise BadWords(f"{self.prog} has no command “{value}”", hint)
        what = "/".join(action.option_strings) or action.metavar or action.dest
        raise BadWords(f"{what} cannot be “{value}”", hint)

    def _print_message(self, message: str, file: Any = None) -> None:
        if message:
            put(message, file)


def _placeholder(action: argparse.Action) -> str:
    name = str(action.metavar or action.dest)
    if isinstance(action, argparse._SubParsersAction):
        return f"{name} …"
    return f"[{name}]" if action.nargs == "?" else name

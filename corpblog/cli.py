"""The door: words to a command, what goes wrong to an exit code; the only place that catches all.

Imports here are few and late: the start of every command pays for them.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from corpblog import __version__
from corpblog.commands import COMMANDS, exit_codes

if TYPE_CHECKING:
    from argparse import Namespace

    from corpblog.diagnostics import CorpblogError


def main(words: Sequence[str]) -> int:
    """Obey ``words`` (without the program's name); the exit code. Raises nothing.

    0 clean, 1 findings, 2 bad words, configuration or sources, 3 our bug, 130 interrupted,
    141 when the program that reads our output went away.
    """
    try:
        code = _obey(list(words))
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        return _leave_the_pipe()
    except OSError as error:  # the answer could not be written: a full disk, a closed stream
        return _explain(error, None, debug="--debug" in words)
    except KeyboardInterrupt:
        return _interrupted()
    return code


def _obey(words: list[str]) -> int:
    """Understand and run; every fault ends here as words and a code."""
    if words in (["--version"], ["-V"]):
        print(f"corpblog {__version__}")  # noqa: T201 - before anything is imported
        return exit_codes.CLEAN
    chosen: Namespace | None = None
    try:
        chosen = _understand(words)
        if chosen.command is None:
            return exit_codes.CLEAN
        code: int = import_module(COMMANDS[chosen.command].module).run(chosen)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except SystemExit as end:  # argparse leaves so after --help
        return end.code if isinstance(end.code, int) else exit_codes.CLEAN
    except Exception as error:  # the boundary: whatever it is, the person gets words
        return _explain(error, chosen, debug="--debug" in words)
    return code


def _understand(words: list[str]) -> "Namespace":
    """The words as values; without any command the help is shown."""
    from corpblog.commands.parser import command_line

    command = next((word for word in words if not word.startswith("-")), None)
    parser = command_line((command,) if command else ())
    chosen = parser.parse_args(words)
    if command is None:
        parser.print_help()
    return chosen


def _explain(error: Exception, chosen: "Namespace | None", *, debug: bool) -> int:
    """Tell what went wrong; the exit code."""
    from corpblog.commands.words import BadWords
    from corpblog.diagnostics import CorpblogError
    from corpblog.report.cells import shown
    from corpblog.report.terminal import say_aside

    if debug:
        import traceback

        say_aside("".join(traceback.format_exception(error)))
    if isinstance(error, BadWords):
        hint = f"\n  {shown(error.hint)}" if error.hint else ""
        say_aside(f"corpblog: {shown(error.message)}{hint}\n")
        return exit_codes.BAD_INPUT
    if isinstance(error, CorpblogError):
        _report(error, getattr(chosen, "format", "text"))
        return exit_codes.BAD_INPUT
    if isinstance(error, OSError):
        say_aside(f"corpblog: {shown(str(error.filename or 'output'))}: {shown(_reason(error))}\n")
        return exit_codes.BAD_INPUT
    place = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
    say_aside(_bug(shown(f"{type(error).__name__}: {error}".rstrip(": ") + place)))
    return exit_codes.OUR_BUG


def _reason(error: OSError) -> str:
    """What the system refused, as a sentence would say it."""
    return (error.strerror or type(error).__name__).lower()


def _report(error: "CorpblogError", wanted: str) -> None:
    """Print what stopped the run in the format that the words asked for."""
    from corpblog.report import FORMATS
    from corpblog.report.findings import findings
    from corpblog.report.terminal import look_of, say

    form = FORMATS.get(wanted, FORMATS["text"])
    say(form.write(findings(error.diagnostics), look_of(sys.stdout)))


def _bug(what: str) -> str:
    return f"""\
corpblog: {what}
This is a bug in corpblog, not a mistake of yours. Please run the same command again with
--debug and report what it prints in corpblog's issue tracker, together with what you did.
Leave out what is confidential. (corpblog {__version__}, Python {sys.version.split()[0]}, \
{sys.platform})
"""


def _interrupted() -> int:
    """Ctrl-C: end the line that the person sees, say nothing."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write("\n")
    return exit_codes.INTERRUPTED


def _leave_the_pipe() -> int:
    """Nobody reads any more: point standard output nowhere, or its last flush would complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return exit_codes.PIPE_CLOSED

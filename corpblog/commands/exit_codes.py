"""What a command says to the program that called it: the one place where exit codes are decided."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpblog.diagnostics import Diagnostic

CLEAN = 0
FINDINGS = 1
BAD_INPUT = 2
OUR_BUG = 3
INTERRUPTED = 130  # 128 + SIGINT, as shells count
PIPE_CLOSED = 141  # 128 + SIGPIPE

# Families of codes for what cannot be understood or done; all others are rules of the linter.
_FAULT_FAMILIES = ("SRC", "LINK", "TPL", "WRITE", "IMPORT", "GIT", "TALK")
# What the linter finds wrong with the configuration, not with a text.
_SETTINGS = frozenset({"LINT001", "LINT002", "LINT003", "LINT008", "LINT010", "LINT011"})


def exit_code(diagnostics: "Iterable[Diagnostic]", *, strict: bool = False) -> int:
    """2 for a fault of sources or configuration, 1 for findings that count, else 0.

    Errors count, and with ``strict`` warnings too.
    """
    code = CLEAN
    for item in diagnostics:
        at_fault = item.code.startswith(_FAULT_FAMILIES) or item.code in _SETTINGS
        if item.severity == "error" and at_fault:
            return BAD_INPUT
        if item.severity == "error" or (strict and item.severity == "warning"):
            code = FINDINGS
    return code

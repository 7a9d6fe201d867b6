"""Questions to the person at the terminal; where there is no person, nothing is asked."""

import sys

from corpblog.report.terminal import is_watched, say


def somebody_is_there() -> bool:
    """Whether a question would reach a person and an answer would come back."""
    return is_watched(sys.stdin) and is_watched(sys.stdout)


def answer(question: str, given: str = "") -> str:
    """What was ``given`` on the command line, else what the person answers, else nothing."""
    if given or not somebody_is_there():
        return given
    say(f"{question} ")
    sys.stdout.flush()
    return sys.stdin.readline().strip()

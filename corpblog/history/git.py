"""The door of git: questions to the repository around a site, with nothing that could change it."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpblog.diagnostics import CorpblogError, Location
from corpblog.history.faults import FAULTS

# Whatever a person set up for reading must not change what is read; ext-diff could run programs.
_QUIET = ("-c", "core.quotepath=off", "-c", "diff.noprefix=false", "-c", "core.fsmonitor=false")
_SECONDS = 120


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What git said: ``code`` 0 for yes."""

    code: int
    text: str
    complaint: str


def ask(folder: Path, *words: str) -> Answer:
    """Run git in ``folder``. Raises CorpblogError where git itself is not there."""
    try:
        done = subprocess.run(  # noqa: S603 (no shell; words are checked by whoever asks)
            ["git", *_QUIET, *words],  # noqa: S607 (the git that the person uses)
            cwd=folder,
            env=_surroundings(),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise fault("GIT004", "git is not installed", "install git, or leave --since out") from None
    except subprocess.TimeoutExpired:
        raise fault("GIT004", "git did not answer in two minutes", "try again") from None
    return Answer(
        code=done.returncode,
        text=os.fsdecode(done.stdout),
        complaint=done.stderr.decode(errors="replace").strip(),
    )


def fault(code: str, message: str, hint: str) -> CorpblogError:
    """The error that stops a run which needs the history."""
    return CorpblogError(diagnostics=(FAULTS[code].at(Location(path=""), message, hint=hint),))


# What ties git to one repository, as its hooks and other programs set it: the folder decides.
_TIES = frozenset(
    f"GIT_{word}"
    for word in (
        *("DIR", "WORK_TREE", "IMPLICIT_WORK_TREE", "INDEX_FILE", "COMMON_DIR", "PREFIX"),
        *("OBJECT_DIRECTORY", "ALTERNATE_OBJECT_DIRECTORIES", "SHALLOW_FILE", "GRAFT_FILE"),
        *("NAMESPACE", "LITERAL_PATHSPECS", "GLOB_PATHSPECS", "NOGLOB_PATHSPECS"),
        *("ICASE_PATHSPECS", "EXTERNAL_DIFF", "DIFF_OPTS"),
    )
)


def _surroundings() -> Mapping[str, str]:
    """The environment without words that point git at another repository or translate it."""
    kept = {name: value for name, value in os.environ.items() if name not in _TIES}
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}

"""What the history cannot tell."""

from corpblog.diagnostics import Fault, fault_table

FAULTS = fault_table(
    Fault(
        code="GIT001",
        name="no-repository",
        why="Only git can tell what a pull request changes.",
    ),
    Fault(
        code="GIT002",
        name="unknown-revision",
        why="Without this revision nobody can know what is new, so nothing is called clean.",
    ),
    Fault(
        code="GIT003",
        name="shallow-history",
        why="The history was cut off before the place where the branch began.",
    ),
    Fault(
        code="GIT004",
        name="git-failed",
        why="Without an answer of git nobody can know what is new, so nothing is called clean.",
    ),
)

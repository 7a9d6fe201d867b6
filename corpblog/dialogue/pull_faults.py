"""What can keep a pull from being done."""

from corpblog.diagnostics import Fault, fault_table

PULL_FAULTS = fault_table(
    Fault(
        code="TALK005",
        name="intake-unreachable",
        why="Where one thread cannot be read, all of its comments would look removed.",
    ),
)

"""What can be wrong with the database of the comment intake."""

from corpblog.diagnostics import Fault, fault_table

STORE_FAULTS = fault_table(
    Fault(
        code="TALK001",
        name="intake-missing",
        why="Comments of readers wait in this database; without it nobody sees them.",
    ),
    Fault(
        code="TALK002",
        name="intake-foreign",
        why="Another file in its place would make all comments look as if they were gone.",
    ),
    Fault(
        code="TALK003",
        name="intake-broken",
        why="A damaged database shows only some of its comments; the others would look removed.",
    ),
    Fault(
        code="TALK004",
        name="intake-busy",
        why="Half of a change that is under way must not be taken for the whole.",
    ),
)

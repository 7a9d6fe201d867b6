"""What the linter finds wrong with its own settings: rules, options, suppressions, lists."""

from corpblog.diagnostics import Fault, Severity, fault_table

FAULTS = fault_table(
    Fault(
        code="LINT001",
        name="unknown-rule",
        why="A rule that does not exist is not enforced, and nobody would notice.",
    ),
    Fault(
        code="LINT002",
        name="bad-rule-setting",
        why="A setting that cannot be understood leaves the rule as it was.",
    ),
    Fault(
        code="LINT003",
        name="bad-word-list",
        why="A line of a word list that cannot be understood finds nothing.",
    ),
    Fault(
        code="LINT004",
        name="bad-suppression",
        why="Whoever accepts a finding says why, and stands by it with a name.",
    ),
    Fault(
        code="LINT005",
        name="unused-suppression",
        why="What silences nothing hides the next finding.",
        severity=Severity.WARNING,
    ),
    Fault(
        code="LINT006",
        name="expired-suppression",
        why="An exception was made for a time, and that time is over.",
    ),
    Fault(
        code="LINT007",
        name="forbidden-suppression",
        why="The law, or the team, wants this decided outside of the text.",
    ),
    Fault(
        code="LINT008",
        name="bad-baseline",
        why="Without the baseline old findings cannot be told from new ones.",
    ),
    Fault(
        code="LINT009",
        name="stale-baseline",
        why="What is mended may not come back: the baseline only shrinks.",
    ),
    Fault(
        code="LINT010",
        name="bad-plugin",
        why="A rule that cannot be loaded is not enforced.",
    ),
    Fault(
        code="LINT011",
        name="plugin-broke",
        why="What a rule would have found is not known where it broke off.",
    ),
)

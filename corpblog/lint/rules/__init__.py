"""One rule, one file; this is the table of all rules."""

from corpblog.lint.rule import AnyRule

RULES: tuple[AnyRule, ...] = ()

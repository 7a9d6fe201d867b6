"""What the guards are called where a configuration switches them."""

from typing import Literal

GuardName = Literal[
    "names",
    "negation",
    "mention",
    "definition",
    "self_scope",
    "others",
    "technical",
    "once",
]
ALL_GUARDS: tuple[GuardName, ...] = (
    "names",
    "negation",
    "mention",
    "definition",
    "self_scope",
    "others",
    "technical",
    "once",
)
# What rules with phrases of their own want: the other guards belong to directives of lists.
PHRASE_GUARDS: tuple[GuardName, ...] = ("names", "negation", "mention")

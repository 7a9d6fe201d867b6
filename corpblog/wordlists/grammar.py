"""What can be wrong with a pattern and its suggestion, told so that its writer can mend it."""

import re
from typing import NamedTuple

from corpblog.wordlists.folding import fold
from corpblog.wordlists.notation import ENDINGS, MOST_FORMS, groups_of, parts_of, words_of

# What nearly all patterns look like: such a one needs no closer look at its signs.
_PLAIN = re.compile(r"[^\W_][^()~*]*(?:\([^()~*]*\)[^()~*]*)*~?")
_INSIDE = re.compile(r"[\w'’]\*[\w'’]|~[\w'’]|\*~|~\*|(?<![\w)'’])~")
_STARS = re.compile(r"(?<!\w)\*+(?!\w)")


class Trouble(NamedTuple):
    """Why a pattern cannot be used; ``offset`` counts from its start, in code points."""

    offset: int
    message: str
    hint: str


def pattern_trouble(pattern: str) -> Trouble | None:
    """What is wrong with a pattern; None where it is right."""
    if not pattern.strip():
        return Trouble(0, "the pattern is empty", "Write the word or phrase to find.")
    trouble = None if _PLAIN.fullmatch(pattern) else _signs(pattern)
    return trouble or _forms(pattern)


def suggestion_trouble(pattern: str, suggestion: str) -> Trouble | None:
    """What is wrong with a replacement for a right ``pattern``; None where it is right."""
    trouble = _signs(suggestion) if any(sign in suggestion for sign in "()") else None
    if trouble:
        return trouble
    own, others = groups_of(suggestion), groups_of(pattern)
    if not own:
        return None
    if len(own) > len(others):
        return Trouble(
            0,
            f"the suggestion has more groups ({len(own)}) than the pattern ({len(others)})",
            "Each group of the suggestion belongs to one of the pattern, counted from the right.",
        )
    for one, other in zip(reversed(own), reversed(others), strict=False):
        if len(one) != len(other) or (one is ENDINGS) != (other is ENDINGS):
            return Trouble(
                0,
                f"the groups do not line up: ({_shown(one)}) belongs to ({_shown(other)})",
                "Give each alternative of the pattern its own in the suggestion, "
                "as in leverag(e|es) → us(e|es).",
            )
    return None


def _signs(pattern: str) -> Trouble | None:
    """Parentheses, bars, stars and tildes that stand where they mean nothing."""
    opened = -1
    for offset, sign in enumerate(pattern):
        if sign == "(" and opened >= 0:
            return Trouble(offset, "groups cannot be nested", "Write out the inner alternatives.")
        if sign == ")" and opened < 0:
            return Trouble(offset, "this parenthesis closes nothing", "Add “(” or take it out.")
        if sign == "|" and opened < 0:
            return Trouble(offset, "“|” stands outside of a group", "Write (one|other).")
        if sign == "~" and opened >= 0:
            return Trouble(offset, "“~” stands inside of a group", "Put it behind the group.")
        opened = {"(": offset, ")": -1}.get(sign, opened)
    if opened >= 0:
        return Trouble(opened, "this parenthesis is never closed", "Add “)”.")
    if found := _INSIDE.search(pattern):
        return Trouble(
            found.start(),
            "“*” and “~” stand at the edge of a word only",
            "“*” begins or ends a word, “~” ends it.",
        )
    if found := _STARS.search(pattern):
        return Trouble(found.start(), "“*” alone would find every word", "Add letters to it.")
    return None


def _forms(pattern: str) -> Trouble | None:
    count = 1
    for group in groups_of(pattern):
        count *= len(group)
    if count > MOST_FORMS:
        return Trouble(
            0,
            f"the pattern stands for {count} forms; {MOST_FORMS} are the most",
            "Make two patterns of it.",
        )
    barest = (
        min(part, key=lambda option: len(words_of(option))) if isinstance(part, tuple) else part
        for part in parts_of(fold(pattern))
    )
    if words_of("".join(barest)):
        return None
    if not groups_of(pattern):
        return Trouble(0, "the pattern has no word to find", "Write letters or digits.")
    return Trouble(
        0, "one of the alternatives leaves no word to find", "Take out the empty alternative."
    )


def _shown(group: tuple[str, ...]) -> str:
    return "~" if group is ENDINGS else "|".join(group)

"""Regular expressions that users write: only such as cannot take a text hostage."""

import re
from functools import lru_cache

LONGEST = 200
# Beyond this many repetitions a count is as bad as no limit.
MOST_REPEATS = 100

_ATOM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[\s\S]")
_COUNT = re.compile(r"\{(\d{0,4})(,?)(\d{0,4})\}")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_PLAIN_GROUP = "(?:"


@lru_cache(maxsize=256)
def safe_pattern(text: str) -> re.Pattern[str]:
    """``text`` as a pattern whose time grows with the length of what it searches, not faster.

    Refused with a ValueError in plain words: what Python cannot read, references back, looking
    ahead or behind, a repeated group that repeats or chooses inside, two neighbouring repetitions
    without limit, and what is longer than 200 characters. What is left tries a limited number of
    ways at each place.
    """
    if len(text) > LONGEST:
        raise ValueError(f"the pattern is longer than {LONGEST} characters")
    try:
        pattern = re.compile(text)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"“{text}” is no pattern: {error}") from error
    if pattern.match("") is not None:
        raise ValueError(f"“{text}” is found everywhere: it also means nothing at all")
    _judge(text)
    return pattern


def _judge(text: str) -> None:
    """Refuse ``text`` where its parts may make a search slow."""
    for sign in _LOOKS:
        if sign in text:
            raise ValueError(f"“{text}” looks ahead or behind with “{sign}”; leave that out")
    walk = _Walk(text)
    place = 0
    while place < len(text):
        atom = _ATOM.match(text, place)
        part = atom[0] if atom else text[place]
        place += len(part)
        place = walk.take(part, place)


class _Walk:
    """Where a pattern has been read to: open groups, and what is repeated in them."""

    def __init__(self, text: str) -> None:
        self.text = text
        # For each open group: whether it holds a repetition or a choice.
        self.holds: list[bool] = [False]
        # A second repetition without limit multiplies the ways of the first one.
        self.unlimited = 0

    def take(self, part: str, place: int) -> int:
        """Take in an atom; returns where the next one begins."""
        if part[0] == "\\" and part[1:2].isdigit():
            raise ValueError(f"“{self.text}” refers back with “{part}”; leave that out")
        if part == "(":
            return self._open(place)
        if part == "|":
            self.holds[-1] = True
        closed = part == ")" and len(self.holds) > 1
        held = self.holds.pop() if closed else False
        if held:
            self.holds[-1] = True
        return self._repeat(place, inside=held)

    def _open(self, place: int) -> int:
        self.holds.append(False)
        if self.text.startswith("?", place):
            if not self.text.startswith(_PLAIN_GROUP, place - 1):
                raise ValueError(f"“{self.text}” has a special group; only (…) and (?:…) may stand")
            return place + 2
        return place

    def _repeat(self, place: int, *, inside: bool) -> int:
        sign = self.text[place : place + 1]
        count = _COUNT.match(self.text, place) if sign == "{" else None
        if not sign or (sign not in "*+?" and count is None):
            return place
        end = count.end() if count else place + 1
        if inside and sign != "?":
            raise ValueError(f"“{self.text}” repeats a group that repeats or chooses inside")
        self.holds[-1] = True
        if sign in "*+" or (count and count[2] and not count[3]):
            self._without_limit()
        elif count and int(count[3] or count[1] or 0) > MOST_REPEATS:
            raise ValueError(f"“{self.text}” repeats more than {MOST_REPEATS} times")
        return end + (self.text[end : end + 1] in ("?", "+") and bool(self.text[end : end + 1]))

    def _without_limit(self) -> None:
        self.unlimited += 1
        if self.unlimited > 1:
            raise ValueError(
                f"“{self.text}” repeats without limit twice; write a limit, such as {{1,20}}"
            )

"""Regular expressions that users write: only such as cannot take a text hostage."""

import re
import warnings
from functools import lru_cache

LONGEST = 200
# What “as often as you like” means here; it keeps every search linear in the length of the text.
MOST_REPEATS = 60
# In so many ways a pattern may be tried at one place of a text.
MOST_WAYS = 4000

_ATOM = re.compile(r"\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|[\s\S]")
_COUNT = re.compile(r"\{(\d{0,4})(?:(,)(\d{0,4}))?\}")
_UNLIMITED = {"*": f"{{0,{MOST_REPEATS}}}", "+": f"{{1,{MOST_REPEATS}}}"}


@lru_cache(maxsize=256)
def safe_pattern(text: str) -> re.Pattern[str]:
    """``text`` as a pattern whose time grows with the length of what it searches, not faster.

    A repetition without limit means up to 60 times. Refused with a ValueError in plain words: what
    Python cannot read, references back, looking ahead or behind and other special groups, a
    repeated group that repeats or chooses inside, what can be tried in more than 4,000 ways at
    one place, what also means nothing at all, and what is longer than 200 characters.
    """
    if len(text) > LONGEST:
        raise ValueError(f"the pattern is longer than {LONGEST} characters")
    pattern = _read(text)
    if pattern.match("") is not None:
        raise ValueError(f"“{text}” is found everywhere: it also means nothing at all")
    return _read(_Walk(text).limited())


def _read(text: str) -> re.Pattern[str]:
    try:
        with warnings.catch_warnings():
            # What a later Python will read otherwise is no pattern to rely on.
            warnings.simplefilter("error", FutureWarning)
            return re.compile(text)
    except (re.error, OverflowError, RecursionError, FutureWarning) as error:
        raise ValueError(f"“{text}” is no pattern: {error}") from error


class _Walk:
    """A way through a pattern, atom by atom, that counts in how many ways it can be tried."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.written: list[str] = []
        # For each open group: whether it holds a repetition, and how many alternatives.
        self.holds = [False]
        self.choices = [1]
        self.ways = 1

    def limited(self) -> str:
        """The pattern with a limit to each repetition; raises ValueError where it is unsafe."""
        place = 0
        while place < len(self.text):
            atom = _ATOM.match(self.text, place)
            part = atom[0] if atom else self.text[place]
            self.written.append(part)
            place = self._take(part, place + len(part))
        self._multiply(self.choices[0])
        return "".join(self.written)

    def _take(self, part: str, place: int) -> int:
        """Take in an atom; returns where the next one begins."""
        if part[0] == "\\" and part[1:].isdigit():
            self._refuse(f"refers back with “{part}”; leave that out")
        if part == "(":
            return self._open(place)
        if part == "|":
            self.choices[-1] += 1
            return place
        held = part == ")" and self._close()
        return self._repeat(place, inside=held)

    def _open(self, place: int) -> int:
        self.holds.append(False)
        self.choices.append(1)
        if not self.text.startswith("?", place):
            return place
        if not self.text.startswith("?:", place):
            self._refuse("has a special group; only (…) and (?:…) may stand")
        self.written.append("?:")
        return place + 2

    def _close(self) -> bool:
        """Leave a group; whether it repeats or chooses inside."""
        choices = self.choices.pop()
        held = self.holds.pop() or choices > 1
        self.holds[-1] = self.holds[-1] or held
        self._multiply(choices)
        return held

    def _repeat(self, place: int, *, inside: bool) -> int:
        """Take in the repetition behind an atom, if there is one."""
        sign = self.text[place : place + 1]
        count = _COUNT.match(self.text, place) if sign == "{" else None
        if sign not in ("*", "+", "?") and count is None:
            return place
        if inside and sign != "?":
            self._refuse("repeats a group that repeats or chooses inside")
        self.holds[-1] = True
        self.written.append(self._bounded(sign, count))
        end = count.end() if count else place + 1
        lazy = self.text[end : end + 1]
        if lazy in ("?", "+"):
            self.written.append(lazy)
            return end + 1
        return end

    def _bounded(self, sign: str, count: re.Match[str] | None) -> str:
        """A repetition with its limit."""
        if count is None:
            self._multiply(2 if sign == "?" else MOST_REPEATS)
            return _UNLIMITED.get(sign, sign)
        least = int(count[1] or 0)
        most = int(count[3]) if count[3] else (MOST_REPEATS if count[2] else least)
        if max(least, most) > MOST_REPEATS:
            self._refuse(f"repeats more than {MOST_REPEATS} times")
        self._multiply(most - least + 1)
        return f"{{{least},{most}}}" if count[2] else count[0]

    def _multiply(self, ways: int) -> None:
        self.ways *= ways
        if self.ways > MOST_WAYS:
            self._refuse("can be tried in too many ways; write limits, such as {1,20}")

    def _refuse(self, why: str) -> None:
        raise ValueError(f"“{self.text}” {why}")

"""Which tag closes which: pairs of tags in a text, found in one go."""

from collections import Counter
from collections.abc import Iterable, Mapping

# Nobody reads quotations in quotations deeper than this; what lies deeper stays as it is.
DEEPEST = 20


def partners(tags: Iterable[tuple[str, bool]]) -> Mapping[int, int]:
    """The place of the closing tag for each opening one that has one.

    ``tags`` are names with whether the tag closes. A closing tag belongs to the last open tag of
    its name; what was opened since and never closed has no partner.
    """
    found: dict[int, int] = {}
    opened: list[tuple[int, str]] = []
    waiting: Counter[str] = Counter()
    for place, (name, closes) in enumerate(tags):
        if not closes:
            opened.append((place, name))
            waiting[name] += 1
            continue
        while waiting[name]:
            start, other = opened.pop()
            waiting[other] -= 1
            if other == name:
                found[start] = place
                break
    return found

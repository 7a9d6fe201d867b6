"""Tags that are spelled nearly alike become one tag: the spelling that most posts use."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

_GAPS = re.compile(r"[\s_\-–/]+")


def merged_spellings(uses: Iterable[str]) -> Mapping[str, str]:
    """For each spelling in ``uses`` (one item per use) the one that stands for it.

    Alike are: case, hyphen or space or neither, a ``#`` in front, and a plural ``s`` when the
    singular is in use too. Of two equally frequent spellings the first in the alphabet wins.
    """
    counts = Counter(uses)
    keys = {spelling: _key(spelling) for spelling in counts}
    known = set(keys.values())
    groups: dict[str, list[str]] = defaultdict(list)
    for spelling, key in keys.items():
        singular = key[:-1]
        plural = len(key) > 4 and key.endswith("s") and not key.endswith("ss") and singular in known
        groups[singular if plural else key].append(spelling)
    best = {
        key: min(spellings, key=lambda item: (-counts[item], item))
        for key, spellings in groups.items()
    }
    return {
        spelling: best[key].lstrip("#").strip() or best[key]
        for key, spellings in groups.items()
        for spelling in spellings
    }


def _key(spelling: str) -> str:
    folded = unicodedata.normalize("NFKC", spelling).casefold().lstrip("#").strip()
    return _GAPS.sub("", folded) or folded

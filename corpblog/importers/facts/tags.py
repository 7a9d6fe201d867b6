"""Tags that are spelled nearly alike become one tag: the spelling that most posts use."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from corpblog.model.permalink import slugify

# All names without letters or digits share one page in the build.
_NAMELESS = "untitled"


def merged_spellings(uses: Iterable[str]) -> Mapping[str, str]:
    """For each spelling in ``uses`` (one item per use) the one that stands for it.

    Alike are: all that share an address in the build (case, accents, signs around words), hyphen
    or space or neither, and a plural ``s`` when the singular is in use too. Of two equally
    frequent spellings the first in the alphabet wins.
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
    """What all spellings of one tag share; the build takes names with one slug for one tag."""
    return slugify(spelling).replace("-", "") or _NAMELESS

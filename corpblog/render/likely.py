"""What a dead link probably meant: the known path whose last part is written almost the same."""

import posixpath
import re
from collections.abc import Iterable

from corpblog.nearest import nearest

# Below this likeness (difflib's ratio, 0 to 1) a guess confuses more than it helps.
_LIKE = 0.75
# Comparing is slow, and a site may have thousands of files and hundreds of dead links.
_MOST_COMPARED = 200
_NUMBER = re.compile(r"\d+")


class Likely:
    """Known paths by their last part; each question is answered once."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths: dict[str, list[str]] = {}
        for path in sorted(paths):
            if name := _name(path):
                self._paths.setdefault(name, []).append(path)
        self._names: dict[str, list[str]] = {}
        for name in self._paths:
            for letter in {name[0], name[-1]}:
                self._names.setdefault(letter, []).append(name)
        self._answers: dict[str, str] = {}

    def nearest(self, path: str) -> str:
        """The known path that ``path`` probably meant; empty when none is near."""
        if path not in self._answers:
            self._answers[path] = self._find(path)
        return self._answers[path]

    def _find(self, path: str) -> str:
        name = _name(path)
        if name not in self._paths:
            known = {
                each for letter in (name[:1], name[-1:]) for each in self._names.get(letter, ())
            }
            name = closest(name, known)
        found = self._paths.get(name, ())
        return min(found, key=lambda each: (-_shared(each, path), each), default="")


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like ``word``, of those about as long; empty when none is near.

    A word with another number in it means another thing: part 3 is no typo for part 2.
    """
    slack, numbers = max(1, len(word) // 4), _NUMBER.findall(word)
    near = [
        each
        for each in known
        if abs(len(each) - len(word)) <= slack and _NUMBER.findall(each) == numbers
    ]
    near.sort(key=lambda each: (abs(len(each) - len(word)), each))
    return nearest(word, near[:_MOST_COMPARED], cutoff=_LIKE)


def _name(path: str) -> str:
    """What one remembers of a path: its last part without endings, of NAME/index.md the NAME."""
    folder, last = posixpath.split(path.rstrip("/"))
    name = last[:1] + last[1:].partition(".")[0]
    return (posixpath.basename(folder) if name == "index" and folder else name).casefold()


def _shared(one: str, other: str) -> int:
    return len(posixpath.commonprefix((one, other)))

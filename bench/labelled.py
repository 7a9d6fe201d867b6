"""The labelled set: texts with what a careful editor would flag, in files that people can mend."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "tests" / "lint" / "labelled"
PARTS = ("tuning", "held-out")
WHOLE_POSTS = ("posts", "posts-18f", "posts-codefor-de")
PLAIN = ("plain", "everyday")
SOURCES = ("18f", "codefor-de", "marketing", *PLAIN, *WHOLE_POSTS)

_HEAD = re.compile(
    r"^@@ (?P<path>[^|\n]+?)(?:#(?P<number>\d+))? \| (?P<lang>en|de) \| (?P<own>[^|\n]+?)"
    r"(?: \| (?P<whole>[^|\n]+?))?$",
    re.MULTILINE,
)
_MARK = re.compile(r"\[\[(?P<codes>[A-Z0-9,?]+)\|(?P<words>.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """Words that deserve a finding: ``start`` and ``end`` count code points of the bare text.

    A ``borderline`` label is one over which two careful editors would differ: a finding there is
    neither right nor wrong, and none is missed.
    """

    code: str
    start: int
    end: int
    borderline: bool = False

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")


@dataclass(frozen=True, kw_only=True, slots=True)
class Labelled:
    """A text with its labels; ``own`` is the name under which its authors speak of themselves.

    ``whole`` are the codes that the text as a whole deserves, None where nobody said: only whole
    posts have them.
    """

    source: str
    path: str
    number: int
    lang: str
    own: str
    text: str
    labels: tuple[Label, ...]
    whole: frozenset[str] | None

    @property
    def part(self) -> str:
        """``tuning`` or ``held-out``."""
        return part_of(self.path)

    @property
    def name(self) -> str:
        """What a person calls the text."""
        return f"{self.path}#{self.number}" if self.number else self.path


def part_of(path: str) -> str:
    """Where the texts of ``path`` belong, by a bit of its SHA-256: all of a post in one part."""
    return PARTS[hashlib.sha256(path.encode()).digest()[16] % 2]


def labelled() -> tuple[Labelled, ...]:
    """The whole set, in a fixed order; raises ValueError for a file that is not in its form."""
    return tuple(
        text
        for part in PARTS
        for source in SOURCES
        for text in texts_in((FOLDER / part / f"{source}.txt").read_text("utf-8"), source)
    )


def texts_in(content: str, source: str) -> tuple[Labelled, ...]:
    """The texts of one file: each begins with a line ``@@ path#number | lang | own | whole``."""
    heads = list(_HEAD.finditer(content))
    if len(heads) != len(re.findall(r"^@@", content, re.MULTILINE)):
        raise ValueError(f"{source}: a line that begins with @@ is no head of a text")
    ends = [head.start() for head in heads[1:]] + [len(content)]
    return tuple(
        _text(source, head, content[head.end() : end].strip("\n"))
        for head, end in zip(heads, ends, strict=True)
    )


def _text(source: str, head: re.Match[str], marked: str) -> Labelled:
    bare, labels = unmarked(marked)
    whole = head["whole"]
    return Labelled(
        source=source,
        path=head["path"],
        number=int(head["number"] or 0),
        lang=head["lang"],
        own=head["own"],
        text=bare,
        labels=labels,
        whole=None if whole is None else frozenset(whole.replace("-", "").split()),
    )


def unmarked(marked: str) -> tuple[str, tuple[Label, ...]]:
    """The text without ``[[CODE|words]]`` marks, and what they marked."""
    pieces: list[str] = []
    labels: list[Label] = []
    done = length = 0
    for mark in _MARK.finditer(marked):
        before, words = marked[done : mark.start()], mark["words"]
        start = length + len(before)
        labels += [_label(code, start, start + len(words)) for code in mark["codes"].split(",")]
        pieces += [before, words]
        done, length = mark.end(), start + len(words)
    bare = "".join([*pieces, marked[done:]])
    if "[[" in bare or "]]" in bare:
        raise ValueError(f"a mark is not closed in “{bare[:60]}”")
    return bare, tuple(labels)


def _label(code: str, start: int, end: int) -> Label:
    return Label(code=code.lstrip("?"), start=start, end=end, borderline=code.startswith("?"))

"""Findings against labels: what is right, wrong and missed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bench.labelled import Label, Labelled

# No ground for a complaint at the usual level: measured on its own.
WEASEL = "JARG004"
SPANS = (
    *(f"JARG{number:03}" for number in range(1, 8)),
    *(f"EVID{number:03}" for number in range(1, 6)),
)
WHOLE = ("VOICE001", "VOICE002")


class Verdict(StrEnum):
    """What a label says about a finding."""

    RIGHT = "right"
    WRONG = "wrong"
    EITHER = "either"


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A finding in a labelled text; places count code points of the bare text."""

    code: str
    severity: str
    start: int
    end: int
    message: str

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")


@dataclass(frozen=True, kw_only=True, slots=True)
class Examined:
    """A labelled text with what the linter found in it, and its length in words."""

    text: Labelled
    hits: tuple[Hit, ...]
    words: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """Counts of one rule or family over some texts.

    ``found`` are labels that a finding overlaps; ``right``, ``wrong`` and ``either`` are findings.
    """

    labels: int
    found: int
    right: int
    wrong: int
    either: int
    words: int
    texts: int

    @property
    def precision(self) -> float | None:
        """Share of right findings; those on borderline labels do not count."""
        return _share(self.right, self.right + self.wrong)

    @property
    def strict_precision(self) -> float | None:
        """The precision if every finding on a borderline label were wrong."""
        return _share(self.right, self.right + self.wrong + self.either)

    @property
    def recall(self) -> float | None:
        """Share of labels that were found."""
        return _share(self.found, self.labels)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        precision, recall = self.precision, self.recall
        if not precision or not recall:
            return None
        return 2 * precision * recall / (precision + recall)

    @property
    def per_words(self) -> float | None:
        """False alarms per 1,000 words."""
        return 1000 * self.wrong / self.words if self.words else None

    @property
    def per_texts(self) -> float | None:
        """False alarms per 100 texts."""
        return 100 * self.wrong / self.texts if self.texts else None


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def touches(one: Hit | Label, other: Hit | Label) -> bool:
    """Whether two stretches of a text share a character."""
    return one.start < other.end and other.start < one.end


def verdict(hit: Hit, text: Labelled) -> Verdict:
    """A finding is right where a label of its family says that something is to be flagged."""
    near = [label for label in text.labels if label.family == hit.family and touches(hit, label)]
    if not near:
        return Verdict.WRONG
    return Verdict.EITHER if all(label.borderline for label in near) else Verdict.RIGHT


def missed(one: Examined, codes: Iterable[str]) -> list[Label]:
    """Labels of ``codes`` that no finding of their family touches."""
    wanted = frozenset(codes)
    return [
        label
        for label in one.text.labels
        if label.code in wanted and not label.borderline and not _is_found(label, one.hits, None)
    ]


def _is_found(label: Label, hits: Iterable[Hit], codes: frozenset[str] | None) -> bool:
    return any(
        touches(hit, label) and (hit.family == label.family if codes is None else hit.code in codes)
        for hit in hits
    )


def span_score(examined: Iterable[Examined], codes: Iterable[str], *, info: bool = True) -> Score:
    """How the rules ``codes`` did together; without ``info`` only errors and warnings count."""
    wanted = frozenset(codes)
    counts = dict.fromkeys(Verdict, 0)
    labels = found = words = texts = 0
    for one in examined:
        hits = [hit for hit in one.hits if hit.code in wanted and (info or hit.severity != "info")]
        for hit in hits:
            counts[verdict(hit, one.text)] += 1
        sure = [label for label in one.text.labels if label.code in wanted and not label.borderline]
        labels += len(sure)
        found += sum(_is_found(label, hits, wanted) for label in sure)
        words += one.words
        texts += 1
    return Score(
        labels=labels,
        found=found,
        right=counts[Verdict.RIGHT],
        wrong=counts[Verdict.WRONG],
        either=counts[Verdict.EITHER],
        words=words,
        texts=texts,
    )


def whole_score(examined: Iterable[Examined], codes: Iterable[str]) -> Score:
    """How rules about whole posts did: a rule counts once in each post."""
    labels = right = wrong = words = texts = 0
    for one in examined:
        if one.text.whole is None:
            continue
        hits = {hit.code for hit in one.hits}.intersection(codes)
        wanted = one.text.whole.intersection(codes)
        labels += len(wanted)
        right += len(hits & wanted)
        wrong += len(hits - wanted)
        words += one.words
        texts += 1
    return Score(
        labels=labels, found=right, right=right, wrong=wrong, either=0, words=words, texts=texts
    )

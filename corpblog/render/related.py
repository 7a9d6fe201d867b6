"""Which posts belong together: shared tags, and rarer words that both begin with."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from corpblog.model.post import Post

# How much of a text counts: its beginning says what it is about, and long posts stay cheap.
_LEAD = 1000
# A word that more posts share says little; the bound keeps the work for one post small as well.
_COMMON = 40
_COMMON_TAG = 200
_TAG_WEIGHT = 4.0
_WORD = re.compile(r"[^\W\d_]{6,}")


@dataclass(frozen=True, kw_only=True, slots=True)
class RelatedPosts:
    """An inverted index over posts of one language; ``posts`` come newest first."""

    posts: Sequence[Post]
    _holders: dict[str, list[int]] = field(default_factory=dict)

    def to(self, post: Post, apart: frozenset[str], count: int = 3) -> tuple[Post, ...]:
        """The ``count`` posts closest to ``post``, none with an id in ``apart``.

        Of equally close ones the newer stands first: the same answer on any machine.
        """
        self.prepare()
        scores: dict[int, float] = defaultdict(float)
        for feature in _features_of(post):
            holders = self._holders.get(feature, ())
            weight = self._weight(feature, len(holders))
            if weight:
                for number in holders:
                    scores[number] += weight
        # Sums of floats depend on their order, which for sets changes from run to run.
        ranked = sorted(scores, key=lambda number: (-round(scores[number], 6), number))
        return tuple(self._best(ranked, apart | {post.id}, count))

    def prepare(self) -> None:
        """Build the index, if no page has asked for it yet."""
        if self._holders:
            return
        for number, post in enumerate(self.posts):
            for feature in _features_of(post):
                self._holders.setdefault(feature, []).append(number)

    def _best(self, ranked: list[int], apart: frozenset[str], count: int) -> Iterator[Post]:
        found = 0
        for number in ranked:
            post = self.posts[number]
            if post.id in apart:
                continue
            yield post
            found += 1
            if found == count:
                return

    def _weight(self, feature: str, holders: int) -> float:
        if holders < 2:
            return 0.0
        if feature[0] == "#":
            return _TAG_WEIGHT * log(1 + len(self.posts) / holders) if holders <= _COMMON_TAG else 0
        return log(1 + len(self.posts) / holders) if holders <= _COMMON else 0.0


def related_of(posts: Iterable[Post]) -> Mapping[str, RelatedPosts]:
    """An index for each language of ``posts``; none is built before it is asked."""
    found: dict[str, list[Post]] = {}
    for post in posts:
        found.setdefault(post.lang, []).append(post)
    return {lang: RelatedPosts(posts=tuple(group)) for lang, group in found.items()}


def _features_of(post: Post) -> set[str]:
    """Tags (marked with #) and the longer words of title, summary and the first lines."""
    start = post.source.body_start
    lead = post.source.text[start : start + _LEAD]
    text = f"{post.title} {post.front.summary} {lead}".casefold()
    return {*_WORD.findall(text), *("#" + tag.casefold() for tag in post.front.tags)}

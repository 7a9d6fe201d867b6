"""Which posts belong together: shared tags, and rarer words that both begin with."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpblog.model.post import Post

# How much of a text counts: its beginning says what it is about, and long posts stay cheap.
_LEAD = 1000
# How much a shared word or tag counts, by how many posts have it at most. What more posts share
# says little, and passing it over keeps the work for one post small however many there are.
_WORDS = ((4, 2), (20, 1))
_TAGS = ((10, 6), (40, 4), (120, 2), (300, 1))
_WORD = re.compile(r"[^\W\d_]{6,}")


@dataclass(frozen=True, kw_only=True, slots=True)
class RelatedPosts:
    """An inverted index over posts of one language; ``posts`` come newest first."""

    posts: Sequence[Post]
    # For each post, by identity: the lists of posts that it shares something with. A post stands
    # in such a list as often as the shared thing weighs: counting is faster than adding up.
    _shared: dict[int, list[list[int]]] = field(default_factory=dict)

    def to(self, post: Post, apart: frozenset[str], count: int = 3) -> tuple[Post, ...]:
        """The ``count`` posts closest to ``post``, none with an id in ``apart``.

        Of equally close ones the newer stands first: the same answer on any machine.
        """
        self.prepare()
        scores = Counter(self._together(post))
        # The post itself and its translations are in there as well and are passed over.
        least = sorted(scores.values())[-(count + len(apart) + 1) :][:1]
        ranked = sorted((-score, n) for n, score in scores.items() if score >= least[0])
        return tuple(self._best(ranked, apart | {post.id}, count))

    def prepare(self) -> None:
        """Build the index, if no page has asked for it yet."""
        if self._shared:
            return
        features = [features_of(post) for post in self.posts]
        holders: dict[str, list[int]] = {}
        for number, found in enumerate(features):
            for feature in found:
                holders.setdefault(feature, []).append(number)
        weighted = {
            feature: numbers * weight_of(feature, len(numbers))
            for feature, numbers in holders.items()
            if len(numbers) > 1
        }
        for post, found in zip(self.posts, features, strict=True):
            lists = (weighted.get(feature) for feature in found)
            self._shared[id(post)] = [numbers for numbers in lists if numbers]

    def _together(self, post: Post) -> list[int]:
        """The numbers of all posts that share something with ``post``, as often as it weighs."""
        together: list[int] = []
        for numbers in self._shared.get(id(post), ()):
            together += numbers
        return together

    def _best(
        self, ranked: Iterable[tuple[int, int]], apart: frozenset[str], count: int
    ) -> Iterator[Post]:
        for _, number in ranked:
            post = self.posts[number]
            if post.id not in apart:
                yield post
                count -= 1
                if not count:
                    return


def related_of(posts: Iterable[Post]) -> Mapping[str, RelatedPosts]:
    """An index for each language of ``posts``; none is built before it is asked."""
    found: dict[str, list[Post]] = {}
    for post in posts:
        found.setdefault(post.lang, []).append(post)
    return {lang: RelatedPosts(posts=tuple(group)) for lang, group in found.items()}


def weight_of(feature: str, holders: int) -> int:
    """How much it counts to share ``feature`` if so many posts have it."""
    for most, weight in _TAGS if feature[0] == "#" else _WORDS:
        if holders <= most:
            return weight
    return 0


def features_of(post: Post) -> set[str]:
    """Tags (marked with #) and the longer words of title, summary and the first lines."""
    start = post.source.body_start
    lead = post.source.text[start : start + _LEAD]
    text = f"{post.title} {post.front.summary} {lead}".casefold()
    return {*_WORD.findall(text), *("#" + tag.casefold() for tag in post.front.tags)}

"""Which posts belong together, asked again and again of a site of which one post changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from corpblog.model.post import Post
from corpblog.render.related import RelatedPosts, features_of, related_of, weight_of


@dataclass(frozen=True, kw_only=True, slots=True)
class RelatedAgain(RelatedPosts):
    """An index that keeps what it took to make it, so that the next one costs a few words.

    ``features`` stand in the order of ``posts``; ``holders`` are the numbers of the posts that
    have a feature. The index ``before`` is let go as soon as it is not needed any more, or every
    site there ever was would hang on the present one.
    """

    before: "list[RelatedAgain]" = field(default_factory=list)
    features: list[tuple[str, ...]] = field(default_factory=list)
    holders: dict[str, list[int]] = field(default_factory=dict)

    def prepare(self) -> None:
        """Build the index: from the one ``before`` where the same posts stand in the same order."""
        if self.features or not self.posts:
            return
        known = self.before.pop() if self.before else None
        if known is None:
            self.features.extend(_sorted(post) for post in self.posts)
            self._index()
        elif [post.source.path for post in known.posts] != [p.source.path for p in self.posts]:
            old = zip(known.posts, known.features, strict=True)
            kept = {id(post): found for post, found in old}
            self.features.extend(kept.get(id(post)) or _sorted(post) for post in self.posts)
            self._index()
        else:
            self._take_over(known)

    def _together(self, post: Post) -> list[int]:
        number = next(n for n, each in enumerate(self.posts) if each is post)
        together: list[int] = []
        for feature in self.features[number]:
            holders = self.holders[feature]
            if len(holders) > 1:
                together += holders * weight_of(feature, len(holders))
        return together

    def _index(self) -> None:
        for number, found in enumerate(self.features):
            for feature in found:
                self.holders.setdefault(feature, []).append(number)

    def _take_over(self, known: "RelatedAgain") -> None:
        """What is known, but for the posts that are other ones now."""
        self.features.extend(known.features)
        self.holders.update(known.holders)
        for number, (old, post) in enumerate(zip(known.posts, self.posts, strict=True)):
            if old is post:
                continue
            before, after = set(known.features[number]), features_of(post)
            self.features[number] = tuple(sorted(after))
            for feature in before - after:
                left = [each for each in self.holders[feature] if each != number]
                self.holders[feature] = left
                if not left:
                    del self.holders[feature]
            for feature in after - before:
                self.holders[feature] = sorted([*self.holders.get(feature, ()), number])


def related_again(
    posts: Iterable[Post], before: Mapping[str, RelatedPosts]
) -> Mapping[str, RelatedAgain]:
    """An index for each language of ``posts``, made from those ``before`` as far as they go."""
    found = {}
    for lang, fresh in related_of(posts).items():
        known = before.get(lang)
        old = known if isinstance(known, RelatedAgain) else None
        if old is not None and not old.features:
            old = old.before[0] if old.before else None
        found[lang] = RelatedAgain(posts=fresh.posts, before=[old] if old is not None else [])
    return found


def _sorted(post: Post) -> tuple[str, ...]:
    return tuple(sorted(features_of(post)))

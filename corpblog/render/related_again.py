"""Which posts belong together, asked again and again of a site of which one post changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpblog.model.post import Post
from corpblog.render.related import RelatedPosts, features_of, related_of, weight_of

# Of so many changed posts each is exchanged; beyond that the index is made anew.
_FEW = 10


class Stock:
    """What it takes to answer for ``posts``: made once, and brought up to date for other posts.

    ``features`` stand in the order of ``posts``; ``holders`` are the numbers of the posts that
    have a feature.
    """

    def __init__(self) -> None:
        self.posts: Sequence[Post] = ()
        self.features: list[tuple[str, ...]] = []
        self.holders: dict[str, list[int]] = {}

    def suit(self, posts: Sequence[Post]) -> None:
        """Answer for ``posts`` from now on."""
        if posts is self.posts:
            return
        changed = self._changed(posts)
        if changed is None:
            self._make(posts)
        else:
            for number in changed:
                self._exchange(number, posts[number])
        self.posts = posts

    def _changed(self, posts: Sequence[Post]) -> list[int] | None:
        """The numbers of the posts that are other ones now; None for another list."""
        if len(posts) != len(self.posts):
            return None
        pairs = enumerate(zip(self.posts, posts, strict=True))
        changed = [number for number, (old, new) in pairs if old is not new]
        return changed if len(changed) <= _FEW else None

    def _make(self, posts: Sequence[Post]) -> None:
        old = zip(self.posts, self.features, strict=True)
        known = {id(post): found for post, found in old}
        self.features = [known.get(id(post)) or _sorted(post) for post in posts]
        self.holders = {}
        for number, found in enumerate(self.features):
            for feature in found:
                self.holders.setdefault(feature, []).append(number)

    def _exchange(self, number: int, post: Post) -> None:
        before, after = set(self.features[number]), features_of(post)
        self.features[number] = tuple(sorted(after))
        for feature in before - after:
            self.holders[feature].remove(number)
            if not self.holders[feature]:
                del self.holders[feature]
        for feature in after - before:
            self.holders[feature] = sorted([*self.holders.get(feature, ()), number])


@dataclass(frozen=True, kw_only=True, slots=True)
class RelatedAgain(RelatedPosts):
    """An index that shares its ``stock`` with those of the same site at other times."""

    stock: Stock = field(default_factory=Stock)

    def prepare(self) -> None:
        """Bring the stock up to date."""
        self.stock.suit(self.posts)

    def _together(self, post: Post) -> list[int]:
        number = next(n for n, each in enumerate(self.posts) if each is post)
        together: list[int] = []
        for feature in self.stock.features[number]:
            holders = self.stock.holders[feature]
            if len(holders) > 1:
                together += holders * weight_of(feature, len(holders))
        return together


def related_again(
    posts: Iterable[Post], before: Mapping[str, RelatedPosts]
) -> Mapping[str, RelatedAgain]:
    """An index for each language of ``posts``, with the stock of those ``before``.

    One thread at a time may ask them.
    """
    found = {}
    for lang, fresh in related_of(posts).items():
        known = before.get(lang)
        stock = known.stock if isinstance(known, RelatedAgain) else Stock()
        found[lang] = RelatedAgain(posts=fresh.posts, stock=stock)
    return found


def _sorted(post: Post) -> tuple[str, ...]:
    return tuple(sorted(features_of(post)))

"""What later comparisons need of a text: hashes of its runs of words and of its sentences."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import chain
from zlib import crc32

from corpblog.lint.facts import PostFacts, PressText, SentenceFact
from corpblog.lint.prose.parts import Prose, Scope
from corpblog.lint.text import Text
from corpblog.markup.targets import host_of
from corpblog.model.source import SourceText

# Words in a run: few enough to find a moved sentence, enough that no two people write the same.
RUN = 5
# A sentence of fewer words says nothing of its own.
_SHORTEST_SENTENCE = 4

_BITS = 2**64 - 1
_FACTOR = 0x9E3779B97F4A7C15  # odd, its bits well mixed (2**64 divided by the golden ratio)
_LAST_FACTOR = pow(_FACTOR, RUN, 2**64)
_LEFT_OUT = frozenset((Scope.CAPTION, Scope.ALT, Scope.TITLE, Scope.SUMMARY))


def post_facts(text: Text) -> PostFacts:
    """What is remembered of ``text``: of its body alone, without quotations and captions."""
    prose, start = text.prose, text.source.body_start
    words = [token.folded for token in prose.tokens]
    return PostFacts(
        words=text.words,
        shingles=_runs(_of_body(prose, start, _values(words))),
        sentences=tuple(_sentences(prose, start, words)),
        hosts=tuple(sorted({host_of(link.target) for link in prose.links} - {""})),
        cited=text.post.front.claims if text.post else (),
    )


def press_text(source: SourceText, lang: str, prose: Prose) -> PressText:
    """A press release, taken apart as posts are."""
    values = _values([token.folded for token in prose.tokens])
    shingles = _runs(_of_body(prose, source.body_start, values))
    return PressText(path=source.path, lang=lang, shingles=shingles)


def shingles_of(words: Sequence[str]) -> tuple[int, ...]:
    """The runs of five words as 64-bit hashes, sorted, each once; none for a shorter text.

    The same on every machine.
    """
    return _runs(_values(words))


def sentence_digest(words: Sequence[str]) -> int:
    """A hash of a sentence: the words in their order, without regard to case or signs."""
    whole = " ".join(words).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(whole, digest_size=8).digest(), "little")


def _values(words: Sequence[str]) -> list[int]:
    table = {
        word: (crc32(word.encode("utf-8", "surrogatepass")) * _FACTOR + 1) & _BITS
        for word in set(words)
    }
    return [table[word] for word in words]


def _runs(values: Sequence[int]) -> tuple[int, ...]:
    """Rolling: each hash comes from the one before."""
    found: set[int] = set()
    rolling = 0
    for value in values[: RUN - 1]:
        rolling = (rolling * _FACTOR + value) & _BITS
    leaving = chain((0,), values)
    for value, gone in zip(values[RUN - 1 :], leaving, strict=False):
        rolling = (rolling * _FACTOR + value - gone * _LAST_FACTOR) & _BITS
        found.add(rolling)
    return tuple(sorted(found))


def _sentences(prose: Prose, body_start: int, words: Sequence[str]) -> Iterable[SentenceFact]:
    for each in prose.sentences:
        count = each.last - each.first
        known = each.start >= body_start and count >= _SHORTEST_SENTENCE
        if known and prose.blocks[each.block].scope not in _LEFT_OUT:
            digest = sentence_digest(words[each.first : each.last])
            yield SentenceFact(each.start, each.end, count, digest)


def _of_body(prose: Prose, body_start: int, values: Sequence[int]) -> list[int]:
    """The values of the words of the body, without those of captions and alt texts."""
    starts = [token.start for token in prose.tokens]
    kept: list[int] = []
    done = bisect_left(starts, body_start)
    for block in sorted(prose.blocks, key=lambda block: block.start):
        if block.scope in _LEFT_OUT and block.start >= body_start:
            first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
            kept += values[done:first]
            done = max(done, last)
    return kept + list(values[done:])

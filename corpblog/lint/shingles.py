"""What later comparisons need of a text: hashes of its runs of words and of its sentences."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
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
    return PostFacts(
        words=text.words,
        shingles=shingles_of(_body_words(text.prose, text.source.body_start)),
        sentences=tuple(_sentences(text.prose, text.source.body_start)),
        hosts=tuple(sorted({host_of(link.target) for link in text.prose.links} - {""})),
        cited=text.post.front.claims if text.post else (),
    )


def press_text(source: SourceText, lang: str, prose: Prose) -> PressText:
    """A press release, taken apart as posts are."""
    words = _body_words(prose, source.body_start)
    return PressText(path=source.path, lang=lang, shingles=shingles_of(words))


def shingles_of(words: Sequence[str]) -> tuple[int, ...]:
    """The runs of five words as 64-bit hashes, sorted, each once; none for a shorter text.

    The same on every machine. Rolling: each hash comes from the one before.
    """
    values = _values(words)
    found: set[int] = set()
    rolling = 0
    for index, value in enumerate(values):
        rolling = (rolling * _FACTOR + value) & _BITS
        if index >= RUN:
            rolling = (rolling - values[index - RUN] * _LAST_FACTOR) & _BITS
        if index >= RUN - 1:
            found.add(rolling)
    return tuple(sorted(found))


def sentence_digest(words: Iterable[str]) -> int:
    """A hash of a sentence: the words in their order, without regard to case or signs."""
    rolling = 0
    for value in _values(words):
        rolling = (rolling * _FACTOR + value) & _BITS
    return rolling


def _values(words: Iterable[str]) -> list[int]:
    return [crc32(word.encode("utf-8", "surrogatepass")) * _FACTOR + 1 for word in words]


def _sentences(prose: Prose, body_start: int) -> Iterable[SentenceFact]:
    for each in prose.sentences:
        words = each.last - each.first
        known = each.start >= body_start and words >= _SHORTEST_SENTENCE
        if known and prose.blocks[each.block].scope not in _LEFT_OUT:
            digest = sentence_digest(token.folded for token in prose.tokens[each.first : each.last])
            yield SentenceFact(each.start, each.end, words, digest)


def _body_words(prose: Prose, body_start: int) -> list[str]:
    """The words of the body without those of captions and alt texts."""
    tokens = prose.tokens
    first = bisect_left(tokens, body_start, key=lambda token: token.start)
    unwanted = [
        (block.start, block.end)
        for block in prose.blocks
        if block.scope in _LEFT_OUT and block.start >= body_start
    ]
    if not unwanted:
        return [token.folded for token in tokens[first:]]
    return [
        token.folded
        for token in tokens[first:]
        if not any(start <= token.start < end for start, end in unwanted)
    ]

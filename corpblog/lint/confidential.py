"""Terms that must not be said: found by their salted hashes, so that the list tells nothing."""

from collections.abc import Iterator

from corpblog.model.registers import ConfidentialHashes
from corpblog.wordlists.tokens import tokenise

LONGEST_TERM = 4


def hidden_terms(
    text: str, hashes: ConfidentialHashes, longest: int = LONGEST_TERM
) -> Iterator[tuple[int, int]]:
    """The places in ``text`` of terms whose hash is known; the longest term at a place."""
    if not hashes.digests:
        return
    tokens = tokenise(text)
    judged: dict[tuple[str, ...], bool] = {}
    for first, token in enumerate(tokens):
        for count in range(min(longest, len(tokens) - first), 0, -1):
            run = tokens[first : first + count]
            if count > 1 and not all(each.joined for each in run[1:]):
                continue
            if _known(tuple(each.folded for each in run), hashes, judged):
                yield token.start, run[-1].end
                break


def _known(
    words: tuple[str, ...], hashes: ConfidentialHashes, judged: dict[tuple[str, ...], bool]
) -> bool:
    """Whether the list has these words; the same words are hashed once."""
    if words not in judged:
        judged[words] = hashes.digest(" ".join(words)) in hashes.digests
    return judged[words]

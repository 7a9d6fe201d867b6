"""Terms that must not be said: found by their salted hashes, so that the list tells nothing."""

import hashlib
from collections.abc import Iterator, Sequence

from corpblog.model.registers import ConfidentialHashes
from corpblog.wordlists.tokens import tokenise

LONGEST_TERM = 4


def term_digest(salt: str, words: Sequence[str]) -> str:
    """The hash of a term of folded ``words``: SHA-256 of salt, line end and term, hexadecimal."""
    return hashlib.sha256(f"{salt}\n{' '.join(words)}".encode()).hexdigest()


def words_of_term(term: str) -> tuple[str, ...]:
    """The folded words of a term as they are hashed."""
    return tuple(token.folded for token in tokenise(term))


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
        judged[words] = term_digest(hashes.salt, words) in hashes.digests
    return judged[words]

"""Names for findings that stay the same while the text around them moves."""

from collections import Counter
from collections.abc import Iterable

_LENGTH = 32


def fingerprints(identities: Iterable[tuple[str, ...]]) -> list[str]:
    """A hexadecimal name for each identity, in order; equal ones are told apart by their number.

    Who asks gives what makes a finding the same one tomorrow: the file, the rule, the line's words;
    never a line number.
    """
    from hashlib import sha256

    seen: Counter[tuple[str, ...]] = Counter()
    names = []
    for identity in identities:
        seen[identity] += 1
        parts = (*identity, str(seen[identity]))
        # The lengths keep ("ab", "c") and ("a", "bc") apart.
        told = "".join(f"{len(part)}:{part}" for part in parts)
        names.append(sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH])
    return names


def words_of(line: str) -> str:
    """``line`` without regard to how its words are spaced."""
    return " ".join(line.split())

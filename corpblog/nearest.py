"""The known word that a person probably meant."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """The known word that was probably meant, whatever its case; empty when none is near.

    ``cutoff`` is how much of both words must agree, from 0 to 1 (the ratio of ``difflib``).
    """
    # Only a mistake asks for this, and most runs have none.
    import difflib

    folded = {name.lower(): name for name in sorted(known)}
    if word.lower() in folded:
        return folded[word.lower()]
    close = difflib.get_close_matches(word.lower(), list(folded), n=1, cutoff=cutoff)
    return folded[close[0]] if close else ""

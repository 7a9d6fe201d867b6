"""How patterns are compared with the words of a text: as the tokeniser folds those."""

from corpblog.wordlists.tokens import folded

_APOSTROPHES = str.maketrans("’ʼ´", "'''")


def fold(text: str) -> str:
    """A pattern without regard to case, invisible signs and the form of apostrophes, ß as ss."""
    if text.isascii():
        return text.lower()
    return folded(text.replace("İ", "i").lower().translate(_APOSTROPHES))

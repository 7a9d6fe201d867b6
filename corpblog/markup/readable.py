"""What a reader reads of a body: its text, how many words, and how it begins."""

from html import unescape

from corpblog.markup.figures import is_paragraph

EXCERPT = 200
# How tags begin that part words: no inline element begins like one of them.
_BLOCKS = "p> ul ol li dl dt dd di bl h1 h2 h3 h4 h5 h6 hr br ta td th tr ca se ar fi he fo na"
_PARTING = frozenset((*(f"<{start}" for start in _BLOCKS.split()), "<p "))
_PARTING_ENDS = frozenset(f"</{start}" for start in _BLOCKS.split())
_ASIDE = ("<bl", "<li>", "<li ", "<fi", "<se", "<ta")
_ASIDE_END = ("</bl", "</li", "</fi", "</se", "</ta")
# Every byte of ink is an x, so that a word is a blank followed by an x.
_SHAPES = bytes(0x20 if chr(byte) in " \t\n\r" else 0x78 for byte in range(256))


def text_of(tokens: list[str], *, spaced: bool) -> str:
    """The text between the tags, in one line in which several blanks may follow each other.

    ``spaced`` where blocks may stand without a line end between.
    """
    if spaced:
        tags = tokens[1::2]
        parting = {tag for tag in set(tags) if tag[:3] in _PARTING or tag[:4] in _PARTING_ENDS}
        pieces = [tokens[0]]
        for tag, text in zip(tags, tokens[2::2], strict=True):
            pieces += (" ", text) if tag in parting else (text,)
    else:
        pieces = tokens[::2]
    text = "".join(pieces).replace("\n", " ").strip()
    return unescape(text) if "&" in text else text


def word_count(text: str) -> int:
    """How many runs of anything but blanks there are in a stripped text."""
    return text.encode().translate(_SHAPES).count(b" x") + 1 if text else 0


def excerpt(tokens: list[str], text: str) -> str:
    """The first paragraph that is the author's own running text, at most ~200 characters.

    Quotations, list items and captions are passed over as long as there is something better.
    """
    return shortened(_first_paragraph(tokens) or text[: 4 * EXCERPT])


def _first_paragraph(tokens: list[str]) -> str:
    depth = 0
    for index, tag in enumerate(tokens[1::2]):
        if is_paragraph(tag) and not depth:
            begin = 2 * index + 1
            end = begin + 2
            while end < len(tokens) and tokens[end][:3] not in ("</p", "<p>", "<p "):
                end += 2
            paragraph = text_of(tokens[begin + 1 : end], spaced=False)
            if any(map(str.isalnum, paragraph)):
                return paragraph
        elif tag.startswith(_ASIDE):
            depth += 1
        elif tag.startswith(_ASIDE_END):
            depth -= 1
    return ""


def shortened(text: str, limit: int = EXCERPT) -> str:
    """``text`` in one line, cut at a word with … if it is longer than ``limit`` characters."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    head, blank, _ = text[: limit + 1].rpartition(" ")
    return (head if blank else text[:limit]).rstrip(" ,;:–—-") + "…"

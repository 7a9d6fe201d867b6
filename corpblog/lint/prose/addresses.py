"""Web and mail addresses that stand in a text as they are, without a link around them."""

import re
from collections.abc import Iterator

# Each of them begins with fixed signs, so that a text without any is passed over at once.
_AFTER = r"[^\s\x00\x01<>\"“”„»«]*[^\s\x00\x01<>\"“”„»«.,;:!?'’)\]*_]"
_URL = re.compile(f"://{_AFTER}")
_WWW = re.compile(rf"www\.{_AFTER}")
_MAIL = re.compile(r"@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_SCHEME = re.compile(r"(?<![\w])(?:https?|ftp|mailto)\Z", re.IGNORECASE)
_MAILBOX = re.compile(r"[\w.+-]+\Z")
_LONGEST_SCHEME = 8
_LONGEST_MAILBOX = 64


def addresses(marked: str) -> Iterator[tuple[int, int]]:
    """The places of the addresses in ``marked``."""
    if "://" in marked:
        for found in _URL.finditer(marked):
            begin = max(found.start() - _LONGEST_SCHEME, 0)
            scheme = _SCHEME.search(marked[begin : found.start()])
            if scheme:
                yield begin + scheme.start(), found.end()
    if "www." in marked:
        for found in _WWW.finditer(marked):
            if not marked[found.start() - 1 : found.start()].isalnum():
                yield found.span()
    if "@" in marked:
        for found in _MAIL.finditer(marked):
            begin = max(found.start() - _LONGEST_MAILBOX, 0)
            mailbox = _MAILBOX.search(marked[begin : found.start()])
            if mailbox:
                yield begin + mailbox.start(), found.end()

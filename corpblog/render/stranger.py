"""Names and addresses that strangers gave, fit to stand on a page beside those of others."""

import unicodedata

from corpblog.markup.targets import host_of

MOST_NAME = 80
# Inside words of some scripts and inside emoji they are spelling; beside Latin letters they hide.
_JOINERS = "\u200c\u200d"
_LATIN_END = 0x0300
_WEB = ("https://", "http://")


def shown_name(name: str) -> str:
    """``name`` in one line, without signs that hide or turn around what others read.

    Of an e-mail address the part before the @ stays; what is longer than 80 letters is cut. Empty
    where nothing is left that can be seen.
    """
    seen = "".join(sign for place, sign in enumerate(name) if _is_seen(name, place, sign))
    words = (
        word.partition("@")[0] if "." in word.partition("@")[2] else word for word in seen.split()
    )
    plain = " ".join(filter(None, words))
    if all(unicodedata.category(sign)[0] in "CZM" for sign in plain):
        return ""
    return plain if len(plain) <= MOST_NAME else plain[: MOST_NAME - 1].rstrip() + "…"


def shown_address(url: str) -> str:
    """``url`` if it is an address of the web that names no person; else empty."""
    address = url.strip()
    odd = "@" in address or any(unicodedata.category(sign)[0] in "CZ" for sign in address)
    return address if address.startswith(_WEB) and host_of(address) and not odd else ""


def _is_seen(name: str, place: int, sign: str) -> bool:
    if sign in _JOINERS:
        around = name[max(place - 1, 0) : place] + name[place + 1 : place + 2]
        return len(around) == 2 and all(ord(other) >= _LATIN_END for other in around)
    return sign.isspace() or unicodedata.category(sign)[0] != "C"

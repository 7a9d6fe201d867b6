"""What readers send, without what hides, steers, or says how to reach a person."""

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit

MOST_NAME = 80
MOST_WEBSITE = 200

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Inside words of some scripts and inside emoji they are spelling; beside Latin letters they hide.
_JOINERS = "\u200c\u200d"
_LATIN_END = 0x0300
_MAIL = re.compile(r"([^\s@<>\"]{1,64})@[^\s@<>\"]{1,253}")
_HOST = re.compile(r"(?:[\w-]{1,63}\.)+[\w-]{2,63}")


def clean_text(text: str) -> str:
    """A text with ``\\n`` as line ends and without control characters; all else as typed."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def clean_name(name: str) -> str:
    """A name on one line: no sign that hides or turns around what others read, no address.

    Of an e-mail address the part before the @ stays; what is longer than 80 letters is cut.
    """
    seen = "".join(sign for place, sign in enumerate(name) if _is_shown(name, place, sign))
    plain = " ".join(_MAIL.sub(r"\1", seen).split())
    if not any(unicodedata.category(sign)[0] not in "CZM" for sign in plain):
        return ""
    return plain if len(plain) <= MOST_NAME else plain[: MOST_NAME - 1].rstrip() + "…"


def clean_website(address: str) -> str:
    """An address of the web as typed; "" for any other, and for one that names a person."""
    address = address.strip()
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return ""
    safe = (
        parts.scheme in ("http", "https")
        and "@" not in address
        and len(address) <= MOST_WEBSITE
        and not any(unicodedata.category(sign)[0] in "CZ" for sign in address)
        and _HOST.fullmatch(host) is not None
    )
    return address if safe else ""


def text_digest(text: str) -> str:
    """SHA-256 of a text as it came in, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _is_shown(name: str, place: int, sign: str) -> bool:
    if sign in _JOINERS:
        around = name[max(place - 1, 0) : place] + name[place + 1 : place + 2]
        return len(around) == 2 and all(ord(other) >= _LATIN_END for other in around)
    return sign.isspace() or unicodedata.category(sign)[0] != "C"

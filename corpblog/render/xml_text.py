"""Any text made fit for XML: what no document may hold is replaced, the rest is escaped."""

import re
from datetime import UTC, datetime

# What XML 1.0 (production 2, Char) leaves out: most control characters, surrogates, U+FFFE/FFFF.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IN_ATTRIBUTES = str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def clean(text: str) -> str:
    """``text`` with U+FFFD for each character that XML cannot carry, and ``\\n`` line ends.

    The same cleaning is used for JSON outputs, so that all outputs say the same.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub("\ufffd", text)


def escape(text: str) -> str:
    """``text`` for the inside of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def element(name: str, text: str) -> str:
    """An element that holds clean ``text``; ``>`` is escaped too, so ``]]>`` never appears."""
    return f"<{name}>{escape(text)}</{name}>\n"


def attribute(text: str) -> str:
    """Clean ``text`` escaped and in double quotes, for an attribute.

    Line ends and tabs are written as references: a parser would turn them into spaces.
    """
    return f'"{escape(text).translate(_IN_ATTRIBUTES)}"'


def moment(value: datetime) -> datetime:
    """``value`` with a zone whose offset is whole minutes, as RFC 3339 and RFC 822 ask.

    A time without zone counts as UTC, and so does local mean time (before about 1900).
    """
    if value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    offset = value.utcoffset()
    if offset is not None and (offset.seconds % 60 or offset.microseconds):
        return value.astimezone(UTC)
    return value


def rfc3339(value: datetime) -> str:
    """``value`` as ``2026-11-10T09:00:00+01:00``."""
    return moment(value).isoformat(timespec="seconds")

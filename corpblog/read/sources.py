"""From bytes to text: encoding, line ends and size, judged before anything else looks."""

import re
from pathlib import Path

from corpblog.diagnostics import Diagnostic, Location
from corpblog.model.source import SourceText
from corpblog.read.faults import FAULTS

# The works of Shakespeare take about 5 MB.
MAX_BYTES = 5_000_000

# Bytes that begin or are no control character in UTF-8: most texts have no others, and to sort
# them out takes a quarter of the time of a search in the text.
_HARMLESS = bytes(
    byte
    for byte in range(256)
    if byte in b"\t\n\r" or (byte >= 0x20 and byte not in (0x7F, 0xC2, 0xEF))
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")


def read_source(root: Path, path: str) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    """The text of ``root/path`` with ``\\n`` line ends and without byte order mark.

    None where it cannot be read as text; a control character is told but the text is returned,
    so that other faults of the file are told in the same run.
    """
    place = root / path
    try:
        size = place.stat().st_size
        if size > MAX_BYTES:
            return None, (_too_large(path, size),)
        raw = place.read_bytes()
    except OSError as error:
        return None, (_unreadable(path, error),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(path, raw, error),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = SourceText(path=path, text=text)
    found = _CONTROL.search(text) if raw.translate(None, _HARMLESS) else None
    return source, (_control_character(source, found),) if found else ()


def _unreadable(path: str, error: OSError) -> Diagnostic:
    return FAULTS["SRC004"].at(
        Location(path=path),
        f"this file cannot be read: {error.strerror or error}",
        hint="check that the file exists and that you may read it",
    )


def _too_large(path: str, size: int) -> Diagnostic:
    return FAULTS["SRC003"].at(
        Location(path=path),
        f"this file has {size / 1_000_000:.1f} MB; a text may have {MAX_BYTES / 1_000_000:.0f} MB",
        hint="put pictures and data beside the text and link to them",
    )


def _not_utf8(path: str, raw: bytes, error: UnicodeDecodeError) -> Diagnostic:
    before = raw[: error.start].decode("utf-8-sig")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    byte = raw[error.start]
    guess = bytes([byte]).decode("cp1252", errors="replace")
    return FAULTS["SRC001"].at(
        Location(path=path, line=line, column=column, end_line=line, end_column=column + 1),
        f"byte 0x{byte:02x} is no UTF-8 (in Windows-1252 it would be “{guess}”)",
        hint="save the file as UTF-8 in your editor",
    )


def _control_character(source: SourceText, found: re.Match[str]) -> Diagnostic:
    place = source.location(found.start(), found.end())
    return FAULTS["SRC002"].at(
        place,
        f"control character U+{ord(found.group()):04X}",
        hint="delete it; it is invisible in most editors",
        source_line=source.line(place.line),
    )

"""Parts of files, as players of sound and film ask for them (RFC 9110, 14)."""

import re

_ONE = re.compile(r"bytes=(\d*)-(\d*)")


def part_of(header: str | None, size: int) -> tuple[int, int] | None:
    """The bytes that a Range header asks for, as first and one past the last.

    None where all are to be sent: without a header, for several parts and for what is no range of
    bytes. Raises ValueError where there are no such bytes.
    """
    found = _ONE.fullmatch(header.strip()) if header else None
    if found is None or not any(found.groups()):
        return None
    # More digits than any file has bytes; int() of a million digits takes its time.
    first, last = (text[:20] for text in found.groups())
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(int(last) + 1 if last else size, size)
        if last and int(last) < start:
            return None
    if start >= size or start >= end:
        raise ValueError(header)
    return start, end

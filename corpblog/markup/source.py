"""A body made fit for a parser, each character still in its place."""

import re

# Not allowed in HTML, and some of them serve as marks between the steps of this room.
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127])
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LONE_RETURN = re.compile(r"\r(?!\n)")


def clean(body: str) -> str:
    """``body`` with control characters and halves of surrogate pairs replaced, same length.

    What is replaced becomes U+FFFD as CommonMark asks for NUL; a lone CR becomes a line feed and
    a byte order mark at the start a blank.
    """
    try:
        raw = body.encode()
        unfit = len(raw.translate(None, _CONTROLS)) != len(raw)
    except UnicodeEncodeError:
        unfit = True
    if unfit or "\uffff" in body or "\ufffe" in body:
        body = _UNFIT.sub("\ufffd", body)
    if "\r" in body:
        body = _LONE_RETURN.sub("\n", body)
    if body.startswith("\ufeff"):
        body = " " + body[1:]
    return body

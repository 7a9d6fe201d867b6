"""From the parser's UTF-8 byte offsets to code points of the text."""

_CONTINUATION = bytes(range(0x80, 0xC0))
_STEP = 1024


class CodePoints:
    """Turns byte offsets of one text into code point offsets; built once per text."""

    __slots__ = ("_ascii", "_counts", "_raw")

    def __init__(self, text: str) -> None:
        self._ascii = text.isascii()
        self._raw = b"" if self._ascii else text.encode()
        self._counts = [0]
        for begin in range(0, len(self._raw), _STEP):
            self._counts.append(self._counts[-1] + self._count(begin, begin + _STEP))

    def _count(self, begin: int, end: int) -> int:
        """How many code points begin between two byte offsets."""
        return len(self._raw[begin:end].translate(None, _CONTINUATION))

    def at(self, byte: int) -> int:
        """The code point offset of the character that begins at ``byte``."""
        if self._ascii:
            return byte
        step = byte // _STEP
        return self._counts[step] + self._count(step * _STEP, byte)

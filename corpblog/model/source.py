"""Text that knows where it began: from an offset back to line and column of the file."""

from dataclasses import dataclass

from corpblog.diagnostics import Location


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceText:
    """A source file as text with ``\\n`` line ends and without byte order mark.

    ``path`` is relative to the site, with ``/``. ``body_start`` is the offset (in code points) at
    which the Markdown begins, after the front matter; 0 where there is none.
    """

    path: str
    text: str
    body_start: int = 0

    @property
    def body(self) -> str:
        """What follows the front matter."""
        return self.text[self.body_start :]

    @property
    def has_own_folder(self) -> bool:
        """Whether the folder of the file is this text's own: ``NAME/index.md``."""
        return self.path.rpartition("/")[2].startswith("index.") and self.path.count("/") > (
            1 if self.path.startswith("authors/") else 2
        )

    def location(self, start: int, end: int | None = None) -> Location:
        """The place of ``text[start:end]``, counted from the top of the file."""
        line, column = self._position(start)
        end_line, end_column = self._position(start if end is None else end)
        return Location(
            path=self.path, line=line, column=column, end_line=end_line, end_column=end_column
        )

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty beyond the end."""
        lines = self.text.split("\n", number)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def _position(self, offset: int) -> tuple[int, int]:
        line_start = self.text.rfind("\n", 0, offset) + 1
        return self.text.count("\n", 0, offset) + 1, offset - line_start + 1

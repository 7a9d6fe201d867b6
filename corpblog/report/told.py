"""A diagnostic for programs that have one field for its text and one for its file."""

from corpblog.diagnostics import Diagnostic, Location
from corpblog.report.cells import shown
from corpblog.report.findings import Findings


def told(item: Diagnostic) -> str:
    """All that a diagnostic says as plain text: the message first, one line for each thing more."""
    more = (
        way_out(item),
        item.why and f"Why: {item.why}",
        item.example and f"Example: {item.example}",
        *(f"See {shown(str(other.location))}: {other.message}" for other in item.related),
        item.url and f"More: {item.url}",
    )
    return whole("\n".join((item.message, *filter(None, more))))


def way_out(item: Diagnostic) -> str:
    """What to do: in words, or else the first replacement that mends it."""
    if item.hint or not item.edits:
        return item.hint
    replacement = shown(item.edits[0].replacement)
    return f"try “{replacement}”" if replacement else "try without it"


def path_of(found: Findings, location: Location) -> str:
    """The file as seen from where the run was started; ``.`` where no file is at fault."""
    return whole("/".join(filter(None, (found.folder, location.path)))) or "."


def has_end(location: Location) -> bool:
    """Whether the span has a sane end, which may be its start."""
    return (
        location.end_line > 0
        and location.end_column > 0
        and (location.end_line, location.end_column) >= (location.line, location.column)
    )


def last_line(location: Location) -> int:
    """The last line that the span touches; an end before a line's first letter is not in it."""
    if not has_end(location):
        return location.line
    ends_above = location.end_column == 1 and location.end_line > location.line
    return location.end_line - ends_above


def whole(text: str) -> str:
    """``text`` without half characters, which no encoding can carry.

    A lone surrogate becomes U+FFFD and two that belong together the character that they mean: just
    what programs do that keep text as UTF-16.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text

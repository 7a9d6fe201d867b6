"""Diagnostics for people: where, what, the source line with a caret, the way out, and why."""

from collections.abc import Iterator

from corpblog.diagnostics import Diagnostic, Location, Severity
from corpblog.report.cells import shown, width_of
from corpblog.report.excerpt import excerpt
from corpblog.report.findings import Findings, Look, Summary
from corpblog.report.spans import Line, Span
from corpblog.report.told import way_out

# Columns of a source line where no terminal says how wide it is.
_WIDTH_UNWATCHED = 100
_WIDTH_LEAST = 40
_INDENT = " " * 6
_SEVERITY_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFO: "bold cyan",
}


def write(found: Findings, look: Look) -> str:
    """All diagnostics with a blank line between them, and their counts at the end.

    Why a thing matters is said once in a run, where it is met first.
    """
    lines: list[Line] = []
    explained: set[tuple[str, str]] = set()
    for item in found.diagnostics:
        lines += [*diagnostic(item, look, explain=(item.code, item.why) not in explained), ()]
        explained.add((item.code, item.why))
    if counts := tally(found.summary):
        lines.append((Span(counts, "bold"),))
    return painted(lines, look)


def painted(lines: list[Line], look: Look) -> str:
    """``lines`` as text, with colours where ``look`` wants them."""
    if look.colour:
        from corpblog.report.colour import paint

        return paint(lines)
    return "".join("".join(span.text for span in line).rstrip() + "\n" for line in lines)


def diagnostic(item: Diagnostic, look: Look, *, explain: bool = True) -> Iterator[Line]:
    """The lines of one diagnostic; without its reason unless it is to ``explain`` itself."""
    style = _SEVERITY_STYLES[item.severity]
    yield (
        Span(f"{place(item.location)}:", "bold"),
        Span(" "),
        Span(item.severity.value, style),
        Span(f" {item.code} ", style),
        Span(shown(item.message)),
    )
    hint = way_out(item)
    if item.source_line.strip() and item.location.line:
        yield from _source(item.source_line, item.location, hint, style, look)
    elif hint:
        yield from _paragraph("", hint, look)
    if item.why and explain:
        yield from _paragraph("why: ", item.why, look)
    if item.example:
        yield from _paragraph("example: ", item.example, look)
    for related in item.related:
        yield from _paragraph("see ", f"{place(related.location)}: {related.message}", look)
    if item.url:
        yield (Span(f"{_INDENT}more: {shown(item.url)}", "dim"),)


def place(location: Location) -> str:
    """The place as editors understand it; ``corpblog`` where no file is at fault."""
    return shown(str(location)) or "corpblog"


def tally(summary: Summary) -> str:
    """The counts that are not zero, as one line; nothing where nothing was found."""
    kinds = (
        (summary.errors, "error", "errors"),
        (summary.warnings, "warning", "warnings"),
        (summary.infos, "info", "infos"),
        (summary.suppressed, "suppressed", "suppressed"),
        (summary.baseline, "in the baseline", "in the baseline"),
    )
    return ", ".join(
        f"{count} {one if count == 1 else many}" for count, one, many in kinds if count
    )


def _source(
    source_line: str, location: Location, hint: str, style: str, look: Look
) -> Iterator[Line]:
    number = f"{location.line:>5}"
    gutter = " " * len(number)
    columns = max(look.width or _WIDTH_UNWATCHED, _WIDTH_LEAST) - len(number) - 4
    part = excerpt(source_line, location, columns)
    yield (Span(f"{number} | ", "blue"), Span(part.line))
    carets = " " * part.indent + "^" * part.length
    first, *further = hint.split("\n")
    beside = not further and part.indent + part.length + 1 + width_of(first) <= columns
    words = Span(f" {shown(first)}" if hint and beside else "", style)
    yield (Span(f"{gutter} | ", "blue"), Span(carets, style), words)
    if hint and not beside:
        yield from _paragraph("", hint, look)


def _paragraph(label: str, text: str, look: Look) -> Iterator[Line]:
    """``text`` below the source line; what has lines of its own (an example in YAML) keeps them."""
    lines = text.strip("\n").split("\n")
    if len(lines) == 1:
        for index, line in enumerate(_wrapped(label + shown(lines[0]), look)):
            yield (Span(_INDENT + ("  " if index else "") + line),)
        return
    if label:
        yield (Span(_INDENT + label.rstrip()),)
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        yield (Span(_INDENT + ("  " if label else "") + indent + shown(line.lstrip(" "))),)


def _wrapped(text: str, look: Look) -> list[str]:
    if len(_INDENT) + width_of(text) <= look.width or not look.width:
        return [text]
    import textwrap

    room = max(look.width, _WIDTH_LEAST) - len(_INDENT) - 2
    return textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)

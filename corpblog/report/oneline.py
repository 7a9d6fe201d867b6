"""One line for each diagnostic: what editors, grep and a hurried eye want."""

from corpblog.diagnostics import Diagnostic
from corpblog.report.cells import shown
from corpblog.report.findings import Findings, Look
from corpblog.report.text import place


def write(found: Findings, look: Look) -> str:  # noqa: ARG001 - one signature for all formats
    """``path:line:column: severity CODE message (hint)``, and nothing else."""
    return "".join(f"{_line(item)}\n" for item in found.diagnostics)


def _line(item: Diagnostic) -> str:
    hint = f" ({shown(item.hint)})" if item.hint else ""
    return f"{place(item.location)}: {item.severity} {item.code} {shown(item.message)}{hint}"

"""The table of formats is cheap to look at: a run loads the one that it writes."""

import subprocess
import sys

from corpblog.report import FORMATS
from corpblog.report.findings import Look, findings


def test_naming_the_formats_loads_none_of_them() -> None:
    asked = "import sys, corpblog.report; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = [name for name in done.stdout.split() if name.startswith("corpblog.report.")]
    assert loaded == ["corpblog.report.findings"]


def test_every_format_ends_with_a_line_end_or_says_nothing() -> None:
    for form in FORMATS.values():
        written = form.write(findings([]), Look())
        assert not written or (written.endswith("\n") and not written.endswith("\n\n"))

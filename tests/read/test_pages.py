"""Pages: what they are for is free, a slip of the pen is told."""

from pathlib import Path

import pytest

from corpblog.diagnostics import Diagnostic, Severity
from corpblog.read.site import ReadOptions, read_site
from tests.sites import SMALL, write_site


def faults_of(root: Path, role: str) -> list[Diagnostic]:
    page = f"---\ntitle: A page\nrole: {role}\n---\nText\n"
    write_site(root, {**SMALL, "content/pages/a.md": page})
    return list(read_site(root, ReadOptions()).diagnostics)


@pytest.mark.parametrize(
    ("role", "meant"),
    [("imprit", "imprint"), ("Privacy", "privacy"), ("comment_policy", "comment-policy")],
)
def test_a_role_that_is_almost_a_known_one_is_told(tmp_path: Path, role: str, meant: str) -> None:
    [fault] = faults_of(tmp_path, role)
    assert (fault.code, fault.severity) == ("SRC029", Severity.WARNING)
    assert (fault.location.path, fault.location.line) == ("content/pages/a.md", 3)
    assert f"“{meant}”" in fault.hint


@pytest.mark.parametrize("role", ["imprint", "about", "jobs", "press", "printing"])
def test_every_other_role_is_free(tmp_path: Path, role: str) -> None:
    assert faults_of(tmp_path, role) == []

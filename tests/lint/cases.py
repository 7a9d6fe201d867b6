"""Cases of rules: a small site in one text file, with what the linter must find in it."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from corpblog.diagnostics import Diagnostic
from corpblog.lint.built import output_of
from corpblog.lint.context import Gate
from corpblog.lint.engine import Ask, lint, lint_built
from corpblog.lint.in_force import with_defaults
from corpblog.lint.rules import RULES
from corpblog.read.built import read_built
from corpblog.read.key_places import key_place
from corpblog.read.site import ReadOptions, read_site
from tests.sites import AUTHOR, write_site

CASES = Path(__file__).parent / "cases"
# Where the site of a case with “#gate: OUT” is built; files of the case below it replace pages.
BUILT = "built"
NOON = "2026-11-21T12:00"

_CONFIG = """\
site:
  title: Klartext
  url: https://blog.example.org/
  lang: {lang}
  timezone: Europe/Berlin
organization:
  name: Hafenwaage
theme:
  name: plain
"""
_FILE = re.compile(r"^-- (?P<path>\S.*?) --\n", re.MULTILINE)
_EXPECTED = re.compile(
    r"(?P<path>[^\s:]+)(?::(?P<line>\d+):(?P<column>\d+)(?:-(?P<end>\d+))?)? "
    r"(?P<code>[A-Z]+\d+)(?:/(?P<severity>error|warning|info))?"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A case: ``expected`` are places as text, ``codes`` the rules that run."""

    expected: tuple[str, ...]
    codes: frozenset[str]
    files: dict[str, str]
    gate: Gate
    now: datetime
    lang: str


def case_of(path: Path) -> Case:
    """The case in the file at ``path``; its name begins with its language."""
    text = path.read_text(encoding="utf-8")
    head, *pieces = _FILE.split(text)
    lang = path.name[:2]
    files = dict(zip(pieces[::2], pieces[1::2], strict=True))
    if "corpblog.yml" not in files:
        files["corpblog.yml"] = _CONFIG.format(lang=lang)
    if not any(name.startswith("authors/") for name in files):
        files["authors/jana-weiss.md"] = AUTHOR
    expected: list[str] = []
    codes: set[str] = set()
    settings = {"now": NOON, "gate": "PR"}
    for line in head.splitlines():
        if line.startswith("#: silent "):
            codes.update(line.removeprefix("#: silent ").split())
        elif line.startswith("#: "):
            found = list(_EXPECTED.finditer(line))
            assert found, f"{path.name}: nothing is expected in “{line}”"
            expected += [match[0] for match in found]
            codes.update(match["code"] for match in found)
        elif line.startswith(("#now: ", "#gate: ")):
            name, _, value = line[1:].partition(": ")
            settings[name] = value.strip()
    return Case(
        expected=tuple(expected),
        codes=frozenset(codes),
        files=files,
        gate=Gate(settings["gate"]),
        now=datetime.fromisoformat(settings["now"]),
        lang=lang,
    )


def found_in(case: Case, root: Path) -> tuple[Diagnostic, ...]:
    """What the rules of the case find in its site, written below ``root``."""
    pages = {path: text for path, text in case.files.items() if path.startswith(f"{BUILT}/")}
    write_site(root, {path: text for path, text in case.files.items() if path not in pages})
    site = read_site(root, ReadOptions(now=case.now)).site
    assert site is not None
    rules = with_defaults(rule for rule in RULES if rule.code in case.codes)
    ask = Ask(rules=rules, places=key_place, gate=case.gate, now=site.now)
    if case.gate is not Gate.OUT:
        return tuple(found.diagnostic for found in lint(site, ask).found)
    # Only these cases need the whole way to a page.
    from corpblog.pipeline import BuildOptions, build

    report = build(root, BuildOptions(out=root / BUILT, now=case.now))
    assert report.published, report.diagnostics
    write_site(root, pages)
    output = output_of(site, read_built(root / BUILT, BUILT))
    return tuple(found.diagnostic for found in lint_built(output, ask).found)


def as_expected(found: Diagnostic, expected: str) -> str:
    """``found`` written with as much detail as ``expected`` has."""
    match = _EXPECTED.fullmatch(expected)
    assert match is not None
    place = found.location
    where = place.path
    if match["line"]:
        where += f":{place.line}:{place.column}"
    if match["end"]:
        where += f"-{place.end_column}"
    severity = f"/{found.severity.value}" if match["severity"] else ""
    return f"{where} {found.code}{severity}"
